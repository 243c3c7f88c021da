"""Queries answered by the tables."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contactbook.domain import phones, query, query_terms
from contactbook.domain.contact import (
    COMPANY,
    Address,
    Affiliation,
    Contact,
    ContactDate,
    ContactPoint,
    FieldValue,
    Photo,
    Relation,
)
from contactbook.domain.problems import Problem
from contactbook.store import contacts, imports, queries, query_search, query_sources
from contactbook.store.queries import View
from contactbook.wording import queries as words

if TYPE_CHECKING:
    from contactbook.store.book import Book

JANUARY_2024, JUNE_2025 = 1_705_000_000_000, 1_750_000_000_000

PEOPLE = (
    Contact(
        given="Ada",
        family="Kowalska",
        organization="Acme Ltd",
        department="Beta",
        job_title="Head of Sales",
        points=[
            ContactPoint("email", "ada@acme.example", key="ada@acme.example"),
            ContactPoint("phone", "+48 601 202 303", key=phones.key("+48 601 202 303", "")),
            ContactPoint("url", "https://ada.example/blog"),
        ],
        addresses=[Address(street="Długa 1", locality="Gdańsk", postal_code="80-331", country="Polska")],
        dates=[ContactDate("1980-05-09")],
        tags=["VIP", "Choir"],
        note="met in Rome at the old fair",
        fields=[
            FieldValue("Shoe size", "45", "shoe_size", "number"),
            FieldValue("Vegan", "yes", "vegan", "yes_no"),
        ],
        photos=[Photo(b"jpeg", "image/jpeg")],
        created_at=JANUARY_2024,
        checked_at=JANUARY_2024,
        starred=True,
        uid="uid-ada",
    ),
    Contact(
        given="Bob",
        organization="Beta GmbH",
        affiliations=[Affiliation("Acme", job_title="Advisor")],
        addresses=[Address(locality="Rome", country_code="IT")],
        dates=[ContactDate("--12-24")],
        tags=["Choir"],
        fields=[
            FieldValue("Shoe size", "44", "shoe_size", "number"),
            FieldValue("Since", "2020-03-01", "since", "date"),
        ],
        relations=[Relation("Ada Kowalska", "spouse")],
        note="the fair at old Rome",
        created_at=JUNE_2025,
    ),
    Contact(
        kind=COMPANY,
        organization="Acme",
        points=[ContactPoint("phone", "112")],
        dates=[ContactDate("1999")],
        created_at=JUNE_2025,
        fields=[FieldValue("Shoe size", "soon", "shoe_size", "number")],
    ),
    Contact(
        given="Cy",
        nickname="Acme fan",
        dates=[ContactDate("1985-05-20")],
        created_at=JUNE_2025,
        tags=["VIPs"],
    ),
)


@pytest.fixture
def people(book: Book) -> dict[int, str]:
    with book.step("add") as step:
        made = {contacts.insert(step, contact): contact.given or contact.organization for contact in PEOPLE}
        gone = contacts.insert(step, Contact(given="Old", tags=["VIP"], organization="Acme"))
        contacts.trash(step, [gone])
        run = imports.start_run(step, "phone.vcf")
        file = imports.add_file(step, run, "phone.vcf")
        imports.add_source(step, next(iter(made)), file, 1, b"card")
    return made


def found(book: Book, people: dict[int, str], text: str) -> str:
    query_search.check(book.reader, query.parse(text))
    matches = queries.search(book.reader, text, View())
    return " ".join(sorted(people[contact_id] for contact_id in matches))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("acme", "Acme Ada Bob Cy"),
        ("tag:vip", "Ada"),
        ("tag:vip*", "Ada Cy"),
        ("tag:choir -tag:vip", "Bob"),
        ("company:acme", "Acme Ada Bob"),
        ("company:=acme", "Acme Bob"),
        ("company:beta", "Bob"),
        ("department:beta", "Ada"),
        ("title:sales", "Ada"),
        ("title:advis", "Bob"),
        ("name:kow", "Ada"),
        ("family:kowalska given:ada", "Ada"),
        ("given:kowalska", ""),
        ("nick:acme", "Cy"),
        ("email:acme.ex", "Ada"),
        ("email:=ADA@acme.example", "Ada"),
        ("phone:601-202", "Ada"),
        ("phone:11", "Acme"),
        ("website:blog", "Ada"),
        ("city:gdansk", "Ada"),
        ("city:rome", "Bob"),
        ("zip:80-331", "Ada"),
        ("street:dluga", "Ada"),
        ("address:rome", "Bob"),
        ("country:poland", "Ada"),
        ("country:PL", "Ada"),
        ("country:italy", "Bob"),
        ("note:rome", "Ada Bob"),
        ("relation:kowalska", "Bob"),
        ('"old fair"', "Ada"),
        ('"old fa"', ""),
        ('"fair"', "Ada Bob"),
        ("import:phone.vcf", "Ada"),
        ("uid:uid-ada", "Ada"),
        ("is:company", "Acme"),
        ("is:starred", "Ada"),
        ("born:05", "Ada Cy"),
        ("born:May -born:05-20", "Ada"),
        ("born:05-01..05-15", "Ada"),
        ("born:12-20..01-10", "Bob"),
        ("born:1980", "Ada"),
        ("born:1980..1990", "Ada Cy"),
        ("born:>1980", "Acme Cy"),
        ("born:>=1980-05", "Ada Cy"),
        ("born:1985-05-20", "Cy"),
        ("born:>05-09", "Bob Cy"),
        ("born:<=05-09", "Ada"),
        ("created:2024", "Ada"),
        ("created:>2024", "Acme Bob Cy"),
        ("created:<=2024-01", "Ada"),
        ("created:2024..2025", "Acme Ada Bob Cy"),
        ("checked:<1m", "Ada"),
        ("has:email", "Ada"),
        ("no:phone", "Bob Cy"),
        ("no:email no:phone", "Bob Cy"),
        ("has:photo", "Ada"),
        ("has:company", "Acme Ada Bob"),
        ("no:birthday", ""),
        ("has:field.since", "Bob"),
        ("no:field", "Cy"),
        ("field.shoe_size:>44", "Ada"),
        ("field.shoe_size:44..45", "Ada Bob"),
        ("field.shoe_size:44", "Bob"),
        ('field.shoe_size:soo', "Acme"),
        ("field.since:>2019", "Bob"),
        ("field.since:>2020", ""),
        ("field.since:<2020-03-01", ""),
        ("field.vegan:true", "Ada"),
        ("field.vegan:no", ""),
        ("tag:vip or city:rome", "Ada Bob"),
        ("-(tag:vip or city:rome)", "Acme Cy"),
        ("acme (tag:vip or city:rome) -is:starred", "Bob"),
        ("-acme", ""),
        ("tag:nobody", ""),
    ],
)  # fmt: skip
def test_what_a_query_finds(book: Book, people: dict[int, str], text: str, expected: str) -> None:
    assert found(book, people, text) == expected


def test_a_query_stays_within_its_view(book: Book, people: dict[int, str]) -> None:
    assert len(queries.search(book.reader, "tag:vip", View("trash"))) == 1
    assert {people[each] for each in queries.search(book.reader, "company:acme", View("companies"))} == {
        "Acme"
    }


def test_what_a_query_names_must_be_there(book: Book, people: dict[int, str]) -> None:
    for text in ("x field.size:>3", "x -has:field.size"):
        with pytest.raises(Problem) as raised:
            found(book, people, text)
        assert raised.value.code == "query.no_such_field"
        assert raised.value.data["choices"] == ("shoe_size", "vegan", "since")
        assert raised.value.data["at"] in (3, 4)
    assert queries.search(book.reader, "field.size:3") == set()


def test_what_is_not_understood_finds_nobody_in_a_list(book: Book, people: dict[int, str]) -> None:
    assert queries.search(book.reader, "born:soon") == set()


def test_every_term_has_its_source_and_its_words() -> None:
    names = {kind.name for kind in query_terms.KINDS}
    assert names == query_sources.SOURCES.keys()
    assert set(query_terms.PRESENT) <= query_sources.PRESENT.keys() | {"field"}
    assert names | set(query_terms.PRESENT) <= words.NAMES.keys()


TEXTS = st.sampled_from(
    ["tag:vip", "company:acme", "born:05", "has:note", "acme", '"old fair"', "is:starred"]
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(TEXTS, TEXTS)
def test_and_or_not_are_those_of_sets(book: Book, a: str, b: str) -> None:
    if not queries.ids_of(book.reader, View()):
        with book.step("add") as step:
            for contact in PEOPLE:
                contacts.insert(step, contact)
    everybody = set(queries.ids_of(book.reader, View()))
    left, right = queries.search(book.reader, a), queries.search(book.reader, b)
    assert queries.search(book.reader, f"{a} AND {b}") == left & right
    assert queries.search(book.reader, f"{a} OR {b}") == left | right
    assert queries.search(book.reader, f"{a} NOT {b}") == left - right
    assert queries.search(book.reader, f"-({a} {b})") == everybody - (left & right)


def test_time_is_local(book: Book) -> None:
    with book.step("add") as step:
        contacts.insert(step, Contact(given="New", created_at=time.time_ns() // 1_000_000))
    assert len(queries.search(book.reader, "created:today")) == 1
    assert len(queries.search(book.reader, "created:7d")) == 1
    assert queries.search(book.reader, "created:<7d") == set()
