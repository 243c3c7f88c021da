"""How a text is laid out as a table: delimiter, quoting, and the line on which the heading stands."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contactbook.domain import column_names, emails, entry_columns
from contactbook.formats import dialect, dialects

if TYPE_CHECKING:
    from collections.abc import Sequence

DELIMITERS = (",", ";", "\t", "|")
_SEP_LINE = re.compile(r'"?sep=(.)"?[,;\t|]*\s*', re.IGNORECASE)
_BACKSLASH_QUOTE = re.compile(r'[^,;\t|\n]\\"[^",;\t|\r\n]')
_NUMBERS = re.compile(r"[\d+(/][\d\s()/.,:+-]*")
_HEADER_WITHIN = 30
_SAMPLE_ROWS = 400
_LONGEST_HEADING = 80
_MOST_COLUMNS = 2000
"""Columns beyond these are read as surplus cells; no person made such a table."""

_LEAST_SCORE = 40
_OF_A_PROGRAM = 81
"""A row of this score or more is the heading that a program we know writes; words alone reach less."""

_PROVING_ROWS = 20
_WIDTH_BONUS, _WIDE_ENOUGH = 4, 5
"""A row of several headings is a better one than a line with one word that happens to fit ("Notes:")."""


@dataclass(slots=True)
class Shape:
    """The layout of a table.

    `header` is the index of the heading among `rows` (-1: there is none); `skip_lines` are physical lines
    before the first row; `confidence` 0..100 says how sure it is that this is a table of contacts at all.
    """

    delimiter: str = ","
    quote: str = '"'
    escape: str = ""
    skip_lines: int = 0
    header: int = -1
    rows: list[list[str]] = field(default_factory=list[list[str]])
    confidence: int = 0

    @property
    def headings(self) -> list[str]:
        """The heading of each column; "Column 1" ... where the table has none."""
        if self.header >= 0:
            return [cell.strip() for cell in self.rows[self.header]]
        return [f"Column {number}" for number in range(1, max(map(len, self.rows), default=0) + 1)]

    @property
    def samples(self) -> list[list[str]]:
        """The first rows below the heading."""
        return self.rows[self.header + 1 :]


def guess_shape(text: str, delimiter: str = "", *, complete: bool = True, known: Sequence[str] = ()) -> Shape:
    """The most likely layout of the table that begins with `text`.

    Args:
        text: decoded text from the beginning of the file, line ends in any form.
        delimiter: what the person said it is; "" to find out.
        known: the headings of a saved mapping.
        complete: whether the text is the whole file; otherwise its last row may be cut off and is not looked
            at.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    first, _, rest = text.partition("\n")
    told = _SEP_LINE.fullmatch(first)
    if told and not told[1].isalnum():
        text, delimiter = rest, delimiter or told[1]
    escape = "\\" if _BACKSLASH_QUOTE.search(text) else ""
    best: Shape | None = None
    for candidate in (delimiter,) if delimiter else DELIMITERS:
        rows = _rows(text, candidate, escape)
        if not complete and len(rows) > 1:
            rows.pop()
        shape = Shape(candidate, escape=escape, skip_lines=bool(told), rows=rows)
        shape.header, shape.confidence = _find_header(rows, known)
        if best is None or _rank(shape) > _rank(best):
            best = shape
    return best or Shape()


def shape_of_rows(rows: list[list[str]], known: Sequence[str] = ()) -> Shape:
    """The layout of rows that are split into cells already, as those of a spreadsheet are."""
    header, confidence = _find_header(rows, known)
    return Shape(header=header, rows=rows, confidence=confidence)


def _rows(text: str, delimiter: str, escape: str) -> list[list[str]]:
    rows: list[list[str]] = []
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    lines = (f"{line}\n" for line in text.split("\n"))  # breaks inside of cells stay what they are
    for row in csv.reader(lines, delimiter=delimiter, escapechar=escape or None):
        rows.append([cell.replace("\0", "") for cell in row[:_MOST_COLUMNS]])
        if len(rows) > _SAMPLE_ROWS:
            break
    return rows


def _rank(shape: Shape) -> tuple[int, float, int]:
    widths = Counter(len(row) for row in shape.samples if any(row))
    width, count = max(widths.items(), key=lambda item: (item[1], item[0])) if widths else (1, 0)
    steady = count / max(1, sum(widths.values()))
    named = sum(map(bool, shape.rows[shape.header])) if shape.header >= 0 else 0
    return shape.confidence + _WIDTH_BONUS * min(_WIDE_ENOUGH, named), steady if width > 1 else 0.0, width


def _find_header(rows: list[list[str]], known: Sequence[str]) -> tuple[int, int]:
    """Index of the heading row (-1: none) and 0..100 how sure it is that the rows are contacts.

    `known` are the headings of a saved mapping: a row with most of them is the heading, whatever they are
    called.
    """
    wanted = {dialect.key_of(heading) for heading in known} - {""}
    for index, row in enumerate(rows[:_HEADER_WITHIN] if wanted else ()):
        if 2 * len(wanted & {dialect.key_of(cell) for cell in row}) > len(wanted):
            return index, 100
    best, best_score, best_rank = -1, 0, 0
    for index, row in enumerate(rows[:_HEADER_WITHIN]):
        score = heading_score(row)
        rank = score + _WIDTH_BONUS * min(_WIDE_ENOUGH, sum(map(bool, row)))
        if score >= _LEAST_SCORE and rank > best_rank:
            best, best_score, best_rank = index, score, rank
    if best >= 0 and (best_score >= _OF_A_PROGRAM or _borne_out(rows[best], rows[best + 1 :])):
        return best, best_score
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if not filled:
        return -1, 0
    widths = Counter(map(len, filled))
    width, count = widths.most_common(1)[0]
    steady = count / len(filled)
    headed = len(filled) > 1 and not any(map(_tells, filled[0])) and all(filled[0][:-1])
    below = filled[1:] if headed else filled
    telling = sum(any(map(_tells, row)) for row in below) / len(below)
    if steady > 0.8 and telling > 0.6:
        return (rows.index(filled[0]) if headed else -1), 45
    if width > 1 and steady > 0.95 and len(filled) > 1 and _is_heading_like(filled[0]):
        return rows.index(filled[0]), 30
    return -1, 0


def _borne_out(heading: list[str], below: list[list[str]]) -> bool:
    """Whether the rows below have the columns that the heading names: a word of garbage may look like one.

    Few rows prove nothing; in some files blank cells at the end of a row are left out.
    """
    widths = [len(row) for row in below if any(row)]
    if len(widths) < _PROVING_ROWS:
        return True
    same, fitting = widths.count(len(heading)), sum(width <= len(heading) for width in widths)
    return 2 * same >= len(widths) or 10 * fitting >= 9 * len(widths)


def heading_score(row: list[str]) -> int:
    """How likely a row is the heading of a table of contacts, 0..100."""
    cells = [cell.strip() for cell in row]
    named = [cell for cell in cells if cell]
    if not named or any(len(cell) > _LONGEST_HEADING or _tells(cell) for cell in named):
        return 0
    found, share = dialects.recognise(cells)
    if found is not None:
        return 80 + int(20 * share)
    if entry_columns.lists_entries(cells):
        return 80
    known = sum(column_names.match(cell).confidence >= 70 for cell in named)
    distinct = len(set(named)) / len(named)
    if not known or (known < 2 and len(named) > 4):
        return 0
    return int((40 + 40 * known / len(named)) * distinct)


def _tells(cell: str) -> bool:
    """Whether a cell is data and not a heading: an address or a number."""
    return emails.is_address(cell) or (len(cell) > 4 and _NUMBERS.fullmatch(cell.strip()) is not None)


def _is_heading_like(row: list[str]) -> bool:
    cells = [cell.strip() for cell in row]
    return (
        all(any(map(str.isalpha, cell)) for cell in cells)
        and len(set(cells)) == len(cells)
        and all(len(cell) < 40 and cell[-1] not in ".!?" for cell in cells)
    )
