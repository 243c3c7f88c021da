"""Whether a book is whole: pages, links between rows, derived rows, and the chain of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.store import integrity

if TYPE_CHECKING:
    from contactbook.store.book import Book
    from contactbook.store.integrity import CheckReport


def check(book: Book) -> CheckReport:
    """Look at everything and change nothing."""
    return integrity.check(book)
