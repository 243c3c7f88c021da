"""What a signature says that a contact does not (contactbook.domain.signature_news)."""

from __future__ import annotations

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import signature_news
from contactbook.domain.contact import (
    COMPANY,
    EMAIL,
    PHONE,
    SOCIAL,
    URL,
    Address,
    Affiliation,
    Contact,
    ContactPoint,
)
from contactbook.domain.signatures import contact_from_text

SAID = contact_from_text(
    "Ada Kowalska\nDyrektor sprzedaży\nAcme sp. z o.o.\nul. Długa 5\n80-827 Gdańsk\ntel. kom. +48 601 234 567"
)
OFFICE = Address(street="Rynek 1", postal_code="31-042", locality="Kraków", label="work", preferred=True)


def fields(contact: Contact, said: Contact = SAID) -> list[tuple[str, str, str]]:
    return [(one.field, one.before, one.after) for one in signature_news.details(contact, said)]


def test_phone_title_company_and_address_that_the_book_lacks_are_told() -> None:
    assert fields(Contact(given="Ada", job_title="Clerk")) == [
        ("organization", "", "Acme sp. z o.o."),
        ("job_title", "Clerk", "Dyrektor sprzedaży"),
        ("phone", "", "+48 601 234 567"),
        ("address", "", "ul. Długa 5, 80-827 Gdańsk"),
    ]


def test_other_spellings_of_what_is_known_are_no_news() -> None:
    known = Contact(
        given="Ada", job_title="dyrektor  Sprzedaży", organization="Beta",
        points=[ContactPoint(PHONE, "601-234-567")],
        addresses=[Address(street="Dluga 5/2", locality="Gdańsk", country="Polska", country_code="PL")],
        affiliations=[Affiliation("ACME")],
    )  # fmt: skip
    assert fields(known) == []


def test_further_addresses_of_mail_and_web_are_told_once() -> None:
    said = contact_from_text(
        "Ada\nada@acme.example\nAda.K@acme.example\nwww.acme.example\nhttps://linkedin.com/in/ada"
    )
    known = Contact(given="Ada", points=[ContactPoint(EMAIL, "ADA@acme.example")])
    assert fields(known, said) == [
        ("email", "", "Ada.K@acme.example"),
        ("url", "", "www.acme.example"),
        ("social", "", "https://linkedin.com/in/ada"),
    ]
    known.points += [ContactPoint(URL, "https://acme.example/"), ContactPoint(EMAIL, "ada.k@ACME.example")]
    (profile,) = signature_news.details(known, said)
    signature_news.take(known, profile)
    assert (known.points[-1].kind, known.points[-1].service) == (SOCIAL, profile.service)
    assert signature_news.details(known, said) == []


@pytest.mark.parametrize("street", ["ul. Długa 7", "Rynek 5"])
def test_another_house_or_street_is_news(street: str) -> None:
    known = deepcopy(SAID)
    known.addresses[0].street = street
    assert [field for field, _before, _after in fields(known)] == ["address"]


def test_a_move_takes_the_place_of_the_one_address_at_work() -> None:
    known = Contact(given="Ada", addresses=[OFFICE, Address(street="Domowa 3", label="home")])
    (move,) = [one for one in signature_news.details(known, SAID) if one.field == signature_news.ADDRESS]
    assert move.before == "Rynek 1, 31-042 Kraków"
    signature_news.take(known, move)
    assert [(one.street, one.label, one.preferred) for one in known.addresses] == [
        ("ul. Długa 5", "work", True), ("Domowa 3", "home", False),
    ]  # fmt: skip


def test_with_several_addresses_at_work_a_new_one_is_added() -> None:
    known = Contact(given="Ada", addresses=[OFFICE, Address(street="Rynek 2", label="work")])
    for one in signature_news.details(known, SAID):
        signature_news.take(known, one)
    assert [one.street for one in known.addresses] == ["Rynek 1", "Rynek 2", "ul. Długa 5"]


def test_a_company_has_neither_a_title_nor_an_employer() -> None:
    assert {field for field, _before, _after in fields(Contact(kind=COMPANY, organization="Shop"))} == {
        "phone",
        "address",
    }


@given(st.text(max_size=300))
def test_what_was_taken_is_no_news_any_more(text: str) -> None:
    said, known = contact_from_text(text), Contact(given="Ada")
    for one in signature_news.details(known, said):
        signature_news.take(known, one)
    assert signature_news.details(known, said) == []
