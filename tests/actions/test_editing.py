"""Adding, changing, starring, tagging and throwing away: each one step, each undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import browsing, editing, exporting, importing, undoing
from contactbook.domain.contact import COMPANY, PHONE, Contact, ContactPoint
from contactbook.domain.problems import Problem
from contactbook.store import queries
from tests.actions.conftest import tables

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book


def added(book: Book, **fields: object) -> int:
    [contact_id] = editing.add_contact(book, fields).contacts
    return contact_id


def test_add_from_fields(book: Book) -> None:
    contact_id = added(
        book, given="Ada", family="Lovelace", email="Ada@Acme.example", phone="+44 20 7946 0018"
    )
    contact = browsing.show(book, contact_id)
    assert (contact.given, contact.family, contact.kind) == ("Ada", "Lovelace", "person")
    assert [(point.value, point.key) for point in contact.points] == [
        ("Ada@Acme.example", "ada@acme.example"),
        ("+44 20 7946 0018", "+442079460018"),
    ]
    assert contact.created_at == contact.updated_at > 0
    assert [row.display_name for row in browsing.list_contacts(book)] == ["Ada Lovelace"]


def test_add_a_company_and_a_whole_contact(book: Book) -> None:
    assert browsing.show(book, added(book, organization="Acme")).kind == COMPANY
    changes = editing.add_contact(book, Contact(full_name="Whole Contact", tags=["x"]))
    assert browsing.show(book, next(iter(changes.contacts))).tags == ["x"]


def test_add_nothing_is_refused(book: Book) -> None:
    with pytest.raises(Problem) as caught:
        editing.add_contact(book, {"note": "no name, no number"})
    assert caught.value.code == "edit.nothing_given"
    assert queries.history(book.reader) == []


def test_edit_touches_only_what_is_named_and_can_be_undone(book: Book) -> None:
    contact_id = added(book, given="Ada", family="Byron", phone="1", note="keep")
    before = tables(book)
    fields = {"family": "Lovelace", "phone": "2", "birthday": "--12-10"}
    changes = editing.edit_contact(book, contact_id, fields)
    assert changes.contacts == {contact_id}
    contact = browsing.show(book, contact_id)
    assert (contact.family, contact.note, contact.points[0].value) == ("Lovelace", "keep", "2")
    assert [(date.label, date.value) for date in contact.dates] == [("birthday", "--12-10")]
    assert [row.display_name for row in browsing.list_contacts(book)] == ["Ada Lovelace"]
    undoing.undo(book)
    assert tables(book) == before


def test_edit_keeps_a_full_name_in_step_with_its_parts(book: Book) -> None:
    changes = editing.add_contact(book, Contact(given="Ada", family="Byron", full_name="Ada Byron"))
    [contact_id] = changes.contacts
    editing.edit_contact(book, contact_id, {"family": "Lovelace"})
    assert browsing.show(book, contact_id).full_name == "Ada Lovelace"
    editing.edit_contact(book, contact_id, {"full_name": "Countess Ada", "given": "Augusta"})
    assert browsing.show(book, contact_id).full_name == "Countess Ada"


def test_a_key_that_the_file_gave_survives_an_edit_of_something_else(book: Book) -> None:
    number = ContactPoint(PHONE, "0664 1234567", key="+436641234567")
    [contact_id] = editing.add_contact(book, Contact(given="Ada")).contacts
    with book.step("import") as step:
        from contactbook.store import contacts

        whole = browsing.show(book, contact_id)
        whole.points.append(number)
        contacts.replace(step, whole)
    editing.edit_contact(book, contact_id, {"note": "x", "email": "a@b.example"})
    assert [point.key for point in browsing.show(book, contact_id).points] == ["+436641234567", "a@b.example"]
    editing.edit_contact(book, contact_id, {"phone": "0664 7654321"})
    assert browsing.show(book, contact_id).points[0].key == ""


def test_save_a_whole_contact(book: Book) -> None:
    contact = browsing.show(book, added(book, given="Ada"))
    contact.note = "written in the pane"
    assert editing.save_contact(book, contact)
    assert browsing.show(book, contact.id).note == "written in the pane"
    assert not editing.save_contact(book, browsing.show(book, contact.id))


def test_edit_problems_write_nothing(book: Book) -> None:
    contact_id = added(book, given="Ada")
    for values, code in (
        ({"given": "Bea", "shoe": "44"}, "edit.unknown_field"),
        ({"phone[3]": "1"}, "edit.no_such_part"),
        ({"starred": "x"}, "edit.value_not_understood"),
    ):
        with pytest.raises(Problem) as caught:
            editing.edit_contact(book, contact_id, values)
        assert caught.value.code == code
    with pytest.raises(Problem) as caught:
        editing.edit_contact(book, 5, {"given": "x"})
    assert caught.value.code == "store.no_such_contact"
    assert browsing.show(book, contact_id).given == "Ada"
    assert len(queries.history(book.reader)) == 1


def test_star_tag_trash_and_back(book: Book) -> None:
    ids = [added(book, given=name) for name in ("Ada", "Bea", "Cyd")]
    before = tables(book)
    assert editing.set_starred(book, ids[:2], True).contacts == set(ids[:2])
    assert editing.tag(book, ids, " Friends ").tags
    editing.trash(book, ids[2:])
    counts = browsing.counts(book)
    assert (counts.all, counts.starred, counts.trash) == (2, 2, 1)
    assert [(tag.name, tag.count) for tag in counts.tags] == [("Friends", 2)]
    editing.restore(book, ids[2:])
    editing.untag(book, ids[:1], "Friends")
    editing.set_starred(book, ids, False)
    assert browsing.show(book, ids[0]).tags == []
    assert browsing.counts(book).all == 3
    for _ in range(6):
        undoing.undo(book)
    assert tables(book) == before


def test_tag_problems(book: Book) -> None:
    contact_id = added(book, given="Ada")
    with pytest.raises(Problem) as caught:
        editing.tag(book, [contact_id], "  ")
    assert caught.value.code == "edit.tag_unnamed"
    with pytest.raises(Problem) as caught:
        editing.untag(book, [contact_id], "nobody")
    assert caught.value.code == "edit.no_such_tag"


def test_a_contact_made_by_hand_comes_back_as_itself(book: Book, tmp_path: Path) -> None:
    editing.add_contact(book, {"given": "Ada", "family": "Kowalska"})
    editing.add_contact(book, {"organization": "Acme"})
    for name, to in (("all.vcf", "vcard3"), ("all4.vcf", "vcard4"), ("all.json", "json")):
        exporting.export(book, tmp_path / name, to=to)
        report = importing.import_files(book, [tmp_path / name]).report
        assert (report.created, report.updated, report.unchanged) == (0, 0, 2), name
