"""A contact as text tells everything, in order, and nothing that is empty."""

from __future__ import annotations

from contactbook.cli import contact_card
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

FULL = Contact(
    id=7,
    uid="ada",
    given="Ada",
    family="Lovelace",
    organization="Acme",
    job_title="Analyst",
    note="One\nTwo\x1b[2J",
    starred=True,
    deleted_at=1,
    points=[
        ContactPoint("email", "ada@acme.example", "work", preferred=True),
        ContactPoint("chat", "ada", service="matrix"),
        ContactPoint("chat", "12345", "ICQ", service="icq"),
        ContactPoint("url", "https://acme.example"),
    ],
    addresses=[
        Address(street="Street 1", postal_code="1010", locality="Wien", country="Austria", label="home")
    ],
    dates=[ContactDate("1815-12-10")],
    relations=[Relation("Byron", "father")],
    affiliations=[Affiliation("Club", job_title="Chair")],
    photos=[Photo(b"12345", "image/png")],
    fields=[FieldValue("Shoe size", "39", "shoe_size")],
    tags=["A", "B"],
    extras=[Extra("X-FOO", "bar")],
)


def test_everything_is_told() -> None:
    assert list(contact_card.lines(FULL)) == [
        "Ada Lovelace *",
        "(in the trash)",
        "Company       Acme",
        "Title         Analyst",
        "Also at       Club, Chair",
        "E-mail        ada@acme.example  (work, preferred)",
        "Matrix        ada",
        "ICQ           12345",
        "Web           https://acme.example",
        "Address       Street 1  (home)",
        "              1010 Wien",
        "              Austria",
        "Birthday      1815-12-10",
        "Father        Byron",
        "Shoe size     39",
        "Tags          A, B",
        "Photo         image/png, 5 bytes",
        "X-FOO         bar",
        "Note          One",
        "              Two\ufffd[2J",
        "UID           ada",
        "ID            7",
    ]


def test_nothing_empty_is_told() -> None:
    assert list(contact_card.lines(Contact(id=3, full_name="Ada"))) == ["Ada", "ID            3"]
    whole = Contact(full_name="Ada", addresses=[Address(formatted="Street 1\nWien")])
    assert "              Wien" in contact_card.lines(whole)


def test_an_address_is_laid_out_by_its_country_and_the_first_job_has_its_period() -> None:
    contact = Contact(
        full_name="Ada",
        organization="Acme",
        addresses=[
            Address(
                street="1 Main St", locality="Springfield", region="IL", postal_code="62701", country="USA"
            )
        ],
        affiliations=[
            Affiliation("Acme", since="2015", decision_maker=True),
            Affiliation("Club", role="Treasurer", until="2019"),
        ],
    )
    told = list(contact_card.lines(contact))
    assert "              Springfield, IL 62701" in told
    assert "Period        since 2015, decision maker" in told
    assert [line for line in told if "Also" in line] == ["Also at       Club, Treasurer, until 2019"]
