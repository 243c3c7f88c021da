"""Delimited text to contacts: finds out what it must, then streams rows to records."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from contactbook.formats import (
    layout_contactbook,
    table_foot,
    table_header,
    table_mapping,
    table_rows,
    table_shape,
    text_encoding,
)
from contactbook.formats.contactbook_rows import OwnRowBuilder
from contactbook.formats.entry_table import EntryRowBuilder
from contactbook.formats.records import ReadCard, ReadEntry, ReadOptions, Record, RefusedCard, Remark
from contactbook.formats.table_contacts import RowBuilder
from contactbook.formats.table_rows import RowReader, TableForm, TableRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from contactbook.formats.table_mapping import Mapping

HEAD = 256 << 10
"""Bytes from the beginning of a file by which encoding, layout and meaning are judged."""

_RAW_LIMIT = 64 << 10


class Table:
    """A delimited text, recognised and ready to be read.

    Args:
        head: the first HEAD bytes of the file.
        options: what the person said; the rest is found out.
    """

    name = ""
    """A text has no sheets with names."""

    def __init__(self, head: bytes, options: ReadOptions) -> None:
        guess = text_encoding.guess_encoding(head)
        if options.encoding:
            guess = text_encoding.EncodingGuess(options.encoding, guess.bom if guess.bom else 0)
        self.encoding = guess
        self._seen = len(head)
        self.text = text = head[guess.bom :].decode(guess.encoding, "contactbook.windows_byte")
        told = table_mapping.chosen(options.mapping)
        whole = len(head) < HEAD
        self.shape = table_shape.guess_shape(
            text, options.delimiter, complete=whole, known=told.headings if told else ()
        )
        self.complete = whole
        headings = self.shape.headings
        if told and not table_mapping.fits(told, headings):
            told = None
        if told:
            self.mapping = table_mapping.applied(told, headings)
            table_header.pass_over_reasons(self.mapping)
            if not self.mapping.date_order:
                self.mapping.date_order = table_header.date_order(self.mapping, self.shape.samples)
        else:
            self.mapping = table_header.guess_mapping(
                headings, self.shape.samples, self.shape.delimiter, options.rows_are
            )
        self._own = self.mapping.dialect == layout_contactbook.NAME and told is None
        self.mapping = replace(
            table_mapping.switched(self.mapping, options.clean),
            encoding=guess.encoding,
            delimiter=self.shape.delimiter,
            date_order=options.date_order or self.mapping.date_order,
            country=options.country or self.mapping.country,
        )

    def read(self, stream: BinaryIO) -> Iterator[Record]:
        """Every row below the heading, from a stream at the start of the file."""
        stream.read(self.encoding.bom)
        shape = self.shape
        form = TableForm(self.encoding.encoding, shape.delimiter, shape.quote, shape.escape, shape.skip_lines)
        rows = iter(RowReader(stream, form))
        heading: list[str] = []
        for _ in range(shape.header + 1):
            row = next(rows, None)
            if row is not None:
                heading = row.cells
        yield from read_rows(rows, self.mapping, heading, own=self._own)

    def rows_about(self, size: int) -> int:
        """About how many rows a file of so many bytes has, judged by its beginning; blank rows are none."""
        samples = self.shape.samples
        rows = sum(any(map(str.strip, row)) for row in samples)
        lines = sum(1 + sum(cell.count("\n") for cell in row) for row in samples)
        all_lines = size * self.text.count("\n") // (self._seen or 1)
        return max(rows, all_lines * rows // (lines or 1))

    def cells_of(self, raw: bytes) -> list[str]:
        """The cells of a row, from its bytes as a record gives them."""
        return table_rows.cells_of(raw, self.shape.delimiter, self.shape.escape)

    def again(self, cells: Sequence[str], line: int) -> Record:
        """A row as the person corrected it."""
        return row_again(self.mapping, self.shape.headings, cells, line, own=self._own)


def row_again(
    mapping: Mapping,
    heading: list[str],
    cells: Sequence[str],
    line: int,
    *,
    own: bool = False,
    sheet: str = "",
) -> Record:
    """The record of a row whose cells the person corrected; refused when nothing is left in it."""
    text = io.StringIO(newline="")
    csv.writer(text).writerow(cells)
    row = TableRow(list(cells), line, text.getvalue().encode("utf-8", "surrogatepass"))
    records = list(read_rows(iter((row,)), mapping, heading, own=own, sheet=sheet))
    return (
        records[0] if records else RefusedCard(line, "empty_card", row.raw, cells=tuple(cells), sheet=sheet)
    )


def read_rows(
    rows: Iterator[TableRow], mapping: Mapping, heading: list[str], *, own: bool = False, sheet: str = ""
) -> Iterator[Record]:
    """Rows to records; repeated headings are passed over, broken rows are refused or remarked on.

    What stands below the table, as at the foot of a report, is refused too, and so is a line of totals.

    `own` says that it is our own table, which is read exactly; `sheet` names the sheet of a workbook.
    """
    builder = _builder(mapping, heading, own=own)
    width = len(mapping.columns)
    broken = blank = False
    whole = not sheet
    for row in rows:
        after_blank = blank
        if not any(map(str.strip, row.cells)):
            blank = True
        elif blank and table_foot.is_below(row.cells, width, alone=whole and len(row.cells) == 1):
            yield _refused(row, "below_the_table", sheet)
            continue
        else:
            blank = False
            whole = whole and len(row.cells) >= width
        if row.cells == heading and heading:
            continue
        if table_foot.is_total(row.cells, mapping, after_blank=after_blank):
            yield _refused(row, "total", sheet)
            continue
        if row.problem == table_rows.LINE_TOO_LONG:
            yield _refused(row, row.problem, sheet)
            continue
        narrow = len(row.cells) != width
        if row.problem == table_rows.UNCLOSED_QUOTE:
            broken = True
            if narrow:
                yield _refused(row, row.problem, sheet)
                continue
        elif broken and narrow and any(row.cells):
            yield _refused(row, "after_unclosed_quote", sheet)
            continue
        elif broken:
            broken = narrow
        card = _card(builder, row)
        if card is not None:
            if sheet:
                card.sheet = sheet
            yield card


def _builder(
    mapping: Mapping, heading: list[str], *, own: bool
) -> RowBuilder | OwnRowBuilder | EntryRowBuilder:
    if mapping.entries:
        return EntryRowBuilder(mapping)
    return OwnRowBuilder(heading) if own else RowBuilder(mapping)


def _refused(row: TableRow, reason: str, sheet: str) -> RefusedCard:
    return RefusedCard(row.line, reason, row.raw[:_RAW_LIMIT], cells=tuple(row.cells), sheet=sheet)


def _card(
    builder: RowBuilder | OwnRowBuilder | EntryRowBuilder, row: TableRow
) -> ReadCard | ReadEntry | None:
    if isinstance(builder, EntryRowBuilder):
        return builder.build(row)
    card = builder.build(row)
    if card is None:
        return None
    if row.problem:
        card.remarks.append(Remark(row.problem, row.line))
    for code, index in row.notes:
        card.remarks.append(Remark(code, row.line, builder.heading(index)))
    return card


def read(stream: BinaryIO, options: ReadOptions) -> Iterator[Record]:
    """Every contact of a delimited text; the stream must be able to seek back to where it is now."""
    start = stream.tell()
    table = Table(stream.read(HEAD), options)
    stream.seek(start)
    yield from table.read(stream)
