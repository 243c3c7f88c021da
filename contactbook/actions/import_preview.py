"""What one cell becomes by itself, so that the mapping screen can show how a value is taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.actions.entry_rows import entry_of
from contactbook.formats.column_values import between_addresses
from contactbook.formats.records import ReadEntry
from contactbook.formats.table_contacts import RowBuilder
from contactbook.formats.table_mapping import FAMILY_FIRST, Mapping
from contactbook.formats.table_rows import TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.domain.contact import Contact
    from contactbook.domain.interactions import Interaction
    from contactbook.formats.table_mapping import Column

_NAME = ("prefix", "given", "middle", "family", "suffix")
_PLACES = ("street", "extended", "po_box", "postal_code", "locality", "region", "country")


def taken_apart(column: Column, cell: str) -> list[tuple[str, str]]:
    """The parts of a cell, as (target, value) pairs; empty when it stays in one piece.

    The readers of tables make them, so that what is shown is what an import does.
    """
    row = TableRow([cell], 1, cell.encode("utf-8", "surrogatepass"))
    whole = RowBuilder(Mapping(columns=[column])).build(row)
    if whole is None:
        return []
    parts = list(_parts(column, whole.contact))
    return parts if len(parts) > 1 else []


def entry_of_cell(target: str, cell: str, mapping: Mapping) -> Interaction:
    """What a cell of a table of entries says, as an entry that says nothing else.

    Raises:
        ValueError: it is not understood; with the code of the reason (`wording.reports.refusal`).
    """
    row = ReadEntry(1, b"", [cell], {"external": cell, target: cell})
    return entry_of(row, mapping.entries, mapping.currency, mapping.date_order)


def separator_of(target: str, cells: Sequence[str]) -> str:
    """What stands between the values of a column of this target; "" where every cell is one value."""
    return between_addresses(cells, named=True) if target == "email" else ""


def _parts(column: Column, contact: Contact) -> list[tuple[str, str]]:
    if column.target in ("full_name", FAMILY_FIRST):
        return [(name, value) for name in _NAME if (value := getattr(contact, name))]
    if column.target in ("address.formatted", "address.line"):
        return [
            (f"address.{name}", value)
            for address in contact.addresses
            for name in _PLACES
            if (value := getattr(address, name))
        ]
    if not column.separator:
        return []
    target = column.target
    values = [
        *(point.value for point in contact.points),
        *contact.tags,
        *(field.value for field in contact.fields),
        *(relation.text for relation in contact.relations),
    ]
    return [(target, value) for value in values]
