"""What a layout does not call unheld comes back as it was; what it has no column for is in the notes."""

from __future__ import annotations

import io
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contactbook.domain.contact import (
    Address,
    Affiliation,
    Contact,
    ContactDate,
    ContactPoint,
    Extra,
    FieldValue,
    Photo,
    Relation,
)
from contactbook.formats import ldif_writer
from contactbook.formats.csv_writer import LAYOUTS, CsvWriter, layout_of
from contactbook.formats.reading import Reading
from contactbook.formats.records import ReadCard, ReadOptions
from contactbook.formats.table_layout import Layout, Widths, measured

NAMES = st.sampled_from(["Zofia", "Łukasz", "Żak", "O'Neil", "Müller"])
LABELS = st.sampled_from(["", "home", "work", "other"])
POINTS = st.one_of(
    st.builds(
        ContactPoint, st.just("email"), st.sampled_from([f"{n}@post.example" for n in "abcdef"]), LABELS
    ),
    st.builds(
        ContactPoint,
        st.just("phone"),
        st.sampled_from(["+48 601 202 303", "+48 22 630 10 10", "+49 30 1234567", "+44 20 7946 0321"]),
        st.sampled_from(["", "home", "work", "mobile", "fax", "pager", "other"]),
    ),
    st.builds(
        ContactPoint, st.just("url"), st.sampled_from(["https://a.example", "https://b.example/x"]), LABELS
    ),
    st.builds(ContactPoint, st.just("chat"), st.sampled_from(["zosia", "luk"]), service=st.just("skype")),
)
ADDRESSES = st.builds(
    Address,
    street=st.sampled_from(["Piotrkowska 1", "Lange Straße 12"]),
    locality=st.sampled_from(["Łódź", "Berlin"]),
    postal_code=st.sampled_from(["90-001", "10115"]),
    country=st.sampled_from(["Polska", "Deutschland"]),
    label=LABELS,
)
CONTACTS = st.builds(
    Contact,
    given=NAMES,
    family=NAMES,
    nickname=st.sampled_from(["", "Zosieńka"]),
    prefix=st.sampled_from(["", "Dr."]),
    organization=st.sampled_from(["", "Młyny", "Acme Ltd"]),
    job_title=st.sampled_from(["", "Kierowniczka"]),
    department=st.sampled_from(["", "Sales"]),
    gender=st.sampled_from(["", "female"]),
    role=st.sampled_from(["", "Boss"]),
    note=st.sampled_from(["", "Line one\nline two"]),
    points=st.lists(POINTS, max_size=6, unique_by=lambda point: point.value),
    addresses=st.lists(ADDRESSES, max_size=3),
    dates=st.lists(
        st.builds(ContactDate, st.sampled_from(["1980-05-09", "2004-06-12"]),
                  st.sampled_from(["birthday", "anniversary"])),
        max_size=2, unique_by=lambda date: date.label,
    ),
    relations=st.lists(
        st.builds(Relation, st.sampled_from(["Jan Żak", "Ada Nowak"]), st.sampled_from(["spouse", "friend"])),
        max_size=2, unique_by=lambda relation: relation.label,
    ),
    affiliations=st.lists(st.builds(Affiliation, st.just("Chór Miejski")), max_size=1),
    fields=st.lists(
        st.builds(FieldValue, st.sampled_from(["Shoe size", "Vegan"]), st.sampled_from(["38 EU", "so so"])),
        max_size=2, unique_by=lambda value: value.label,
    ),
    tags=st.lists(st.sampled_from(["Friends", "Club", "Chór"]), max_size=3, unique=True),
)  # fmt: skip


def has(contact: Contact) -> Counter[tuple[str, str]]:
    """The properties by what they say, without labels and places."""
    texts = (
        "prefix",
        "given",
        "family",
        "nickname",
        "organization",
        "job_title",
        "department",
        "gender",
        "role",
    )
    found = Counter((name, getattr(contact, name)) for name in texts if getattr(contact, name))
    found.update((point.kind, point.value) for point in contact.points)
    found.update(("address", (each.street or each.formatted)[:5]) for each in contact.addresses)
    found.update(("date", each.value) for each in contact.dates)
    found.update(("relation", each.text) for each in contact.relations)
    found.update(("custom_field", each.value) for each in contact.fields)
    found.update(("tag", each) for each in contact.tags)
    found.update(("affiliation", each.organization) for each in contact.affiliations)
    return found


def read(data: bytes, name: str) -> Contact:
    with Reading(io.BytesIO(data), name, len(data), ReadOptions()) as reading:
        (record,) = reading
    assert isinstance(record, ReadCard)
    return record.contact


def written(contact: Contact, layout: Layout) -> bytes:
    stream = io.BytesIO()
    writer = CsvWriter(stream, layout)
    writer.write(contact)
    writer.finish()
    return stream.getvalue()


def assert_held(contact: Contact, found: Contact, unheld: list[str]) -> None:
    missing = Counter(code for code, _ in (has(contact) - has(found)).elements())
    allowed = Counter(unheld)
    assert not missing - allowed, "said to be held, and did not come back"
    everything = " ".join(str(found).split())
    for code, value in has(contact):
        if code != "address" and not (code == "date" and code in allowed):
            assert value in everything, f"{code} is nowhere in the file"
    assert "Line one" in found.note or not contact.note


@pytest.mark.parametrize("name", LAYOUTS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CONTACTS)
def test_a_table_gives_back_what_it_holds(name: str, contact: Contact) -> None:
    layout = layout_of(name, measured([contact]))
    assert_held(contact, read(written(contact, layout), "x.csv"), layout.unheld(contact))


@settings(max_examples=25, deadline=None)
@given(CONTACTS)
def test_a_directory_gives_back_what_it_holds(contact: Contact) -> None:
    stream = io.BytesIO()
    writer = ldif_writer.LdifWriter(stream)
    writer.write(contact)
    writer.finish()
    assert_held(contact, read(stream.getvalue(), "x.ldif"), ldif_writer.unheld(contact))


@pytest.mark.parametrize("name", LAYOUTS)
def test_pictures_and_kept_properties_are_never_held(name: str) -> None:
    contact = Contact(
        given="Ada", photos=[Photo(b"x", "image/png")], extras=[Extra("X-A", "1"), Extra("X-B", "2")]
    )
    layout = layout_of(name, Widths())
    assert sorted(layout.unheld(contact)) == ["photo", "property", "property"]


@pytest.mark.parametrize(
    ("name", "code"),
    [("outlook", "label"), ("thunderbird", ""), ("mailchimp", "label"), ("hubspot", "label"), ("google", "")],
)
def test_a_label_that_a_layout_gives_up_is_named(name: str, code: str) -> None:
    phone = ContactPoint("phone", "+48 601 202 303", "summer house")
    contact = Contact(given="Zofia", points=[ContactPoint("email", "a@post.example"), phone])
    codes = layout_of(name, measured([contact])).unheld(contact)
    assert ("label" in codes) == bool(code)
    plain = Contact(given="Zofia", points=[ContactPoint("email", "a@post.example")])
    assert "label" not in layout_of(name, measured([plain])).unheld(plain)


def test_names_of_fields_and_labels_of_places_are_named() -> None:
    sized = Contact(given="Zofia", fields=[FieldValue("Shoe size", "38", "shoe_size")])
    assert layout_of("thunderbird", measured([sized])).unheld(sized) == ["label"]
    placed = Contact(given="Zofia", addresses=[Address(street="S 1", locality="Wien", label="summer house")])
    for name in ("outlook", "thunderbird"):
        assert "label" in layout_of(name, measured([placed])).unheld(placed)
    at_home = Contact(given="Zofia", addresses=[Address(street="S 1", locality="Wien", label="home")])
    for name in ("outlook", "thunderbird"):
        assert layout_of(name, measured([at_home])).unheld(at_home) == []


@pytest.mark.parametrize(
    ("name", "tag"),
    [("mailchimp", "Smith, Sons"), ("outlook", "A;B"), ("hubspot", "A;B"), ("google", "A ::: B")],
)
def test_a_tag_that_would_read_like_two_is_named(name: str, tag: str) -> None:
    contact = Contact(given="Zofia", tags=[tag, "vip"], points=[ContactPoint("email", "a@post.example")])
    layout = layout_of(name, measured([contact]))
    assert "tag" in layout.unheld(contact)
    stream = io.BytesIO()
    CsvWriter(stream, layout).write(contact)
    size = stream.tell()
    stream.seek(0)
    with Reading(stream, "x.csv", size, ReadOptions()) as reading:
        (card,) = [record for record in reading if isinstance(record, ReadCard)]
    assert set(card.contact.tags) == {"vip"}


@pytest.mark.parametrize(("name", "held"), [("outlook", False), ("salesforce", False), ("google", True)])
def test_a_birthday_without_its_year_stands_only_where_it_is_understood(name: str, held: bool) -> None:
    contact = Contact(given="Zofia", family="Żak", dates=[ContactDate("--05-09", "birthday")])
    layout = layout_of(name, measured([contact]))
    assert layout.unheld(contact) == ([] if held else ["date"])
    cells = dict(zip(layout.heading(), layout.row(contact), strict=True))
    assert cells[{"salesforce": "Birthdate"}.get(name, "Birthday")] == ("--05-09" if held else "")
    assert held or "--05-09" in str(cells)
    whole = Contact(given="Zofia", family="Żak", dates=[ContactDate("1980-05-09", "birthday")])
    assert layout_of(name, measured([whole])).unheld(whole) == []
