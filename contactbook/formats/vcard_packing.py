"""Records as plain values and back, so that they can cross from one process to another cheaply."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import Any

from contactbook.domain.contact import (
    Address,
    Affiliation,
    Contact,
    ContactDate,
    ContactPoint,
    Extra,
    FieldValue,
    Photo,
    Relation,
)
from contactbook.formats.records import ReadCard, ReadGroup, Record, RefusedCard, Remark

Packed = tuple[Any, ...]
"""Values that `marshal` takes."""

PARTS: dict[str, type[Any]] = {
    "points": ContactPoint,
    "addresses": Address,
    "dates": ContactDate,
    "relations": Relation,
    "affiliations": Affiliation,
    "photos": Photo,
    "fields": FieldValue,
    "extras": Extra,
}
"""The lists of a contact that hold parts, and what those are."""

_values = {name: attrgetter(*(field.name for field in fields(kind))) for name, kind in PARTS.items()}
_names = [field.name for field in fields(Contact)]
_CONTACT = attrgetter(*_names)
_LISTS = [(index, PARTS[name], _values[name]) for index, name in enumerate(_names) if name in PARTS]
_REMARK = attrgetter("code", "line", "detail")


def pack(record: Record) -> Packed:
    """A record as plain values."""
    if isinstance(record, ReadCard):
        contact = list(_CONTACT(record.contact))
        for index, _, values in _LISTS:
            if contact[index]:
                contact[index] = list(map(values, contact[index]))
        numbers = (record.line, record.properties, record.mapped, record.kept_raw)
        return (contact, record.raw, numbers, list(map(_REMARK, record.remarks)))
    if isinstance(record, ReadGroup):
        return ("group", record.name, record.uid, record.members, record.raw, record.line)
    return ("refused", record.line, record.reason, record.raw, record.column, record.detail)


def unpack(packed: Packed, lines: int = 0) -> Record:
    """The record again.

    Args:
        packed: what `pack` gave; its lists are used up.
        lines: to add to every line number.
    """
    if packed[0] == "group":
        _, name, uid, members, raw, line = packed
        return ReadGroup(name, uid, members, raw, line + lines)
    if packed[0] == "refused":
        _, line, reason, raw, column, detail = packed
        return RefusedCard(line + lines, reason, raw, column, detail)
    contact, raw, (line, properties, mapped, kept_raw), remarks = packed
    for index, make, _ in _LISTS:
        if contact[index]:
            contact[index] = [make(*values) for values in contact[index]]
    told = [Remark(code, place + lines, detail) for code, place, detail in remarks]
    return ReadCard(Contact(*contact), raw, line + lines, properties, mapped, kept_raw, told)
