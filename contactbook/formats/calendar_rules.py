"""Repetition rules of calendars to the letter (RFC 5545 3.3.10), also those that our words cannot say."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

from dateutil import rrule

if TYPE_CHECKING:
    from collections.abc import Iterator

_rrule: Any = rrule  # it has no types
UNTIL = re.compile(r";?UNTIL=(\d{8})(?:T(\d{6})(Z?))?", re.IGNORECASE)
_COUNT = re.compile(r";?COUNT=\d{1,6}", re.IGNORECASE)
_SAID = re.compile(r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;[A-Z]+=[A-Z0-9,+\-]+)*")
LONGEST = 500
_AHEAD = timedelta(days=30 * 366)
"""A rule that gives no day in this time has ended."""


def tidy(text: str) -> str:
    """A rule as it is kept. Raises ValueError for one that makes no sense, or is about parts of a day."""
    rule = text.strip().upper().removeprefix("RRULE:").strip(";")
    if len(rule) > LONGEST or not _SAID.fullmatch(rule):
        raise ValueError(text)
    try:
        _rrule.rrulestr(_bare(rule), dtstart=datetime(2000, 1, 1))
        until(rule, None)
    except (ValueError, TypeError, AttributeError, KeyError, OverflowError) as error:
        raise ValueError(text) from error
    return rule


def following(text: str, start: datetime, after: date) -> Iterator[date]:
    """The days of a rule behind both `start` (a time of it, with its zone) and `after`, in order.

    A number of times is not counted: of a series it became the day of its end, by `calendar_series`.
    Raises ValueError as `tidy`.
    """
    rule = tidy(text)
    begin = start.replace(tzinfo=None)
    behind = datetime.combine(max(begin.date(), after), datetime.max.time())
    last = min(filter(None, (until(rule, start), behind + _AHEAD)))
    # up to the end only, so that a rule without any day is found out in time
    found = _rrule.rrulestr(_bare(rule), dtstart=begin).replace(until=last)
    for each in islice(found.xafter(behind), LONGEST):
        yield each.date()


def until(rule: str, start: datetime | None) -> datetime | None:
    """The end of a rule, on the clock of its first time; None without one. Raises ValueError."""
    said = UNTIL.search(rule)
    if said is None:
        return None
    day, clock, utc = said.groups()
    last = datetime.strptime(day + (clock or "235959"), "%Y%m%d%H%M%S")
    if not utc or start is None or start.tzinfo is None:
        return last
    return last.replace(tzinfo=UTC).astimezone(start.tzinfo).replace(tzinfo=None)


def written(rule: str, start: date | datetime) -> str:
    """The rule for a calendar file: unchanged, only its end is of the kind of its beginning (3.3.10)."""
    timed = isinstance(start, datetime)
    last = until(rule, (start if timed else datetime.combine(start, datetime.min.time())).astimezone())
    if last is None:
        return rule
    end = f"{last:%Y%m%dT%H%M%S}" if timed else f"{last:%Y%m%d}"
    return UNTIL.sub(lambda found: f"{';' if found[0].startswith(';') else ''}UNTIL={end}", rule)


def _bare(rule: str) -> str:
    return _COUNT.sub("", UNTIL.sub("", rule)).strip(";")
