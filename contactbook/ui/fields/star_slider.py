"""Stars to set with the mouse, the arrows or a digit; to a screen reader it is a slider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from contactbook.ui.widgets import icons, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent


class StarSlider(QSlider):
    """Its value is the number of filled stars, 0 for none."""

    def __init__(self, stars: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, max(1, stars))
        self.setPageStep(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _side(self) -> int:
        return self.fontMetrics().height() + theme.SPACE_4

    def sizeHint(self) -> QSize:
        return QSize(self._side() * self.maximum() + theme.SPACE_8, self._side() + theme.SPACE_8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, side = theme.current(), self._side()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(tokens.accent, 2))
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, theme.RADIUS_FIELD, theme.RADIUS_FIELD)
        for place in range(self.maximum()):
            filled = place < self.value()
            icons.paint(
                painter,
                QRectF(self._left(place), theme.SPACE_4, side - 2, side - 2),
                "star_filled" if filled else "star",
                tokens.star if filled else tokens.muted,
            )
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = (event.position().x() - theme.SPACE_4) / self._side()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            at = self.maximum() - at
        stars = max(1, min(self.maximum(), int(at) + 1))
        self.setValue(0 if stars == self.value() else stars)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit() and int(event.text()) <= self.maximum():
            self.setValue(int(event.text()))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.setValue(0)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _left(self, place: int) -> float:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place = self.maximum() - 1 - place
        return theme.SPACE_4 + place * self._side()
