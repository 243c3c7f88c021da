"""Draws the rows of the contact list, each whole at once: in columns, or in two lines where it is narrow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from contactbook.qtmodels.contact_columns import FIXED, NAME, Column
from contactbook.ui.contacts import timeline_cells
from contactbook.ui.fields.field_words import spoken_value
from contactbook.ui.widgets import avatar, icons, spoken_dates, theme
from contactbook.ui.widgets.chips import paint_chip

if TYPE_CHECKING:
    from contactbook.qtmodels.row_source import Row
    from contactbook.ui.widgets.theme import Tokens

_LEADING = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TAGS_KEY = "tags"
_LEFT_TO_RIGHT, _BY_ITSELF, _END = "\u2066", "\u2068", "\u2069"
"""In a mirrored window every text keeps its own direction (Unicode isolates); numbers run left to right."""
_FIGURES = frozenset("+(0123456789")


@dataclass(slots=True)
class RowState:
    """How a row stands: chosen, under the mouse, holding the focus; and whether its window is in use."""

    selected: bool = False
    hovered: bool = False
    focused: bool = False
    active: bool = True


class RowPainter:
    """Fonts and measures for one font and density; `paint_columns` and `paint_lines` draw a row."""

    def __init__(self, font: QFont, *, compact: bool, mirrored: bool) -> None:
        self._plain = QFont(font)
        self._figures = theme.tabular(font)
        self._name = QFont(font)
        self._name.setWeight(QFont.Weight.Medium)
        self._strong = theme.strong(font)
        self._small = theme.small(font)
        self._metrics = QFontMetrics(font)
        self._name_metrics = QFontMetrics(self._name)
        self._strong_metrics = QFontMetrics(self._strong)
        self._small_metrics = QFontMetrics(self._small)
        self._mirrored = mirrored
        self.row_height = theme.row_height(font, compact=compact)
        self.lines_height = theme.row_height(font, two_lines=True)
        self._avatar = self.row_height - (theme.SPACE_4 if compact else theme.SPACE_8) - 2
        self._wide_letter = max(
            self._metrics.horizontalAdvance("W"), self._name_metrics.horizontalAdvance("M")
        )

    def paint_columns(
        self, painter: QPainter, line: QRect, row: Row, cells: list[tuple[Column, int, int]], state: RowState
    ) -> None:
        """Draws a row; `cells` holds (column, left edge, width) of every visible column."""
        tokens = theme.current()
        self._paint_back(painter, line, state, tokens)
        for column, left, width in cells:
            cell = QRect(left, line.top(), width, line.height())
            if column is FIXED[NAME]:
                self._paint_name(painter, cell, row, tokens)
            elif column.key == _TAGS_KEY:
                self._paint_tags(painter, cell, row.tags, tokens)
            else:
                text = _said(column, row)
                if text:
                    painter.setFont(self._figures if column.figures else self._plain)
                    light = timeline_cells.tone(column.key, row)
                    painter.setPen(getattr(tokens, light) if light else tokens.muted)
                    self._paint_text(painter, cell.adjusted(theme.SPACE_8, 0, -theme.SPACE_8, 0), text)

    def paint_lines(self, painter: QPainter, line: QRect, row: Row, state: RowState) -> None:
        """Draws a row in two lines: who it is, and what one needs first."""
        tokens = theme.current()
        self._paint_back(painter, line, state, tokens)
        side = line.height() - theme.SPACE_16
        square = self._leading(line, theme.SPACE_16, side)
        self._paint_avatar(painter, square, row)
        words = self._after(line, theme.SPACE_16 + side + theme.SPACE_12, theme.SPACE_12)
        upper = QRect(
            words.left(),
            line.top() + theme.SPACE_8 - 1,
            words.width(),
            line.height() // 2 - theme.SPACE_8 + 2,
        )
        lower = QRect(
            words.left(),
            line.top() + line.height() // 2 + 1,
            words.width(),
            line.height() // 2 - theme.SPACE_8 + 2,
        )
        upper = self._paint_star(painter, upper, row, tokens)
        painter.setFont(self._strong)
        painter.setPen(tokens.text)
        self._paint_text(painter, upper, row.display_name or nameless(), self._strong_metrics)
        painter.setFont(self._plain)
        painter.setPen(tokens.muted)
        self._paint_text(painter, lower, what_they_do(row) or row.email or row.phone or row.locality)

    def _paint_back(self, painter: QPainter, line: QRect, state: RowState, tokens: Tokens) -> None:
        if state.selected:
            painter.fillRect(line, tokens.soft_accent if state.active else tokens.press)
        elif state.hovered:
            painter.fillRect(line, tokens.hover)
        if state.focused:
            painter.save()
            painter.setPen(QPen(tokens.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(
                QRectF(line).adjusted(3, 2, -3, -2), theme.RADIUS_FIELD, theme.RADIUS_FIELD
            )
            painter.restore()

    def _paint_name(self, painter: QPainter, cell: QRect, row: Row, tokens: Tokens) -> None:
        square = self._leading(cell, theme.SPACE_16, self._avatar)
        self._paint_avatar(painter, square, row)
        words = self._after(cell, theme.SPACE_16 + self._avatar + theme.SPACE_8 + 2, theme.SPACE_8)
        words = self._paint_star(painter, words, row, tokens)
        painter.setFont(self._name)
        painter.setPen(tokens.text if row.display_name else tokens.muted)
        self._paint_text(painter, words, row.display_name or nameless(), self._name_metrics)

    def _paint_star(self, painter: QPainter, words: QRect, row: Row, tokens: Tokens) -> QRect:
        """Draws the star at the end of the words; the room that is left for them."""
        if not row.starred:
            return words
        side = self._metrics.ascent()
        at = words.left() if self._mirrored else words.right() - side + 1
        square = QRectF(at, words.center().y() - side / 2 + 0.5, side, side)
        icons.paint(painter, square, "star_filled", tokens.star)
        taken = side + theme.SPACE_4
        return words.adjusted(taken, 0, 0, 0) if self._mirrored else words.adjusted(0, 0, -taken, 0)

    def _paint_avatar(self, painter: QPainter, square: QRect, row: Row) -> None:
        letters = avatar.initials(row.display_name, row.kind)
        ratio = painter.device().devicePixelRatioF()
        hue, dark = avatar.hue_of(row.id), theme.current().dark
        family = self._plain.family()
        painter.drawPixmap(
            square.topLeft(), avatar.drawn(letters, row.kind, hue, square.width(), ratio, family, dark)
        )

    def _paint_tags(self, painter: QPainter, cell: QRect, tags: str, tokens: Tokens) -> None:
        if not tags:
            return
        height = self._small_metrics.height() + theme.SPACE_4
        top = cell.top() + (cell.height() - height) // 2
        room = cell.width() - 2 * theme.SPACE_8
        used = 0
        painter.setFont(self._small)
        for tag in tags.split(", "):
            width = self._small_metrics.horizontalAdvance(tag) + theme.SPACE_16 + 2
            if used and used + width > room:
                break
            width = min(width, room)
            left = (
                cell.right() - theme.SPACE_8 - used - width
                if self._mirrored
                else cell.left() + theme.SPACE_8 + used
            )
            paint_chip(painter, QRectF(left, top, width, height), tag, back=tokens.chip, front=tokens.text)
            used += width + theme.SPACE_4

    def _paint_text(
        self, painter: QPainter, cell: QRect, text: str, metrics: QFontMetrics | None = None
    ) -> None:
        """Draws a line of text from its leading edge, shortened only where it might not fit."""
        metrics = metrics or self._metrics
        if not text.isascii() or len(text) * self._wide_letter > cell.width():
            text = metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, cell.width())
        if self._mirrored:
            text = (_LEFT_TO_RIGHT if text[:1] in _FIGURES else _BY_ITSELF) + text + _END
        painter.drawText(cell, _LEADING, text)

    def _leading(self, cell: QRect, gap: int, side: int) -> QRect:
        """A square at the leading edge of a cell."""
        left = cell.right() - gap - side + 1 if self._mirrored else cell.left() + gap
        return QRect(left, cell.top() + (cell.height() - side) // 2, side, side)

    def _after(self, cell: QRect, start: int, end: int) -> QRect:
        """What is left of a cell after `start` pixels at its leading and `end` at its trailing edge."""
        return cell.adjusted(end, 0, -start, 0) if self._mirrored else cell.adjusted(start, 0, -end, 0)


def _said(column: Column, row: Row) -> str:
    """The text of a cell as people say it."""
    if column.key in timeline_cells.KEYS:
        return timeline_cells.said(column.key, row)
    if column.definition is not None:
        value = row.fields.get(column.definition.id, "")
        return spoken_value(column.definition, value) if value else ""
    value = getattr(row, column.field)
    if not value or (column.key == "organization" and value == row.display_name):
        return ""
    if column.moment:
        return spoken_dates.moment(value)
    return spoken_dates.day(value) if column.key == "birthday" else value


def what_they_do(row: Row) -> str:
    """Title and company, as one line."""
    return " · ".join(part for part in (row.job_title, row.organization) if part and part != row.display_name)


def nameless() -> str:
    """What stands where a name would."""
    return QCoreApplication.translate("RowPainter", "No name")
