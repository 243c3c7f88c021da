"""Changing many contacts at once: common values, a preview, and one step for all of it (R20)."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from contactbook.actions.editing import edit_contact
from contactbook.domain import field_values
from contactbook.domain.bulk_change import (
    ADD,
    COLUMNS,
    REMOVE,
    REPLACE,
    STARRED,
    TAG,
    BulkChange,
    BulkPreview,
    CommonValue,
    Sample,
)
from contactbook.domain.problems import Problem
from contactbook.store import bulk_edits, queries, tags

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contactbook.domain.changes import Changes
    from contactbook.domain.contact import Contact
    from contactbook.domain.field_definition import FieldDefinition
    from contactbook.store.book import Book
    from contactbook.store.step import Step

SAMPLES = 8
"""Contacts that a preview shows before and after."""

MANY = 1_000
"""So many contacts lie all over the file: a step over them keeps more of its pages in memory."""


def common_values(book: Book, ids: Sequence[int]) -> dict[str, CommonValue]:
    """What these contacts have in common, by target: the columns, and the fields that any of them has."""
    wanted = array("q", ids)
    found = bulk_edits.common_columns(book.reader, wanted)
    found |= {f"field.{key}": one for key, one in bulk_edits.common_fields(book.reader, wanted).items()}
    return found


def common_tags(book: Book, ids: Sequence[int]) -> dict[str, int]:
    """The tags that any of these contacts carries, and how many of them do."""
    return bulk_edits.common_tags(book.reader, array("q", ids))


def bulk_edit(book: Book, ids: Sequence[int], changes: Sequence[BulkChange]) -> Changes:
    """Make these changes to all of these contacts, as one step; nothing else of them is touched.

    Raises:
        Problem: edit.unknown_field, fields.no_such_field, edit.tag_unnamed.
    """
    with book.step("bulk_edit", fields=[change.target for change in changes]) as step:
        touched = _apply(step, array("q", ids), changes)
        step.data["contacts"] = len(touched)
    return step.changes


def preview(book: Book, ids: Sequence[int], changes: Sequence[BulkChange]) -> BulkPreview:
    """What `bulk_edit` would do, found out by doing it and taking it back. Raises as `bulk_edit` does."""
    wanted = array("q", ids)
    with book.scratch("bulk_edit") as step:
        touched = _apply(step, wanted, changes)
        shown = [one for one in wanted if one in touched][:SAMPLES]
        after = {contact.id: contact for contact in queries.load_many(step.reader, shown, pictures=False)}
    samples: list[Sample] = []
    names = {row.id: row.display_name for row in queries.rows(book.reader, shown)}
    for before in queries.load_many(book.reader, shown, pictures=False):
        told = [(_text(before, change), _text(after[before.id], change)) for change in changes]
        told = [pair for pair in told if pair[0] != pair[1]]
        samples.append(
            Sample(
                names.get(before.id, ""), "; ".join(old for old, _ in told), "; ".join(new for _, new in told)
            )
        )
    return BulkPreview(len(touched), len(set(wanted)) - len(touched), tuple(samples))


def set_values(book: Book, key: str, values: Mapping[int, str]) -> Changes:
    """Give each of some contacts a text of its own in one place: a pasted column, or one cell of the list.

    Args:
        book: the open book.
        key: the target, as in `BulkChange`.
        values: the text by contact; "" takes away what stands there.

    Raises:
        Problem: edit.unknown_field, fields.no_such_field.
    """
    with book.step("bulk_edit", fields=[key], contacts=len(values)) as step:
        by_text: dict[str, list[int]] = {}
        for contact_id, text in values.items():
            by_text.setdefault(text, []).append(contact_id)
        touched: set[int] = set()
        for text, group in by_text.items():
            touched |= _apply(step, array("q", group), [BulkChange(key, text)], note=False)
        bulk_edits.mark_updated(step, touched)
    return step.changes


def edit_many(book: Book, ids: Sequence[int], values: Mapping[str, object]) -> Changes:
    """Assign by the names of `contact_fields` in many contacts, as one step.

    What can be written to all at once is; the rest is done contact by contact. Raises as `edit_contact` does.
    """
    quick = {name: str(value) for name, value in values.items() if _is_quick(book, name, value)}
    rest = {name: value for name, value in values.items() if name not in quick}
    with book.step("bulk_edit", fields=sorted(values), contacts=len(ids)) as step:
        if rest:  # first: it reads what was there before the step
            for contact_id in ids:
                edit_contact(book, contact_id, rest)
        if quick:
            _apply(step, array("q", ids), [BulkChange(name, value) for name, value in quick.items()])
    return step.changes


def _is_quick(book: Book, name: str, value: object) -> bool:
    if not isinstance(value, str):
        return False
    key = BulkChange(name).key
    return name in COLUMNS or (bool(key) and any(field.key == key for field in queries.fields(book.reader)))


def _apply(step: Step, wanted: array[int], changes: Sequence[BulkChange], *, note: bool = True) -> set[int]:
    if len(wanted) >= MANY:
        step.make_large()
    touched: set[int] = set()
    for change in changes:
        touched |= _apply_one(step, wanted, change)
    if note:
        bulk_edits.mark_updated(step, touched)
    return touched


def _apply_one(step: Step, wanted: array[int], change: BulkChange) -> set[int]:
    if change.target == TAG:
        return _apply_tag(step, wanted, change)
    if change.target == STARRED:
        on = change.value == field_values.YES
        return bulk_edits.set_starred(step, wanted, on=on)
    if change.key:
        return _apply_field(step, wanted, queries.field(step.reader, change.key), change)
    if change.target not in COLUMNS:
        raise Problem("edit.unknown_field", field=change.target)
    if change.how == REPLACE:
        new = bulk_edits.replacing(change.find, change.value, exact=change.exact)
        return bulk_edits.change_column(step, change.target, wanted, new)
    return bulk_edits.set_column(step, change.target, change.value, wanted)


def _apply_tag(step: Step, wanted: array[int], change: BulkChange) -> set[int]:
    name = change.value.strip()
    if not name:
        raise Problem("edit.tag_unnamed")
    tag_id = tags.find(step.connection, name)
    have = bulk_edits.carriers(step, tag_id) if tag_id else set[int]()
    if change.how == REMOVE:
        gone = have.intersection(wanted)
        if tag_id and gone:
            tags.remove(step, tag_id, gone)
        return gone
    new = set(wanted) - have
    if new:
        tags.add(step, tag_id or tags.ensure(step, name), new)
    return new


def _apply_field(step: Step, wanted: array[int], field: FieldDefinition, change: BulkChange) -> set[int]:
    if change.how == REPLACE:
        new = bulk_edits.replacing(change.find, change.value, exact=change.exact)
        return bulk_edits.change_field(step, field, wanted, new)
    value = field_values.plain(field, change.value)
    if change.how == ADD and value:
        return bulk_edits.add_to_field(step, field, value, wanted)
    if change.how == REMOVE:
        return bulk_edits.remove_from_field(step, field, value, wanted)
    return bulk_edits.set_field(step, field, value, wanted)


def _text(contact: Contact, change: BulkChange) -> str:
    """What a contact says in the place of a change."""
    if change.target == TAG:
        return ", ".join(contact.tags)
    if change.key:
        return ", ".join(value.value for value in contact.fields if value.key == change.key)
    return str(getattr(contact, change.target))
