"""When a repeated appointment took place, and when it takes place next (RFC 5545 3.3.10, 3.8.5)."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

from dateutil import rrule

from contactbook.formats.calendar_rules import UNTIL, until

if TYPE_CHECKING:
    from contactbook.domain.calendar_items import Appointment

_rrule: Any = rrule  # it has no types
PAST_DAYS = 731
"""How far back the times of a series are listed one by one; before, only its first."""
MOST_PAST = 500
_AHEAD_DAYS = 731
_COUNTED = 40 * 366
"""How many days ahead the end of a number of times is looked for."""
_OLDEST = 1900
_COUNT = re.compile(r";?COUNT=(\d{1,6})")
_MOST = 20_000
"""Times of a series that are looked at."""
_OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")


@dataclass(frozen=True, slots=True)
class Times:
    """`past`: when it took place, oldest first; `ahead`: when it does next, None for never again.

    `rule`: its repetition, with the day of its end instead of a number of times.
    """

    past: list[datetime] = field(default_factory=list[datetime])
    ahead: datetime | None = None
    rule: str = ""


def times(one: Appointment, now: datetime) -> Times:
    """Every time of the last two years and the next one, of an appointment that says when it begins."""
    start = one.start
    if start is None:
        return Times()
    gone = {each.timestamp() for each in one.left_out}
    past: deque[datetime] = deque(maxlen=MOST_PAST)
    first: datetime | None = None
    ahead: datetime | None = None
    for each in _all(one, start, now):
        if each.timestamp() in gone:
            continue
        if each > now:
            ahead = each
            break
        first = first or each
        if each >= now - timedelta(days=PAST_DAYS):
            past.append(each)
    if first is not None and first not in past:
        past.appendleft(first)
    return Times(list(past), ahead, _ended(one, now))


def _ended(one: Appointment, now: datetime) -> str:
    count = _COUNT.search(one.rule)
    if count is None or one.start is None:
        return one.rule
    found = _by_rule(one, one.start, now, _COUNTED)
    bare = _COUNT.sub("", one.rule).strip(";")
    return f"{bare};UNTIL={found[-1]:%Y%m%d}" if len(found) == int(count[1]) else bare


def _all(one: Appointment, start: datetime, now: datetime) -> list[datetime]:
    """In order, up to two years ahead."""
    found = [start, *_by_rule(one, start, now), *one.added]
    return sorted({each.timestamp(): each for each in found}.values(), key=datetime.timestamp)


def _by_rule(one: Appointment, start: datetime, now: datetime, ahead: int = _AHEAD_DAYS) -> list[datetime]:
    """The times of a rule up to so many days ahead; none of one that makes no sense."""
    if not one.rule or start.year < _OLDEST or any(word in one.rule for word in _OFTEN):
        return []
    # on the clock, so that half past nine stays half past nine when summer time begins
    begin = start.replace(tzinfo=None)
    end = now.astimezone(start.tzinfo).replace(tzinfo=None) + timedelta(days=ahead)
    try:
        last = min(filter(None, (until(one.rule, start), end)))
        count = _COUNT.search(one.rule)
        bare = _COUNT.sub("", UNTIL.sub("", one.rule)).strip(";")
        rule = _rrule.rrulestr(bare, dtstart=begin).replace(until=last)
        most = min(_MOST, int(count[1]) if count else _MOST)
        return [each.replace(tzinfo=start.tzinfo) for each in islice(rule, most)]
    except (ValueError, TypeError, AttributeError, KeyError, OverflowError):
        return []
