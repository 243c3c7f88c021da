"""What the keychain keeps of a book, for those who want that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.actions import books, remembering
from tests.fakes import Chain, use_keychain

if TYPE_CHECKING:
    import pytest

    from contactbook.store.book import Book


def test_kept_found_and_taken_out(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    path = book.path
    assert remembering.look_up(path) == (False, None)
    chain = use_keychain(monkeypatch, Chain())
    assert remembering.look_up(path) == (True, None)
    remembering.set_remembered(book, on=True)
    found = remembering.look_up(path).credential
    assert found is not None
    remembering.set_remembered(book, on=False)
    assert remembering.look_up(path) == (True, None)
    chain.refuses = True
    assert remembering.look_up(path) == (True, None)
    books.close_book(book)
    books.close_book(books.open_book(path, found))
