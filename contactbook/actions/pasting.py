"""A column pasted into the list: which row gets what, and what does not fit, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contactbook.actions import bulk_editing
from contactbook.domain import field_values
from contactbook.domain.bulk_change import BulkChange
from contactbook.domain.problems import Problem
from contactbook.store import queries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.domain.changes import Changes
    from contactbook.domain.field_definition import FieldDefinition
    from contactbook.store.book import Book
    from contactbook.store.queries import ListRow

CHANGES, SAME, EMPTY, REFUSED = "changes", "same", "empty", "refused"
OWN_COLUMNS = ("organization", "job_title")
"""Columns of every contact that hold one text of it."""
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class PastedRow:
    """What one contact gets: `after` in plain form; `fate` is CHANGES, SAME, EMPTY or REFUSED.

    EMPTY is a blank cell over something that stands there. `warning` is one of `field_values.WARNINGS`: why a
    text is refused, or what is odd about one that is written.
    """

    contact_id: int
    name: str
    before: str
    after: str
    fate: str
    warning: str = ""


@dataclass(slots=True)
class PastePlan:
    """Every row that gets a cell, in order, and how many cells found no row."""

    key: str
    rows: list[PastedRow] = field(default_factory=list[PastedRow])
    spare: int = 0

    def count(self, fate: str) -> int:
        """How many rows have this fate."""
        return sum(row.fate == fate for row in self.rows)

    def values(self, *, clear: bool = False, misfits: bool = False) -> dict[int, str]:
        """What is written, by contact.

        Args:
            clear: blank cells take away what stands there; they leave it alone otherwise.
            misfits: what does not fit the field is written too, as text that is warned about.
        """
        wanted = {CHANGES, *([EMPTY] if clear else []), *([REFUSED] if misfits else [])}
        return {row.contact_id: row.after for row in self.rows if row.fate in wanted}


def plan(
    book: Book, key: str, ids: Sequence[int], cells: Sequence[str], *, decimal: str = "", order: str = ""
) -> PastePlan:
    """What pasting cells into a column of these contacts would do, one cell a contact.

    Args:
        book: the open book.
        key: one of OWN_COLUMNS, or "field." and the key of a custom field.
        ids: the contacts from the first cell downwards; cells beyond the last one are spare.
        cells: what was pasted.
        decimal: the mark between whole and decimals of whoever pastes.
        order: how 03/04/1980 is meant, see `partial_dates.parse`.

    Raises:
        Problem: edit.unknown_field, fields.no_such_field.
    """
    change = BulkChange(key)
    if not change.key and key not in OWN_COLUMNS:
        raise Problem("edit.unknown_field", field=key)
    definition = queries.field(book.reader, change.key) if change.key else None
    made = PastePlan(key, spare=max(0, len(cells) - len(ids)))
    for begin in range(0, min(len(ids), len(cells)), _AT_ONCE):
        there = {row.id: row for row in queries.rows(book.reader, ids[begin : begin + _AT_ONCE])}
        for contact_id, cell in zip(
            ids[begin : begin + _AT_ONCE], cells[begin : begin + _AT_ONCE], strict=False
        ):
            row = there.get(contact_id)
            if row is not None:
                made.rows.append(_row(row, key, definition, cell.strip(), decimal, order))
    return made


def paste(book: Book, found: PastePlan, *, clear: bool = False, misfits: bool = False) -> Changes:
    """Write what a plan says as one step; the arguments are those of `PastePlan.values`."""
    return bulk_editing.set_values(book, found.key, found.values(clear=clear, misfits=misfits))


def _row(
    row: ListRow, key: str, definition: FieldDefinition | None, cell: str, decimal: str, order: str
) -> PastedRow:
    before = str(getattr(row, key)) if definition is None else row.fields.get(definition.id, "")
    if not cell:
        return PastedRow(row.id, row.display_name, before, "", EMPTY if before else SAME)
    if definition is None:
        return PastedRow(row.id, row.display_name, before, cell, SAME if cell == before else CHANGES)
    parsed = field_values.parse(definition, cell, decimal=decimal, order=order)
    after = cell if parsed is None else parsed
    warning = field_values.warning(definition, after)
    fate = SAME if after == before else REFUSED if parsed is None else CHANGES
    return PastedRow(row.id, row.display_name, before, after, fate, warning)
