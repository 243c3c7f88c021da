"""Repetition rules of RFC 5545 (3.3.10), as far as follow-ups need them: every so many days, weeks ...

Understood are FREQ (DAILY, WEEKLY, MONTHLY, YEARLY), INTERVAL, BYDAY (several days weekly, one with a
number such as 2TU or -1FR monthly), BYMONTHDAY (one day, also -1 for the last), UNTIL. A month without the
wanted day takes its last one, so that nothing is skipped.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

DAILY, WEEKLY, MONTHLY, YEARLY = "DAILY", "WEEKLY", "MONTHLY", "YEARLY"
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST = 1000
"""The longest interval."""

ORDINALS = (1, 2, 3, 4, -1)
_BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_DAYS = {DAILY: 1, WEEKLY: 7, MONTHLY: 30, YEARLY: 365}


@dataclass(frozen=True, slots=True)
class Rule:
    """`weekdays`: 0 is Monday; `month_day`: 1..31, -1 the last, 0 that of the first date.

    `ordinal`: which one of its weekday in a month, 1..4, -1 the last.
    """

    every: str
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    month_day: int = 0
    until: str = ""
    ordinal: int = 0

    def __str__(self) -> str:
        parts = [f"FREQ={self.every}"]
        if self.interval != 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.weekdays:
            number = str(self.ordinal or "")
            parts.append("BYDAY=" + ",".join(number + WEEKDAYS[day] for day in self.weekdays))
        if self.month_day:
            parts.append(f"BYMONTHDAY={self.month_day}")
        if self.until:
            parts.append("UNTIL=" + self.until.replace("-", ""))
        return ";".join(parts)

    @property
    def days(self) -> int:
        """About how many days lie between two times."""
        length = _DAYS[self.every] * self.interval
        return max(1, length // len(self.weekdays)) if self.every == WEEKLY and self.weekdays else length


def parse(text: str) -> Rule:
    """A rule. Raises ValueError for what is not understood."""
    given: dict[str, str] = {}
    for part in text.upper().removeprefix("RRULE:").split(";"):
        name, _, value = part.partition("=")
        given[name.strip()] = value.strip()
    every = given.pop("FREQ", "")
    interval = int(given.pop("INTERVAL", "1"))
    named = [_BY_DAY.fullmatch(day) for day in given.pop("BYDAY", "").split(",") if day]
    weekdays = tuple(sorted({WEEKDAYS.index(day[2]) if day else -1 for day in named}))
    ordinals = {int(day[1] or 0) if day else MOST for day in named} or {0}
    month_day = int(given.pop("BYMONTHDAY", "0"))
    until = given.pop("UNTIL", "")[:8]
    given.pop("WKST", None)
    known = every in _DAYS and 1 <= interval <= MOST and -1 <= month_day <= 31
    ordinal = ordinals.pop()
    fits = {WEEKLY: ordinal == 0, MONTHLY: ordinal in ORDINALS and len(weekdays) == 1 and not month_day}
    if given or not known or ordinals or (month_day and every != MONTHLY):
        raise ValueError(text)
    if weekdays and not fits.get(every, False):
        raise ValueError(text)
    last = date.fromisoformat(f"{until[:4]}-{until[4:6]}-{until[6:]}").isoformat() if until else ""
    return Rule(every, interval, weekdays, month_day, last, ordinal)


def plain(text: str) -> bool:
    """Whether our own words can say a rule."""
    try:
        parse(text)
    except ValueError:
        return False
    return True


def following(text: str, start: date, after: date) -> date | None:
    """The first day of a rule behind both `start` (a day of it) and `after`; None when it has ended."""
    rule = parse(text)
    day = _walk(rule, start, max(start, after))
    return None if day is None or (rule.until and day.isoformat() > rule.until) else day


def _walk(rule: Rule, start: date, behind: date) -> date | None:
    try:
        if rule.every in (MONTHLY, YEARLY):
            return _by_months(rule, start, behind)
        if rule.weekdays:
            return _by_weekdays(rule, start, behind)
        step = rule.interval * _DAYS[rule.every]
        return start + timedelta(days=((behind - start).days // step + 1) * step)
    except (OverflowError, ValueError):
        return None


def _by_months(rule: Rule, start: date, behind: date) -> date:
    step = rule.interval * (12 if rule.every == YEARLY else 1)
    wanted = rule.month_day or start.day
    passed = (behind.year - start.year) * 12 + behind.month - start.month
    number = max(0, passed // step)
    while True:
        month = start.year * 12 + start.month - 1 + number * step
        year, month = divmod(month, 12)
        first, last = calendar.monthrange(year, month + 1)
        if rule.ordinal:
            day = date(year, month + 1, _nth(rule, first, last))
        else:
            day = date(year, month + 1, last if wanted < 0 else min(wanted, last))
        if day > behind:
            return day
        number += 1


def _nth(rule: Rule, first: int, last: int) -> int:
    """The day of a month that begins on this weekday and has so many days."""
    day = 1 + (rule.weekdays[0] - first) % 7
    return day + 7 * (rule.ordinal - 1) if rule.ordinal > 0 else day + 7 * ((last - day) // 7)


def exact(text: str, start: date) -> str:
    """The rule as other programs need it to mean the same: a short month takes its last day there too."""
    rule = parse(text)
    day = rule.month_day or start.day
    if rule.every == MONTHLY and not rule.ordinal and day > 28:
        days = ",".join(map(str, range(28, day + 1)))
        plain = replace(rule, month_day=0, until="")
        found = f"{plain};BYMONTHDAY={days};BYSETPOS=-1"
    elif rule.every == YEARLY and (start.month, start.day) == (2, 29):
        found = f"{replace(rule, until='')};BYMONTH=2;BYMONTHDAY=-1"
    else:
        found = str(replace(rule, until=""))
    return f"{found};UNTIL={rule.until.replace('-', '')}T235959" if rule.until else found


def _by_weekdays(rule: Rule, start: date, behind: date) -> date:
    first = start - timedelta(days=start.weekday())
    day = behind + timedelta(days=1)
    while True:
        weeks = (day - first).days // 7
        if weeks % rule.interval == 0 and day.weekday() in rule.weekdays:
            return day
        day += timedelta(days=1)
