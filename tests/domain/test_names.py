"""Names are shown given name first, filed family name first, and taken apart without inventing anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import name_words, names
from contactbook.domain.contact import COMPANY, Contact, ContactPoint
from contactbook.domain.names import NameParts

ADA = Contact(prefix="Dr.", given="Ada", family="Lovelace")


@pytest.mark.parametrize(
    ("contact", "shown", "filed"),
    [
        (ADA, "Dr. Ada Lovelace", "Lovelace, Ada"),
        (Contact(prefix="Herr", family="Abel"), "Herr Abel", "Abel"),
        (Contact(given="Ada", family="Byron", full_name="Byron, Ada"), "Ada Byron", "Byron, Ada"),
        (Contact(given="Ada", family="Lovelace", full_name="A. Lovelace"), "A. Lovelace", "Lovelace, Ada"),
        (Contact(given="Ada", full_name="ada@acme.example"), "Ada", "Ada"),
        (Contact(full_name="  Ada \n Lovelace "), "Ada Lovelace", "Ada Lovelace"),
        (Contact(given="Max", family="von der Aa"), "Max von der Aa", "Aa, Max von der"),
        (Contact(given="Jo", family="Van Damme", suffix="Jr."), "Jo Van Damme Jr.", "Van Damme, Jo, Jr."),
        (Contact(given="Jean", family="d'Ormesson"), "Jean d'Ormesson", "Ormesson, Jean d'"),
        (Contact(given="Ada", family="Lovelace", suffix="PhD"), "Ada Lovelace, PhD", "Lovelace, Ada, PhD"),
        (Contact(given="太郎", family="山田"), "山田太郎", "山田, 太郎"),
        (Contact(given="太郎", family="山田", phonetic_family="やまだ"), "山田太郎", "やまだ, 太郎"),
        (Contact(kind=COMPANY, organization="Acme, Inc."), "Acme, Inc.", "Acme, Inc."),
        (Contact(kind=COMPANY, full_name="Acme"), "Acme", "Acme"),
        (Contact(given="Ada", family="Lovelace", file_as="Countess"), "Ada Lovelace", "Countess"),
        (Contact(organization="Acme"), "Acme", "Acme"),
        (Contact(nickname="Addie", organization="Acme"), "Addie", "Addie"),
        (Contact(suffix="Jr."), "Jr.", "Jr."),
        (Contact(points=[ContactPoint("phone", "12"), ContactPoint("email", "a@b.c")]), "a@b.c", "a@b.c"),
        (Contact(points=[ContactPoint("url", "http://x.example")]), "http://x.example", "http://x.example"),
        (Contact(), "", ""),
    ],
)  # fmt: skip
def test_a_contact_is_shown_and_filed(contact: Contact, shown: str, filed: str) -> None:
    assert names.display_name(contact) == shown
    assert names.sort_name(contact) == filed


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ada Lovelace", NameParts(given="Ada", family="Lovelace")),
        ("Dr. Ludwig van Beethoven, PhD", NameParts("Dr.", "Ludwig", "", "van Beethoven", "PhD")),
        ("Beethoven, Ludwig van", NameParts(given="Ludwig", family="van Beethoven")),
        ("John Q. Public Jr.", NameParts("", "John", "Q.", "Public", "Jr.")),
        ("King, Martin Luther, Jr.", NameParts("", "Martin", "Luther", "King", "Jr.")),
        ("Herr Dr. Max Müller", NameParts("Herr Dr.", "Max", "", "Müller")),
        ("Müller, Dr. Max", NameParts("Dr.", "Max", "", "Müller")),
        ("John Smith, MD", NameParts(given="John", family="Smith", suffix="MD")),
        ("José Ortega y Gasset", NameParts(given="José", family="Ortega y Gasset")),
        ("Juan Carlos de la Cruz", NameParts("", "Juan", "Carlos", "de la Cruz")),
        ("Vincent in 't Veld", NameParts(given="Vincent", family="in 't Veld")),
        ("Madonna", NameParts(given="Madonna")),
        ("Dr. Müller", NameParts(prefix="Dr.", family="Müller")),
        ("山田 太郎", NameParts(given="太郎", family="山田")),
        ("山田太郎", NameParts(given="山田太郎")),
        ("欧阳修", NameParts(given="修", family="欧阳")),
        ("김철수", NameParts(given="철수", family="김")),
        ("", NameParts()),
        ("Mr", NameParts(given="Mr")),
        (",", NameParts(suffix="")),
    ],
)
def test_a_whole_name_is_taken_apart(text: str, parts: NameParts) -> None:
    assert names.parse_full_name(text) == parts


@given(
    st.lists(st.sampled_from("Dr. Ada van der King de, Jr. PhD y Müller 山田 김철수 ,".split()), max_size=7)
)
def test_taking_apart_loses_and_invents_no_letter(words: list[str]) -> None:
    text = " ".join(words)
    parts = names.parse_full_name(text)
    assert sorted("".join(parts).replace(",", "").replace(" ", "")) == sorted(
        text.replace(",", "").replace(" ", "")
    )


def test_words_are_written_as_they_are_compared() -> None:
    for words in (name_words.TITLES, name_words.SUFFIXES, name_words.PARTICLES):
        assert all(word == word.lower() and "." not in word for word in words)
