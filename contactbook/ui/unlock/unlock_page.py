"""Unlocking a book: the password, or what else opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from contactbook.ui.unlock.card_page import CardPage, push_button
from contactbook.ui.unlock.key_file_row import KeyFileRow
from contactbook.ui.unlock.password_field import PasswordField
from contactbook.ui.unlock.remember_box import RememberBox
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

_COUNT_MS = 200
FIRST_WAIT_MS, LONGEST_WAIT_MS = 500, 16_000
"""How long after a wrong password the next try must wait; it doubles each time."""


class UnlockPage(CardPage):
    """`unlock_wanted` carries path, password, key file (or None) and recovery code ("" when not used)."""

    unlock_wanted = Signal(object, str, object, str)
    kept_wanted = Signal(object)
    """Unlock the book at this path with what the keychain keeps."""
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("lock", self.tr("Unlock"), "", parent)
        self._path: Path | None = None
        self._wrong = 0
        self._busy = False
        self.password = PasswordField(self.tr("Password"))
        self.code = QLineEdit()
        self.code.setAccessibleName(self.tr("Recovery code"))
        self.code.setPlaceholderText(self.tr("Recovery code from the sheet"))
        self.code.hide()
        self.key_file = KeyFileRow()
        self._caps = self.add_notice("warning")
        for widget in (self.password, self.code):
            self.column.addWidget(widget)
        self.remember = RememberBox()
        self.column.addWidget(self.remember)
        self._notice = self.add_notice()
        self.password.caps_lock_seen.connect(self._on_caps_lock)
        self.password.returnPressed.connect(self._on_unlock)
        self.code.returnPressed.connect(self._on_unlock)
        self._again = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._again.timeout.connect(self._on_waited)
        self._count = QTimer(self, interval=_COUNT_MS)
        self._count.timeout.connect(self._refresh)
        self.code_button = push_button(self.tr("Use the recovery code"), "link")
        self.code_button.setCheckable(True)
        self.code_button.toggled.connect(self._on_code_toggled)
        self.kept_button = push_button(self.tr("Unlock with the keychain"), "link", "key")
        self.kept_button.clicked.connect(self._on_kept)
        self.kept_button.hide()
        self.add_links(self.kept_button)
        self.add_links(self.key_file, self.code_button)
        other = push_button(self.tr("Another book…"), "link")
        other.clicked.connect(self.other_wanted)
        self.unlock_button = push_button(self.tr("Unlock"), "primary", "unlock")
        self.unlock_button.clicked.connect(self._on_unlock)
        self.add_buttons(other, self.unlock_button)
        self.setFocusProxy(self.password)

    @property
    def path(self) -> Path | None:
        """The book that waits to be unlocked."""
        return self._path

    @property
    def wait_ms(self) -> int:
        """How long the wait after the last wrong password is in all, 0 when there is none."""
        return self._again.interval() if self._again.isActive() else 0

    @property
    def notice_text(self) -> str:
        """What is said of the last try."""
        return self._notice.text

    def ask_for(self, path: Path, hint: str = "") -> None:
        """Wait for the password of this book; a hint stands under its name instead of its folder."""
        if path != self._path:
            self._wrong = 0
            self._again.stop()
            self._count.stop()
            self.key_file.set_path(None)
        self._path = path
        self.heading.setText(path.stem)
        self.explanation.setText(hint or str(path.parent))
        self.explanation.setToolTip(str(path))
        self.forget()
        self._refresh()

    def offer_kept(self, offered: bool) -> None:
        """Whether the keychain opens the book: then Enter does, too, while no password is typed."""
        self.kept_button.setVisible(offered)

    def forget(self) -> None:
        """Empty what was typed."""
        self.kept_button.hide()
        self.password.forget()
        self.code.clear()
        self.code_button.setChecked(False)
        self._notice.say("")
        self._caps.say("")

    def show_problem(self, text: str, more: str = "", *, wrong: bool = False) -> None:
        """Say what went wrong; after a `wrong` password the next try waits a little longer each time."""
        self._notice.say(text, more)
        if wrong:
            self._count.start()
            self._again.start(min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2**self._wrong))
            self._wrong += 1
            self.password.selectAll()
        field = self.code if self.code_button.isChecked() else self.password
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()

    def set_busy(self, busy: bool) -> None:
        """While the key is derived and the book opened."""
        self._busy = busy
        self._refresh()

    def welcome(self) -> None:
        """The book is open: forget what was typed and how often it was wrong."""
        self._wrong = 0
        self.forget()

    def _refresh(self) -> None:
        self.unlock_button.setEnabled(not self._busy and not self._again.isActive())
        seconds = -(-self._again.remainingTime() // 1000) if self._again.isActive() else 0
        if self._busy:
            words = self.tr("Unlocking…")
        elif seconds > 1:
            words = say_number(seconds, "Wait 1 second", "Wait {n} seconds")
        else:
            words = self.tr("Unlock")
        self.unlock_button.setText(words)

    def _on_waited(self) -> None:
        self._count.stop()
        self._refresh()

    def _on_unlock(self) -> None:
        if self._path is None or not self.unlock_button.isEnabled():
            return
        code = self.code.text().strip() if self.code_button.isChecked() else ""
        if not code and not self.password.text() and not self.kept_button.isHidden():
            self._on_kept()
            return
        if not code and not self.password.text() and self.key_file.path is None:
            self.show_problem(self.tr("Type the password of this book."))
            return
        self._notice.say("")
        self.unlock_wanted.emit(self._path, self.password.text(), self.key_file.path, code)

    def _on_kept(self) -> None:
        self._notice.say("")
        self.kept_wanted.emit(self._path)

    def _on_code_toggled(self, wanted: bool) -> None:
        self.code.setVisible(wanted)
        self.password.setVisible(not wanted)
        self.key_file.setVisible(not wanted)
        self.setFocusProxy(self.code if wanted else self.password)
        self.code_button.setText(self.tr("Use the password") if wanted else self.tr("Use the recovery code"))
        (self.code if wanted else self.password).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_caps_lock(self, on: bool) -> None:
        self._caps.say(self.tr("Caps lock is on.") if on else "")
