"""The chosen columns as this computer remembers them: custom fields by number.

Their names may say what nobody but the owner of the book should read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.actions.export_tables import CUSTOM_FIELDS, FIELD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contactbook.domain.field_definition import FieldDefinition

_NUMBER = "field#"


def kept(columns: Iterable[str], fields: Iterable[FieldDefinition]) -> tuple[str, ...]:
    """What is written down for these columns."""
    numbers = {FIELD + field.label: f"{_NUMBER}{field.id}" for field in fields}
    return tuple(numbers.get(name, name) for name in columns)


def shown(columns: Iterable[str], fields: Iterable[FieldDefinition]) -> tuple[str, ...]:
    """The columns again; fields of other books and those that are gone are left out."""
    names = {f"{_NUMBER}{field.id}": FIELD + field.label for field in fields}
    found: list[str] = []
    for name in columns:
        if name == CUSTOM_FIELDS:
            found += names.values()
        elif not name.startswith(_NUMBER):
            found.append(name)
        elif name in names:
            found.append(names[name])
    return tuple(found)
