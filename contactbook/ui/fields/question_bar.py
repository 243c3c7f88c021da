"""A question at the foot of a dialog that must be answered before something is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent


class QuestionBar(QWidget):
    """Hidden until it asks; Esc keeps everything as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "message-warning")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE_16, theme.SPACE_8, theme.SPACE_16, theme.SPACE_8)
        row.setSpacing(theme.SPACE_8)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.yes = QPushButton()
        self.yes.clicked.connect(self._on_yes)
        self.no = QPushButton(self.tr("Keep it as it is"))
        self.no.clicked.connect(self.dismiss)
        row.addWidget(self.words, 1)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self._do: Callable[[], object] | None = None
        self._back: Callable[[], object] | None = None
        self.hide()

    def ask(
        self, words: str, yes: str, do: Callable[[], object], back: Callable[[], object] | None = None
    ) -> None:
        """Ask; `do` when the answer is yes, `back` when it is no."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.yes.setText(yes)
        self._do, self._back = do, back
        self.show()
        self.yes.setFocus()

    def say(self, words: str) -> None:
        """Only say something; it goes with the next step."""
        self.ask(words, "", lambda: None)
        self.yes.hide()
        self.no.hide()

    def dismiss(self) -> None:
        """Put the question away, unanswered."""
        back, self._do, self._back = self._back, None, None
        self.hide()
        self.yes.show()
        self.no.show()
        if back is not None:
            back()

    def _on_yes(self) -> None:
        do, self._back = self._do, None
        self.dismiss()
        if do is not None:
            do()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
