"""What single cells say: labels with a star, dates in an order, numbers that a spreadsheet spoiled."""

from __future__ import annotations

import re

from contactbook.domain import labels, partial_dates

_NOTHING = re.compile(r"[0/.\-\s:]+")
_SHORT_YEAR = re.compile(r"(.*[/.\- ])(\d\d)")
_TWO_NUMBERS = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})(?:\2(?:\d{4}|\d\d)?)?(?:[ T].*)?")
_EXCEL_TEXT = re.compile(r'="(.*)"', re.DOTALL)
_PROTECTED = re.compile(r"['\t](?='?[=+\-@(\d]|'')")
_FLOAT = re.compile(r"(\+?\d[\d ()/\-]{4,})\.0+")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d{1,2}")

_PIVOT = 30
"""Two-digit years below this are of this century, others of the last: as in Excel, which writes them."""

_TWICE = re.compile(
    "[\u00c2-\u00c5\u00c8\u00e2][\u0080-\u00bf\u0152-\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
"""A letter with an accent before a sign that no language puts there: the bytes of one UTF-8 character."""

DAMAGED = "damaged"
REPAIRED = "repaired"


def label_of(cell: str) -> tuple[str, bool]:
    """The standard label of a label cell, and whether it is marked as preferred ("* Home")."""
    preferred = cell.startswith("*")
    return labels.from_word(cell.lstrip("* ")), preferred


def date_of(cell: str, order: str) -> str:
    """The canonical text of a date cell, "" when it says there is none ("0/0/00"), prose as it stands."""
    if _NOTHING.fullmatch(cell):
        return ""
    found = partial_dates.parse(cell, order)
    if found is None and (short := _SHORT_YEAR.fullmatch(cell)):
        year = int(short[2])
        found = partial_dates.parse(f"{short[1]}{1900 + year if year >= _PIVOT else 2000 + year}", order)
    return found or cell


def order_of(cells: list[str]) -> str:
    """The order of day and month that all these cells agree with: "dmy", "mdy", or "" when not certain."""
    day_first = month_first = 0
    for cell in cells:
        found = _TWO_NUMBERS.fullmatch(cell.strip())
        if not found or found[2] == ".":
            continue
        first, second = int(found[1]), int(found[3])
        day_first += 12 < first <= 31 and 1 <= second <= 12
        month_first += 12 < second <= 31 and 1 <= first <= 12
    if bool(day_first) == bool(month_first):
        return ""
    return partial_dates.DAY_FIRST if day_first else partial_dates.MONTH_FIRST


def is_ambiguous_date(text: str) -> bool:
    """Whether a text that `date_of` cannot read is a date all the same, only of unknown order."""
    return _TWO_NUMBERS.fullmatch(text) is not None and date_of(text, "") == text


def is_day_number(text: str) -> bool:
    """Whether a text may be a day as spreadsheets count them, from 1900 on: 29314 is 3 April 1980."""
    return len(text) == _DAY_DIGITS and text.isdigit()


_DAY_DIGITS = 5
"""Days of so many digits lie between 1927 and 2173."""


def excel_text(cell: str) -> str:
    """The text of a cell written as ="0123", the only way to give Excel a number as text in a CSV file."""
    found = _EXCEL_TEXT.fullmatch(cell)
    return found[1].replace('""', '"') if found else cell


def unprotected(cell: str) -> str:
    """A cell without the apostrophe or tab before it that keeps Excel from calculating: '+48 123."""
    return cell[1:] if _PROTECTED.match(cell) else cell


def mended(cell: str) -> str:
    """Text that was UTF-8 read as Windows-1252 and saved so ("MÃ¼nchen"), read right; other text as it is.

    That may have happened to it several times ("MÃƒÂ¼nchen").
    """
    for _ in range(_ROUNDS):
        if not _TWICE.search(cell):
            break
        try:
            cell = b"".join(map(_windows_byte, cell)).decode()
        except UnicodeError:
            break
    return cell


_ROUNDS = 3


def _windows_byte(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")


def phone_of(cell: str) -> tuple[str, str]:
    """A phone cell and what a spreadsheet did to it: "", REPAIRED (".0" taken off) or DAMAGED (4.41E+11)."""
    cell = unprotected(cell)
    found = _FLOAT.fullmatch(cell)
    if found:
        return found[1], REPAIRED
    return cell, DAMAGED if _SCIENTIFIC.fullmatch(cell) else ""
