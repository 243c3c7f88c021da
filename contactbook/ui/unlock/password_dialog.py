"""Another password for the open book, and a key file beside it if wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout

from contactbook.ui.unlock.card_page import Notice, push_button
from contactbook.ui.unlock.key_file_row import KeyFileRow
from contactbook.ui.unlock.password_field import PasswordField
from contactbook.ui.unlock.strength_meter import StrengthMeter
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WIDTH = 420


class PasswordDialog(QDialog):
    """Asks twice for the new password; `wanted` carries it and the key file (or None)."""

    wanted = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Change the password"))
        head = QLabel(self.tr("Change the password"))
        head.setFont(theme.heading(self.font()))
        words = QLabel(
            self.tr(
                "The book is written anew under another key. The recovery sheet changes with it; older "
                "backups keep the password that they have."
            )
        )
        words.setWordWrap(True)
        words.setProperty("tone", "muted")
        self.password = PasswordField(self.tr("New password"))
        self.again = PasswordField(self.tr("The same password again"))
        self.meter = StrengthMeter()
        self.password.textChanged.connect(self.meter.show_password)
        self.key_file = KeyFileRow()
        self.notice = Notice("danger")
        cancel = push_button(self.tr("Cancel"), "quiet")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.close)
        self.change_button = push_button(self.tr("Change"), "primary")
        self.change_button.setDefault(True)
        self.change_button.clicked.connect(self._on_change)
        for field in (self.password, self.again):
            field.textChanged.connect(lambda: self._say(""))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.change_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_24,) * 4)
        layout.setSpacing(theme.SPACE_12)
        for widget in (head, words, self.password, self.meter, self.again):
            layout.addWidget(widget)
        layout.addWidget(self.key_file, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self.notice)
        layout.addSpacing(theme.SPACE_8)
        layout.addLayout(buttons)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say("")

    def _say(self, text: str) -> None:
        """A notice, and the height that the wrapped words need."""
        self.notice.say(text)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        width = theme.scaled(WIDTH, self.font())
        self.setFixedSize(width, layout.totalHeightForWidth(width))

    def _on_change(self) -> None:
        if not self.password.text():
            self._say(self.tr("Choose a password: it is what keeps the book closed to others."))
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.password.text() != self.again.text():
            self._say(self.tr("The two passwords are not the same. Type the second one again."))
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
            self.again.selectAll()
        else:
            self.wanted.emit(self.password.text(), self.key_file.path)
            self.close()
