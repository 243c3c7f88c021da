"""Changing all values of a custom field at once: another type, other choices, or none at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contactbook.domain import field_values
from contactbook.domain.ids import ids

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from contactbook.domain.field_definition import FieldDefinition
    from contactbook.store.step import Step

_VALUES = "SELECT id, contact_id, position, value, number FROM field_value WHERE field_id = ? ORDER BY id"


def rewrite(step: Step, definition: FieldDefinition, becomes: Callable[[str], list[str]]) -> int:
    """Make every value of a field what `becomes` says, and count it as the definition asks.

    One value may become several. Returns how many rows were written.
    """
    known: dict[str, list[tuple[str, float | None]]] = {}
    changed: list[tuple[Any, ...]] = []
    added: list[tuple[Any, ...]] = []
    for row_id, contact_id, position, value, number in step.connection.execute(_VALUES, (definition.id,)):
        if value not in known:
            known[value] = [(text, field_values.number_of(definition, text)) for text in becomes(value)]
        first, *others = known[value]
        if first != (value, number):
            changed.append((*first, row_id))
        added += [(ids.one(), contact_id, position, definition.id, *other) for other in others]
    step.connection.executemany("UPDATE field_value SET value = ?, number = ? WHERE id = ?", changed)
    step.connection.executemany(
        "INSERT INTO field_value (id, contact_id, position, field_id, value, number)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        added,
    )
    return len(changed) + len(added)


def rename_values(step: Step, definition: FieldDefinition, renamed: Mapping[str, str]) -> int:
    """Give values that stand in the field another spelling, and count every value anew."""
    return rewrite(step, definition, lambda value: [renamed.get(value, value)])


def remove(step: Step, field_id: int) -> None:
    """Take a field out of the book with all its values; the contacts stay."""
    step.connection.execute("DELETE FROM field_value WHERE field_id = ?", (field_id,))
    step.connection.execute("DELETE FROM field WHERE id = ?", (field_id,))


def set_positions(step: Step, field_ids: list[int]) -> None:
    """Put the fields into this order; rows that stand there already are not written."""
    step.connection.executemany(
        "UPDATE field SET position = ?1 WHERE id = ?2 AND position <> ?1", list(enumerate(field_ids))
    )
