"""How a row of the contact pane is set: label, value, the copy button under the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from contactbook.ui.contacts.detail_model import CLOSING, TITLE, IndentRole, KindRole, LineRole
from contactbook.ui.contacts.value_selection import NOTHING
from contactbook.ui.widgets import icons, theme

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QStyleOptionViewItem

    from contactbook.ui.contacts.contact_sections import Line

    _Index = QModelIndex | QPersistentModelIndex

LABEL_WIDTH = 104
EDGE = theme.SPACE_16
"""From the edge of the pane to the frame of a row."""
INSIDE = theme.SPACE_8
"""From the frame of a row to its words, so that these stand 24 pixels from the edge."""
_ABOVE, _BELOW = {TITLE: theme.SPACE_16, CLOSING: theme.SPACE_24}, {CLOSING: theme.SPACE_16}
_LINE_BREAK = "\u2028"
_ANY_HEIGHT = 10_000_000


class DetailDelegate(QStyledItemDelegate):
    """Sets each row once for a width and keeps it until `forget`; words of any length are broken to fit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._set: dict[int, tuple[QTextLayout | None, QTextLayout]] = {}
        self._width = 0
        self.hovered = -1
        """The row under the mouse."""
        self.marked = NOTHING
        """What the mouse has marked of a value."""

    def forget(self, width: int = 0) -> None:
        """The rows, the type or the room (pixels in width, 0: as before) are others now."""
        self._set.clear()
        self.marked = NOTHING
        self._width = width or self._width

    def value_rect(self, row: QRect, index: _Index, mirrored: bool) -> QRect:
        """Where the words of the value are within the rectangle of its row."""
        _, value = self._layouts(index)
        words = value.boundingRect()
        width = round(max(value.lineAt(at).naturalTextWidth() for at in range(value.lineCount())))
        start = self._value_left(index)
        left = row.right() + 1 - start - width if mirrored else start
        return QRect(left, row.top() + self._above(index), width, round(words.height()))

    def cursor_at(self, row: QRect, index: _Index, mirrored: bool, at: QPoint) -> int:
        """Between which characters of the value a point of the row's rectangle lies."""
        _, value = self._layouts(index)
        start, width = self._value_left(index), self._value_width(index)
        left = row.right() + 1 - start - width if mirrored else start
        x, y = at.x() - left, at.y() - row.top() - self._above(index)
        lines = [value.lineAt(number) for number in range(value.lineCount())]
        line = next((line for line in lines if y < line.y() + line.height()), lines[-1])
        return line.xToCursor(x)

    def marked_text(self, index: _Index) -> str:
        """What is marked of a row; "" when nothing is."""
        if not self.marked or self.marked.row != index.row():
            return ""
        text = self._layouts(index)[1].text()
        return text[self.marked.start : self.marked.start + self.marked.length].replace(_LINE_BREAK, "\n")

    def copy_rect(self, row: QRect, mirrored: bool) -> QRect:
        """Where the copy button is within the rectangle of a row."""
        side = theme.ICON_SMALL + theme.SPACE_4
        left = EDGE + 2 if mirrored else row.right() + 1 - EDGE - side - 2
        return QRect(left, row.top() + 2, side, side)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        label, value = self._layouts(index)
        height = max(layout.boundingRect().height() for layout in (label, value) if layout is not None)
        kind = index.data(KindRole)
        return QSize(self._width, self._above(index) + round(height) + _BELOW.get(kind, theme.SPACE_4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens = theme.current()
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        line: Line = index.data(LineRole)
        kind = index.data(KindRole)
        row = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(row).adjusted(EDGE + 1, 1, -EDGE - 1, -1)
        hovered = index.row() == self.hovered
        if hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.hover)
            painter.drawRoundedRect(frame, theme.RADIUS_FIELD, theme.RADIUS_FIELD)
        if option.state & QStyle.StateFlag.State_HasFocus:
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(tokens.accent)
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, theme.RADIUS_FIELD, theme.RADIUS_FIELD)
        label, value = self._layouts(index)
        top, far = row.top() + self._above(index), row.right() + 1
        if label is not None:
            painter.setPen(tokens.muted)
            left = EDGE + INSIDE
            label.draw(painter, QPointF(far - left - self._label_width() if mirrored else left, top))
        muted = kind in (TITLE, CLOSING)
        painter.setPen(tokens.muted if muted else tokens.accent if line.link else tokens.text)
        start, width = self._value_left(index), self._value_width(index)
        value.draw(
            painter, QPointF(far - start - width if mirrored else start, top), self._ranges(index.row())
        )
        if hovered and not muted:
            copy = QRectF(self.copy_rect(row, mirrored)).adjusted(2, 2, -2, -2)
            icons.paint(painter, copy, "copy", tokens.muted)
        painter.restore()

    def _ranges(self, row: int) -> list[QTextLayout.FormatRange]:
        """The marked characters, to be drawn in the colours of a selection."""
        if not self.marked or self.marked.row != row:
            return []
        made = QTextLayout.FormatRange()
        made.start, made.length = self.marked.start, self.marked.length  # type: ignore[attr-defined]
        form = QTextCharFormat()
        form.setBackground(theme.current().accent)
        form.setForeground(theme.current().on_accent)
        made.format = form  # type: ignore[attr-defined]
        return [made]

    def _above(self, index: _Index) -> int:
        return _ABOVE.get(index.data(KindRole), theme.SPACE_4)

    def _font(self) -> QFont:
        view = self.parent()
        return view.font()  # type: ignore[union-attr]

    def _label_width(self) -> int:
        return min(theme.scaled(LABEL_WIDTH, self._font()), self._width // 3)

    def _value_left(self, index: _Index) -> int:
        left = EDGE + INSIDE
        return left + self._label_width() + theme.SPACE_12 if index.data(IndentRole) else left

    def _value_width(self, index: _Index) -> int:
        """Room for the copy button stays free, so that nothing moves when it appears."""
        return max(40, self._width - self._value_left(index) - EDGE - theme.ICON_SMALL - theme.SPACE_8)

    def _layouts(self, index: _Index) -> tuple[QTextLayout | None, QTextLayout]:
        made = self._set.get(index.row())
        if made is None:
            made = self._set[index.row()] = self._make(index)
        return made

    def _make(self, index: _Index) -> tuple[QTextLayout | None, QTextLayout]:
        line: Line = index.data(LineRole)
        kind, font = index.data(KindRole), self._font()
        if kind == TITLE:
            font = theme.strong(theme.small(font))
        elif kind == CLOSING:
            font = theme.small(font)
        elif line.preferred:
            font = theme.strong(font)
        label = None
        if line.label:
            label = _laid_out(line.label, self._font(), self._label_width(), self._rtl())
        return label, _laid_out(
            index.data(), font, self._value_width(index), self._rtl(), left_to_right=line.left_to_right
        )

    def _rtl(self) -> bool:
        view = self.parent()
        return view.layoutDirection() == Qt.LayoutDirection.RightToLeft  # type: ignore[union-attr]


def _laid_out(text: str, font: QFont, width: int, rtl: bool, *, left_to_right: bool = False) -> QTextLayout:
    """Text broken into lines of a width; `left_to_right` holds numbers and addresses in their order."""
    option = QTextOption()
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(
        Qt.LayoutDirection.LeftToRight if left_to_right else Qt.LayoutDirection.LayoutDirectionAuto
    )
    layout = QTextLayout(text.replace("\r\n", "\n").replace("\n", _LINE_BREAK), font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    y = 0.0
    while y < _ANY_HEIGHT:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout
