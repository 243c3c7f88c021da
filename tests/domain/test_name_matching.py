"""Who can be one person, when an e-mail address or a telephone already says so (R4)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain.contact import COMPANY
from contactbook.domain.name_matching import Called, agree, same


def person(given: str = "", family: str = "", **more: str) -> Called:
    return Called("person", given, family=family, **more)


ANNA = person("Anna", "Nowak")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ANNA, person("ANNA", "Nowak")),
        (ANNA, person("Nowak", "Anna")),
        (ANNA, person("A.", "Nowak")),
        (ANNA, person("Anna")),
        (ANNA, person()),
        (ANNA, person(full_name="Dr. Anna Nowak")),
        (ANNA, person("Anna Maria", "Nowak")),
        (ANNA, person("Anna", "Nowak-Kowalska")),
        (person("Jörg", "Müller"), person("Jorg", "MULLER")),
        (person("Robert", "Roe", nickname="Bob"), person("Bob", "Roe")),
        (Called(COMPANY, organization="Acme GmbH"), Called(COMPANY, organization="ACME")),
        (Called(COMPANY, organization="Acme"), person()),
    ],
)
def test_nothing_speaks_against_it(one: Called, other: Called) -> None:
    assert agree(one, other)
    assert agree(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ANNA, person("Jan", "Nowak")),
        (ANNA, person("Anna", "Kowalska")),
        (ANNA, person("Bob", "Roe")),
        (person("Anna", "Meier"), person("Anna", "Meyer")),
        (person("Jan", "Nowak"), person("Janina", "Nowak")),
        (person("John", "Smith"), person("John", "Smith", suffix="Jr.")),
        (Called(COMPANY, organization="Nowak"), ANNA),
        (Called(COMPANY, organization="Acme"), Called(COMPANY, organization="Bolt")),
    ],
)
def test_two_people_stay_two(one: Called, other: Called) -> None:
    assert not agree(one, other)
    assert not agree(other, one)


def test_the_same_words_in_any_order_are_the_same_name() -> None:
    assert same(ANNA, person("Nowak", "ANNA"))
    assert same(ANNA, person(full_name="Nowak, Anna"))
    assert not same(ANNA, person("Anna"))
    assert not same(person(), person())
    assert not same(Called(COMPANY, organization="Acme GmbH"), Called(COMPANY, organization="Acme"))


texts = st.text("abA. -", max_size=6)
called = st.builds(
    Called, st.sampled_from(["person", COMPANY]), texts, texts, texts, texts, texts, texts, texts
)


@given(called, called)
def test_it_goes_both_ways(one: Called, other: Called) -> None:
    assert agree(one, one)
    assert agree(one, other) == agree(other, one)
    assert same(one, other) == same(other, one)
    assert agree(one, other) or not same(one, other)
