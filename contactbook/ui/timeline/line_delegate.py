"""Paints the rows of this folder's lists: a sign, two lines of words, a few at the end; and headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from contactbook.ui.widgets import icons, theme

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QStyleOptionViewItem

_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
SIGN = 28


@dataclass(frozen=True, slots=True)
class Look:
    """What a row shows; `tone` names a colour token; without an icon it is a heading."""

    first: str
    second: str = ""
    end: str = ""
    icon: str = ""
    tone: str = "muted"
    end_tone: str = "muted"


def row_height(font: QFont) -> int:
    """One height for all rows, so that a list of any length is laid out at once."""
    return QFontMetrics(font).height() + QFontMetrics(theme.small(font)).height() + theme.SPACE_12


class LineDelegate(QStyledItemDelegate):
    """Draws what `look` says of an index."""

    def look(self, index: QModelIndex | QPersistentModelIndex) -> Look | None:
        """What the row shows; None for one that has just gone."""
        raise NotImplementedError

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = self.look(index)
        if look is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if look.icon:
            self._paint_line(painter, option, look)
        else:
            self._paint_heading(painter, option, look)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, look: Look) -> None:
        tokens = theme.current()
        metrics = QFontMetrics(theme.strong(theme.small(option.font)))
        rect: QRect = option.rect.adjusted(theme.SPACE_24, 0, -theme.SPACE_24, 0)
        words = QRect(
            rect.left(), rect.bottom() - metrics.height() - theme.SPACE_4, rect.width(), metrics.height()
        )
        painter.setFont(theme.strong(theme.small(option.font)))
        painter.setPen(getattr(tokens, look.tone))
        painter.drawText(
            words, _START, metrics.elidedText(look.first, Qt.TextElideMode.ElideRight, words.width())
        )
        if look.end:
            painter.setFont(theme.small(theme.tabular(option.font)))
            painter.setPen(tokens.muted)
            painter.drawText(words, _END, look.end)

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, look: Look) -> None:
        tokens = theme.current()
        rect: QRect = option.rect
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            ground = QRectF(rect).adjusted(theme.SPACE_8, 1, -theme.SPACE_8, -1)
            focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(tokens.accent, 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(tokens.soft_accent if chosen else tokens.hover)
            shape = ground.adjusted(1, 1, -1, -1) if focused else ground
            painter.drawRoundedRect(shape, theme.RADIUS_FIELD, theme.RADIUS_FIELD)
        side = theme.scaled(SIGN, option.font)
        inside = rect.adjusted(theme.SPACE_24, 0, -theme.SPACE_24, 0)
        left = inside.right() - side if mirrored else inside.left()
        circle = QRectF(left, inside.center().y() - side / 2, side, side)
        tone = getattr(tokens, look.tone)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.mix(tone, tokens.surface, 0.14))
        painter.drawEllipse(circle)
        inner = side * 0.24
        icons.paint(painter, circle.adjusted(inner, inner, -inner, -inner), look.icon, tone)
        gap = side + theme.SPACE_12
        words = inside.adjusted(0, 0, -gap, 0) if mirrored else inside.adjusted(gap, 0, 0, 0)
        self._paint_words(painter, option, look, words, mirrored=mirrored)

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, look: Look, words: QRect, *, mirrored: bool
    ) -> None:
        tokens = theme.current()
        big, little = QFontMetrics(option.font), QFontMetrics(theme.small(option.font))
        top = words.center().y() - (big.height() + little.height()) // 2 + 1
        first = QRect(words.left(), top, words.width(), big.height())
        second = QRect(words.left(), top + big.height(), words.width(), little.height())
        if not look.second:
            first.moveTop(words.center().y() - big.height() // 2)
        painter.setFont(theme.small(theme.tabular(option.font)))
        painter.setPen(getattr(tokens, look.end_tone))
        painter.drawText(first, _END, look.end)
        taken = little.horizontalAdvance(look.end) + theme.SPACE_12 if look.end else 0
        first = first.adjusted(taken, 0, 0, 0) if mirrored else first.adjusted(0, 0, -taken, 0)
        painter.setFont(option.font)
        painter.setPen(tokens.text)
        painter.drawText(
            first, _START, big.elidedText(look.first, Qt.TextElideMode.ElideRight, first.width())
        )
        painter.setFont(theme.small(option.font))
        painter.setPen(tokens.muted)
        said = little.elidedText(look.second, Qt.TextElideMode.ElideRight, second.width())
        painter.drawText(second, _START, said)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, row_height(option.font))
