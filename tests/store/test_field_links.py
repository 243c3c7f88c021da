"""Links to contacts in custom fields: found by name, carried by UID, moved by a merge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import books, browsing, editing, exporting, fields, importing, merging, undoing
from contactbook.domain.contact import FieldValue
from contactbook.domain.field_definition import FieldDefinition
from contactbook.domain.fields import CONTACT
from contactbook.store import contacts, field_links
from contactbook.vault.credentials import Credential

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from contactbook.store.book import Book

FORMATS = {
    "json": "a.json", "csv": "a.csv", "xlsx": "a.xlsx", "vcard4": "a.vcf", "vcard3": "b.vcf",
    "vcard2.1": "c.vcf",
}  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with books.create_book(tmp_path / "a.contactbook", Credential(raw_key=bytes(range(32)))) as made:
        fields.add_field(made, FieldDefinition("Advisor", CONTACT, "advisor"))
        yield made


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Book]:
    with books.create_book(tmp_path / "b.contactbook", Credential(raw_key=bytes(range(32)))) as made:
        yield made


def people(book: Book) -> tuple[int, int]:
    """Ada and Jan."""
    made = [editing.add_contact(book, {"given": name, "uid": f"u-{name}"}).made[0] for name in ("Ada", "Jan")]
    return made[0], made[1]


def advisor(book: Book, contact_id: int) -> str:
    return browsing.show(book, contact_id).fields[0].value


@pytest.mark.parametrize("written", ["Jan", " Jan ", "u-Jan", "Jan <no-such-uid>", "Jan <4711>"])
def test_a_name_or_a_uid_becomes_a_link(book: Book, written: str) -> None:
    ada, jan = people(book)
    editing.edit_contact(book, ada, {"field.advisor": written})
    assert advisor(book, ada) == "Jan <u-Jan>"
    assert field_links.target(book.reader, advisor(book, ada)) == jan


def test_an_id_becomes_a_link_and_lists_show_the_name(book: Book) -> None:
    ada, jan = people(book)
    editing.edit_contact(book, ada, {"field.advisor": str(jan)})
    assert advisor(book, ada) == "Jan <u-Jan>"
    assert book.reader.one("SELECT text FROM field_row WHERE contact_id = ?", (ada,)) == ("Jan",)


def test_a_name_that_two_have_and_ones_own_stay_text(book: Book) -> None:
    ada, _ = people(book)
    editing.add_contact(book, {"given": "Jan"})
    for written in ("Jan", "Ada", "Nobody"):
        editing.edit_contact(book, ada, {"field.advisor": written})
        assert advisor(book, ada) == written
        assert field_links.target(book.reader, written) == 0


@pytest.mark.parametrize(("to", "file"), FORMATS.items())
def test_a_link_comes_back_as_the_same_field_and_link(
    book: Book, other: Book, tmp_path: Path, to: str, file: str
) -> None:
    ada, jan = people(book)
    with book.step("edit") as step:  # as books of before hold it: by the id of this book alone
        shown = browsing.show(book, ada)
        shown.fields.append(FieldValue("Advisor", f"Jan <{jan}>", "advisor", CONTACT))
        contacts.replace(step, shown)
    assert advisor(book, ada) == f"Jan <{jan}>"
    exporting.export(book, tmp_path / file, to=to)
    importing.import_files(other, [tmp_path / file])
    there = {row.display_name: row.id for row in browsing.list_contacts(other)}
    assert advisor(other, there["Ada"]) == "Jan <u-Jan>"
    assert field_links.target(other.reader, "Jan <u-Jan>") == there["Jan"]
    assert [(one.key, one.label, one.type) for one in fields.list_fields(other)] == [
        ("advisor", "Advisor", CONTACT)
    ]


def test_a_merge_takes_links_along_and_undo_brings_them_back(book: Book) -> None:
    ada, jan = people(book)
    [double] = editing.add_contact(book, {"given": "Jan", "family": "Nowak", "uid": "u-double"}).made
    editing.edit_contact(book, ada, {"field.advisor": "Jan Nowak"})
    assert advisor(book, ada) == "Jan Nowak <u-double>"
    merging.merge(book, [jan, double])
    assert field_links.target(book.reader, advisor(book, ada)) == jan
    undoing.undo(book)
    assert advisor(book, ada) == "Jan Nowak <u-double>"
