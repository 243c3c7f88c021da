"""Taking a step back, bringing it again, and reading what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain.problems import Problem
from contactbook.store import journal, queries

if TYPE_CHECKING:
    from contactbook.domain.changes import Changes
    from contactbook.store.book import Book
    from contactbook.store.queries import HistoryRow


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


def undo_target(book: Book) -> HistoryRow | None:
    """What `undo` would take back."""
    return queries.undo_target(book.reader)


def redo_target(book: Book) -> HistoryRow | None:
    """What `redo` would bring again."""
    return queries.redo_target(book.reader)
