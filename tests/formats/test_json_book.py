"""Our JSON: everything of a contact comes back, and a broken one is refused alone."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import contact as shapes
from contactbook.domain.contact import Contact
from contactbook.formats import json_book
from contactbook.formats.reading import Reading
from contactbook.formats.records import ReadCard, ReadOptions, Record, RefusedCard
from tests.formats.test_vcard_writer import everything

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
FIELD_KEYS = st.text("abcdef_", min_size=1, max_size=6)
CONTACTS = st.builds(
    Contact,
    kind=st.sampled_from(["person", "company"]),
    uid=TEXT,
    given=TEXT,
    family=TEXT,
    note=TEXT,
    starred=st.booleans(),
    created_at=st.integers(0, 2**60),
    deleted_at=st.none() | st.integers(0, 2**60),
    points=st.lists(
        st.builds(shapes.ContactPoint, st.sampled_from(shapes.POINT_KINDS), TEXT, TEXT, st.booleans()),
        max_size=3,
    ),
    addresses=st.lists(st.builds(shapes.Address, street=TEXT, country=TEXT, label=TEXT), max_size=2),
    dates=st.lists(st.builds(shapes.ContactDate, TEXT, TEXT), max_size=2),
    relations=st.lists(st.builds(shapes.Relation, TEXT, TEXT, TEXT), max_size=2),
    affiliations=st.lists(st.builds(shapes.Affiliation, TEXT, TEXT), max_size=2),
    photos=st.lists(st.builds(shapes.Photo, st.binary(max_size=20), TEXT), max_size=2),
    tags=st.lists(TEXT.filter(bool), max_size=2, unique=True),
    extras=st.lists(st.builds(shapes.Extra, TEXT, TEXT, TEXT), max_size=2),
)


def written(contacts: list[Contact]) -> bytes:
    stream = io.BytesIO()
    writer = json_book.JsonWriter(stream)
    for contact in contacts:
        writer.write(contact)
    writer.finish()
    return stream.getvalue()


def read(data: bytes, options: ReadOptions | None = None) -> list[Record]:
    return list(json_book.read(io.BytesIO(data), options))


def contacts_of(data: bytes) -> list[Contact]:
    return [record.contact for record in read(data) if isinstance(record, ReadCard)]


@given(st.lists(CONTACTS, max_size=4))
def test_contacts_come_back_as_they_were(contacts: list[Contact]) -> None:
    data = written(contacts)
    assert len(json.loads(data)) == len(contacts)
    assert contacts_of(data) == contacts


@given(st.lists(CONTACTS, min_size=1, max_size=4))
def test_the_size_of_the_pieces_makes_no_difference(contacts: list[Contact]) -> None:
    data = written(contacts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_book, "_BLOCK", 7)
        assert contacts_of(data) == contacts


def test_lines_a_single_contact_and_an_object_around_the_array() -> None:
    ada, bob = '{"full_name": "Ada"}', '{"full_name": "Bob {or \\" not}"}'
    for data in (f"{ada}\n{bob}\n", f"[{ada}, {bob}]", f'{{"contacts": [{ada}, {bob}], "more": 1}}'):
        assert [contact.full_name for contact in contacts_of(data.encode())] == ["Ada", 'Bob {or " not}']
    assert [contact.full_name for contact in contacts_of(ada.encode("utf-8-sig"))] == ["Ada"]
    assert [contact.full_name for contact in contacts_of(ada.encode("utf-16"))] == ["Ada"]


def test_lines_and_raw_text_of_each_contact() -> None:
    first, second = read(b'[\n{"full_name": "Ada",\n "note": "x"},\n{"full_name": "Bob"}\n]\n')
    assert (first.line, second.line) == (2, 4)
    assert second.raw == b'{"full_name": "Bob"}'
    assert isinstance(first, ReadCard)
    assert (first.properties, first.mapped) == (2, 2)


def test_broken_contacts_are_refused_alone() -> None:
    data = b'[{"full_name": "Ada"},\n{"full_name": 7},\n{"full_name" "x"},\n{"emails": [{"value": 1}]},'
    data += b'\n{"full_name": "Eve"}]'
    records = read(data)
    assert [type(record) for record in records] == [ReadCard, RefusedCard, RefusedCard, RefusedCard, ReadCard]
    assert [
        (record.line, record.reason, record.column) for record in records if isinstance(record, RefusedCard)
    ] == [
        (2, "json_wrong_shape", "full_name"),
        (3, "json_damaged", ""),
        (4, "json_wrong_shape", "emails[0].value"),
    ]


def test_a_contact_that_never_ends_is_refused_without_filling_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(json_book, "OBJECT_LIMIT", 10_000)
    monkeypatch.setattr(json_book, "_BLOCK", 1000)
    stream = io.BytesIO(b'{"note": "' + b"x" * 1_000_000)
    (record,) = json_book.read(stream)
    assert isinstance(record, RefusedCard)
    assert record.reason == "card_too_large"
    assert stream.tell() < 100_000


@pytest.mark.parametrize("data", [b'[{"full_name": "Ada", "note": "cut of', b'{"note": {"a": [1, 2', b"{"])
def test_a_contact_that_is_cut_off_is_damaged_and_not_too_large(data: bytes) -> None:
    (record,) = read(data)
    assert isinstance(record, RefusedCard)
    assert record.reason == "json_damaged"


def test_half_a_character_becomes_the_mark_for_a_missing_one() -> None:
    data = rb'[{"full_name": "A\ud800B", "tags": ["\udC00"], "note": "\ud83d\ude00"}]'
    (contact,) = contacts_of(data)
    assert (contact.full_name, contact.tags, contact.note) == ("A\ufffdB", ["\ufffd"], "\U0001f600")


@pytest.mark.parametrize("number", ["9" * 5000, "9" * 30, "1e999", "NaN"])
def test_a_number_that_no_book_can_hold_is_refused(number: str) -> None:
    (record,) = read(f'[{{"full_name": "Ada", "created_at": {number}}}]'.encode())
    assert isinstance(record, RefusedCard)
    assert record.reason in ("json_damaged", "json_wrong_shape")


@pytest.mark.parametrize("data", [b"{}", b'{"a": 1, "b": {"full_name": "Ada"}}'])
def test_an_object_that_is_no_contact_is_refused(data: bytes) -> None:
    (record,) = read(data)
    assert isinstance(record, RefusedCard)
    assert record.reason == "empty_card"


def test_the_array_of_contacts_may_stand_behind_other_values() -> None:
    data = b'{"contactbook": 1, "made": "today", "contacts": [{"full_name": "Ada"}, {"full_name": "Bob"}]}'
    assert [contact.full_name for contact in contacts_of(data)] == ["Ada", "Bob"]


def test_deep_nesting_is_refused() -> None:
    (record,) = read(b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}")
    assert isinstance(record, RefusedCard)


def test_a_json_book_is_opened_like_any_other_file() -> None:
    data = written(
        [Contact(full_name="Zoë", points=[shapes.ContactPoint("email", "zoe@example.com", "work")])]
    )
    with Reading(io.BytesIO(data), "book.json", len(data), ReadOptions()) as reading:
        assert (reading.detected.format, reading.detected.program) == ("json", "contactbook")
        (record,) = reading
    assert isinstance(record, ReadCard)
    assert record.contact.points[0].value == "zoe@example.com"


def test_what_is_none_of_our_keys_is_kept_and_counted() -> None:
    text = """[{"full_name": "Ada", "shoe": {"size": 4}, "phones": [{"value": "1", "colour": "red"}],
        "company_id": 7, "empty": "", "display_name": "x"}]"""
    (record,) = json_book.read(io.BytesIO(text.encode()))
    assert isinstance(record, ReadCard)
    assert (record.properties, record.mapped, record.kept_raw) == (4, 2, 2)
    kept = [(extra.name, extra.params, extra.value) for extra in record.contact.extras]
    assert kept == [
        ("X-CONTACTBOOK-JSON", "PATH=shoe", '{"size": 4}'),
        ("X-CONTACTBOOK-JSON", "PATH=phones[0].colour", '"red"'),
    ]
    stream = io.BytesIO()
    writer = json_book.JsonWriter(stream)
    assert writer.write(record.contact).lost == 0
    writer.finish()
    (again,) = json_book.read(io.BytesIO(stream.getvalue()))
    assert isinstance(again, ReadCard)
    assert again.contact == record.contact


def test_all_that_we_write_ourselves_is_understood() -> None:
    stream = io.BytesIO()
    writer = json_book.JsonWriter(stream)
    writer.write(everything())
    writer.finish()
    (record,) = json_book.read(io.BytesIO(stream.getvalue()))
    assert isinstance(record, ReadCard)
    assert (record.kept_raw, record.properties) == (0, record.mapped)
