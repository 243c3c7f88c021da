"""What a typed text asks for, before any book is looked at."""

from __future__ import annotations

import pytest

from contactbook.store.search import Term, dialled, terms


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("0664 123", "664123"),
        ("+43 (0)664 123", "43664123"),
        ("0043/664-123", "43664123"),
        ("٠٦٦٤ ١٢٣", "664123"),
        ("no digits", ""),
    ],
)
def test_a_number_is_reduced_to_what_all_ways_of_writing_it_share(typed: str, digits: str) -> None:
    assert dialled(typed) == digits


def test_words_are_folded_and_looked_for_inside_addresses_from_three_characters_on() -> None:
    assert terms("Łu KOWAL") == [Term(("lu",)), Term(("kowal",), 'email : "kowal"')]


def test_digits_in_a_row_are_one_number() -> None:
    assert terms("berlin 0664 123") == [
        Term(("berlin",), 'email : "berlin"'),
        Term(("0664", "123"), 'digits : "664123"'),
    ]


def test_few_digits_are_words_and_letters_are_never_digits() -> None:
    assert terms("7 ab") == [Term(("7",)), Term(("ab",))]
    assert all("digits" not in term.part for term in terms("flowers"))


def test_nothing_asks_for_nothing() -> None:
    assert terms("  .,; ") == []
