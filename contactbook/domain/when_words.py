"""Days, times and repetitions as people write them: "in 2 weeks", "nächsten Dienstag 9:00", "15.3.".

Pure: the same text at the same moment always means the same. The languages are tried one after the other, the
person's own first, and the first one in which the whole text makes sense is taken. Where another reading is
likely, the answer says so.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

from contactbook.domain import clock_words, recurrence, when_edges, when_languages
from contactbook.domain.folding import fold
from contactbook.domain.problems import Problem
from contactbook.domain.repeat_languages import WORDS
from contactbook.domain.when_languages import DAY, HOUR, MINUTE, MONTH, WEEK, YEAR, Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

DAY_MONTH, WEEKDAY, HOUR_OF_DAY = "day_month", "weekday", "hour"
"""What else could have been meant: the day for the month, the weekday a week later, the hour before noon."""

LONGEST = 80
YEARS = range(1900, 3000)
MOST = 4000
"""The largest number of days, weeks ... of a span."""
_DAY_OF_MONTH = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th|er?|o)?")
_RULES = {DAY: recurrence.DAILY, WEEK: recurrence.WEEKLY, MONTH: recurrence.MONTHLY, YEAR: recurrence.YEARLY}


@dataclass(frozen=True, slots=True)
class When:
    """What a text means: a day, and a time of day if it named one.

    `doubt` names why it could be read otherwise ("" when it cannot), `other` is the other day then.
    """

    day: date
    time: time | None = None
    doubt: str = ""
    other: date | None = None

    def moment(self, now: datetime) -> datetime:
        """The moment where `now` is; the beginning of the day without a time."""
        local = datetime.combine(self.day, self.time or time())
        return local.replace(tzinfo=now.tzinfo) if now.tzinfo is None else local.astimezone()


def read(text: str, now: datetime, *, locale: str = "en", past: bool = False) -> When:
    """What day and time a person means.

    Args:
        text: as typed, in any of the languages.
        now: the present, local.
        locale: of the person ("de_AT"): its language comes first, and decides how 3/4 is read.
        past: whether it tells of something that happened, so that "Tuesday" is the last one.

    Raises:
        Problem: `when.not_understood` (data: `value`).
    """
    phrase = _tidy(text)
    for language in when_languages.in_order(locale) if phrase else ():
        try:
            found = _Reader(language, now, when_languages.month_first(locale), past=past).read(phrase)
        except (ValueError, OverflowError):
            found = None
        if found is not None and found.day.year in YEARS:
            return found
    raise Problem("when.not_understood", value=text.strip()[:LONGEST])


def read_repeat(text: str, *, locale: str = "en") -> recurrence.Rule:
    """What repetition a person means: "every 6 weeks", "wöchentlich", "chaque lundi", or an RFC 5545 rule.

    Raises:
        Problem: `when.repeat_not_understood` (data: `value`).
    """
    phrase = _tidy(text)
    if phrase.startswith(("freq=", "rrule:")):
        try:
            return recurrence.parse(phrase)
        except ValueError:
            phrase = ""
    for language in when_languages.in_order(locale) if phrase else ():
        found = _whole_repeat(language, phrase)
        if found is not None:
            return found
    raise Problem("when.repeat_not_understood", value=text.strip()[:LONGEST])


def _tidy(text: str) -> str:
    folded = fold(text) if len(text) <= LONGEST else ""
    return " ".join(folded.replace(",", " ").split()).strip(" ;")


def _choice(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class _Patterns:
    span: re.Pattern[str]
    weekday: re.Pattern[str]
    period: re.Pattern[str]
    repeat: re.Pattern[str]


@cache
def _patterns(language: Language) -> _Patterns:
    number = rf"(?P<number>\d{{1,4}}|(?:{_choice(language.numbers)})\b)"
    unit = rf"(?P<unit>{_choice(language.units)})\b"
    around = f"{_choice(language.ahead)}|{_choice(language.back)}"
    side = f"{_choice(language.next)}|{_choice(language.last)}|{_choice(language.this)}"
    weekday = rf"(?P<weekday>{_choice(language.weekdays)})\.?"
    sides = rf"(?:(?P<before>{side}) )?", rf"(?: (?P<after>{side}))?"
    return _Patterns(
        re.compile(
            rf"(?:(?P<before>{around}) |(?P<sign>[+-]))?(?:{number} ?)?{unit}\.?(?: (?P<after>{around}))?"
        ),
        re.compile(sides[0] + weekday + sides[1]),
        re.compile(sides[0] + unit + sides[1]),
        re.compile(rf"(?:(?P<every>{_choice(language.every)}) )?(?:{number} ?)?(?:{unit}|{weekday})"),
    )


def _number(language: Language, text: str | None) -> int:
    if not text:
        return 1
    amount = language.numbers[text] if text in language.numbers else int(text)
    if amount > MOST:
        raise ValueError(text)
    return amount


def _whole_repeat(language: Language, phrase: str) -> recurrence.Rule | None:
    """A rule with its days and its end: "every 2 weeks on monday and friday until 2027-03-01"."""
    around = WORDS[language.code]
    ended = re.fullmatch(rf"(.+?) (?:{_choice(around.until)})(?: al?| el)? (\d{{4}}-\d\d-\d\d)", phrase)
    until = date.fromisoformat(ended[2]).isoformat() if ended else ""
    words = (ended[1] if ended else phrase).split()
    for length in range(len(words), 0, -1):
        rule = _repeat(language, " ".join(words[:length]))
        rest = [word for word in words[length:] if word not in around.on]
        found = _with_days(language, rule, rest) if rule is not None else None
        if found is not None:
            return replace(found, until=until)
    return None


def _with_days(language: Language, rule: recurrence.Rule, words: list[str]) -> recurrence.Rule | None:
    """The rule on these days; None when they make no sense with it."""
    ordinals = WORDS[language.code].ordinals
    if not words:
        return rule
    if rule.every == recurrence.WEEKLY and all(word in language.weekdays for word in words):
        days = {*rule.weekdays, *(language.weekdays[word] for word in words)}
        return replace(rule, weekdays=tuple(sorted(days)))
    if rule.every != recurrence.MONTHLY or len(words) > 2:
        return None
    first, last = words[0], words[-1]
    if len(words) == 2 and first in ordinals and last in language.weekdays:
        return replace(rule, ordinal=ordinals[first], weekdays=(language.weekdays[last],))
    if len(words) == 2 and ordinals.get(first) == -1 and language.units.get(last) == DAY:
        return replace(rule, month_day=-1)
    number = _DAY_OF_MONTH.fullmatch(last)
    named = len(words) == 1 or language.units.get(first) == DAY
    if named and number is not None and 1 <= int(number[1]) <= 31:
        return replace(rule, month_day=int(number[1]))
    return None


def _repeat(language: Language, phrase: str) -> recurrence.Rule | None:
    if phrase in language.periods:
        return recurrence.Rule(_RULES[language.periods[phrase]])
    found = _patterns(language).repeat.fullmatch(phrase)
    if found is None or not (found["every"] or found["number"]):
        return None
    amount = _number(language, found["number"])
    if not 1 <= amount <= recurrence.MOST:
        return None
    if found["weekday"]:
        return recurrence.Rule(recurrence.WEEKLY, amount, (language.weekdays[found["weekday"]],))
    unit = language.units[found["unit"]]
    return recurrence.Rule(_RULES[unit], amount) if unit in _RULES else None


def add(day: date, unit: str, amount: int) -> date:
    """So many days, weeks, months or years later; a month without that day gives its last one."""
    if unit in (DAY, WEEK):
        return day + timedelta(days=amount * (7 if unit == WEEK else 1))
    month = day.year * 12 + day.month - 1 + amount * (12 if unit == YEAR else 1)
    year, month = divmod(month, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


class _Reader:
    """Reads one text in one language."""

    def __init__(self, language: Language, now: datetime, month_first: bool, *, past: bool) -> None:
        self._language = language
        self._now = now
        self._today = now.date()
        self._month_first = month_first
        self._past = past
        self._patterns = _patterns(language)

    def read(self, phrase: str) -> When | None:
        """What it means, None when it makes no sense in this language."""
        span = self._short_span(phrase)
        if span is not None:
            return span
        whole = self._day(phrase)
        if whole is not None:
            return whole
        clock, rest = clock_words.take(phrase, self._language)
        if clock is None:
            return None
        bare = self._without_filler(rest)
        found = self._day(rest) if bare else self._only_time(clock.time)
        if found is None:
            return None
        doubt = found.doubt or (HOUR_OF_DAY if clock.guessed else "")
        return When(found.day, clock.time, doubt, found.other)

    def _only_time(self, clock: time) -> When:
        """Today; tomorrow when that is over, or yesterday when it has not come yet and it has happened."""
        passed = clock < self._now.time().replace(second=0, microsecond=0)
        shift = -1 if self._past and not passed and clock != self._now.time() else 0
        return When(self._today + timedelta(days=shift if self._past else int(passed)))

    def _short_span(self, phrase: str) -> When | None:
        found = self._patterns.span.fullmatch(phrase)
        if found is None or self._language.units[found["unit"]] not in (MINUTE, HOUR):
            return None
        if not (found["before"] or found["after"] or found["sign"]) and found["number"] is None:
            return None
        if re.fullmatch(r"\d+ ?h", phrase):  # French for nine o'clock
            return None
        seconds = 60 if self._language.units[found["unit"]] == MINUTE else 3600
        amount = _number(self._language, found["number"]) * seconds
        then = self._now + timedelta(seconds=amount * self._sign(found))
        return When(then.date(), then.time().replace(second=0, microsecond=0))

    def _sign(self, found: re.Match[str]) -> int:
        """Whether a span goes forwards or back: by its words, else by what is asked for."""
        if found["sign"]:
            return -1 if found["sign"] == "-" else 1
        around = found["before"] or found["after"]
        if around is None:
            return -1 if self._past else 1
        return -1 if around in self._language.back else 1

    def _without_filler(self, phrase: str) -> str:
        return " ".join(word for word in phrase.split() if word not in self._language.filler)

    def _day(self, phrase: str) -> When | None:
        bare = self._without_filler(phrase)
        ways: tuple[Callable[[str], When | None], ...] = (
            self._named_day, self._span, self._weekday, self._period, self._date, self._edge,
        )  # fmt: skip
        for way in ways:
            for text in dict.fromkeys((phrase, bare)):
                found = way(text) if text else None
                if found is not None:
                    return found
        return None

    def _named_day(self, phrase: str) -> When | None:
        days = self._language.days.get(phrase)
        return None if days is None else When(self._today + timedelta(days=days))

    def _span(self, phrase: str) -> When | None:
        found = self._patterns.span.fullmatch(phrase)
        if found is None or self._language.units[found["unit"]] in (MINUTE, HOUR):
            return None
        if found["number"] is None and not (found["before"] or found["after"]):
            return None
        amount = _number(self._language, found["number"]) * self._sign(found)
        return When(add(self._today, self._language.units[found["unit"]], amount))

    def _weekday(self, phrase: str) -> When | None:
        found = self._patterns.weekday.fullmatch(phrase)
        if found is None:
            return None
        side = found["before"] or found["after"]
        wanted = self._language.weekdays[found["weekday"]]
        monday = self._today - timedelta(days=self._today.weekday())
        if side in self._language.this:
            return When(monday + timedelta(days=wanted))
        if side in self._language.last or (self._past and side not in self._language.next):
            return When(self._today - timedelta(days=(self._today.weekday() - wanted - 1) % 7 + 1))
        day = self._today + timedelta(days=(wanted - self._today.weekday() - 1) % 7 + 1)
        if side in self._language.next and day < monday + timedelta(days=7):
            return When(day, None, WEEKDAY, day + timedelta(days=7))
        return When(day)

    def _period(self, phrase: str) -> When | None:
        """Next week, last month: the same day of it."""
        found = self._patterns.period.fullmatch(phrase)
        side = (found["before"] or found["after"]) if found is not None else None
        if found is None or side is None or self._language.units[found["unit"]] in (MINUTE, HOUR):
            return None
        amount = 0 if side in self._language.this else -1 if side in self._language.last else 1
        return When(add(self._today, self._language.units[found["unit"]], amount))

    def _date(self, phrase: str) -> When | None:
        if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", phrase):
            return When(date(int(found[1]), int(found[2]), int(found[3])))
        if found := re.fullmatch(r"(\d{1,2})\. ?(\d{1,2})\.?(?: ?(\d{4}|\d\d))?", phrase):
            return self._dated(int(found[1]), int(found[2]), found[3])
        if found := re.fullmatch(r"(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}|\d\d))?", phrase):
            return self._either_way(int(found[1]), int(found[3]), found[4])
        if found := re.fullmatch(r"(\d{1,2})(?:\.|st|nd|rd|th|er|e)", phrase):
            return self._day_of_month(int(found[1]))
        words = phrase.replace(".", " ").split()
        numbers = [re.sub(r"(?:st|nd|rd|th|er|e)$", "", word) for word in words]
        months = [at for at, word in enumerate(words) if when_languages.month_of(word)]
        if len(months) == 1 and months[0] < 2 and 2 <= len(words) <= 3:
            month = when_languages.month_of(words[months[0]])
            day = numbers[1 - months[0]]
            year = numbers[2] if len(words) == 3 else None
            if day.isdecimal() and (year is None or re.fullmatch(r"\d{4}|\d\d", year)):
                return self._dated(int(day), month, year)
        return None

    def _edge(self, phrase: str) -> When | None:
        """The beginning, middle or end of a week, month or year; the next one where nothing is said."""
        edge, rest = when_edges.split(phrase, self._language.code) or (0, "")
        name, _, year = rest.partition(" ")
        month = when_languages.month_of(name)
        found = self._patterns.period.fullmatch(rest)
        if month and re.fullmatch(r"(\d{4})?", year):
            unit, amount = YEAR, 0
            start, settled = date(int(year or self._today.year), month, 1), bool(year)
        elif found is not None and self._language.units[found["unit"]] in (WEEK, MONTH, YEAR):
            unit, side = self._language.units[found["unit"]], found["before"] or found["after"]
            amount = -1 if side in self._language.last else int(side in self._language.next)
            start, settled = self._today, side is not None
        else:
            return None
        of = MONTH if month else unit
        day = when_edges.day_in(edge, of, add(start, unit, amount))
        if not settled and (day > self._today if self._past else day < self._today):
            day = when_edges.day_in(edge, of, add(start, unit, -1 if self._past else 1))
        return When(day)

    def _either_way(self, first: int, second: int, year: str | None) -> When | None:
        """3/4: by the custom of the place; which of the two is the day is said when both could be."""
        day, month = (second, first) if self._month_first else (first, second)
        if month > 12 >= day:
            day, month = month, day
        found = self._dated(day, month, year)
        if found is None or first > 12 or second > 12 or first == second:
            return found
        other = self._dated(month, day, year)
        return When(found.day, None, DAY_MONTH, other.day if other else None)

    def _dated(self, day: int, month: int, year: str | None) -> When | None:
        if year is not None:
            return When(date(int(year) + (2000 if len(year) == 2 else 0), month, day))
        step = -1 if self._past else 1
        for number in range(9):
            try:
                found = date(self._today.year + number * step, month, day)
            except ValueError:
                continue
            if (found <= self._today) if self._past else (found >= self._today):
                return When(found)
        return None

    def _day_of_month(self, day: int) -> When | None:
        if not 1 <= day <= 31:
            return None
        for number in range(12):
            month = add(self._today.replace(day=1), MONTH, -number if self._past else number)
            if day <= calendar.monthrange(month.year, month.month)[1]:
                found = month.replace(day=day)
                if (found <= self._today) if self._past else (found >= self._today):
                    return When(found)
        return None
