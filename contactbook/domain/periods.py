"""Stretches of time in which purchases and donations are added up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from contactbook.domain import follow_ups

if TYPE_CHECKING:
    from datetime import datetime

EVER, THIS_YEAR, LAST_YEAR, TWELVE_MONTHS = "all", "this-year", "last-year", "12-months"
PERIODS = (EVER, THIS_YEAR, LAST_YEAR, TWELVE_MONTHS)


def bounds(period: str, now: datetime) -> tuple[int | None, int | None]:
    """From, and up to but not including, in milliseconds since 1970 UTC; None where there is no end."""
    year = now.date().year
    if period == THIS_YEAR:
        return follow_ups.day_start(date(year, 1, 1), now), follow_ups.day_start(date(year + 1, 1, 1), now)
    if period == LAST_YEAR:
        return follow_ups.day_start(date(year - 1, 1, 1), now), follow_ups.day_start(date(year, 1, 1), now)
    if period == TWELVE_MONTHS:
        return twelve_months_before(now), None
    return None, None


def twelve_months_before(now: datetime) -> int:
    """The beginning of the same day a year earlier, 1 March for a leap day; milliseconds since 1970."""
    today = now.date()
    leap_day = (today.month, today.day) == (2, 29)
    day = date(today.year - 1, 3, 1) if leap_day else today.replace(year=today.year - 1)
    return follow_ups.day_start(day, now)
