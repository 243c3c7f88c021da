"""Moving fields and sections about on the form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.domain.form_sections import FormSection


def place_of(sections: Sequence[FormSection], key: str) -> tuple[int, int]:
    """The section a field stands in, and its place there; (-1, -1) when it stands nowhere."""
    for number, section in enumerate(sections):
        if key in section.fields:
            return number, section.fields.index(key)
    return -1, -1


def put(sections: Sequence[FormSection], key: str, section: int, at: int) -> list[FormSection]:
    """The sections with a field at this place of this section; `at` counts before the field was taken out."""
    old, was = place_of(sections, key)
    if old == section and was < at:
        at -= 1
    result = [replace(one, fields=tuple(name for name in one.fields if name != key)) for one in sections]
    fields = list(result[section].fields)
    fields.insert(max(0, min(at, len(fields))), key)
    result[section] = replace(result[section], fields=tuple(fields))
    return result


def shift(sections: Sequence[FormSection], key: str, by: int) -> list[FormSection]:
    """The sections with a field so many places further on (or back), over the bounds of its section."""
    section, at = place_of(sections, key)
    if section < 0:
        return list(sections)
    to = at + by
    if to < 0:
        return (
            put(sections, key, section - 1, len(sections[section - 1].fields)) if section else list(sections)
        )
    if to >= len(sections[section].fields):
        if at < len(sections[section].fields) - 1:
            return put(sections, key, section, len(sections[section].fields))
        return put(sections, key, section + 1, 0) if section + 1 < len(sections) else list(sections)
    return put(sections, key, section, to if by < 0 else to + 1)


def shift_section(sections: Sequence[FormSection], section: int, by: int) -> list[FormSection]:
    """The sections with one of them further on or back."""
    result = list(sections)
    to = section + by
    if 0 <= to < len(result):
        result.insert(to, result.pop(section))
    return result
