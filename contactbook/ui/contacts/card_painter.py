"""Draws a contact as a card: who it is, and under that how to reach them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPen

from contactbook.ui.contacts.row_painter import RowPainter, RowState, nameless, what_they_do
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter

    from contactbook.qtmodels.row_source import Row
    from contactbook.ui.widgets.theme import Tokens

_LINES = 3
"""Lines under the name and what they do: phone, e-mail, place."""
GAP = theme.SPACE_4
"""From the edge of its place to the card: half of what lies between two cards."""


class CardPainter(RowPainter):
    """Fonts and measures for one font; `paint_card` draws a card."""

    def __init__(self, font: QFont, *, mirrored: bool) -> None:
        super().__init__(font, compact=False, mirrored=mirrored)
        self._line = self._metrics.height() + theme.SPACE_4
        self._head = max(2 * self._line, self.lines_height - theme.SPACE_16)
        self.card_height = self._head + _LINES * self._line + 2 * (GAP + theme.SPACE_12) + theme.SPACE_8

    def paint_card(self, painter: QPainter, place: QRect, row: Row, state: RowState) -> None:
        """Draws the card of a row into its place."""
        tokens = theme.current()
        card = place.adjusted(GAP, GAP, -GAP, -GAP)
        self._paint_edge(painter, card, state, tokens)
        inside = card.adjusted(theme.SPACE_12, theme.SPACE_12, -theme.SPACE_12, -theme.SPACE_12)
        head = QRect(inside.left(), inside.top(), inside.width(), self._head)
        self._paint_avatar(painter, self._leading(head, 0, self._head), row)
        words = self._after(head, self._head + theme.SPACE_12, 0)
        does = what_they_do(row)
        name = QRect(
            words.left(), words.top(), words.width(), words.height() // 2 if does else words.height()
        )
        name = self._paint_star(painter, name, row, tokens)
        painter.setFont(self._strong)
        painter.setPen(tokens.text if row.display_name else tokens.muted)
        self._paint_text(painter, name, row.display_name or nameless(), self._strong_metrics)
        painter.setFont(self._plain)
        painter.setPen(tokens.muted)
        self._paint_text(painter, words.adjusted(0, words.height() // 2, 0, 0), does)
        line = QRect(inside.left(), head.bottom() + 1 + theme.SPACE_8, inside.width(), self._line)
        for text in filter(None, (row.phone, row.email, row.locality)):
            self._paint_text(painter, line, text)
            line.translate(0, self._line)

    def _paint_edge(self, painter: QPainter, card: QRect, state: RowState, tokens: Tokens) -> None:
        back = tokens.surface
        if state.selected:
            back = tokens.soft_accent if state.active else tokens.press
        elif state.hovered:
            back = tokens.hover
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.accent, 2) if state.focused else QPen(tokens.line, 1))
        painter.setBrush(back)
        painter.drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), theme.RADIUS_CARD, theme.RADIUS_CARD)
        painter.setBrush(Qt.BrushStyle.NoBrush)
