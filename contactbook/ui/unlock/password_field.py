"""A field for a password: hidden letters, an eye to show them, a word of warning when caps lock is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from contactbook.ui.widgets import icons

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget


class PasswordField(QLineEdit):
    """Never offers its text to the clipboard, to undo history or to an input method's memory while hidden."""

    caps_lock_seen = Signal(bool)
    """Whether a letter came out in upper case without Shift (or the reverse): caps lock is on."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._eye = self.addAction(icons.icon("eye"), QLineEdit.ActionPosition.TrailingPosition)
        self._eye.setCheckable(True)
        self._eye.setText(self.tr("Show the password"))
        self._eye.setToolTip(self.tr("Show the password"))
        self._eye.toggled.connect(self.set_revealed)

    def set_revealed(self, revealed: bool) -> None:
        """Show the letters, or dots."""
        mode = QLineEdit.EchoMode.Normal if revealed else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self._eye.setIcon(icons.icon("eye_off" if revealed else "eye"))
        self._eye.setChecked(revealed)

    def forget(self) -> None:
        """Empty the field and hide what is typed next."""
        self.clear()
        self.set_revealed(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if len(text) == 1 and text.isalpha() and text.lower() != text.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock_seen.emit(text.isupper() != shifted)
        elif event.key() == Qt.Key.Key_CapsLock:
            self.caps_lock_seen.emit(False)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.caps_lock_seen.emit(False)
        super().focusOutEvent(event)
