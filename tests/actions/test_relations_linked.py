"""Relations are linked on an exact unique match only, whoever arrives first (R27)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.actions import browsing, editing, importing
from tests.actions.conftest import card, write

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book


def add(book: Book, **values: object) -> int:
    [contact_id] = editing.add_contact(book, values).made
    return contact_id


def related(book: Book, contact_id: int) -> list[int | None]:
    return [relation.related_id for relation in browsing.show(book, contact_id).relations]


def test_both_ways(book: Book) -> None:
    first = add(book, given="Ada", family="Kowalska", **{"relation.spouse": "Jan Kowalski"})
    assert related(book, first) == [None]
    second = add(book, given="Jan", family="Kowalski", **{"relation.spouse": "ADA  Kowalska"})
    assert (related(book, first), related(book, second)) == ([second], [first])


def test_a_namesake_or_oneself_is_nobody(book: Book) -> None:
    add(book, given="Jan", family="Kowalski")
    add(book, given="Jan", family="Kowalski")
    assert related(book, add(book, given="Ada", **{"relation.spouse": "Jan Kowalski"})) == [None]
    assert related(book, add(book, given="Zoe", **{"relation.me": "Zoe"})) == [None]


def test_a_new_text_is_somebody_else(book: Book) -> None:
    jan = add(book, given="Jan")
    ada = add(book, given="Ada", **{"relation.friend": "Jan"})
    assert related(book, ada) == [jan]
    editing.edit_contact(book, ada, {"relation.friend": "Zbigniew"})
    assert related(book, ada) == [None]


def test_files_are_linked_by_uid_and_by_name(book: Book, tmp_path: Path) -> None:
    cards = [
        card(1, version="4.0").replace("END:", "RELATED;TYPE=spouse:urn:uuid:uid-2\r\nEND:"),
        card(2, version="4.0").replace("END:", "RELATED;TYPE=friend;VALUE=text:Jo Doe3\r\nEND:"),
        card(3, version="4.0"),
    ]
    importing.import_files(book, [write(tmp_path / "people.vcf", *cards)])
    by_name = {row.display_name: row.id for row in browsing.list_contacts(book)}
    assert related(book, by_name["Jo Doe1"]) == [by_name["Jo Doe2"]]
    assert related(book, by_name["Jo Doe2"]) == [by_name["Jo Doe3"]]
    importing.import_files(book, [write(tmp_path / "again.vcf", *cards)])
    assert related(book, by_name["Jo Doe1"]) == [by_name["Jo Doe2"]]
