from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import numbers


@pytest.mark.parametrize(
    ("text", "decimal", "plain"),
    [
        ("44", "", "44"), ("-5", "", "-5"), ("+7", "", "7"), ("1 234", "", "1234"), ("12'000", "", "12000"),
        ("1,234.50", "", "1234.50"), ("1.234,50", "", "1234.50"), ("0,5", "", "0.5"), (".5", "", "0.5"),
        ("1.234.567", "", "1234567"), ("1.234", "", "1.234"), ("1.234", ",", "1234"), ("1,234", ".", "1234"),
        ("1,234", ",", "1.234"), ("\u2212 3", "", "-3"), ("\u0661\u0662", "", "12"),
    ],
)  # fmt: skip
def test_numbers_of_many_countries(text: str, decimal: str, plain: str) -> None:
    assert numbers.parse(text, decimal) == plain


@pytest.mark.parametrize(
    "text", ["", "abc", "1,234", "1,2,3", "1.2.3", "12a", "1e5", "--5", "1 2,3.4,5", "9" * 50]
)
def test_what_is_no_number_or_two(text: str) -> None:
    assert numbers.parse(text) is None


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_plain_numbers_stay_as_they_are(amount: object) -> None:
    text = numbers.parse(f"{amount:f}")
    assert text is not None
    assert numbers.parse(text) == text
    assert numbers.value(text) == float(f"{amount:f}")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("€ 1.234,50", "1234.50 EUR"), ("12 EUR", "12 EUR"), ("usd 5", "5 USD"), ("12,50 zł", "12.50 PLN"),
        ("7", "7 CHF"), ("$1,000.00", "1000.00 USD"), ("-3.20 EUR", "-3.20 EUR"),
    ],
)  # fmt: skip
def test_amounts_of_money(text: str, plain: str) -> None:
    assert numbers.parse_money(text, "CHF") == plain


def test_text_is_no_amount() -> None:
    assert numbers.parse_money("about five EUR") is None
    assert numbers.split_money("1234.50 EUR") == ("1234.50", "EUR")
