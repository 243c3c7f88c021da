"""Definitions of custom fields; a value of a field that is not there yet brings its definition along."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from contactbook.domain import field_values, fields
from contactbook.domain.field_definition import FieldDefinition, FieldSettings
from contactbook.store.tags import named_id

if TYPE_CHECKING:
    from contactbook.domain.contact import FieldValue
    from contactbook.store.sqlite import Connection
    from contactbook.store.step import Step

_SELECT = "SELECT label, type, key, help, settings, id, position FROM field"
_SIMPLE = {kind: FieldDefinition("", kind) for kind in fields.TYPES}
_CHOOSING = frozenset({fields.CHOICE, fields.CHOICES})


def key_of(value: FieldValue) -> str:
    """The stable name of the value's field."""
    return value.key or fields.key_of(value.label)


def every(connection: Connection) -> list[FieldDefinition]:
    """Every field in its order."""
    rows = connection.execute(f"{_SELECT} ORDER BY position, id").fetchall()
    return [_definition(*row) for row in rows]


def find(connection: Connection, key: str) -> FieldDefinition | None:
    """The field with this key, None when there is none."""
    row = connection.execute(f"{_SELECT} WHERE key = ?", (key,)).fetchone()
    return _definition(*row) if row else None


def add(step: Step, definition: FieldDefinition) -> FieldDefinition:
    """Store a new field at the end, under its key; gives it with its id."""
    field_id = named_id(step.connection, "field", definition.key)
    settings = definition.settings.to_text()
    step.connection.execute(
        "INSERT INTO field (id, key, label, type, help, settings, position, created_at)"
        " SELECT ?, ?, ?, ?, ?, ?, coalesce(max(position) + 1, 0), ? FROM field",
        (field_id, definition.key, definition.label or definition.key, definition.type, definition.help,
         settings, step.at),
    )  # fmt: skip
    return replace(definition, id=field_id)


def write(step: Step, definition: FieldDefinition) -> None:
    """Make the stored field of the same id like this one; its values are not looked at."""
    step.connection.execute(
        "UPDATE field SET key = ?, label = ?, type = ?, help = ?, settings = ?, position = ? WHERE id = ?",
        (definition.key, definition.label, definition.type, definition.help, definition.settings.to_text(),
         definition.position, definition.id),
    )  # fmt: skip


def ensure(step: Step, key: str, label: str, kind: str) -> int:
    """The id of the field with this key, which is defined with this label and type when it is not there."""
    row = step.connection.execute("SELECT id FROM field WHERE key = ?", (key,)).fetchone()
    return row[0] if row is not None else add(step, FieldDefinition(label, kind, key)).id


def made_in(step: Step) -> list[FieldDefinition]:
    """The fields that the running step has defined."""
    rows = step.connection.execute(f"{_SELECT} WHERE created_at = ? ORDER BY position, id", (step.at,))
    return [_definition(*row) for row in rows.fetchall()]


def stored(step: Step, field_id: int) -> FieldDefinition:
    """The field with this id, which must be there."""
    (row,) = step.connection.execute(f"{_SELECT} WHERE id = ?", (field_id,)).fetchall()
    return _definition(*row)


def number_of(kind: str, value: str) -> float | None:
    """The value of a field of this type, without settings of its own, as a number to sort by."""
    return field_values.number_of(_SIMPLE.get(kind, _SIMPLE[fields.TEXT]), value)


def counts_otherwise(definition: FieldDefinition, kind: str) -> bool:
    """Whether the numbers of values that came as this type must be computed anew for the field."""
    return definition.type != kind or definition.type in _CHOOSING or definition.type == fields.RATING


def _definition(
    label: str, kind: str, key: str, help: str, settings: str, field_id: int, position: int
) -> FieldDefinition:
    return FieldDefinition(label, kind, key, help, FieldSettings.from_text(settings), field_id, position)
