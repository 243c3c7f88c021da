"""Rows of a table of purchases, donations, tickets or survey answers, as the texts of known fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from contactbook.domain import entry_columns
from contactbook.formats import table_cells, table_shape, text_encoding
from contactbook.formats.table_rows import RowReader, TableForm

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HEAD = 256 << 10


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One row: where it begins (line from 1), its cells, and the text of each field that it fills."""

    line: int
    cells: list[str]
    values: dict[str, str]


class EntryTable:
    """A table, recognised and ready to be read.

    Args:
        head: the first HEAD bytes of the file.
        columns: field by heading, where the headings alone do not tell.
        date_order: how 03/04/2026 is meant, "" to find out.
    """

    def __init__(self, head: bytes, columns: Mapping[str, str] | None = None, date_order: str = "") -> None:
        guess = text_encoding.guess_encoding(head)
        self._skip = guess.bom
        text = head[guess.bom :].decode(guess.encoding, "contactbook.windows_byte")
        words = [word for word in (columns or {})] + ["email", "date", "amount", "order id"]
        shape = table_shape.guess_shape(text, complete=len(head) < HEAD, known=words)
        if shape.header < 0 and shape.rows:
            shape.header = 0
        self._shape = shape
        self._form = TableForm(guess.encoding, shape.delimiter, shape.quote, shape.escape, shape.skip_lines)
        self.headings = shape.headings
        self.fields = entry_columns.fields_of(self.headings)
        for at, heading in enumerate(self.headings):
            wanted = (columns or {}).get(heading)
            if wanted is not None:
                self.fields = ["" if field == wanted else field for field in self.fields]
                self.fields[at] = wanted
        dates = [row[at] for at in self._columns("date") for row in shape.samples if at < len(row)]
        self.date_order = date_order or table_cells.order_of(dates)

    def read(self, stream: BinaryIO) -> Iterator[EntryRow]:
        """Every row below the heading, from a stream at the start of the file."""
        stream.read(self._skip)
        for number, row in enumerate(RowReader(stream, self._form)):
            if number <= self._shape.header or not any(cell.strip() for cell in row.cells):
                continue
            values: dict[str, str] = {}
            for field, written in zip(self.fields, row.cells, strict=False):
                if field and (cell := written.strip()):
                    guarded = cell[0] in "='"
                    values[field] = table_cells.unprotected(table_cells.excel_text(cell)) if guarded else cell
            yield EntryRow(row.line, row.cells, values)

    def _columns(self, field: str) -> list[int]:
        return [at for at, found in enumerate(self.fields) if found == field]
