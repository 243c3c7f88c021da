"""How custom fields are laid out on a contact's form: sections with a title, columns, a condition."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from contactbook.domain.field_definition import applies

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from contactbook.domain.field_definition import FieldDefinition

COLUMNS = (1, 2)


@dataclass(frozen=True, slots=True)
class FormSection:
    """One section. `fields` are keys in their order; `shown_for` as in `field_definition`.

    `id` is 0 before the section is stored.
    """

    title: str = ""
    fields: tuple[str, ...] = ()
    columns: int = 1
    shown_for: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section as it stands on a form: its title and the fields themselves."""

    title: str
    fields: tuple[FieldDefinition, ...]
    columns: int


def whole(sections: Iterable[FormSection], definitions: Sequence[FieldDefinition]) -> list[FormSection]:
    """The sections with every field in exactly one of them; what no section names stands in a last one.

    The last one has no title and is only there when it is needed.
    """
    left = [definition.key for definition in definitions]
    result: list[FormSection] = []
    for section in sections:
        keys = tuple(key for key in dict.fromkeys(section.fields) if key in left)
        left = [key for key in left if key not in keys]
        result.append(replace(section, fields=keys))
    if left:
        result.append(FormSection(fields=tuple(left)))
    return result


def form_for(
    sections: Iterable[FormSection],
    definitions: Sequence[FieldDefinition],
    kind: str,
    tags: Iterable[str],
    filled: Iterable[str] = (),
) -> list[ShownSection]:
    """The form of a contact: sections and fields that apply to it, in order, without empty sections.

    Args:
        sections: every section of the book.
        definitions: every field of the book.
        kind: PERSON or COMPANY.
        tags: of the contact.
        filled: keys of fields in which something stands; they are shown whatever their condition says.
    """
    by_key = {definition.key: definition for definition in definitions}
    names, has = list(tags), set(filled)
    shown: list[ShownSection] = []
    for section in whole(sections, definitions):
        here = applies(section.shown_for, kind, names)
        fields = [
            by_key[key]
            for key in section.fields
            if key in has or (here and applies(by_key[key].settings.shown_for, kind, names))
        ]
        if fields:
            shown.append(ShownSection(section.title, tuple(fields), section.columns))
    return shown
