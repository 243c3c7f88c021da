"""The rows by which lists show and sort custom fields: one a contact and field, in the table `field_row`."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any

from contactbook.domain import fields
from contactbook.domain.field_values import link
from contactbook.domain.folding import tokens
from contactbook.store.sqlite import id_array

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable

    from contactbook.domain.field_definition import FieldDefinition
    from contactbook.store.sqlite import Connection

KEY_LENGTH = 24
"""Characters of a text that lists are ordered by."""

NAME_LENGTH = 10
"""Characters of the name that order contacts which say the same."""

SEPARATOR = "; "
"""Between several values of one field."""

_VALUES = """
    SELECT field_value.contact_id, field_id, type, value, number, coalesce(name_key, '')
    FROM field_value JOIN field ON field.id = field_id
    JOIN contact_row ON contact_row.id = field_value.contact_id
    WHERE field_value.contact_id IN carray(?)
    ORDER BY field_value.contact_id, field_id, field_value.position, field_value.id
"""
_STORED = "SELECT contact_id, field_id, sort_key, name_key, text FROM field_row WHERE contact_id IN carray(?)"

Row = tuple[int, int, float | str | None, str, str]


def refresh(connection: Connection, contact_ids: array[int]) -> None:
    """Compute the rows of these contacts anew; those that come out as they are stay untouched."""
    old = {row[:2]: row for row in connection.execute(_STORED, id_array(contact_ids))}
    new: dict[tuple[int, int], Row] = {}
    for contact_id, field_id, kind, value, number, name in connection.execute(_VALUES, id_array(contact_ids)):
        place = (contact_id, field_id)
        new[place] = _joined(new.get(place), place, kind, value, number, name[:NAME_LENGTH])
    gone = [place for place in old if place not in new or old[place] != new[place]]
    connection.executemany("DELETE FROM field_row WHERE contact_id = ? AND field_id = ?", gone)
    connection.executemany(
        "INSERT INTO field_row VALUES (?, ?, ?, ?, ?)",
        [row for place, row in new.items() if old.get(place) != row],
    )


class Gathered:
    """The rows of new contacts, gathered field by field while their values are written."""

    def __init__(self) -> None:
        self._values: list[tuple[int, int, int, str, str, float | None]] = []

    def add(self, field: FieldDefinition, values: Iterable[tuple[Any, ...]]) -> None:
        """Values of one field: rows of (id, contact, position, value, number, ...)."""
        self._values += [(row[1], field.id, row[2], field.type, row[3], row[4]) for row in values]

    def rows(self, listed: Iterable[tuple[Any, ...]]) -> list[Row]:
        """The rows, with the names of the contacts' list rows (id first, name key eighth)."""
        names = {row[0]: (row[7] or "")[:NAME_LENGTH] for row in listed}
        made: dict[tuple[int, int], Row] = {}
        self._values.sort(key=itemgetter(0, 1, 2))
        for contact, field_id, _, kind, value, number in self._values:
            place = (contact, field_id)
            made[place] = _joined(made.get(place), place, kind, value, number, names.get(contact, ""))
        return list(made.values())


def _joined(
    before: Row | None, place: tuple[int, int], kind: str, value: str, number: float | None, name: str
) -> Row:
    text = link(value)[0] if kind == fields.CONTACT else value
    if before is not None:
        return (*before[:4], f"{before[4]}{SEPARATOR}{text}")
    return (*place, _sort_key(text) if number is None else number, name, text)


def _sort_key(text: str) -> str | None:
    return " ".join(tokens(text[: 4 * KEY_LENGTH]))[:KEY_LENGTH] or None
