"""Asks for the text of a signature or business card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from contactbook.ui.widgets import enter_key, theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_WIDTH, _HEIGHT = 520, 360
_LONGEST = 8_000
"""Characters of the clipboard that are taken along; no signature is longer."""


class TextDialog(QDialog):
    """Begins with what is on the clipboard, when that is text of more than one line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New contact from text"))
        head = QLabel(self.tr("New contact from text"))
        head.setFont(theme.heading(self.font()))
        words = QLabel(
            self.tr("Paste a signature or a business card. Check what was understood in the form.")
        )
        words.setProperty("tone", "muted")
        words.setWordWrap(True)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Text of the signature or card"))
        self.text.setTabChangesFocus(True)
        copied = QGuiApplication.clipboard().text()
        if "\n" in copied.strip():
            self.text.setPlainText(copied[:_LONGEST])
            self.text.selectAll()
        self.text.textChanged.connect(self._on_changed)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setProperty("kind", "quiet")
        cancel.clicked.connect(self.reject)
        self.take = QPushButton(self.tr("Take apart"))
        self.take.setProperty("kind", "primary")
        self.take.setToolTip(self.tr("Ctrl+Enter"))
        self.take.clicked.connect(self.accept)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.take.click)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_24,) * 4)
        layout.setSpacing(theme.SPACE_12)
        for widget in (head, words):
            layout.addWidget(widget)
        layout.addWidget(self.text, 1)
        layout.addLayout(buttons)
        enter_key.presses(self, self.take)
        self.resize(theme.fitting((_WIDTH, _HEIGHT), self))
        self._on_changed()

    @classmethod
    def open_for(cls, parent: QWidget, on_text: Callable[[str], object]) -> TextDialog:
        """Open; `on_text` is called with what was given, unless it was cancelled."""
        dialog = cls(parent)
        dialog.accepted.connect(lambda: on_text(dialog.text.toPlainText()))
        dialog.open()
        dialog.text.setFocus()
        return dialog

    def _on_changed(self) -> None:
        self.take.setEnabled(bool(self.text.toPlainText().strip()))
