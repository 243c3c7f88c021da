"""Delimited text to contacts: finds out what it must, then streams rows to records."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from contactbook.formats import (
    layout_contactbook,
    table_header,
    table_mapping,
    table_rows,
    table_shape,
    text_encoding,
)
from contactbook.formats.contactbook_rows import OwnRowBuilder
from contactbook.formats.records import ReadCard, ReadOptions, Record, RefusedCard, Remark
from contactbook.formats.table_contacts import RowBuilder
from contactbook.formats.table_mapping import Mapping
from contactbook.formats.table_rows import RowReader, TableForm, TableRow

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD = 256 << 10
"""Bytes from the beginning of a file by which encoding, layout and meaning are judged."""

_RAW_LIMIT = 64 << 10
NO_HEADER = "header_missing"


class Table:
    """A delimited text, recognised and ready to be read.

    Args:
        head: the first HEAD bytes of the file.
        options: what the person said; the rest is found out.
    """

    def __init__(self, head: bytes, options: ReadOptions) -> None:
        guess = text_encoding.guess_encoding(head)
        if options.encoding:
            guess = text_encoding.EncodingGuess(options.encoding, guess.bom if guess.bom else 0)
        self.encoding = guess
        text = head[guess.bom :].decode(guess.encoding, "contactbook.windows_byte")
        known = options.mapping.headings if isinstance(options.mapping, Mapping) else ()
        whole = len(head) < HEAD
        self.shape = table_shape.guess_shape(text, options.delimiter, complete=whole, known=known)
        headings = self.shape.headings
        if isinstance(options.mapping, Mapping):
            self.mapping = table_mapping.applied(options.mapping, headings)
            if not self.mapping.date_order:
                self.mapping.date_order = table_header.date_order(self.mapping, self.shape.samples)
        else:
            self.mapping = table_header.guess_mapping(headings, self.shape.samples, self.shape.delimiter)
        self._own = self.mapping.dialect == layout_contactbook.NAME and options.mapping is None
        self.mapping = replace(
            self.mapping,
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


def read_rows(
    rows: Iterator[TableRow], mapping: Mapping, heading: list[str], *, own: bool = False
) -> Iterator[Record]:
    """Rows to records; repeated headings are passed over, broken rows are refused or remarked on.

    `own` says that it is our own table, which is read exactly.
    """
    builder = OwnRowBuilder(heading) if own else RowBuilder(mapping)
    width = len(mapping.columns)
    broken = False
    for row in rows:
        if row.cells == heading and heading:
            continue
        if row.problem == table_rows.LINE_TOO_LONG:
            yield RefusedCard(row.line, row.problem, row.raw[:_RAW_LIMIT])
            continue
        narrow = len(row.cells) != width
        if row.problem == table_rows.UNCLOSED_QUOTE:
            broken = True
            if narrow:
                yield RefusedCard(row.line, row.problem, row.raw[:_RAW_LIMIT])
                continue
        elif broken and narrow and any(row.cells):
            yield RefusedCard(row.line, "after_unclosed_quote", row.raw[:_RAW_LIMIT])
            continue
        elif broken:
            broken = narrow
        card = _card(builder, row)
        if card is not None:
            yield card


def _card(builder: RowBuilder | OwnRowBuilder, row: TableRow) -> ReadCard | None:
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
