"""Addresses in one line."""

from __future__ import annotations

import re
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain.address_lines import parse


@pytest.mark.parametrize(
    ("text", "street", "code", "place", "region", "country"),
    [
        ("Hauptstr. 5, 10115 Berlin, Germany", "Hauptstr. 5", "10115", "Berlin", "", "Germany"),
        ("Hauptstr. 5, Hinterhaus\nD-10115 Berlin", "Hauptstr. 5\nHinterhaus", "10115", "Berlin", "", ""),
        ("ul. Długa 7/3; 00-950 Warszawa; Polska", "ul. Długa 7/3", "00-950", "Warszawa", "", "Polska"),
        ("1 Elm St, Springfield, IL 62704", "1 Elm St", "62704", "Springfield", "IL", ""),
        ("1 Elm St, Springfield IL 62704-1234, USA", "1 Elm St", "62704-1234", "Springfield", "IL", "USA"),
        ("10 Downing Street, London SW1A 2AA", "10 Downing Street", "SW1A 2AA", "London", "", ""),
        (
            "5 Mill Lane, Bath, BA1 1AA, United Kingdom",
            "5 Mill Lane",
            "BA1 1AA",
            "Bath",
            "",
            "United Kingdom",
        ),
        ("Damrak 1, 1012 LG Amsterdam", "Damrak 1", "1012 LG", "Amsterdam", "", ""),
    ],
)
def test_taken_apart(text: str, street: str, code: str, place: str, region: str, country: str) -> None:
    found = parse(text)
    assert found
    parts = (found.street, found.postal_code, found.locality, found.region, found.country)
    assert parts == (street, code, place, region, country)


@pytest.mark.parametrize(
    "text", ["", "Berlin", "Hauptstr. 5", "Elm St 12345", "Somewhere, Far away", "IL 62704"]
)
def test_left_alone(text: str) -> None:
    assert parse(text) is None


@given(st.lists(st.sampled_from(["1 Elm St", "Bath", "BA1 1AA", "IL 62704", "10115 Berlin", "Germany", "x"])))
def test_no_word_is_lost(pieces: list[str]) -> None:
    found = parse(", ".join(pieces))
    if found is not None:
        said = " ".join(
            value for key, value in asdict(found).items() if key != "country_code" and isinstance(value, str)
        )
        assert sorted(re.findall(r"\w+", said)) == sorted(re.findall(r"\w+", " ".join(pieces)))
