"""Adding and changing contacts: one step each, and nothing is thrown away for good."""

from __future__ import annotations

import time
import uuid
from copy import deepcopy
from dataclasses import fields
from typing import TYPE_CHECKING

from contactbook.actions import edit_summary
from contactbook.actions.contact_fields import assign
from contactbook.domain import point_keys, signatures
from contactbook.domain.contact import COMPANY, Contact
from contactbook.domain.names import compose, display_name
from contactbook.domain.problems import Problem
from contactbook.store import contacts, linking, queries, tags

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contactbook.domain.changes import Changes
    from contactbook.store.book import Book
    from contactbook.store.step import Step


def add_contact(
    book: Book, values: Contact | Mapping[str, object], *, from_text: str | None = None
) -> Changes:
    """A new contact from a whole one or from `{field: value}` (see `contact_fields`).

    `from_text` is a signature or business card, which is taken apart first (see `domain.signatures`).

    With a company's name only it becomes a company. Raises Problem("edit.nothing_given") when it is empty.
    """
    contact = values if isinstance(values, Contact) else _contact_from(values, from_text)
    if not display_name(contact):
        raise Problem("edit.nothing_given")
    contact.uid = contact.uid or str(uuid.uuid4())
    contact.created_at = contact.updated_at = _now()
    _set_keys(contact)
    with book.step("add", name=display_name(contact)) as step:
        linking.settle(step, [contacts.insert(step, contact)])
    return step.changes


def edit_contact(book: Book, contact_id: int, values: Mapping[str, object]) -> Changes:
    """Change some fields of a contact, by the names of `contact_fields`; nothing else of it is touched.

    Raises:
        Problem: store.no_such_contact, edit.unknown_field, edit.no_such_part, edit.value_not_understood.
    """
    with book.step("edit") as step:
        before, contact = queries.load(book.reader, contact_id), queries.load(book.reader, contact_id)
        for field, value in values.items():
            assign(contact, field, value)
        if contact.full_name == before.full_name and compose(contact) != compose(before):
            contact.full_name = compose(contact)
        _save(step, contact, before)
    return step.changes


def save_contact(book: Book, contact: Contact) -> Changes:
    """Write a contact as it now is over the one with its id."""
    with book.step("edit") as step:
        _save(step, contact, queries.load(book.reader, contact.id))
    return step.changes


def save_edits(book: Book, before: Contact, after: Contact) -> Changes:
    """Write what somebody changed from `before` to `after`; what others changed meanwhile stays.

    What the contact pane does: each attribute that was edited is written whole, every other one is left as it
    is in the book now. Raises Problem("store.no_such_contact").
    """
    with book.step("edit") as step:
        stored = queries.load(step.reader, after.id)
        wanted = deepcopy(stored)
        for field in fields(Contact):
            if (value := getattr(after, field.name)) != getattr(before, field.name):
                setattr(wanted, field.name, value)
        _save(step, wanted, stored)
    return step.changes


def copy_of(contact: Contact) -> Contact:
    """A new contact that begins with all that is known of another; it comes from no card of its own."""
    made = deepcopy(contact)
    made.id, made.uid, made.created_at, made.updated_at = 0, "", 0, 0
    made.checked_at = made.deleted_at = None
    lists = (made.points, made.addresses, made.dates, made.relations, made.affiliations, made.photos)
    for part in (part for parts in (*lists, made.fields, made.extras) for part in parts):
        part.origin = -1
    return made


def set_starred(book: Book, ids: Sequence[int], on: bool = True) -> Changes:
    """Star contacts, or take their star away."""
    with book.step("star" if on else "unstar", contacts=len(ids)) as step:
        contacts.set_starred(step, ids, on)
    return step.changes


def tag(book: Book, ids: Sequence[int], name: str) -> Changes:
    """Give contacts a tag, made when there is none of that name. Raises Problem("edit.tag_unnamed")."""
    name = name.strip()
    if not name:
        raise Problem("edit.tag_unnamed")
    with book.step("tag", tag=name, contacts=len(ids)) as step:
        tags.add(step, tags.ensure(step, name), ids)
    return step.changes


def untag(book: Book, ids: Sequence[int], name: str) -> Changes:
    """Take a tag from contacts; the tag itself stays. Raises Problem("edit.no_such_tag")."""
    tag_id = next((one.id for one in queries.counts(book.reader).tags if one.name == name.strip()), 0)
    if not tag_id:
        raise Problem("edit.no_such_tag", tag=name.strip())
    with book.step("untag", tag=name.strip(), contacts=len(ids)) as step:
        tags.remove(step, tag_id, ids)
    return step.changes


def trash(book: Book, ids: Sequence[int]) -> Changes:
    """Put contacts into the trash: out of every list, whole, and back at any time."""
    with book.step("trash", contacts=len(ids)) as step:
        contacts.trash(step, ids)
    return step.changes


def restore(book: Book, ids: Sequence[int]) -> Changes:
    """Take contacts out of the trash."""
    with book.step("restore", contacts=len(ids)) as step:
        contacts.restore(step, ids)
        linking.settle(step, ids)
    return step.changes


def _contact_from(values: Mapping[str, object], text: str | None) -> Contact:
    contact = signatures.contact_from_text(text) if text is not None else Contact()
    for field, value in values.items():
        assign(contact, field, value)
    if contact.organization and not (
        contact.given or contact.family or contact.full_name or "kind" in values
    ):
        contact.kind = COMPANY
    return contact


def _save(step: Step, contact: Contact, before: Contact) -> None:
    contact.updated_at = _now()
    _set_keys(contact, before)
    linking.drop_stale(step, contact, before)
    step.data.update(edit_summary.label_data(before, contact))
    if contacts.replace(step, contact):
        linking.settle(step, [contact.id])


def _set_keys(contact: Contact, before: Contact | None = None) -> None:
    """Normalise what is new or changed; the rest keeps its key, perhaps from the country of its file."""
    known = {(point.kind, point.value): point.key for point in before.points} if before else {}
    for point in contact.points:
        point.key = known.get((point.kind, point.value), "")
    point_keys.fill(contact)


def _now() -> int:
    return time.time_ns() // 1_000_000
