"""Terms about the timeline: last contact, follow-ups, rhythm, purchases, and words in entries."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING

from contactbook.domain import periods
from contactbook.domain.interactions import DONATION, PURCHASE
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


def _count(column: str) -> Source:
    """How many purchases or donations there are."""
    sql = f"SELECT id, {column} FROM contact_row WHERE {column} IS NOT NULL"
    return lambda reader, term: _with_none(reader, term, reader.query(sql))


def _amount(column: str, currency: str) -> Source:
    """In whole units of the currency of most entries."""
    sql = f"SELECT id, {column}, {currency} FROM contact_row WHERE {column} IS NOT NULL"

    def find(reader: Reader, term: Term) -> set[int]:
        rows = ((key, amount / 10 ** decimals(code)) for key, amount, code in reader.query(sql))
        return _with_none(reader, term, rows)

    return find


def _in_a_year(kind: str) -> Source:
    """How many entries of a kind there were in the last twelve months."""
    sql = """
        SELECT contact_id, count(*) FROM timeline_row INDEXED BY timeline_row_given
        WHERE kind IN ('purchase', 'donation') AND kind = ? AND occurred_at >= ? GROUP BY contact_id
    """

    def find(reader: Reader, term: Term) -> set[int]:
        since = periods.twelve_months_before(datetime.now().astimezone())
        return _with_none(reader, term, reader.query(sql, (kind, since)))

    return find


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
    "purchases": _count("purchases"),
    "purchases_year": _in_a_year(PURCHASE),
    "spent": _amount("purchase_total", "purchase_currency"),
    "average": _amount("purchase_average", "purchase_currency"),
    "donations": _count("donations"),
    "donations_year": _in_a_year(DONATION),
    "donated": _amount("donation_total", "donation_currency"),
    "last_donation": query_times.stored("contact_row", "donated_at"),
    "entry": _entry,
}
"""How each term of the timeline is found."""
