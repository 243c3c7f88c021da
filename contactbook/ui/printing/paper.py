"""The pages that are printed: measured in 720ths of an inch, whatever they are painted on."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPagedPaintDevice

    from contactbook.domain.stationery import Box

UNITS = 720
"""Of an inch."""
_SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0, 4.5, 4.0)
_WRAPS_BELOW = 8.0
"""Points: lines are made smaller before they are broken."""


class Pages(Protocol):
    """Something to print in units (a sheet of labels, the sheet of one contact) of one or more pages each."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of every page as it lies, in millimetres."""
        ...

    @property
    def units(self) -> int:
        """How many there are."""
        ...

    def pages_of(self, unit: int) -> int:
        """Pages of one unit, at least 1."""
        ...

    def paint(self, painter: QPainter, unit: int, page: int) -> None:
        """Paint a page of a unit; the painter measures in `UNITS` from the corner of the paper."""
        ...

    def outlines(self) -> list[QRectF]:
        """Edges that the preview shows and no printer prints."""
        ...


def units(millimetres: float) -> float:
    """Millimetres in units."""
    return millimetres / 25.4 * UNITS


def rect(box: Box) -> QRectF:
    """A box of the page in units."""
    return QRectF(units(box.left), units(box.top), units(box.width), units(box.height))


def font(points: float, *, bold: bool = False) -> QFont:
    """A font of so many points that is drawn alike on every device."""
    made = QFont(QGuiApplication.font().families())
    made.setPixelSize(round(points * UNITS / 72))
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def layout_of(pages: Pages) -> QPageLayout:
    """The page without any margin: what is painted keeps clear of the edges itself."""
    width, height = pages.size
    lies = width > height
    size = QPageSize(
        QSizeF(min(width, height), max(width, height)),
        QPageSize.Unit.Millimeter,
        "",
        QPageSize.SizeMatchPolicy.FuzzyMatch,
    )
    way = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    return QPageLayout(size, way, QMarginsF(0, 0, 0, 0))


def scale(painter: QPainter, device: QPagedPaintDevice) -> None:
    """Let a painter on paper measure in units."""
    painter.scale(device.logicalDpiX() / UNITS, device.logicalDpiY() / UNITS)


def write_block(painter: QPainter, within: QRectF, lines: Sequence[str], largest: float = _SIZES[0]) -> float:
    """Lines of text as large as fits into a rectangle, in the middle of its height; the points it took.

    A block that begins in Arabic or Hebrew stands at the right, any other one at the left.
    """
    text = "\n".join(lines)
    side = Qt.AlignmentFlag.AlignRight if _runs_left(text) else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    size = _SIZES[-1]
    for size in (points for points in _SIZES if points <= largest):
        wrap = Qt.TextFlag.TextWordWrap if size < _WRAPS_BELOW else Qt.TextFlag(0)
        painter.setFont(font(size))
        needed = QFontMetricsF(painter.font()).boundingRect(within, int(flags) | int(wrap), text)
        if needed.width() <= within.width() and needed.height() <= within.height():
            break
    painter.drawText(within, int(flags) | int(Qt.TextFlag.TextWordWrap), text)
    return size


def _runs_left(text: str) -> bool:
    """Whether the first letter of a text is one of a script that runs from right to left."""
    first = next((unicodedata.bidirectional(letter) for letter in text if letter.isalpha()), "L")
    return first in ("R", "AL")
