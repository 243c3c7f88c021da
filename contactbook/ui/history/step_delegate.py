"""Draws a step of the history: what was done, and under it when; muted when it was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from contactbook.qtmodels.history_model import StepRole
from contactbook.ui.widgets import icons, spoken_dates, theme

if TYPE_CHECKING:
    from contactbook.actions.undoing import HistoryRow

_ICONS = {
    "add": "add_person", "import": "import", "trash": "trash", "empty_trash": "trash", "erase": "trash",
    "restore": "restore", "star": "star", "unstar": "star", "tag": "tag", "untag": "tag", "rename_tag": "tag",
    "color_tag": "tag", "delete_tag": "tag", "merge_tags": "tag", "undo": "undo", "redo": "redo",
    "make_companies": "company", "unite_names": "company", "set_parent": "company", "merge": "person",
}  # fmt: skip


class StepDelegate(QStyledItemDelegate):
    """Two lines a step, with an icon at the head."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        step: HistoryRow | None = index.data(StepRole)
        if step is None:
            return
        tokens = theme.current()
        rect: QRect = option.rect
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(tokens.accent, 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(tokens.soft_accent if chosen else tokens.hover)
            painter.drawRoundedRect(
                QRectF(rect).adjusted(2, 2, -2, -2), theme.RADIUS_FIELD, theme.RADIUS_FIELD
            )
        side = theme.scaled(theme.ICON_SMALL, option.font)
        inside = rect.adjusted(theme.SPACE_12, theme.SPACE_8, -theme.SPACE_12, -theme.SPACE_8)
        left = inside.right() - side if mirrored else inside.left()
        icons.paint(
            painter,
            QRectF(left, inside.top() + 2, side, side),
            _ICONS.get(step.action, "edit"),
            tokens.muted,
        )
        gap = side + theme.SPACE_12
        words = inside.adjusted(0, 0, -gap, 0) if mirrored else inside.adjusted(gap, 0, 0, 0)
        font = QFont(option.font)
        font.setStrikeOut(step.undone)
        height = QFontMetrics(font).height()
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.setFont(font)
        painter.setPen(tokens.muted if step.undone else tokens.text)
        label = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, start, label)
        small = theme.small(option.font)
        painter.setFont(small)
        painter.setPen(tokens.muted)
        below = words.adjusted(0, height + 2, 0, 0)
        told = " · ".join(one for one in (spoken_dates.moment(step.at), step.by or step.device) if one)
        painter.drawText(
            below, start, QFontMetrics(small).elidedText(told, Qt.TextElideMode.ElideRight, below.width())
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line = QFontMetrics(option.font).height() + QFontMetrics(theme.small(option.font)).height()
        return QSize(100, line + 2 * theme.SPACE_8 + 2)
