"""Periods in which purchases are added up (contactbook.domain.periods)."""

from __future__ import annotations

from datetime import UTC, datetime

from contactbook.domain import periods

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


def test_years_meet_and_twelve_months_reach_back_from_now() -> None:
    this, last = periods.bounds(periods.THIS_YEAR, NOW), periods.bounds(periods.LAST_YEAR, NOW)
    assert last[1] == this[0]
    assert this[0] is not None
    assert this[1] is not None
    assert this[1] - this[0] == 365 * 86_400_000
    assert periods.bounds(periods.EVER, NOW) == (None, None)
    since, until = periods.bounds(periods.TWELVE_MONTHS, NOW)
    assert since is not None
    assert last[0] is not None
    assert last[0] < since < this[0]
    assert until is None


def test_twelve_months_are_the_same_day_of_the_year_before() -> None:
    for today, before in (
        ((2026, 11, 26), (2025, 11, 26)),
        ((2024, 11, 26), (2023, 11, 26)),
        ((2024, 2, 29), (2023, 3, 1)),
    ):
        since, _until = periods.bounds(periods.TWELVE_MONTHS, datetime(*today, 12).astimezone())
        assert since == datetime(*before).astimezone().timestamp() * 1000
