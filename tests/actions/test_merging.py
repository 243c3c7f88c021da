"""Merging: no value is lost, and undoing gives every row back, also after a restart and later edits (R3).

The rows are moved by contactbook.store.merging.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from contactbook.actions import browsing, editing, merging, undoing
from contactbook.domain.contact import COMPANY, Contact, Relation
from contactbook.domain.problems import Problem
from contactbook.store import contacts
from contactbook.store.book import Book
from contactbook.vault.credentials import Credential
from tests.actions.conftest import tables
from tests.store import contact_strategies as some
from tests.store.snapshots import broken_links, computed, stored

if TYPE_CHECKING:
    from collections.abc import Callable


def add(book: Book, values: Contact | dict[str, Any]) -> int:
    [contact_id] = editing.add_contact(book, values).made
    return contact_id


def pair(book: Book) -> tuple[int, int]:
    first = add(book, {
        "given": "Ada", "family": "Kowalska", "phone.work": "+48 601 234 567", "email": "ada@acme.example",
        "organization": "Acme", "title": "CEO", "note": "met in May", "tags": "vip", "field.size": "39",
    })  # fmt: skip
    second = add(book, {
        "given": "Adele", "family": "Kowalska", "phone.work": "+48 (601) 234-567", "phone.home": "+48 58 1",
        "email": "ADA@acme.example", "organization": "Borg", "note": "likes tea", "tags": "vip, tea",
        "field.size": "40", "gender": "female", "photos": [], "starred": "yes",
    })  # fmt: skip
    return first, second


def test_nothing_is_lost_and_nothing_stands_twice(book: Book) -> None:
    first, second = pair(book)
    other_uid = browsing.show(book, second).uid
    merging.merge(book, [first, second])
    one = browsing.show(book, first)
    assert [point.value for point in one.points] == ["+48 601 234 567", "ada@acme.example", "+48 58 1"]
    assert (one.organization, [part.organization for part in one.affiliations]) == ("Acme", ["Borg"])
    assert one.note == "met in May\n\nlikes tea"
    assert (one.tags, one.gender, one.starred) == (["vip", "tea"], "female", True)
    assert [value.value for value in one.fields] == ["39", "40"]
    assert [(extra.name, extra.value) for extra in one.extras] == [
        ("X-MERGED-NAME", "Adele Kowalska"),
        ("X-MERGED-SPELLING", "+48 (601) 234-567"),
        ("X-MERGED-SPELLING", "ADA@acme.example"),
        ("X-MERGED-UID", other_uid),
    ]
    with pytest.raises(Problem):
        browsing.show(book, second)


def test_the_chosen_contact_and_texts_remain(book: Book) -> None:
    first, second = pair(book)
    changes = merging.merge(
        book, [first, second], keep=second, prefer={"given": first}, without=[("note", first)]
    )
    one = browsing.show(book, second)
    assert (one.given, one.note) == ("Ada", "likes tea")
    assert "Adele" in {extra.value for extra in one.extras}
    assert first in changes.contacts


def test_what_pointed_to_the_others_points_to_the_one(book: Book) -> None:
    first, second = pair(book)
    jan = add(book, Contact(given="Jan", relations=[Relation("x", "friend", related_id=second)]))
    boss = add(book, Contact(given="Boss", parent_id=second))
    merging.merge(book, [first, second])
    assert browsing.show(book, jan).relations[0].related_id == first
    assert browsing.show(book, boss).parent_id == first
    assert not broken_links(book)
    undoing.undo(book)
    assert browsing.show(book, jan).relations[0].related_id == second


def test_companies_keep_their_people(book: Book) -> None:
    first = add(book, Contact(kind=COMPANY, organization="Acme"))
    ada = add(book, {"given": "Ada", "organization": "Acme"})
    second = add(book, Contact(kind=COMPANY, organization="Acme Ltd"))
    bea = add(book, {"given": "Bea", "organization": "Acme Ltd"})
    merging.merge(book, [first, second])
    assert {browsing.show(book, one).company_id for one in (ada, bea)} == {first}


def test_back_after_a_restart_with_later_edits_kept(new_book: Callable[[], Book]) -> None:
    book = new_book()
    first, second = pair(book)
    before = tables(book)
    step = merging.merge(book, [first, second]).step
    path = book.path
    book.close()
    with Book.open(path, Credential(raw_key=bytes(range(32)))) as again:
        undoing.undo(again, step)
        assert tables(again) == before
        undoing.redo(again)
        editing.edit_contact(again, first, {"note": "edited since"})
        changes = undoing.undo(again)
        assert not changes.kept
        editing.edit_contact(again, first, {"note": "edited since"})
        changes = undoing.undo(again, step)
        assert changes.kept == (first,)
        assert browsing.show(again, first).note == "edited since"
        assert browsing.show(again, second).note == "likes tea"
        assert computed(again) == stored(again)


def test_one_alone_cannot_be_merged(book: Book) -> None:
    first = add(book, {"given": "Ada"})
    for ids in ([first], [first, first], []):
        with pytest.raises(Problem) as caught:
            merging.merge(book, ids)
        assert caught.value.code == "merge.too_few"


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(some.contacts(), some.contacts(), some.contacts())
def test_any_contacts_there_and_back(book: Book, one: Contact, two: Contact, three: Contact) -> None:
    with book.step("edit") as step:
        contacts.erase(step, step.reader.ids("SELECT id FROM contact"))
        ids = [contacts.insert(step, each) for each in (one, two, three)]
    before = tables(book)
    whole = [browsing.show(book, each) for each in ids]
    merging.merge(book, ids)
    [left] = browsing.contacts(book, ids)
    assert not broken_links(book)
    assert computed(book) == stored(book)
    for contact in whole:
        assert set(contact.tags) <= set(left.tags)
        assert {part.value.strip().casefold() for part in contact.points if part.kind == "url"} <= {
            part.value.strip().casefold() for part in left.points
        }
        assert {photo.data for photo in contact.photos} <= {photo.data for photo in left.photos}
        assert contact.note.strip() in left.note
        assert {(value.key, value.value) for value in contact.fields} <= {
            (value.key, value.value) for value in left.fields
        }
    undoing.undo(book)
    assert tables(book) == before
