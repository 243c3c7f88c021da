"""Purchases and donations in words (contactbook.wording.giving_words)."""

from __future__ import annotations

from contactbook.domain import periods
from contactbook.domain.giving import Total
from contactbook.wording import giving_words


def test_numbers_are_said_and_left_out_where_there_are_none() -> None:
    bought = Total("purchase", "EUR", 3, 3, 74_700, 0)
    said = giving_words.lines(bought, lambda _at: "9 May")
    assert said == ["3 purchases · 747.00 EUR", "average 249.00 EUR, last 9 May"]
    given = Total("donation", "", 1, 0, 0, 0)
    assert giving_words.lines(given, lambda _at: "9 May") == ["1 donation", "last 9 May"]
    assert set(giving_words.PERIODS) == set(periods.PERIODS)
