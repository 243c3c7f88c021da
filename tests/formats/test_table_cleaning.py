"""The rules that clean cells."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.formats.records import ReadCard, ReadOptions
from contactbook.formats.table_cells import DAMAGED, REPAIRED, mended, phone_of
from contactbook.formats.table_cleaning import calm, filled_up, mail, plain_text
from contactbook.formats.table_mapping import Mapping, from_spec
from contactbook.formats.table_reader import read


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("ADA", "Ada"),
        ("MÜLLER-LÜDENSCHEIDT", "Müller-Lüdenscheidt"),
        ("LUDWIG VAN BEETHOVEN", "Ludwig van Beethoven"),
        ("SINEAD O'CONNOR", "Sinead O'Connor"),
        ("MCDONALD", "McDonald"),
        ("JR", "JR"),
        ("A.J.", "A.J."),
        ("Ada LOVELACE", "Ada LOVELACE"),
        ("李小龍", "李小龍"),
    ],
)
def test_shouted_names(name: str, written: str) -> None:
    assert calm(name) == written


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        ("<ada@x.example>", "ada@x.example"),
        ("mailto:ada@x.example?subject=x", "ada@x.example"),
        ("ada@x.example;", "ada@x.example"),
        ("ada at x.example", "ada at x.example"),
        ("Ada <ada@x.example>", "Ada <ada@x.example>"),
        ("n/a", "n/a"),
    ],
)
def test_what_stands_around_an_address(cell: str, address: str) -> None:
    assert mail(cell) == address


@pytest.mark.parametrize(
    ("code", "country", "whole"),
    [
        ("1067", "DE", "01067"), ("601", "US", "00601"), ("10115", "DE", "10115"), ("1067", "", "1067"),
        ("1010", "AT", "1010"), ("1067-2", "DE", "1067-2"),
    ],
)  # fmt: skip
def test_zeros_of_postal_codes(code: str, country: str, whole: str) -> None:
    assert filled_up(code, country) == whole


@given(st.text())
def test_rules_do_nothing_the_second_time(text: str) -> None:
    for rule in (calm, mail, plain_text):
        once = rule(text)
        assert rule(once) == once or rule is plain_text


def test_rules_follow_their_switches() -> None:
    table = (
        "Given,Family,Mail,ZIP,Country\nADA,VAN DER BERG,<a@b.example>,1067,Germany\nBo,Roe,nobody,1,Poland\n"
    )
    specs = {
        "Given": "given", "Family": "family", "Mail": "email", "ZIP": "address.postal_code",
        "Country": "address.country",
    }  # fmt: skip
    columns = [from_spec(*pair) for pair in specs.items()]

    def first(**switches: bool) -> ReadCard:
        mapping = Mapping(columns, **switches)  # type: ignore[arg-type]
        found = next(read(io.BytesIO(table.encode()), ReadOptions(mapping=mapping)))
        assert isinstance(found, ReadCard)
        return found

    on, off = first(shouted=True, zeros=True), first(emails=False)
    assert (on.contact.given, on.contact.family) == ("Ada", "van der Berg")
    assert (on.contact.points[0].value, on.contact.addresses[0].postal_code) == ("a@b.example", "01067")
    assert (off.contact.given, off.contact.points[0].value) == ("ADA", "<a@b.example>")
    assert off.contact.addresses[0].postal_code == "1067"
    assert [remark.code for remark in off.remarks] == ["email_doubtful"]
    assert on.remarks == []


@pytest.mark.parametrize(
    ("cell", "phone", "done"),
    [
        ("436641234567.0", "436641234567", REPAIRED),
        ("0664 123456.0", "0664 123456", REPAIRED),
        ("+43 (664) 12-34.00", "+43 (664) 12-34", REPAIRED),
        ("4.41E+11", "4.41E+11", DAMAGED),
        ("12.0", "12.0", ""),
        ("0664.123.000", "0664.123.000", ""),
    ],
)
def test_what_a_spreadsheet_did_to_a_phone(cell: str, phone: str, done: str) -> None:
    assert phone_of(cell) == (phone, done)


def _cards(text: str) -> list[ReadCard]:
    records = read(io.BytesIO(text.encode()), ReadOptions())
    return [record for record in records if isinstance(record, ReadCard)]


def test_cells_that_say_nothing_are_left_blank_and_told() -> None:
    text = "Vorname,Name,Firma,E-Mail,Notiz,Blutgruppe\nAda,Null,N/A,none,-,-\nBo,None,-,bo@x.example,x,n/a\n"
    ada, bo = _cards(text)
    assert (ada.contact.family, ada.contact.organization, ada.contact.note) == ("Null", "", "")
    assert not ada.contact.points
    assert [(part.label, part.value) for part in ada.contact.fields] == [("Blutgruppe", "-")]
    assert [(remark.code, remark.detail) for remark in ada.remarks] == [
        ("filler", "Firma"), ("filler", "E-Mail"), ("filler", "Notiz"),
    ]  # fmt: skip
    assert (bo.contact.family, bo.contact.note, bo.contact.organization) == ("None", "x", "")


def test_the_layout_of_a_program_keeps_what_was_typed_there_unless_somebody_says_so() -> None:
    heads = "First Name,Last Name,Organization Name,Labels,E-mail 1 - Label,E-mail 1 - Value"
    text = f"{heads}\nAda,L,-,* myContacts,,\n"
    (card,) = _cards(text)
    assert card.contact.organization == "-"


@pytest.mark.parametrize("word", ["Şahin", "ŽIŽEK", "Müller", "Łódź", "œuvre"])
@pytest.mark.parametrize("times", [1, 2])
def test_text_that_was_encoded_twice_or_more_is_read_right(word: str, times: int) -> None:
    spoiled = word
    for _ in range(times):
        spoiled = "".join(
            bytes([byte]).decode("cp1252", "contactbook.windows_byte") for byte in spoiled.encode()
        )
    assert mended(spoiled) == word
