"""Custom fields: adding, changing, giving another type, removing. One step each; contacts always stay."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from contactbook.domain import fields as types
from contactbook.domain.field_conversion import convert
from contactbook.domain.field_definition import Choice, FieldDefinition, FieldSettings
from contactbook.domain.form_sections import whole
from contactbook.domain.problems import Problem
from contactbook.store import field_changes, field_definitions, forms, queries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.domain.changes import Changes
    from contactbook.store.book import Book
    from contactbook.store.step import Step

MOST_CHOICES = 60
"""A field that becomes a choice takes its choices from its values, if there are not more than these."""

SAMPLES = 20
"""Values that would not convert and are told one by one."""

_KEY = re.compile(r"[^\W_][\w-]*")


@dataclass(frozen=True, slots=True)
class TypePreview:
    """What giving a field another type would do.

    `fails` are values (and how often each stands there) that cannot be read as the new type: they stay as
    they stand and are marked. `failing` counts all of them.
    """

    definition: FieldDefinition
    values: int
    converting: int
    failing: int
    fails: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class RemovalPreview:
    """What removing a field takes away: so many values of so many contacts, with some of them to look at."""

    values: int
    contacts: int
    samples: tuple[tuple[str, int], ...]


def list_fields(book: Book) -> list[FieldDefinition]:
    """Every custom field in its order."""
    return queries.fields(book.reader)


def field(book: Book, key: str) -> FieldDefinition:
    """The field with this key. Raises Problem fields.no_such_field."""
    return queries.field(book.reader, key)


def free_key(book: Book, label: str) -> str:
    """A key for a new field with this label that no other field has: "size", "size_2" ..."""
    taken = {definition.key for definition in queries.fields(book.reader)}
    key = types.key_of(label)
    numbered = (f"{key}_{number}" for number in range(2, len(taken) + 3))
    return key if key not in taken else next(name for name in numbered if name not in taken)


def add_field(book: Book, definition: FieldDefinition, *, section: int = -1, at: int = -1) -> Changes:
    """A new field, at a place of a section of the form (`forms.sections`), or at the end.

    Raises:
        Problem: fields.key_taken, fields.bad_key, fields.without_label, fields.unknown_type,
            fields.choice_twice.
    """
    definition = _sound(definition.named())
    with book.step("field_add", label=definition.label) as step:
        if field_definitions.find(step.connection, definition.key) is not None:
            raise Problem("fields.key_taken", key=definition.key)
        field_definitions.add(step, definition)
        sections = forms.every(step.connection)
        if 0 <= section < len(sections):
            keys = list(sections[section].fields)
            keys.insert(at if at >= 0 else len(keys), definition.key)
            sections[section] = replace(sections[section], fields=tuple(keys))
            forms.write(step, sections)
    return step.changes


def change_field(book: Book, key: str, definition: FieldDefinition) -> Changes:
    """Give a field the label, help and settings of `definition`; its key and type stay.

    A choice that got another name at the same place is renamed in every contact.

    Raises:
        Problem: fields.no_such_field, fields.without_label, fields.choice_twice.
    """
    before = queries.field(book.reader, key)
    after = _sound(
        replace(before, label=definition.label, help=definition.help, settings=definition.settings)
    )
    with book.step("field_change", label=after.label) as step:
        if after != before:
            field_definitions.write(step, after)
        if after.settings.choices != before.settings.choices or after.stars != before.stars:
            renamed = _renamed(before.settings.choices, after.settings.choices)
            field_changes.rename_values(step, after, renamed)
    return step.changes


def preview_choices(book: Book, after: FieldDefinition) -> list[tuple[str, int]]:
    """Values, and how often each stands there, that would be no choice any more; they stay, and are marked.

    Raises:
        Problem: fields.no_such_field.
    """
    before = queries.field(book.reader, after.key)
    renamed = _renamed(before.settings.choices, after.settings.choices)
    gone = [
        choice.label
        for choice in before.settings.choices
        if choice.label not in renamed and after.choice_at(choice.label) < 0
    ]
    values = queries.distinct_values(book.reader, before.id) if gone else []
    return [(value, count) for value, count in values if value in gone]


def name_field(book: Book, key: str, label: str) -> Changes:
    """Give a field its name; a key that was made of the old one follows, while no contact has a value.

    Raises:
        Problem: fields.no_such_field, fields.without_label.
    """
    before = queries.field(book.reader, key)
    after = _sound(replace(before, label=label))
    made = re.fullmatch(rf"{re.escape(types.key_of(before.label))}(_\d+)?", key)
    if (
        made
        and types.key_of(label) != types.key_of(before.label)
        and not queries.usage(book.reader, before.id)[0]
    ):
        after = replace(after, key=free_key(book, label))
    with book.step("field_change", label=after.label) as step:
        if after != before:
            field_definitions.write(step, after)
    return step.changes


def rename_key(book: Book, key: str, new_key: str) -> Changes:
    """Give a field another key. Raises Problem fields.no_such_field, fields.key_taken, fields.bad_key."""
    before = queries.field(book.reader, key)
    new_key = new_key.strip()
    if not _KEY.fullmatch(new_key) or len(new_key) > types.KEY_LENGTH:
        raise Problem("fields.bad_key", key=new_key)
    with book.step("field_key", label=before.label, key=new_key) as step:
        other = field_definitions.find(step.connection, new_key)
        if other is not None and other.id != before.id:
            raise Problem("fields.key_taken", key=new_key)
        if new_key != key:
            field_definitions.write(step, replace(before, key=new_key))
    return step.changes


def preview_type(
    book: Book, key: str, kind: str, settings: FieldSettings | None = None, *, order: str = ""
) -> TypePreview:
    """Which values would not convert to another type. Raises fields.no_such_field, fields.unknown_type.

    Args:
        book: the open book.
        key: of the field.
        kind: the new type.
        settings: of the field afterwards; None keeps those that make sense. Without choices, a field that
            becomes a choice takes its present values as choices.
        order: how 03/04/1980 is meant.
    """
    before = queries.field(book.reader, key)
    values = queries.distinct_values(book.reader, before.id)
    after = _with_type(before, kind, settings, [value for value, _ in values])
    fails = [(value, count) for value, count in values if convert(before, after, value, order=order) is None]
    total, failing = sum(count for _, count in values), sum(count for _, count in fails)
    return TypePreview(after, total, total - failing, failing, tuple(fails[:SAMPLES]))


def change_type(
    book: Book, key: str, kind: str, settings: FieldSettings | None = None, *, order: str = ""
) -> Changes:
    """Give a field another type, as `preview_type` tells it; what does not convert stays as it stands."""
    before = queries.field(book.reader, key)
    after = preview_type(book, key, kind, settings, order=order).definition
    with book.step("field_type", label=after.label, type=kind) as step:
        if after != before:
            field_definitions.write(step, after)
            field_changes.rewrite(
                step, after, lambda value: convert(before, after, value, order=order) or [value]
            )
    return step.changes


def preview_removal(book: Book, key: str) -> RemovalPreview:
    """What would be lost with a field. Raises Problem fields.no_such_field."""
    definition = queries.field(book.reader, key)
    values, contacts = queries.usage(book.reader, definition.id)
    samples = queries.distinct_values(book.reader, definition.id)[:SAMPLES]
    return RemovalPreview(values, contacts, tuple(samples))


def remove_field(book: Book, key: str) -> Changes:
    """Take a field and its values out of the book; contacts stay. Raises Problem fields.no_such_field."""
    definition = queries.field(book.reader, key)
    with book.step("field_remove", label=definition.label) as step:
        sections = forms.every(step.connection)
        kept = [
            replace(section, fields=tuple(name for name in section.fields if name != key))
            for section in sections
        ]
        if kept != sections:
            forms.write(step, kept)
        field_changes.remove(step, definition.id)
    return step.changes


def move_field(book: Book, key: str, to: int) -> Changes:
    """Put a field at a place (from 0) in the order of all fields. Raises Problem fields.no_such_field."""
    definition = queries.field(book.reader, key)
    with book.step("field_move", label=definition.label) as step:
        order = [each.id for each in field_definitions.every(step.connection)]
        order.remove(definition.id)
        order.insert(max(0, min(to, len(order))), definition.id)
        field_changes.set_positions(step, order)
    return step.changes


def in_form_order(book: Book) -> list[FieldDefinition]:
    """Every field in the order of the form."""
    definitions = queries.fields(book.reader)
    by_key = {definition.key: definition for definition in definitions}
    return [
        by_key[key] for section in whole(queries.sections(book.reader), definitions) for key in section.fields
    ]


def _sound(definition: FieldDefinition) -> FieldDefinition:
    """The definition without surplus blanks, if it can be stored."""
    label = " ".join(definition.label.split())
    if not label:
        raise Problem("fields.without_label")
    if definition.type not in types.TYPES:
        raise Problem("fields.unknown_type", type=definition.type, choices=types.TYPES)
    if not _KEY.fullmatch(definition.key) or len(definition.key) > types.KEY_LENGTH:
        raise Problem("fields.bad_key", key=definition.key)
    choices = [replace(choice, label=choice.label.strip()) for choice in definition.settings.choices]
    choices = [choice for choice in choices if choice.label]
    checked = replace(definition, label=label, settings=replace(definition.settings, choices=tuple(choices)))
    for place, choice in enumerate(choices):
        if checked.choice_at(choice.label) != place:
            raise Problem("fields.choice_twice", choice=choice.label)
    return checked


def _with_type(
    before: FieldDefinition, kind: str, settings: FieldSettings | None, values: Sequence[str]
) -> FieldDefinition:
    if kind not in types.TYPES:
        raise Problem("fields.unknown_type", type=kind, choices=types.TYPES)
    if settings is None:
        settings = replace(before.settings, default="", minimum="", maximum="")
        if kind not in (types.CHOICE, types.CHOICES):
            settings = replace(settings, choices=())
    return _with_choices(replace(before, type=kind, settings=settings), values)


def _with_choices(definition: FieldDefinition, values: Sequence[str]) -> FieldDefinition:
    """A field of choices that has none yet gets these values as its choices, unless there are very many."""
    is_choice = definition.type in (types.CHOICE, types.CHOICES)
    if not is_choice or definition.settings.choices or len(values) > MOST_CHOICES:
        return definition
    choices: list[Choice] = []
    for value in values:
        seen = replace(definition, settings=replace(definition.settings, choices=tuple(choices)))
        if value.strip() and seen.choice_at(value) < 0:
            choices.append(Choice(value.strip()))
    return replace(definition, settings=replace(definition.settings, choices=tuple(choices)))


def take_choices(step: Step) -> None:
    """Fields of choices that the running step has made take the values that came with it as choices."""
    for definition in field_definitions.made_in(step):
        values = [value for value, _ in queries.distinct_values(step.reader, definition.id)]
        after = _with_choices(definition, values)
        if after != definition:
            field_definitions.write(step, after)


def _renamed(before: Sequence[Choice], after: Sequence[Choice]) -> dict[str, str]:
    """Choices whose name changed at the same place, the old name and the new one."""
    old, new = [choice.label for choice in before], [choice.label for choice in after]
    if len(old) != len(new):
        return {}
    return {
        was: becomes
        for was, becomes in zip(old, new, strict=True)
        if was != becomes and was not in new and becomes not in old
    }
