"""Calendar dates of which parts may be missing, as text: nothing is ever made up.

Canonical forms: "1980-05-09", "1980-05", "1980", "--05-09" (no year), "--05", "---09". They sort and compare
as text and are what every table and format of Contactbook exchanges (vCard 4 reduced accuracy, RFC 6350
4.3.1, with dashes).
"""

# ruff: noqa: RUF001 - letters of many scripts, on purpose
from __future__ import annotations

import re

from contactbook.domain import folding, month_names

APPLE_NO_YEAR = 1604
"""The year that Apple's address book writes when no year is known."""

DAY_FIRST = "dmy"
MONTH_FIRST = "mdy"
YEAR_FIRST = "ymd"
ORDERS = (DAY_FIRST, MONTH_FIRST, YEAR_FIRST)
"""What `order` may say about dates such as 03/04/1980; "" when it is not known."""

Parts = tuple[int | None, int | None, int | None]

_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_EARLIEST_BARE_YEAR, _LATEST_BARE_YEAR = 1000, 2999

_CANONICAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?|--(\d\d)(?:-(\d\d))?|---(\d\d)")
_TIME = re.compile(
    r"(?<=\d)[T ]\s?\d{1,2}(?::?\d\d){1,2}(?:[.,]\d+)?\s?(?:[AaPp]\.?[Mm]\.?)?\s?(?:Z|[+-]\d\d(?::?\d\d)?)?$"
)
_YEAR_FIRST = re.compile(
    r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|(\d\d)(\d\d)|[./年]\s?(\d{1,2})[./月]\s?(\d{1,2})[.日]?)"
)
_NO_YEAR = re.compile(r"--(\d\d)-?(\d\d)|(\d{1,2})月(\d{1,2})日")
_YEAR_LAST = re.compile(r"(\d{1,2})(?:(\.)\s?(\d{1,2})\.(?:\s?(\d{4}))?|([/-])(\d{1,2})(?:\5(\d{4}))?)")
_YEAR_MONTH = re.compile(r"(\d{4})[-/](\d{1,2})|(\d{1,2})[-/.](\d{4})")
_WORDS = re.compile(r"\d+|[^\W\d_]+")
_IGNORED_WORDS = frozenset({"st", "nd", "rd", "th", "de", "of", "the", "del", "den", "di", "er", "г", "года"})


def parse(text: str, order: str = "") -> str | None:
    """The canonical text of a date as people and programs write it, or None when it is prose or ambiguous.

    Args:
        text: "1980-05-09", "19800509", "--0509", "1955-07-19T00:00:00Z", "9 May", "May 9, 1980",
            "09.05.1980", ...
        order: how 03/04/1980 is meant, one of ORDERS; without it such a date gives None, unless only one
            reading is a date. Two-digit years are never completed: such text gives None.
    """
    text = text.strip().rstrip(";").rstrip()
    if len(text) == 10 and (found := _CANONICAL.fullmatch(text)) and found[3] and found[1] != "0000":
        return text if _exists(int(found[1]), int(found[2]), int(found[3])) else None
    if not text or len(text) > 60:
        return None
    if not text.isascii():
        text = "".join(folding.digits(letter) or letter for letter in text)
    return _numeric(text, order) or _named(text)


def parts(text: str) -> Parts:
    """Year, month and day of canonical text; None for what it does not say, three None for other text."""
    found = _CANONICAL.fullmatch(text)
    if found is None:
        return None, None, None
    year, month, day = found[1], found[2] or found[4], found[3] or found[5] or found[6]
    return (int(year) if year else None, int(month) if month else None, int(day) if day else None)


def is_valid(text: str) -> bool:
    """Whether the text is canonical and names a day, month or year that exists."""
    found = parts(text)
    return found != (None, None, None) and _exists(*found)


def format_iso(year: int | None = None, month: int | None = None, day: int | None = None) -> str:
    """The canonical text of these parts.

    Raises:
        ValueError: there is no such date, or no way to write it (a year and a day without a month).
    """
    text = _format(year, month, day)
    if text is None:
        message = f"no such date: {year}, {month}, {day}"
        raise ValueError(message)
    return text


def without_year(text: str) -> str:
    """Canonical text without its year: "1604-05-09" gives "--05-09"; unchanged when nothing would be left."""
    _, month, day = parts(text)
    return _format(None, month, day) or text


def _exists(year: int | None, month: int | None, day: int | None) -> bool:
    if year is not None and not 1 <= year <= 9999:
        return False
    if month is None:
        return day is None or (year is None and 1 <= day <= 31)
    if not 1 <= month <= 12:
        return False
    if day is None:
        return True
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return 1 <= day <= (28 if month == 2 and not leap else _MONTH_DAYS[month - 1])


def _format(year: int | None, month: int | None, day: int | None) -> str | None:
    if not _exists(year, month, day):
        return None
    if year is not None:
        if month is None:
            return f"{year:04}"
        return f"{year:04}-{month:02}" if day is None else f"{year:04}-{month:02}-{day:02}"
    if month is None:
        return None if day is None else f"---{day:02}"
    return f"--{month:02}" if day is None else f"--{month:02}-{day:02}"


def _numeric(text: str, order: str) -> str | None:
    """Dates written with digits only."""
    text = _TIME.sub("", text)
    if found := _YEAR_FIRST.fullmatch(text):
        month, day = found[2] or found[4] or found[6], found[3] or found[5] or found[7]
        return _format(int(found[1]) or None, int(month), int(day))
    if found := _NO_YEAR.fullmatch(text):
        return _format(None, int(found[1] or found[3]), int(found[2] or found[4]))
    if _CANONICAL.fullmatch(text):
        year, month, day = parts(text)
        if year is not None and month is None and not _EARLIEST_BARE_YEAR <= year <= _LATEST_BARE_YEAR:
            return None
        return _format(year, month, day)
    if found := _YEAR_LAST.fullmatch(text):
        first, year = int(found[1]), int(found[4] or found[7] or 0) or None
        if found[2]:
            return _format(year, int(found[3]), first)
        return _ordered(first, int(found[6]), year, order)
    if found := _YEAR_MONTH.fullmatch(text):
        return _format(int(found[1] or found[4]), int(found[2] or found[3]), None)
    return None


def _ordered(first: int, second: int, year: int | None, order: str) -> str | None:
    """A date of which only the order of day and month is in doubt."""
    day_first = _format(year, second, first)
    month_first = _format(year, first, second)
    if order == DAY_FIRST:
        return day_first
    if order in (MONTH_FIRST, YEAR_FIRST):
        return month_first
    if day_first and month_first and day_first != month_first:
        return None
    return day_first or month_first


def _named(text: str) -> str | None:
    """Dates with the month as a word, in any clear order: "9. Mai 1980", "May 9", "May 1980"."""
    month = year = day = None
    for word in _WORDS.findall(text):
        if not word[0].isdecimal():
            folded = folding.fold(word)
            number = month_names.MONTHS.get(folded)
            if number is None:
                if folded in _IGNORED_WORDS:
                    continue
                return None
            if month is not None:
                return None
            month = number
        elif len(word) == 4 and year is None:
            year = int(word)
        elif len(word) <= 2 and day is None:
            day = int(word)
        else:
            return None
    if month is None or (day is None and year is None):
        return None
    return _format(year, month, day)
