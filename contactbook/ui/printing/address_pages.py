"""Addresses on paper: sheets of labels, and envelopes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen

from contactbook.ui.printing import paper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from contactbook.domain.postal import Piece
    from contactbook.domain.stationery import Envelope, LabelSheet

_INSIDE = 3.5
"""Millimetres that a text keeps clear of the edge of its label."""


class LabelPages:
    """Sheets of labels; `first` is the place of the first label on the first sheet, from 0."""

    def __init__(self, pieces: Sequence[Piece], sheet: LabelSheet, first: int = 0) -> None:
        self._pieces, self._sheet, self._first = pieces, sheet, min(first, sheet.count - 1)

    @property
    def size(self) -> tuple[float, float]:
        return self._sheet.page

    @property
    def units(self) -> int:
        return self._sheet.pages_for(len(self._pieces), self._first)

    def pages_of(self, unit: int) -> int:
        return 1

    def paint(self, painter: QPainter, unit: int, page: int) -> None:
        begin = unit * self._sheet.count - self._first
        for place in range(self._sheet.count):
            at = begin + place
            if 0 <= at < len(self._pieces):
                edge = paper.units(_INSIDE)
                box = paper.rect(self._sheet.box(place)).adjusted(edge, edge, -edge, -edge)
                paper.write_block(painter, box, self._pieces[at].lines)

    def outlines(self) -> list[QRectF]:
        """Where the labels lie: for the preview, never for the paper."""
        return [paper.rect(self._sheet.box(place)) for place in range(self._sheet.count)]


class EnvelopePages:
    """One envelope a piece."""

    def __init__(self, pieces: Sequence[Piece], envelope: Envelope, sender: str = "") -> None:
        self._pieces, self._envelope = pieces, envelope
        self._sender = [line.strip() for line in sender.splitlines() if line.strip()]

    @property
    def size(self) -> tuple[float, float]:
        return self._envelope.page

    @property
    def units(self) -> int:
        return len(self._pieces)

    def pages_of(self, unit: int) -> int:
        return 1

    def paint(self, painter: QPainter, unit: int, page: int) -> None:
        paper.write_block(painter, paper.rect(self._envelope.recipient), self._pieces[unit].lines)
        if self._sender:
            box = paper.rect(self._envelope.sender)
            paper.write_block(painter, box, self._sender, largest=8)

    def outlines(self) -> list[QRectF]:
        """Nothing is cut or torn."""
        return []


def paint_outlines(painter: QPainter, boxes: Sequence[QRectF]) -> None:
    """The edges of labels, faintly."""
    painter.setPen(QPen(QColor("#B8C0C8"), 6, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for box in boxes:
        painter.drawRect(box)
