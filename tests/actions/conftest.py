"""What the tests of the actions share: an empty open book, made-up cards, and all that the tables hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from contactbook.store.book import Book
from contactbook.store.tables import JOURNALED
from contactbook.vault.credentials import Credential

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Tables = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def new_book(tmp_path: Path) -> Iterator[Callable[[], Book]]:
    """Makes empty books, which are closed at the end."""
    books: list[Book] = []

    def make() -> Book:
        path = tmp_path / f"book{len(books)}.contactbook"
        books.append(Book.create(path, Credential(raw_key=bytes(range(32)))))
        return books[-1]

    yield make
    for book in books:
        book.close()


@pytest.fixture
def book(new_book: Callable[[], Book]) -> Book:
    """An empty open book."""
    return new_book()


@pytest.fixture
def other(new_book: Callable[[], Book]) -> Book:
    """A second one, for what goes from book to book."""
    return new_book()


def tables(book: Book, *, derived: bool = True) -> Tables:
    """Every row of the journaled tables, and of the list."""
    names = (*JOURNALED, *(("contact_row",) if derived else ()))
    return {name: sorted(book.reader.query(f"SELECT * FROM {name}"), key=repr) for name in names}


def card(number: int, *, uid: bool = True, phone: str = "", version: str = "3.0", **lines: str) -> str:
    """A small vCard; `lines` are further properties."""
    made = ["BEGIN:VCARD", f"VERSION:{version}"]
    made += [f"UID:uid-{number}"] if uid else []
    made += [f"N:Doe{number};Jo;;;", f"FN:Jo Doe{number}", f"TEL;TYPE=CELL:{phone or f'+1555010{number:04}'}"]
    made += [f"EMAIL:jo{number}@doe.example"]
    made += [f"{name}:{value}" for name, value in lines.items()]
    return "\r\n".join([*made, "END:VCARD", ""])


def write(path: Path, *cards: str) -> Path:
    """A file of cards."""
    path.write_bytes("".join(cards).encode())
    return path
