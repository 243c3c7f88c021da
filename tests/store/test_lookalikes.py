"""Who is perhaps there already, while a new contact is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import books, editing
from contactbook.domain.contact import Contact, ContactPoint
from contactbook.store.lookalikes import lookalikes
from contactbook.vault.credentials import Credential

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from contactbook.store.book import Book


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with books.create_book(tmp_path / "a.contactbook", Credential(raw_key=bytes(range(32)))) as made:
        for given, family, mail in (
            ("Ada", "Kowalska", "ada@acme.example"),
            ("Jan", "Kowal", "jan@mill.example"),
        ):
            editing.add_contact(
                made,
                Contact(
                    given=given,
                    family=family,
                    full_name=f"{given} {family}",
                    points=[ContactPoint("email", mail), ContactPoint("phone", "+48 58 555 01 23")],
                ),
            )
        yield made


def found(book: Book, **typed: object) -> list[tuple[str, str]]:
    return [(one.display_name, one.reason) for one in lookalikes(book.reader, Contact(**typed))]  # type: ignore[arg-type]


def test_the_same_address_in_another_spelling(book: Book) -> None:
    assert found(book, points=[ContactPoint("email", "ADA@acme.example")]) == [("Ada Kowalska", "point")]
    assert len(found(book, points=[ContactPoint("phone", "+48585550123")])) == 2


def test_nearly_the_same_name(book: Book) -> None:
    assert found(book, given="Ada", family="Kowalsky") == [("Ada Kowalska", "name")]
    assert found(book, given="Ada", family="Kowalska") == [("Ada Kowalska", "name")]
    assert found(book, given="Jan", family="Kowalska") == []
    assert found(book, given="Ada") == []


def test_the_trash_and_the_contact_itself_do_not_count(book: Book) -> None:
    (ada,) = lookalikes(book.reader, Contact(given="Ada", family="Kowalska"))
    editing.trash(book, [ada.id])
    assert found(book, given="Ada", family="Kowalska") == []
