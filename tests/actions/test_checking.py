"""A book that was imported into, edited and undone is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.actions import books, checking, editing, undoing

if TYPE_CHECKING:
    from contactbook.store.book import Book


def test_a_used_book_is_whole(book: Book) -> None:
    books.make_sample(book)
    [contact_id] = editing.add_contact(book, {"given": "Ada", "tags": "Friends"}).contacts
    editing.trash(book, [contact_id])
    undoing.undo(book)
    assert checking.check(book).ok
