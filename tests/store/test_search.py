"""Finding contacts by what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from contactbook.domain import phones
from contactbook.domain.contact import Address, Contact, ContactPoint, FieldValue
from contactbook.store import contacts, queries, search, tags
from contactbook.store.queries import View
from contactbook.store.search_text import part_columns, search_columns
from contactbook.store.search_words import Number, Unit, parse
from tests.store import contact_strategies as some

if TYPE_CHECKING:
    from contactbook.store.book import Book

EVERYBODY = View()


def phone(value: str, region: str = "") -> ContactPoint:
    return ContactPoint("phone", value, key=phones.key(value, region))


PEOPLE = (
    Contact(given="Łukasz", family="Álvarez", points=[phone("+43 (664) 123-4567")]),
    Contact(
        given="Ayşe", organization="Øresund AB", points=[ContactPoint("email", "a.yilmaz@Mail.Acme.example")]
    ),
    Contact(given="太郎", family="山田", full_name="山田太郎", points=[phone("0664 123 99", "AT")]),
    Contact(
        given="Ina", addresses=[Address(street="Lange Straße 12", locality="Gdańsk", postal_code="80-331")]
    ),
    Contact(
        given="Oskar", tags=["Chess Club"], fields=[FieldValue("Size", "XXL")], note="met in Rome, 1664 123"
    ),
)


@pytest.fixture
def people(book: Book) -> dict[int, str]:
    with book.step("add") as step:
        return {contacts.insert(step, contact): contact.given for contact in PEOPLE}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lukasz", "Łukasz"),
        ("LUKASZ", "Łukasz"),
        ("Łuk", "Łukasz"),
        ("alvaro", ""),
        ("alvarez", "Łukasz"),
        ("strasse", "Ina"),
        ("oresund", "Ayşe"),
        ("ayse", "Ayşe"),
        ("0664 123", "Łukasz 太郎"),
        ("1664 123", "Oskar"),
        ("+43 664", "Łukasz 太郎"),
        ("0043664", "Łukasz 太郎"),
        ("(0664)1234", "Łukasz"),
        ("4567", "Łukasz"),
        ("45", ""),
        ("664 lukasz", "Łukasz"),
        ("ilma", "Ayşe"),
        ("il.acme", "Ayşe"),
        ("yilmaz@mail", "Ayşe"),
        ("acme yilmaz", "Ayşe"),
        ("example ayse", "Ayşe"),
        ("山田", "太郎"),
        ("太郎", "太郎"),
        ("gdansk 12 lange", "Ina"),
        ("80-331", "Ina"),
        ("80331", ""),
        ("chess rome xxl", "Oskar"),
        ("hess", ""),
        ("lukasz ina", ""),
        ("flowers", ""),
        ('"', "Łukasz Ayşe 太郎 Ina Oskar"),
        ("l* NEAR ina", ""),
        ("", "Łukasz Ayşe 太郎 Ina Oskar"),
    ],
)
def test_every_word_is_found_in_any_order_and_field(
    book: Book, people: dict[int, str], typed: str, found: str
) -> None:
    assert {people[key] for key in queries.search(book.reader, typed, EVERYBODY)} == set(found.split())


def test_a_search_stays_within_its_view(book: Book, people: dict[int, str]) -> None:
    lukasz, ayse = list(people)[:2]
    with book.step("trash") as step:
        contacts.trash(step, [lukasz])
        tag = tags.ensure(step, "VIP")
        tags.add(step, tag, [lukasz, ayse])
    assert queries.search(book.reader, "a", EVERYBODY) == {ayse}
    assert queries.search(book.reader, "a", View("trash")) == {lukasz}
    assert queries.search(book.reader, "vip", View("tag", tag_id=tag)) == {ayse}
    assert queries.search(book.reader, "", View("trash")) == {lukasz}


def test_a_list_gets_its_first_matches_before_the_rest() -> None:
    order = [5, 3, 9, 1]
    assert list(search.first_matches(order, {1, 3, 5}, 2)) == [5, 3]
    assert list(search.first_matches(order, {1}, 2)) == [1]
    assert list(search.first_matches(order, set(), 2)) == []
    assert list(search.all_matches(order, {1, 3, 7})) == [3, 1]


WORDS = [
    "a",
    "ad",
    "ada",
    "acme",
    "example",
    "exam",
    "kowalska",
    "664",
    "0664",
    "123",
    "+48",
    "12",
    "strasse",
    "山",
    "m",
]


@given(
    made=st.lists(some.contacts(), max_size=5),
    typed=st.lists(st.sampled_from(WORDS) | some.text, max_size=3).map(" ".join),
    everybody=st.booleans(),
)
@example(made=[], typed="0\x000", everybody=False)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_a_search_finds_exactly_what_matches(
    book: Book, monkeypatch: pytest.MonkeyPatch, made: list[Contact], typed: str, everybody: bool
) -> None:
    monkeypatch.setattr(search, "MANY", 0 if everybody else 10_000)
    with book.step("clear") as step:
        contacts.erase(step, step.reader.ids("SELECT id FROM contact"))
        ids = [contacts.insert(step, contact) for contact in made]
    units, numbers = parse(typed)
    expected = {
        contact.id
        for contact in queries.load_many(book.reader, ids)
        if contact.deleted_at is None
        and all(_matches(contact, unit) for unit in units)
        and all(_has_number(contact, number) for number in numbers)
    }
    assert queries.search(book.reader, typed, EVERYBODY) == expected


def _matches(contact: Contact, unit: Unit) -> bool:
    words = " ".join(search_columns(contact)).split()
    if all(any(word.startswith(prefix) for word in words) for prefix in unit.prefixes):
        return True
    email, digits = part_columns(contact)
    return any(text in {"email": email, "digits": digits}[column] for column, text in unit.parts)


def _has_number(contact: Contact, number: Number) -> bool:
    return number.whole in part_columns(contact)[1] or all(
        _matches(contact, piece) for piece in number.pieces
    )
