"""The file in which a form travels to another book, fields and sections as JSON, and merging two forms.

    {"contactbook_form": 1, "name": "Shop",
     "fields": [{"key": "size", "label": "Size", "type": "choice", "choices": [{"label": "M"}], ...}],
     "sections": [{"title": "Orders", "columns": 2, "shown_for": "person", "fields": ["size"]}]}

Settings stand beside the type, named as in `field_definition.FieldSettings`. Keys that a reader does not know
are to be ignored; a higher number means that it would misunderstand the rest.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from contactbook.domain import fields as types
from contactbook.domain.field_definition import FieldDefinition, FieldSettings
from contactbook.domain.form_sections import COLUMNS, FormSection
from contactbook.domain.json_shape import Shape, loaded
from contactbook.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

VERSION = 1
MARK = "contactbook_form"
SUFFIX = ".form.json"

_OWN = frozenset({"key", "label", "type", "help"})


@dataclass(frozen=True, slots=True)
class Form:
    """Fields and the sections they stand in."""

    name: str
    fields: tuple[FieldDefinition, ...]
    sections: tuple[FormSection, ...]

    def to_text(self) -> str:
        """The text of the file."""
        document: dict[str, Any] = {
            MARK: VERSION,
            "name": self.name,
            "fields": [
                {"key": field.key, "label": field.label, "type": field.type, "help": field.help}
                | field.settings.to_json()
                for field in self.fields
            ],
            "sections": [
                {"title": part.title, "columns": part.columns, "shown_for": part.shown_for,
                 "fields": list(part.fields)}
                for part in self.sections
            ],
        }  # fmt: skip
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def from_text(cls, text: str, translate: Callable[[str], str] = str) -> Form:
        """The way back from `to_text`; `translate` is asked for every label that people read.

        Raises:
            Problem: fields.not_a_form, fields.newer_form, fields.unknown_type, fields.form_damaged.
        """
        try:
            found = loaded(text)
        except ValueError:
            raise Problem("fields.not_a_form") from None
        if not isinstance(found, dict) or MARK not in found:
            raise Problem("fields.not_a_form")
        shape = Shape.of(found)  # pyright: ignore[reportUnknownArgumentType]
        try:
            if shape.number(MARK) > VERSION:
                raise Problem("fields.newer_form")
            return cls._from_shape(shape, translate)
        except Problem as problem:
            if problem.code != "json.wrong_shape":
                raise
            raise Problem("fields.form_damaged", **problem.data) from None

    @classmethod
    def _from_shape(cls, shape: Shape, translate: Callable[[str], str]) -> Form:
        return cls(
            shape.text("name") and translate(shape.text("name")),
            tuple(_field(item, translate) for item in shape.items("fields")),
            tuple(_section(item, translate) for item in shape.items("sections")),
        )


def merged(form: Form, here: Form) -> Form:
    """What a book with the form `here` has after `form` was loaded: everything of both.

    Fields are the same by key and type: those of the book keep their label and settings and gain the choices
    that they lack. A field whose key is taken by another type comes under "key_2". Sections are the same by
    title and condition and gain the fields that stand in no section yet.
    """
    by_key = {field.key: field for field in here.fields}
    names: dict[str, str] = {}
    for field in form.fields:
        names[field.key] = key = _place(field, by_key)
        by_key[key] = _with_choices(by_key[key], field) if key in by_key else replace(field, key=key, id=0)
    placed = {key for section in here.sections for key in section.fields}
    sections = list(here.sections)
    for section in form.sections:
        new = tuple(key for name in section.fields if (key := names.get(name, "")) and key not in placed)
        placed.update(new)
        at = next((at for at, one in enumerate(sections) if _same(one, section)), -1)
        if at >= 0:
            sections[at] = replace(sections[at], fields=sections[at].fields + new)
        elif new:
            sections.append(replace(section, fields=new, id=0))
    return Form(here.name, tuple(by_key.values()), tuple(sections))


def _place(field: FieldDefinition, by_key: dict[str, FieldDefinition]) -> str:
    key, number = field.key, 1
    while key in by_key and by_key[key].type != field.type:
        number += 1
        key = f"{field.key}_{number}"
    return key


def _with_choices(here: FieldDefinition, other: FieldDefinition) -> FieldDefinition:
    new = tuple(choice for choice in other.settings.choices if here.choice_at(choice.label) < 0)
    return (
        replace(here, settings=replace(here.settings, choices=here.settings.choices + new)) if new else here
    )


def _same(one: FormSection, other: FormSection) -> bool:
    return (one.title, one.shown_for) == (other.title, other.shown_for)


def _field(item: Shape, translate: Callable[[str], str]) -> FieldDefinition:
    kind = item.text("type") or types.TEXT
    if kind not in types.TYPES:
        raise Problem("fields.unknown_type", type=kind, choices=types.TYPES)
    label = item.text("label")
    rest = Shape({key: value for key, value in item.data.items() if key not in _OWN}, item.path)
    settings = FieldSettings.from_json(rest)
    choices = tuple(replace(choice, label=translate(choice.label)) for choice in settings.choices)
    key = item.text("key") or types.key_of(label)
    help_text = item.text("help")
    return FieldDefinition(
        translate(label) if label else key, kind, key, translate(help_text) if help_text else "",
        replace(settings, choices=choices),
    )  # fmt: skip


def _section(item: Shape, translate: Callable[[str], str]) -> FormSection:
    title, columns = item.text("title"), item.number("columns", 1)
    return FormSection(
        translate(title) if title else "",
        tuple(item.texts("fields")),
        columns if columns in COLUMNS else 1,
        item.text("shown_for"),
    )
