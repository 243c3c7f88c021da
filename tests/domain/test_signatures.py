"""Signatures and business cards, taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain.contact import Contact, ContactPoint
from contactbook.domain.signatures import contact_from_text, filled_in

GERMAN = """
Mit freundlichen Grüßen

Dr. Jana Weber
Leiterin Vertrieb

Blumenwerk Österreich GmbH
Mariahilfer Straße 12
1060 Wien
Österreich

Tel.: +43 1 234 56 78
Mobil: +43 664 123 45 67
Fax: +43 1 234 56 79
jana.weber@blumenwerk.example | www.blumenwerk.example
"""
AMERICAN = """
John A. Smith, PhD
Senior Sales Manager | Acme Corporation
123 Main Street, Suite 400, Springfield, IL 62701
O: (217) 555-0123  M: (217) 555-0199
E: john.smith@acme.example  W: https://www.acme.example/
linkedin.com/in/johnsmith
"""
POLISH = """
Ada Kowalska
Dyrektor sprzedaży
Acme sp. z o.o.
ul. Długa 5
80-827 Gdańsk
tel. kom. +48 601 234 567
ada@acme.example
"""
BRITISH = """
OLIVER TWIST
Harbour & Lane Ltd
10 High Street, London SW1A 2AA
t 020 7946 0321
oliver@harbourlane.example
"""


def points(contact: Contact, kind: str) -> list[tuple[str, str]]:
    return [(point.value, point.label) for point in contact.points_of(kind)]


def test_a_german_signature() -> None:
    found = contact_from_text(GERMAN)
    assert (found.prefix, found.given, found.family) == ("Dr.", "Jana", "Weber")
    assert found.job_title == "Leiterin Vertrieb"
    assert found.organization == "Blumenwerk Österreich GmbH"
    (address,) = found.addresses
    assert (address.street, address.postal_code, address.locality, address.country_code) == (
        "Mariahilfer Straße 12", "1060", "Wien", "AT",
    )  # fmt: skip
    assert points(found, "phone") == [
        ("+43 1 234 56 78", ""), ("+43 664 123 45 67", "mobile"), ("+43 1 234 56 79", "fax"),
    ]  # fmt: skip
    assert points(found, "email") == [("jana.weber@blumenwerk.example", "")]
    assert points(found, "url") == [("www.blumenwerk.example", "")]
    assert found.note == ""


def test_an_american_card() -> None:
    found = contact_from_text(AMERICAN)
    assert (found.given, found.middle, found.family, found.suffix) == ("John", "A.", "Smith", "PhD")
    assert found.job_title == "Senior Sales Manager"
    assert found.organization == "Acme Corporation"
    (address,) = found.addresses
    assert (address.locality, address.region, address.postal_code) == ("Springfield", "IL", "62701")
    assert "123 Main Street" in address.street
    assert points(found, "phone") == [("(217) 555-0123", "work"), ("(217) 555-0199", "mobile")]
    assert found.points_of("social")[0].service == "linkedin"


def test_a_polish_and_a_british_one() -> None:
    ada, oliver = contact_from_text(POLISH), contact_from_text(BRITISH)
    assert (ada.given, ada.family, ada.organization) == ("Ada", "Kowalska", "Acme sp. z o.o.")
    assert ada.job_title == "Dyrektor sprzedaży"
    assert (ada.addresses[0].postal_code, ada.addresses[0].street) == ("80-827", "ul. Długa 5")
    assert points(ada, "phone")[0][0] == "+48 601 234 567"
    assert (oliver.given, oliver.family) == ("Oliver", "Twist")
    assert oliver.organization == "Harbour & Lane Ltd"
    assert (oliver.addresses[0].postal_code, oliver.addresses[0].locality) == ("SW1A 2AA", "London")


@pytest.mark.parametrize("text", ["", "\n\n", "-- \n", "|"])
def test_nothing_gives_nothing(text: str) -> None:
    assert contact_from_text(text) == Contact()


@given(st.text(max_size=300))
def test_any_text_can_be_read_and_no_address_is_made_up(text: str) -> None:
    found = contact_from_text(text)
    assert all(point.value in text for point in found.points_of("email"))


@given(st.lists(st.sampled_from((GERMAN + AMERICAN + POLISH + BRITISH).splitlines()), max_size=12))
def test_no_line_is_read_twice(lines: list[str]) -> None:
    found = contact_from_text("\n".join(lines))
    values = [point.value for point in found.points_of("email")]
    assert len(values) == len(set(values))


def test_a_card_fills_in_what_is_blank() -> None:
    said = contact_from_text(POLISH)
    assert filled_in(Contact(), said) == said
    typed = Contact(given="Eva", job_title="CEO", points=[ContactPoint("phone", "1")])
    made = filled_in(typed, said)
    assert (made.given, made.family, made.job_title) == ("Eva", "", "CEO")
    assert made.organization == said.organization
    assert [point.value for point in made.points] == ["1", *(point.value for point in said.points)]
    assert typed.addresses == []
