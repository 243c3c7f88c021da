"""Days and moments as queries name them: 2025-01, May, 05-09, today, 30d (thirty days ago)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from contactbook.domain import folding, month_names

_DAY = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")
_NO_YEAR = re.compile(r"(?:--)?(\d\d?)(?:-(\d\d?))?")
_AGO = re.compile(r"(\d{1,4})([dwmy])")
_MONTHS_A_YEAR = 12


class Span(NamedTuple):
    """From `start` up to, not including, `end`: milliseconds since 1970 UTC. `ago`: given as an age."""

    start: int
    end: int
    ago: bool = False


class Day(NamedTuple):
    """A day of which parts may be missing; at least one is there."""

    year: int | None
    month: int | None
    day: int | None


def span(value: str, now: datetime) -> Span | None:
    """The span of time that a value names, in local time; None when it names none.

    Args:
        value: "2025-01-31", "2025-01", "2025", "today", "yesterday", or an age: "30d", "2w", "6m", "1y".
        now: local time, without a zone.
    """
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    word = folding.fold(value)
    if word in ("today", "yesterday"):
        start = today - timedelta(days=word == "yesterday")
        return _span(start, start + timedelta(days=1))
    if found := _AGO.fullmatch(word):
        start = _ago(today, int(found[1]), found[2])
        return _span(start, start + timedelta(days=1), ago=True) if start else None
    if not (found := _DAY.fullmatch(word)):
        return None
    year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
    try:
        start = datetime(year, month, day)
        if found[3]:
            return _span(start, start + timedelta(days=1))
        if found[2]:
            return _span(start, _months_later(start, 1))
        return _span(start, start.replace(year=year + 1))
    except (ValueError, OverflowError):
        return None


def day(value: str, now: datetime) -> Day | None:
    """The day, month or year that a value names: "1980", "05", "05-09", "1980-05-09", "May", "today"."""
    word = folding.fold(value)
    if word in ("today", "tomorrow"):
        that = now + timedelta(days=word == "tomorrow")
        return Day(None, that.month, that.day)
    if month := month_names.MONTHS.get(word):
        return Day(None, month, None)
    if found := _DAY.fullmatch(word):
        parts = Day(int(found[1]), int(found[2]) if found[2] else None, int(found[3]) if found[3] else None)
    elif found := _NO_YEAR.fullmatch(word):
        parts = Day(None, int(found[1]), int(found[2]) if found[2] else None)
    else:
        return None
    fits = (parts.month is None or 1 <= parts.month <= _MONTHS_A_YEAR) and 1 <= (parts.day or 1) <= 31
    return parts if fits else None


def _span(start: datetime, end: datetime, *, ago: bool = False) -> Span:
    return Span(round(start.timestamp() * 1000), round(end.timestamp() * 1000), ago)


def _ago(today: datetime, count: int, unit: str) -> datetime | None:
    try:
        if unit in "dw":
            return today - timedelta(days=count * (7 if unit == "w" else 1))
        return _months_later(today, -count * (_MONTHS_A_YEAR if unit == "y" else 1))
    except (ValueError, OverflowError):
        return None


def _months_later(start: datetime, months: int) -> datetime:
    """The same day so many months later, or the last of that month."""
    number = start.year * _MONTHS_A_YEAR + start.month - 1 + months
    year, month = divmod(number, _MONTHS_A_YEAR)
    for last in (start.day, 30, 29, 28):
        if last <= start.day:
            try:
                return start.replace(year=year, month=month + 1, day=last)
            except ValueError:
                if not 1 <= year <= 9999:
                    raise
    raise ValueError(months)
