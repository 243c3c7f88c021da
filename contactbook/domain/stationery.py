"""Paper that addresses are printed on: sheets of labels and envelopes, in millimetres.

Measures of the sheets as their makers publish them: HERMA 4464 and Avery 3474 (3 x 8), Avery L7160 (3 x 7),
L7163 (2 x 7) and 5160 (3 x 10, in inches there). Envelopes: ISO 269, and ANSI/ASME Y14.1 for No. 10.
"""

from __future__ import annotations

from dataclasses import dataclass

INCH = 25.4


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """Labels of one size, `columns` side by side; `step_x` and `step_y` lead from one to the next."""

    key: str
    name: str
    page: tuple[float, float]
    columns: int
    rows: int
    left: float
    top: float
    width: float
    height: float
    step_x: float
    step_y: float

    @property
    def count(self) -> int:
        """Labels of a page."""
        return self.columns * self.rows

    def box(self, place: int) -> Box:
        """Where a label lies: 0 is the first one, row by row."""
        row, column = divmod(place, self.columns)
        return Box(self.left + column * self.step_x, self.top + row * self.step_y, self.width, self.height)

    def pages_for(self, labels: int, first: int = 0) -> int:
        """Pages that so many labels need when the first of them lies at the place `first`."""
        return -(-(labels + first) // self.count) if labels else 0


@dataclass(frozen=True, slots=True)
class Envelope:
    """An envelope, lying; who gets it stands in the right half, clear of the stamp and the lower edge."""

    key: str
    name: str
    page: tuple[float, float]

    @property
    def recipient(self) -> Box:
        """Where the address goes: S10 and national rules leave 40 mm above and 15 mm at the other edges."""
        width, height = self.page
        left = width * 0.46
        return Box(left, 40, width - left - 15, height - 40 - 15)

    @property
    def sender(self) -> Box:
        """Where whoever writes stands: at the upper left, beside the stamp."""
        width, _ = self.page
        return Box(12, 10, min(70, width - 74 - 12), 28)


A4, LETTER = (210.0, 297.0), (8.5 * INCH, 11 * INCH)

LABEL_SHEETS = (
    LabelSheet("a4-3x8", "Herma 4464", A4, 3, 8, 0, 0.5, 70, 37, 70, 37),
    LabelSheet("a4-3x7", "Avery L7160", A4, 3, 7, 7.25, 15.15, 63.5, 38.1, 66, 38.1),
    LabelSheet("a4-2x7", "Avery L7163", A4, 2, 7, 4.65, 15.15, 99.1, 38.1, 101.6, 38.1),
    LabelSheet(
        "letter-5160", "Avery 5160", LETTER, 3, 10,
        0.1875 * INCH, 0.5 * INCH, 2.625 * INCH, INCH, 2.75 * INCH, INCH,
    ),
)  # fmt: skip
"""The first is offered where paper is A4, the last where it is Letter."""

ENVELOPES = (
    Envelope("dl", "DL", (220, 110)),
    Envelope("c5", "C5", (229, 162)),
    Envelope("c6", "C6", (162, 114)),
    Envelope("no10", "No. 10", (9.5 * INCH, 4.125 * INCH)),
)


def label_sheet(key: str) -> LabelSheet:
    """The sheet of this name, the first one where there is none."""
    return next((sheet for sheet in LABEL_SHEETS if sheet.key == key), LABEL_SHEETS[0])


def envelope(key: str) -> Envelope:
    """The envelope of this name, the first one where there is none."""
    return next((one for one in ENVELOPES if one.key == key), ENVELOPES[0])
