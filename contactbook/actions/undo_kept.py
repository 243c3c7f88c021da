"""What an undo would leave because it was changed since: field by field, for who is asked before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.actions import undoing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contactbook.store.book import Book
    from contactbook.store.journal import Preview
    from contactbook.store.step_details import FieldChange

MOST_CONTACTS, MOST_STEPS = 20, 30
"""Beyond these the names of the contacts have to do."""


def looked_at(book: Book, step: int) -> tuple[Preview, Mapping[int, list[FieldChange]]]:
    """What undoing a step would do, and what of the contacts changed since would stay."""
    seen = undoing.preview(book, step)
    return seen, changed_since(book, seen)


def changed_since(book: Book, seen: Preview) -> Mapping[int, list[FieldChange]]:
    """By contact that stays: the latest change of each field that the step had changed as well."""
    return {one: _of_contact(book, seen.step.id, one) for one in seen.kept[:MOST_CONTACTS]}


def _of_contact(book: Book, step: int, contact: int) -> list[FieldChange]:
    known = {(one.field, one.label) for one in undoing.details(book, step, contact=contact).changes}
    found: dict[tuple[str, str], FieldChange] = {}
    for row in undoing.history(book, contact=contact, limit=MOST_STEPS):
        if row.id <= step:
            break
        if row.undone or not row.kept:
            continue
        for one in undoing.details(book, row.id, contact=contact).changes:
            place = (one.field, one.label)
            if place in known:
                found.setdefault(place, one)
    return list(found.values())
