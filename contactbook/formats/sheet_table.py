"""Sheets of a spreadsheet as tables: which hold contacts, what their columns mean, and reading them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from contactbook.domain import entry_columns
from contactbook.domain.entry_columns import CONTACTS
from contactbook.domain.problems import Problem
from contactbook.formats import (
    layout_contactbook,
    table_header,
    table_mapping,
    table_reader,
    table_rows,
    table_shape,
)
from contactbook.formats.table_rows import TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.formats.records import ReadOptions, Record

_SAMPLE_ROWS = 400
_LEAST_CONFIDENCE = 40
_MOST_SHEETS = 100
_SHOWN_ROWS, _SHOWN_CELL, _GAP = 60, 32, "   "

Rows = Iterator[TableRow]


class Sheet:
    """One sheet that may hold contacts.

    `open_rows` gives its rows from the first one on, anew each time it is called; numbers of rows stand for
    lines.
    """

    def __init__(self, name: str, open_rows: Callable[[], Rows], options: ReadOptions) -> None:
        self.name = name
        self._open_rows = open_rows
        self._options = options
        rows = [row.cells for row in islice(open_rows(), _SAMPLE_ROWS)]
        told = table_mapping.chosen(options.mapping, name)
        self.shape = table_shape.shape_of_rows(rows, told.headings if told else ())
        self.complete = len(rows) < _SAMPLE_ROWS
        headings, samples = self.shape.headings, self.shape.samples
        if told and not table_mapping.fits(told, headings):
            told = None
        if told:
            mapping = table_mapping.applied(told, headings)
            table_header.pass_over_reasons(mapping)
            mapping.date_order = mapping.date_order or table_header.date_order(mapping, samples)
        else:
            mapping = table_header.guess_mapping(headings, samples, rows_are=options.rows_are)
        self._own = mapping.dialect == layout_contactbook.NAME and told is None
        order, country = options.date_order or mapping.date_order, options.country or mapping.country
        mapping = table_mapping.switched(mapping, options.clean)
        self.mapping = replace(mapping, date_order=order, country=country)

    def as_contacts(self) -> Sheet:
        """The same sheet, every row of which is a contact."""
        if not self.mapping.entries:
            return self
        return Sheet(self.name, self._open_rows, replace(self._options, mapping=None, rows_are=CONTACTS))

    def read(self) -> Iterator[Record]:
        """Every row below the heading."""
        rows = self._open_rows()
        heading: list[str] = []
        for row in islice(rows, self.shape.header + 1):
            heading = row.cells
        yield from table_reader.read_rows(rows, self.mapping, heading, own=self._own, sheet=self.name)

    def rows_about(self, size: int) -> int:
        """How many rows there are at least; `size`, the bytes of a packed file, tells nothing."""
        return len(self.shape.samples)

    def cells_of(self, raw: bytes) -> list[str]:
        """The cells of a row, from its bytes as a record gives them."""
        return table_rows.cells_of(raw)

    def again(self, cells: Sequence[str], line: int) -> Record:
        """A row as the person corrected it."""
        headings = self.shape.headings
        return table_reader.row_again(self.mapping, headings, cells, line, own=self._own, sheet=self.name)


def with_contacts(sheets: list[Sheet], name: str = "", rows_are: str = CONTACTS) -> list[Sheet]:
    """The sheets that hold contacts; those of entries where all do or where `rows_are` asks for entries.

    A sheet of orders beside sheets of contacts is read as contacts, so that nothing of a workbook is left out
    unless the person said what its rows are (`ReadOptions.rows_are`).

    Raises:
        Problem: import.empty_file when all are empty, import.not_recognised when none has a heading we know.
    """
    filled = [sheet for sheet in sheets[:_MOST_SHEETS] if any(map(any, sheet.shape.rows))]
    if not filled:
        raise Problem("import.empty_file", name=name)
    chosen = [
        sheet for sheet in filled if sheet.shape.confidence >= _LEAST_CONFIDENCE or sheet.mapping.entries
    ]
    if not chosen:
        raise Problem("import.not_recognised", name=name)
    if rows_are in ("", CONTACTS):
        mixed = len({bool(sheet.mapping.entries) for sheet in chosen}) > 1
        return [sheet.as_contacts() for sheet in chosen] if mixed else chosen
    return [sheet for sheet in chosen if entry_columns.lists_entries(sheet.shape.headings)] or chosen


def text_of(sheets: Sequence[Sheet], characters: int) -> str:
    """The first rows of sheets as text in even columns, below their names if there are several."""
    lines: list[str] = []
    for sheet in sheets:
        rows = [[_in_a_line(cell) for cell in row] for row in sheet.shape.rows[:_SHOWN_ROWS]]
        width = max(map(len, rows), default=0)
        widths = [max((len(row[at]) for row in rows if at < len(row)), default=0) for at in range(width)]
        if len(sheets) > 1:
            lines += ["", sheet.name] if lines else [sheet.name]
        for row in rows:
            cells = zip(row, widths, strict=False)
            lines.append(_GAP.join(cell.ljust(wide) for cell, wide in cells).rstrip())
    return "\n".join(lines)[:characters]


def _in_a_line(cell: str) -> str:
    cell = " ".join(cell.split())
    return cell if len(cell) <= _SHOWN_CELL else f"{cell[: _SHOWN_CELL - 1]}…"


def raw_of(cells: list[str]) -> bytes:
    """A row of a sheet as the line of a CSV file, which is how its source is kept."""
    text = io.StringIO(newline="")
    csv.writer(text).writerow(cells)
    return text.getvalue().encode("utf-8", "surrogatepass")
