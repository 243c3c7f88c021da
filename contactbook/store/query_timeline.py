"""Terms about the timeline: last contact, follow-ups, rhythm, purchases, and words in entries."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from contactbook.domain.money import decimals
from contactbook.domain.query import number
from contactbook.store import query_times
from contactbook.store.sqlite import id_array
from contactbook.store.timeline_rows import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from contactbook.domain.query import Term
    from contactbook.store.reader import Reader

    Source = Callable[[Reader, Term], set[int]]

_YEAR = 366 * 86_400_000
_RHYTHM = {
    "overdue": "rhythm_due_at < ?1",
    "intime": "rhythm_due_at >= ?1",
    "none": "rhythm_due_at IS NULL AND ?1",
}


def fits(term: Term, value: float) -> bool:
    """Whether a number stands to the term's as its operator says."""
    low, high = number(term.value), number(term.until) if term.until else None
    if low is None:
        return False
    if high is not None:
        return low <= value <= high
    return {">": value > low, ">=": value >= low, "<": value < low, "<=": value <= low}.get(
        term.operator, value == low
    )


def _rhythm(reader: Reader, term: Term) -> set[int]:
    now = time.time_ns() // 1_000_000
    return set(reader.id_list(f"SELECT id FROM contact_row WHERE {_RHYTHM[term.value]}", (now,)))


def _purchases(reader: Reader, term: Term) -> set[int]:
    rows = reader.query("SELECT id, purchases FROM contact_row WHERE purchases IS NOT NULL")
    return _with_none(reader, term, rows)


def _spent(reader: Reader, term: Term) -> set[int]:
    """In whole units of the currency in which somebody bought most."""
    sql = "SELECT id, purchase_total, purchase_currency FROM contact_row WHERE purchases IS NOT NULL"
    rows = ((key, total / 10 ** decimals(currency)) for key, total, currency in reader.query(sql))
    return _with_none(reader, term, rows)


def _purchases_year(reader: Reader, term: Term) -> set[int]:
    since = time.time_ns() // 1_000_000 - _YEAR
    sql = """
        SELECT contact_id, count(*) FROM timeline_row INDEXED BY timeline_row_given
        WHERE kind IN ('purchase', 'donation') AND occurred_at >= ? GROUP BY contact_id
    """
    return _with_none(reader, term, reader.query(sql, (since,)))


def _with_none(reader: Reader, term: Term, rows: Iterable[tuple[int, float]]) -> set[int]:
    """Who fits; those without any row count as nought."""
    values = dict(rows)
    found = {contact_id for contact_id, value in values.items() if fits(term, value)}
    if fits(term, 0):
        found |= set(reader.id_list("SELECT id FROM contact_row")) - values.keys()
    return found


def _entry(reader: Reader, term: Term) -> set[int]:
    """Who has an entry in which every word begins a word."""
    wanted = words(term.value).split()
    if not wanted:
        return set()
    expression = " ".join(f'"{word}"*' for word in wanted)
    sql = "SELECT rowid FROM interaction_text WHERE interaction_text MATCH ?"
    entries = reader.id_list(sql, (expression,))
    if not entries:
        return set()
    links = "SELECT DISTINCT contact_id FROM timeline_row WHERE interaction_id IN carray(?)"
    return set(reader.id_list(links, id_array(entries)))


SOURCES: dict[str, Source] = {
    "contacted": query_times.stored("contact_row", "last_at"),
    "followup": query_times.stored("contact_row", "next_due_at"),
    "bought": query_times.stored("contact_row", "purchased_at"),
    "rhythm": _rhythm,
    "purchases": _purchases,
    "purchases_year": _purchases_year,
    "spent": _spent,
    "entry": _entry,
}
"""How each term of the timeline is found."""
