"""Definitions of custom fields; a value of a field that is not there yet brings its definition along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain import fields, partial_dates
from contactbook.store.tags import named_id

if TYPE_CHECKING:
    from contactbook.domain.contact import FieldValue
    from contactbook.store.step import Step

_NUMBERS = frozenset({fields.NUMBER, fields.MONEY, fields.RATING})


def key_of(value: FieldValue) -> str:
    """The stable name of the value's field."""
    return value.key or fields.key_of(value.label)


def ensure(step: Step, key: str, label: str, kind: str) -> int:
    """The id of the field with this key, which is defined with this label and type when it is not there."""
    row = step.connection.execute("SELECT id FROM field WHERE key = ?", (key,)).fetchone()
    if row is not None:
        return row[0]
    field_id = named_id(step.connection, "field", key)
    step.connection.execute(
        "INSERT INTO field (id, key, label, type, position, created_at)"
        " SELECT ?, ?, ?, ?, coalesce(max(position) + 1, 0), ? FROM field",
        (field_id, key, label or key, kind, step.at),
    )
    return field_id


def number_of(kind: str, value: str) -> float | None:
    """The value as a number to sort by; dates as year + month / 100 + day / 10000."""
    if kind in _NUMBERS:
        try:
            return float(value.split(" ", 1)[0].replace(",", "."))
        except ValueError:
            return None
    if kind == fields.DATE:
        year, month, day = partial_dates.parts(value)
        return None if year is None else year + (month or 0) / 100 + (day or 0) / 10_000
    return None
