"""Taking a step back, bringing it again, and reading what was done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from contactbook.domain.problems import Problem
from contactbook.store import history_search, journal, queries, step_details
from contactbook.store.history_search import StepFilter
from contactbook.store.journal import Preview
from contactbook.store.step_details import FieldChange, StepDetails

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.domain.changes import Changes
    from contactbook.store.book import Book
    from contactbook.store.queries import HistoryRow


__all__ = ["FieldChange", "Preview", "StepDetails", "StepFilter"]


def undo(book: Book, step: int = 0) -> Changes:
    """Take back a step (0: the last that stands). Contacts changed since stay, and are in `Changes.kept`.

    Raises:
        Problem: undo.nothing, and those of `store.journal.undo`.
    """
    if not step and queries.undo_target(book.reader) is None:
        raise Problem("undo.nothing")
    return journal.undo(book, step)


def redo(book: Book) -> Changes:
    """Do again what was taken back last. Raises Problem("redo.nothing")."""
    if queries.redo_target(book.reader) is None:
        raise Problem("redo.nothing")
    return journal.redo(book)


def history(book: Book, *, contact: int = 0, limit: int = 200, before: int = 0) -> list[HistoryRow]:
    """The steps of a book (or of one contact), newest first; `before`: a step id, to page on."""
    return queries.history(book.reader, contact=contact, limit=limit, before=before)


def find(book: Book, wanted: StepFilter, *, before: int = 0, limit: int = 100) -> list[HistoryRow]:
    """Steps of a kind, a period, a contact, or with a text, newest first; a text finds contacts as well."""
    return history_search.steps(book.reader, with_contacts(book, wanted), before=before, limit=limit)


def with_contacts(book: Book, wanted: StepFilter) -> StepFilter:
    """The same filter, knowing whom its text finds."""
    if not wanted.text or wanted.contacts:
        return wanted
    found = sorted(queries.search(book.reader, wanted.text))[:MOST_FOUND]
    return replace(wanted, contacts=tuple(found))


MOST_FOUND = 500
"""Contacts whose steps a text finds; a text that fits more is no name."""


def details(
    book: Book,
    step: int,
    *,
    contact: int = 0,
    most: int = step_details.MOST,
    cancelled: Callable[[], bool] = bool,
) -> StepDetails:
    """What a step changed, field by field. Raises Problem("store.no_such_step") and Cancelled."""
    return step_details.details(book.reader, step, contact=contact, most=most, cancelled=cancelled)


def preview(book: Book, step: int) -> Preview:
    """What undoing a step would do, and whom it would leave as they are. Raises as `undo`."""
    return journal.preview(book, step)


def undo_target(book: Book) -> HistoryRow | None:
    """What `undo` would take back."""
    return queries.undo_target(book.reader)


def redo_target(book: Book) -> HistoryRow | None:
    """What `redo` would bring again."""
    return queries.redo_target(book.reader)
