"""Contacts out of the tables, many at once: one query a table, whatever their number."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from contactbook.domain.contact import Contact, FieldValue
from contactbook.store.parts import CONTACT_COLUMNS, PARTS
from contactbook.store.sqlite import id_array

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from contactbook.store.sqlite import Connection

CHUNK = 500
"""Contacts loaded at once."""

_CONTACT_SQL = f"SELECT id, {', '.join(CONTACT_COLUMNS)} FROM contact WHERE id IN carray(?)"
_PART_SQL = [(part, part.select_sql()) for part in PARTS]
_OUTLINE_SQL = [(part, part.select_sql(outline=True)) for part in PARTS]
_TAG_SQL = """
    SELECT contact_tag.contact_id, tag.name FROM contact_tag JOIN tag ON tag.id = contact_tag.tag_id
    WHERE contact_tag.contact_id IN carray(?) ORDER BY contact_tag.contact_id, contact_tag.position, tag.key
"""
_FIELD_SQL = """
    SELECT field_value.contact_id, field.label, field_value.value, field.key, field.type, field_value.origin
    FROM field_value JOIN field ON field.id = field_value.field_id
    WHERE field_value.contact_id IN carray(?)
    ORDER BY field_value.contact_id, field_value.position, field_value.id
"""


def load_many(
    connection: Connection, contact_ids: Sequence[int], *, pictures: bool = True
) -> Iterator[Contact]:
    """The contacts with these ids in this order, complete; ids that are not there are left out.

    Without `pictures` the photos are there with empty data.
    """
    for start in range(0, len(contact_ids), CHUNK):
        chunk = array("q", contact_ids[start : start + CHUNK])
        found = load_chunk(connection, chunk, pictures=pictures)
        for contact_id in chunk:
            contact = found.get(contact_id)
            if contact is not None:
                yield contact


def load_chunk(
    connection: Connection, contact_ids: array[int], *, pictures: bool = True
) -> dict[int, Contact]:
    """Contacts by id; meant for some hundred at once."""
    if not contact_ids:
        return {}
    wanted = id_array(contact_ids)
    found: dict[int, Contact] = {}
    for row in connection.execute(_CONTACT_SQL, wanted).fetchall():
        contact = Contact(*row)
        contact.starred = bool(contact.starred)
        found[contact.id] = contact
    for part, sql in _PART_SQL if pictures else _OUTLINE_SQL:
        for row in connection.execute(sql, wanted).fetchall():
            getattr(found[row[0]], part.attribute).append(part.read(row[1:]))
    for contact_id, name in connection.execute(_TAG_SQL, wanted).fetchall():
        found[contact_id].tags.append(name)
    for contact_id, *values in connection.execute(_FIELD_SQL, wanted).fetchall():
        found[contact_id].fields.append(FieldValue(*values))
    return found
