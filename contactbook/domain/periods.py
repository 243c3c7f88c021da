"""Stretches of time in which purchases and donations are added up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from contactbook.domain import follow_ups

if TYPE_CHECKING:
    from datetime import datetime

EVER, THIS_YEAR, LAST_YEAR, TWELVE_MONTHS = "all", "this-year", "last-year", "12-months"
PERIODS = (EVER, THIS_YEAR, LAST_YEAR, TWELVE_MONTHS)
_YEAR_DAYS = 366


def bounds(period: str, now: datetime) -> tuple[int | None, int | None]:
    """From, and up to but not including, in milliseconds since 1970 UTC; None where there is no end."""
    year = now.date().year
    if period == THIS_YEAR:
        return follow_ups.day_start(date(year, 1, 1), now), follow_ups.day_start(date(year + 1, 1, 1), now)
    if period == LAST_YEAR:
        return follow_ups.day_start(date(year - 1, 1, 1), now), follow_ups.day_start(date(year, 1, 1), now)
    if period == TWELVE_MONTHS:
        return follow_ups.milliseconds(now - timedelta(days=_YEAR_DAYS)), None
    return None, None
