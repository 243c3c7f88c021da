"""Which card of several is the one that counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.actions.importing import import_files
from contactbook.actions.original_cards import original
from contactbook.store import queries
from tests.actions.conftest import card, write

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book


def test_the_latest_in_the_version_and_else_the_latest(book: Book, tmp_path: Path) -> None:
    cards = [card(1, version="2.1"), card(1, version="4.0", NOTE="x"), card(1, version="2.1", NOTE="y")]
    for number, text in enumerate(cards):
        import_files(book, [write(tmp_path / f"{number}.vcf", text)])
    contact_id = queries.find(book.reader, "uid-1")
    assert original(book.reader, contact_id, "4.0") == cards[1].encode()
    assert original(book.reader, contact_id, "2.1") == cards[2].encode()
    assert original(book.reader, contact_id, "3.0") == cards[2].encode()


def test_what_came_from_a_table_has_no_card(book: Book, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("First Name,Last Name,E-mail Address\nJo,Doe,jo@doe.example\n", "utf-8")
    import_files(book, [table])
    assert original(book.reader, queries.ids_of(book.reader, queries.View("all"))[0], "3.0") is None
