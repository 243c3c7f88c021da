"""Writing one contact."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from contactbook.domain import contact as domain
from contactbook.domain import fields
from contactbook.domain.contact import Contact, ContactPoint, FieldValue, Photo
from contactbook.domain.problems import Problem
from contactbook.store import contacts, parts, queries, tags
from tests.store import contact_strategies as some

if TYPE_CHECKING:
    from contactbook.store.book import Book
    from contactbook.store.reader import Reader


def points(reader: Reader) -> dict[str, tuple[int, int]]:
    return {
        value: (key, place)
        for key, value, place in reader.query("SELECT id, value, position FROM contact_point")
    }


def insert(book: Book, contact: Contact) -> int:
    with book.step("add") as step:
        return contacts.insert(step, contact)


def as_stored(contact: Contact, stored: Contact) -> Contact:
    """What reading back should give.

    Ids and times are those of the stored one; tags and fields are spelt as the book already knows them.
    """
    values = [
        dataclasses.replace(value, key=fields.key_of(value.label), label=kept.label, type=kept.type)
        for value, kept in zip(contact.fields, stored.fields, strict=True)
    ]
    spelt = {tags.key_of(name): name for name in stored.tags}
    return dataclasses.replace(
        contact,
        id=stored.id,
        created_at=contact.created_at or stored.created_at,
        updated_at=contact.updated_at or stored.created_at,
        tags=[spelt.get(tags.key_of(name), name) for name in tags.distinct(contact.tags)],
        fields=values,
    )


def test_the_tables_of_parts_follow_the_shape_of_a_contact() -> None:
    names = [field.name for field in dataclasses.fields(Contact)]
    assert tuple(names[1 : 1 + len(parts.CONTACT_COLUMNS)]) == parts.CONTACT_COLUMNS
    for part in parts.PARTS:
        assert part.fields == tuple(field.name for field in dataclasses.fields(part.make))  # type: ignore[arg-type]
    stored = {part.attribute for part in parts.PARTS} | {"tags", "fields"}
    assert stored == set(names[1 + len(parts.CONTACT_COLUMNS) :])


@given(contact=some.contacts())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_any_contact_comes_back_as_it_was_written(book: Book, contact: Contact) -> None:
    contact_id = insert(book, contact)
    stored = queries.load(book.reader, contact_id)
    assert stored == as_stored(contact, stored)


@given(before=some.contacts(), after=some.contacts())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_any_contact_can_become_any_other(book: Book, before: Contact, after: Contact) -> None:
    after.id = insert(book, before)
    with book.step("edit") as step:
        contacts.replace(step, after)
    stored = queries.load(book.reader, after.id)
    expected = as_stored(after, stored)
    expected.created_at, expected.updated_at = stored.created_at, stored.updated_at
    expected.uid = after.uid or before.uid
    assert stored == expected
    with book.step("edit") as step:
        assert not contacts.replace(step, stored)


def test_rows_that_say_the_same_keep_their_ids(book: Book) -> None:
    contact = Contact(
        full_name="Ada",
        points=[ContactPoint("phone", "1"), ContactPoint("phone", "2"), ContactPoint("email", "a@b.example")],
    )
    contact.id = insert(book, contact)
    before = points(book.reader)
    contact.points = [ContactPoint("phone", "2"), ContactPoint("phone", "3"), ContactPoint("url", "x")]
    with book.step("edit") as step:
        contacts.replace(step, contact)
    after = points(book.reader)
    assert after["2"][0] == before["2"][0]
    assert after["3"][0] == before["1"][0], "a number that was changed is still the same number"
    assert after["x"][0] not in {key for key, _ in before.values()}, "a web address is not a changed e-mail"
    assert [point.value for point in queries.load(book.reader, contact.id).points] == ["2", "3", "x"]


def test_removing_the_first_of_many_touches_no_other(book: Book) -> None:
    contact = Contact(full_name="Ada", points=[ContactPoint("phone", str(n)) for n in range(4)])
    contact.id = insert(book, contact)
    before = points(book.reader)
    del contact.points[0]
    with book.step("edit") as step:
        contacts.replace(step, contact)
    assert points(book.reader) == {value: row for value, row in before.items() if value != "0"}


def test_a_new_photo_does_not_change_the_bytes_of_the_old_one(book: Book) -> None:
    contact = Contact(full_name="Ada", photos=[Photo(b"old", "image/png")])
    contact.id = insert(book, contact)
    contact.photos[0].data = b"new"
    with book.step("edit") as step:
        contacts.replace(step, contact)
    assert queries.load(book.reader, contact.id).photos[0].data == b"new"
    assert sorted(book.reader.query("SELECT data FROM payload")) == [(b"new",), (b"old",)]


def test_a_value_of_an_unknown_field_brings_its_definition(book: Book) -> None:
    contact = Contact(full_name="Ada", fields=[FieldValue("Shoe size", "42,5", type="number")])
    contact_id = insert(book, contact)
    (value,) = queries.load(book.reader, contact_id).fields
    assert value == FieldValue("Shoe size", "42,5", "shoe_size", "number")
    assert book.reader.query("SELECT number FROM field_value") == [(42.5,)]


def test_a_contact_that_is_not_there_is_a_problem(book: Book) -> None:
    with pytest.raises(Problem, match=r"store\.no_such_contact"), book.step("edit") as step:
        contacts.replace(step, Contact(id=5))


def test_marks_say_how_many_they_changed(book: Book) -> None:
    one, two = insert(book, Contact(full_name="A")), insert(book, Contact(full_name="B"))
    with book.step("marks") as step:
        assert contacts.set_starred(step, [one], True) == 1
        assert contacts.set_starred(step, [one, two], True) == 1
        assert contacts.trash(step, [two, 77]) == 1
        assert contacts.trash(step, [two]) == 0
        assert contacts.restore(step, [one, two]) == 1
        assert contacts.set_checked(step, []) == 0
    assert step.changes.contacts == {one, two}
    assert [queries.load(book.reader, key).starred for key in (one, two)] == [True, True]


def test_erasing_a_contact_takes_everything_of_it_along(book: Book) -> None:
    contact_id = insert(book, Contact(full_name="A", points=[ContactPoint(domain.PHONE, "1")], tags=["x"]))
    with book.step("erase") as step:
        assert contacts.erase(step, [contact_id]) == 1
    for table in ("contact", "contact_point", "contact_tag", "contact_row"):
        assert book.reader.query(f"SELECT count(*) FROM {table}") == [(0,)]
    assert [tag.name for tag in queries.tag_counts(book.reader)] == ["x"]
