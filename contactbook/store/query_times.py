"""Terms about time: birthdays, and when a contact was added, changed or checked."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from contactbook.domain import query_dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.domain.query import Term
    from contactbook.domain.query_dates import Day, Span
    from contactbook.store.reader import Reader

_BOTH = """
    SELECT id FROM {table} WHERE deleted_at IS NULL AND {condition}
    UNION ALL SELECT id FROM {table} WHERE deleted_at IS NOT NULL AND {condition}
"""
_NO_YEAR, _NO_DAY = "0000", "99"
_LATER = {">": ">", ">=": ">=", "<": "<", "<=": "<="}


def rows_where(condition: str, table: str = "contact_row") -> str:
    """SQL for the ids of list rows, asked in two halves, because the indexes hold what is not in the trash.

    Parameters are numbered: they stand in both halves.
    """
    return _BOTH.format(table=table, condition=condition)


def stored(table: str, column: str) -> Callable[[Reader, Term], set[int]]:
    """A column of moments in milliseconds since 1970 UTC."""

    def find(reader: Reader, term: Term) -> set[int]:
        now = datetime.now()
        span = query_dates.span(term.value, now)
        until = query_dates.span(term.until, now) if term.until else None
        if span is None:
            return set()
        first, last = _bounds(term, span, until)
        sql = rows_where(f"{column} >= ?1 AND {column} < ?2", table)
        return set(reader.id_list(sql, (first, last)))

    return find


def _bounds(term: Term, span: Span, until: Span | None) -> tuple[int, int]:
    """From, up to but not including. An age alone means since then."""
    ever, never = -(2**62), 2**62
    if until is not None:
        return span.start, until.end
    return {
        ">": (span.end, never),
        ">=": (span.start, never),
        "<": (ever, span.start),
        "<=": (ever, span.end),
        "=": (span.start, span.end),
    }.get(term.operator, (span.start, never if span.ago else span.end))


def born(reader: Reader, term: Term) -> set[int]:
    """The birthday that lists show; `contact_row.birthday_key` is "MM-DD YYYY" and indexed."""
    now = datetime.now()
    first = query_dates.day(term.value, now)
    last = query_dates.day(term.until, now) if term.until else first
    if first is None or last is None:
        return set()
    if first.year is not None and last.year is not None:
        return _by_year(reader, term, first, last)
    if first.month is None or last.month is None:
        return set()
    low, high = _month_day(first, "00"), _month_day(last, _NO_DAY)
    if term.operator in (">", ">="):
        low, high = (_month_day(first, _NO_DAY) + "~" if term.operator == ">" else low), _NO_DAY
    elif term.operator in ("<", "<="):
        low, high = "", (low if term.operator == "<" else high + "~")
        return _between(reader, low, high)
    if low > high:  # over the turn of the year
        return _between(reader, low, "13") | _between(reader, "", high + "~")
    return _between(reader, low, "13" if term.operator else high + "~")


def _between(reader: Reader, low: str, high: str) -> set[int]:
    sql = rows_where("birthday_key >= ?1 AND birthday_key < ?2 AND birthday_key < '13'")
    return set(reader.id_list(sql, (low, high)))


def _month_day(day: Day, missing: str) -> str:
    return f"{day.month or 0:02}-{f'{day.day:02}' if day.day else missing}"


def _by_year(reader: Reader, term: Term, first: Day, last: Day) -> set[int]:
    """Compared as far as the day asked for goes: 1980, 1980-05, 1980-05-09."""
    key = "(substr(birthday_key, 7) || '-' || substr(birthday_key, 1, 5))"
    low, high = _text(first), _text(last)
    length = len(low)
    known = f"substr(birthday_key, 7) <> '{_NO_YEAR}'"
    if length > 4:
        known += f" AND birthday_key < '{_NO_DAY}'"
    sql = f"SELECT id FROM contact_row WHERE birthday_key IS NOT NULL AND {known} AND substr({key}, 1, ?)"
    if term.until:
        return set(reader.id_list(f"{sql} >= ? AND substr({key}, 1, ?) <= ?", (length, low, len(high), high)))
    return set(reader.id_list(f"{sql} {_LATER.get(term.operator, '=')} ?", (length, low)))


def _text(day: Day) -> str:
    parts = (f"{day.year:04}", *(f"{part:02}" for part in (day.month, day.day) if part is not None))
    return "-".join(parts)
