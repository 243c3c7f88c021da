"""The steps of the import window at its head: where one is, what is done, what comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from contactbook.ui.widgets import icons, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent


class StepBar(QWidget):
    """Shows steps by number and name; not operated, only looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: list[str] = []
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: Sequence[str], current: int) -> None:
        """The names of the steps, and the number (from 0) of the one at hand."""
        self._steps, self._current = list(steps), current
        self.setAccessibleName(
            self.tr("Step %1 of %2: %3")
            .replace("%1", str(current + 1))
            .replace("%2", str(len(steps)))
            .replace("%3", steps[current])
        )
        self.updateGeometry()
        self.update()

    @property
    def _side(self) -> int:
        return QFontMetrics(self.font()).height() + theme.SPACE_8

    def sizeHint(self) -> QSize:
        return QSize(400, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, metrics, side = theme.current(), QFontMetrics(theme.strong(self.font())), self._side
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        room = self.width() - sum(
            side + theme.SPACE_8 + metrics.horizontalAdvance(step) for step in self._steps
        )
        narrow = room < theme.SPACE_32 * len(self._steps)
        left = 0
        for at, step in enumerate(self._steps):
            named = not narrow or at == self._current
            words = metrics.horizontalAdvance(step) + theme.SPACE_8 if named else 0
            whole = QRect(left, 0, side + words, side)
            if mirrored:
                whole.moveRight(self.width() - 1 - left)
            self._paint_step(painter, whole, at, step if named else "", mirrored=mirrored)
            left += whole.width() + theme.SPACE_12
            if at + 1 < len(self._steps):
                middle, x = side / 2, self.width() - left if mirrored else left
                painter.setPen(tokens.line_strong)
                painter.drawLine(QPointF(x, middle), QPointF(x + (-20 if mirrored else 20), middle))
                left += 20 + theme.SPACE_12
        painter.end()

    def _paint_step(self, painter: QPainter, whole: QRect, at: int, step: str, *, mirrored: bool) -> None:
        tokens, side = theme.current(), self._side
        disc = QRectF(whole.right() + 1 - side if mirrored else whole.left(), 0, side, side)
        here, done = at == self._current, at < self._current
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent if here else tokens.soft_accent if done else tokens.chip)
        painter.drawEllipse(disc)
        if done:
            icons.paint(painter, disc.adjusted(6, 6, -6, -6), "check", tokens.accent)
        else:
            painter.setPen(tokens.on_accent if here else tokens.muted)
            painter.setFont(theme.strong(theme.small(self.font())))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(at + 1))
        if step:
            gap = side + theme.SPACE_8
            words = whole.adjusted(0, 0, -gap, 0) if mirrored else whole.adjusted(gap, 0, 0, 0)
            painter.setPen(tokens.text if here else tokens.muted)
            painter.setFont(theme.strong(self.font()) if here else self.font())
            end = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | end, step)
