"""Reading custom fields: their definitions, and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain.problems import Problem
from contactbook.store import field_definitions, forms
from contactbook.vault.failures import explained

if TYPE_CHECKING:
    from contactbook.domain.field_definition import FieldDefinition
    from contactbook.domain.form_sections import FormSection
    from contactbook.store.reader import Reader


def fields(reader: Reader) -> list[FieldDefinition]:
    """Every custom field, in its order."""
    with explained(reader.path):
        return field_definitions.every(reader.connection)


def field(reader: Reader, key: str) -> FieldDefinition:
    """The field with this key. Raises Problem `fields.no_such_field` (data: `key`)."""
    with explained(reader.path):
        found = field_definitions.find(reader.connection, key)
    if found is None:
        raise Problem("fields.no_such_field", key=key)
    return found


def sections(reader: Reader) -> list[FormSection]:
    """Every section of the form, in order."""
    with explained(reader.path):
        return forms.every(reader.connection)


def usage(reader: Reader, field_id: int) -> tuple[int, int]:
    """How many values a field has, and how many contacts have one; the trash counts."""
    row = reader.one(
        "SELECT count(*), count(DISTINCT contact_id) FROM field_value WHERE field_id = ?", (field_id,)
    )
    return (row[0], row[1]) if row else (0, 0)


def filled(reader: Reader) -> dict[str, int]:
    """How many contacts have something in each field, by its key."""
    sql = "SELECT key, count(*) FROM field_row JOIN field ON field.id = field_id GROUP BY field_id"
    return {row[0]: row[1] for row in reader.query(sql)}


def distinct_values(reader: Reader, field_id: int) -> list[tuple[str, int]]:
    """Every different value of a field and how often it stands there, the most frequent first."""
    return [
        (row[0], row[1])
        for row in reader.query(
            "SELECT value, count(*) FROM field_value WHERE field_id = ?"
            " GROUP BY value ORDER BY count(*) DESC, value",
            (field_id,),
        )
    ]


def linked_name(reader: Reader, contact_id: int) -> tuple[str, str] | None:
    """Shown name of a contact and the reference by which a link names it (UID, else id); None: not there."""
    row = reader.one(
        "SELECT display_name, coalesce(nullif(uid, ''), contact.id) FROM contact"
        " JOIN contact_row ON contact_row.id = contact.id WHERE contact.id = ?",
        (contact_id,),
    )
    return (row[0], str(row[1])) if row else None
