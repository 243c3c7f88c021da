"""Giving a field another type: what becomes of each value, and which would not convert."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from contactbook.domain import fields, numbers
from contactbook.domain.field_values import keeps_all, link, parse

if TYPE_CHECKING:
    from contactbook.domain.field_definition import FieldDefinition

_SEPARATORS = re.compile(r"\s*[;\n|]\s*")
_COMMA = re.compile(r"\s*,\s*")


def convert(
    before: FieldDefinition, after: FieldDefinition, value: str, *, order: str = ""
) -> list[str] | None:
    """The value or values that a value becomes, None when it would not convert.

    Args:
        before: the field as it is.
        after: the field as it will be.
        value: a stored value.
        order: how 03/04/1980 is meant.
    """
    if before.type == fields.CONTACT and after.type != fields.CONTACT:
        value = link(value)[0]
    if after.type == fields.CHOICES:
        return _choices(after, value)
    if before.type == fields.MONEY and after.type == fields.NUMBER:
        return [numbers.split_money(value)[0]] if parse(after, numbers.split_money(value)[0]) else None
    if after.type == fields.TEXT and "\n" in value:
        return [" ".join(value.split())]
    if after.type in (fields.NUMBER, fields.MONEY) and not keeps_all(value):
        return None
    found = parse(after, value, order=order)
    return None if found is None else [found]


def _choices(after: FieldDefinition, value: str) -> list[str] | None:
    """One choice, or several in a row with semicolons, bars, lines or commas between them."""
    for parts in ([value], _SEPARATORS.split(value), _COMMA.split(value)):
        found = [parse(after, part) for part in parts if part.strip()]
        if found and None not in found:
            return list(dict.fromkeys(text for text in found if text is not None))
    return None
