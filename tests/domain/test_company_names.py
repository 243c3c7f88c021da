"""When two names of companies are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import company_names


@pytest.mark.parametrize(
    "name", ["Smith & Sons", "smith &amp; sons", "SMITH  &amp;amp; SONS\n", " Smith & Sons "]
)
def test_certainly_the_same(name: str) -> None:
    assert company_names.key(name) == "smith & sons"


@pytest.mark.parametrize(
    ("name", "loose"),
    [
        ("ACME Sp. z o.o.", "acme"),
        ("Acme, Inc.", "acme"),
        ("Müller GmbH & Co. KG", "muller"),
        ("The Smith and Sons Ltd", "smithsons"),
        ("Smith & Sons", "smithsons"),
        ("Limited", "limited"),
        ("Oy AB", "oy"),
        ("AT&T", "att"),
    ],
)
def test_perhaps_the_same(name: str, loose: str) -> None:
    assert company_names.loose_key(name) == loose


@given(st.text())
def test_cleaning_and_keys_are_stable(name: str) -> None:
    clean = company_names.clean(name)
    assert company_names.clean(clean) == clean or "&" in clean
    assert company_names.key(clean) == company_names.key(name) or "&" in clean


@pytest.mark.parametrize("name", ["Huber KG", "Acme Inc.", "Zażółć sp. z o.o.", "Banco S.A.", "Mary Limited"])
def test_certainly_a_company(name: str) -> None:
    assert company_names.is_one(name)


@pytest.mark.parametrize("name", ["Joana Sá", "JOANA SA", "John Co", "Kim Se", "Anna Ag", "Huber", "Ltd", ""])
def test_perhaps_a_person(name: str) -> None:
    assert not company_names.is_one(name)
