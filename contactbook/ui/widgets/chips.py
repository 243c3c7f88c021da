"""Chips: small rounded words for tags and search filters, and a layout that wraps them like text."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QLayoutItem, QSizePolicy, QWidget

from contactbook.ui.widgets import icons, theme


def paint_chip(painter: QPainter, rect: QRectF, text: str, *, back: QColor, front: QColor) -> None:
    """Draws a chip in a list row; the caller has set the font."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(back)
    painter.drawRoundedRect(rect, theme.RADIUS_FIELD, theme.RADIUS_FIELD)
    painter.setPen(front)
    inside = rect.adjusted(theme.SPACE_8, 0, -theme.SPACE_8, 0)
    fitted = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, int(inside.width()))
    painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, fitted)
    painter.restore()


class Chip(QAbstractButton):
    """A tag or filter that can be clicked; with `removable`, a cross (or Delete) takes it away."""

    removed = Signal()

    def __init__(self, text: str, *, removable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._removable = removable
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _cross(self) -> QRect:
        """Where the cross is, an empty rectangle without one."""
        if not self._removable:
            return QRect()
        side = theme.ICON_SMALL
        at = (
            theme.SPACE_4
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            else self.width() - side - 4
        )
        return QRect(at, (self.height() - side) // 2, side, side)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        cross = theme.ICON_SMALL if self._removable else 0
        width = min(metrics.horizontalAdvance(self.text()) + 1, theme.scaled(220, self.font()))
        return QSize(width + 2 * theme.SPACE_8 + cross + 4, metrics.height() + theme.SPACE_8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        back = theme.mix(tokens.accent, tokens.soft_accent, 0.15) if self.underMouse() else tokens.soft_accent
        cross = self._cross()
        words = QRectF(rect)
        if cross.isValid():
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            words.adjust(theme.ICON_SMALL if rtl else 0, 0, 0 if rtl else -theme.ICON_SMALL, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(tokens.accent if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(back)
        painter.drawRoundedRect(rect, theme.RADIUS_FIELD, theme.RADIUS_FIELD)
        painter.setPen(tokens.text)
        inside = words.adjusted(theme.SPACE_8 - 1, 0, 1 - theme.SPACE_8, 0)
        fitted = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, round(inside.width())
        )
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, fitted)
        if cross.isValid():
            icons.paint(painter, QRectF(cross).adjusted(2, 2, -2, -2), "close", tokens.muted)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._cross().contains(event.position().toPoint()) and self.isDown():
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)


class FlowLayout(QLayout):
    """Puts widgets beside each other, starts a new line where they do not fit, mirrors for right-to-left."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = theme.SPACE_4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(width, item.minimumSize().width())))
            if not lines or x + size.width() > width:
                lines.append([])
                x = 0
            lines[-1].append((item, size))
            x += size.width() + self._gap
        return lines

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Places the items within `rect` (or only measures); the height used."""
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        y = rect.top()
        for line in self._lines(rect.width()):
            x, high = rect.left(), max(size.height() for _, size in line)
            for item, size in line:
                left = rect.right() + rect.left() - x - size.width() + 1 if mirrored else x
                if move:
                    item.setGeometry(QRect(QPoint(left, y + (high - size.height()) // 2), size))
                x += size.width() + self._gap
            y += high + self._gap
        return max(0, y - self._gap - rect.top())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size
