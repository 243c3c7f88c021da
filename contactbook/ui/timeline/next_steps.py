"""The follow-ups of an entry, a line each that goes to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent


class NextSteps(QWidget):
    """Empty for an entry that nothing follows."""

    wanted = Signal(object)
    """The id of a follow-up that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Follow-ups of this entry"))
        self.buttons: list[_Step] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_steps(self, steps: Sequence[tuple[int, str]]) -> None:
        """Shows follow-ups, by id and in words."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        for key, words in steps:
            button = _Step(words)
            button.clicked.connect(partial(self.wanted.emit, key))
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            self.buttons.append(button)


class _Step(QPushButton):
    """A link as wide as its words, or shortened where there is no room for them."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words
        self.setProperty("kind", "link")
        self.setToolTip(words)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        return QSize(
            self.fontMetrics().horizontalAdvance(self._words) + theme.SPACE_16, super().sizeHint().height()
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.SPACE_32, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - theme.SPACE_12
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))
