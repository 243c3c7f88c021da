"""A card and the contact with its UID."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import browsing, editing
from contactbook.actions.import_options import ADD, FILL, OVERWRITE, SKIP, ImportOptions
from contactbook.actions.import_updating import Outcome, Updating
from contactbook.actions.importing import import_files
from contactbook.domain.contact import PHONE, Contact, ContactPoint
from contactbook.store import imports, queries
from tests.actions.conftest import card, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from contactbook.store.book import Book
    from contactbook.store.step import Step


@pytest.fixture
def contact_id(book: Book, tmp_path: Path) -> int:
    import_files(book, [write(tmp_path / "a.vcf", card(1))])
    return queries.find(book.reader, "uid-1")


def incoming(phone: str, given: str = "Jo") -> Contact:
    return Contact(
        uid="uid-1",
        given=given,
        family="Doe1",
        full_name=f"{given} Doe1",
        points=[ContactPoint(PHONE, phone, "mobile")],
    )


def file_id(step: Step) -> Callable[[], int]:
    return lambda: imports.add_file(step, imports.start_run(step, "b.vcf"), "b.vcf", format="vcard3")


def test_what_the_person_changed_survives_what_the_file_did_not(book: Book, contact_id: int) -> None:
    editing.edit_contact(book, contact_id, {"email": "mine@doe.example", "note": "mine"})
    with book.step("import") as step:
        outcome = Updating(step, OVERWRITE).update(
            contact_id, incoming("+15550177"), b"raw", 1, file_id(step)
        )
    assert outcome is Outcome.UPDATED
    contact = queries.load(book.reader, contact_id)
    assert [point.value for point in contact.points] == ["+15550177", "mine@doe.example"]
    assert contact.note == "mine"
    assert queries.source_cards(book.reader, contact_id)[0].raw == b"raw"


def test_skipping_writes_nothing(book: Book, contact_id: int) -> None:
    with book.step("import") as step:
        outcome = Updating(step, SKIP).update(contact_id, incoming("+15550177"), b"raw", 1, file_id(step))
    assert outcome is Outcome.SKIPPED
    assert not step.changes


def test_a_second_card_of_another_name_is_somebody_else(book: Book, contact_id: int) -> None:
    with book.step("import") as step:
        updating = Updating(step, OVERWRITE)
        updating.meet([contact_id])
        told = updating.update(contact_id, incoming("+15550188", given="Kim"), b"raw", 9, file_id(step))
        assert told is Outcome.CREATED
        assert (
            updating.update(contact_id, incoming("+15550199"), b"more", 20, file_id(step)) is Outcome.UPDATED
        )
    assert [point.value for point in queries.load(book.reader, contact_id).points_of(PHONE)] == [
        "+15550100001",
        "+15550199",
    ]
    assert len(queries.ids_of(book.reader, queries.View("all"))) == 2


@pytest.mark.parametrize("policy", [OVERWRITE, FILL, ADD])
def test_a_row_takes_no_tag_and_no_label_away(book: Book, tmp_path: Path, policy: str) -> None:
    source = tmp_path / "card.vcf"
    source.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nUID:u1\nFN:Jo Doe\nN:Doe;Jo;;;\nCATEGORIES:Lawyers\n"
        "EMAIL;TYPE=WORK:jo@doe.example\nEND:VCARD\n",
        "utf-8",
    )
    import_files(book, [source])
    table = tmp_path / "table.csv"
    table.write_text("First Name,Last Name,E-mail\nJo,Doe,jo@doe.example\n", "utf-8")
    options = ImportOptions(match=("email",), existing=policy)
    assert import_files(book, [table], options=options).report.unchanged == 1
    (contact,) = browsing.contacts(book, [row.id for row in browsing.list_contacts(book)])
    assert contact.tags == ["Lawyers"]
    assert [(point.value, point.label) for point in contact.points] == [("jo@doe.example", "work")]
