"""What a typed text asks for, before any book is looked at."""

from __future__ import annotations

import pytest

from contactbook.store.search_words import Number, Unit, dialled, parse


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
    assert parse("Łu KOWAL") == ([Unit(("lu",), ()), Unit(("kowal",), (("email", "kowal"),))], [])


def test_an_address_matches_as_it_stands_or_word_by_word() -> None:
    assert parse("Ada@Acme.ex") == ([Unit(("ada", "acme", "ex"), (("email", "ada@acme.ex"),))], [])


def test_digits_in_a_row_are_one_number_or_each_piece_for_itself() -> None:
    units, numbers = parse("berlin 0664 123")
    assert units == [Unit(("berlin",), (("email", "berlin"),))]
    pieces = (
        Unit(("0664",), (("digits", "664"), ("email", "0664"))),
        Unit(("123",), (("digits", "123"), ("email", "123"))),
    )
    assert numbers == [Number("664123", pieces)]


def test_few_digits_are_words_and_letters_are_never_digits() -> None:
    assert parse("7 ab") == ([Unit(("7",), ()), Unit(("ab",), ())], [])
    assert all(column != "digits" for unit in parse("flowers b2b")[0] for column, _ in unit.parts)


def test_nothing_asks_for_nothing() -> None:
    assert parse("  .,; ") == ([], [])
