"""Tables of purchases, donations, tickets or survey answers: what their columns mean, and their rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from contactbook.domain import entry_columns
from contactbook.domain.entry_columns import ENTRIES
from contactbook.formats import dialects, table_cells
from contactbook.formats.records import ReadEntry
from contactbook.formats.table_mapping import EXTRA, Column, Mapping

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.formats.table_rows import TableRow


def guess_mapping(headings: Sequence[str], rows_are: str = "") -> Mapping | None:
    """What the columns of a table of entries mean; None when it lists contacts, unless `rows_are` says else.

    Args:
        headings: the cells of the heading row.
        rows_are: as `ReadOptions.rows_are`, but not contacts.
    """
    if not rows_are and (not entry_columns.lists_entries(headings) or dialects.recognise(headings)[0]):
        return None
    fields = entry_columns.fields_of(headings)
    columns = [
        Column(heading, field or EXTRA, confidence=90 if field else 100)
        for heading, field in zip(headings, fields, strict=True)
    ]
    found = rows_are in ("", ENTRIES)
    if not found:  # a kind that somebody names is that of all rows
        columns = [replace(each, target=EXTRA) if each.target == "kind" else each for each in columns]
    return Mapping(columns, entries=entry_columns.kind_of(headings, fields) if found else rows_are)


class EntryRowBuilder:
    """Makes rows of a table whose mapping is one of entries."""

    def __init__(self, mapping: Mapping) -> None:
        self._fields = [column.target if column.target != "skip" else "" for column in mapping.columns]
        self._headings = _distinct([column.heading for column in mapping.columns])

    def build(self, row: TableRow) -> ReadEntry | None:
        """The row; None when nothing stands in it."""
        if not any(cell.strip() for cell in row.cells):
            return None
        values: dict[str, str] = {}
        extra: dict[str, str] = {}
        for field, heading, written in zip(self._fields, self._headings, row.cells, strict=False):
            if field and (cell := written.strip()):
                guarded = cell[0] in "='"
                said = table_cells.unprotected(table_cells.excel_text(cell)) if guarded else cell
                if field == EXTRA:
                    extra[heading] = said
                else:
                    values[field] = said
        return ReadEntry(row.line, row.raw, row.cells, values, extra=extra)


def _distinct(headings: Sequence[str]) -> list[str]:
    """A name for every column; one without a heading, or with that of another, is told by its number."""
    found: list[str] = []
    for number, heading in enumerate(headings, 1):
        name = " ".join(heading.split()) or f"#{number}"
        found.append(f"{name} #{number}" if name in found else name)
    return found
