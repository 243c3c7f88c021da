"""The line above the list: which part of the book it is, and how many it holds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from contactbook.ui.widgets import theme


class ListTitle(QWidget):
    """Painted and not laid out: it changes with every letter of a search, and nothing else should move."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._count = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, title: str, count: str) -> None:
        """Shows this from now on."""
        if (title, count) != (self._title, self._count):
            self._title, self._count = title, count
            self.setAccessibleName(f"{title} {count}".strip())
            self.update()

    @property
    def text(self) -> str:
        """What stands there."""
        return f"{self._title} {self._count}".strip()

    def sizeHint(self) -> QSize:
        return QSize(120, QFontMetrics(self.font()).height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        strong = theme.strong(self.font())
        metrics = QFontMetrics(strong)
        title = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, self.width() * 2 // 3)
        taken = metrics.horizontalAdvance(title) + theme.SPACE_8
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter = QPainter(self)
        painter.setFont(strong)
        painter.setPen(tokens.text)
        painter.drawText(self.rect(), start, title)
        painter.setFont(self.font())
        painter.setPen(tokens.muted)
        rest = QRect(0 if mirrored else taken, 0, self.width() - taken, self.height())
        painter.drawText(rest, start, self._count)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
