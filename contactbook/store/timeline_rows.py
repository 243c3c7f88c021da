"""What lists show of the timeline: last contact, next follow-up, rhythm, purchases; and the words of entries.

The columns stand in `contact_row`, and only for contacts that have something to say in them. They are written
after everything else of the row, so that a contact can be imported without a thought about its timeline.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, NamedTuple

from contactbook.domain.folding import tokens
from contactbook.domain.interactions import DONATION, PURCHASE
from contactbook.domain.rhythm import DAY, Rhythm, usual_days
from contactbook.store.sqlite import id_array

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contactbook.store.sqlite import Connection

COLUMNS = (
    "last_at", "next_due_at", "rhythm_due_at", "wanted_days", "usual_days", "purchases", "purchase_total",
    "purchase_currency", "purchased_at", "purchase_average", "donations", "donation_total",
    "donation_currency", "donated_at",
)  # fmt: skip


class _Sum(NamedTuple):
    """Purchases or donations of a contact: their number in all currencies, the rest in that of most."""

    entries: int | None = None
    total: int | None = None
    currency: str | None = None
    last_at: int | None = None
    average: int | None = None


_NO_SUM = _Sum()
_NOTHING: tuple[Any, ...] = (None,) * len(COLUMNS)
_LONGEST_WORD = 64
WORDS_AT_ONCE = 2_000

MISSING = """
    SELECT (SELECT count(*) FROM interaction_contact) - (SELECT count(*) FROM timeline_row)
    + (SELECT count(*) FROM interaction) - (SELECT count(*) FROM interaction_text_docsize)
    + (SELECT count(*) FROM interaction_stale)
"""
"""Counts the rows that differ in number from what they are derived from; 0 in a whole book."""

_STORED = f"""
    SELECT id, {", ".join(COLUMNS)} FROM contact_row
    WHERE id IN carray(?) AND coalesce({", ".join(COLUMNS)}) IS NOT NULL
"""
_UPDATE = f"UPDATE contact_row SET {', '.join(f'{name} = ?' for name in COLUMNS)} WHERE id = ?"
_LAST = """
    SELECT contact_id, max(occurred_at) FROM timeline_row WHERE contact_id IN carray(?) GROUP BY contact_id
"""
_DAYS = f"""
    SELECT DISTINCT contact_id, occurred_at / {DAY} FROM timeline_row WHERE contact_id IN carray(?)
"""
_DUE = """
    SELECT contact_id, min(due_at) FROM task_contact CROSS JOIN task ON task.id = task_id
    WHERE contact_id IN carray(?) AND done_at IS NULL AND due_at IS NOT NULL GROUP BY contact_id
"""
_OWN = "SELECT id, rhythm_days FROM contact WHERE id IN carray(?) AND rhythm_days > 0"
_BY_TAG = """
    SELECT contact_id, min(rhythm_days) FROM tag CROSS JOIN contact_tag ON tag_id = tag.id
    WHERE rhythm_days > 0 AND contact_id IN carray(?) GROUP BY contact_id
"""
_GIVEN = """
    SELECT contact_id, timeline_row.kind, currency, count(*), count(amount), total(amount),
        max(timeline_row.occurred_at)
    FROM timeline_row CROSS JOIN interaction ON interaction.id = interaction_id
    WHERE contact_id IN carray(?) AND timeline_row.kind IN ('purchase', 'donation')
    GROUP BY contact_id, timeline_row.kind, currency
    ORDER BY contact_id, timeline_row.kind, count(*) DESC, currency
"""


def refresh(connection: Connection, contact_ids: array[int]) -> None:
    """Bring the columns of these contacts up to date."""
    changed = differing(connection, contact_ids)
    connection.executemany(_UPDATE, [(*row, contact_id) for contact_id, row in changed.items()])


def differing(connection: Connection, contact_ids: array[int]) -> dict[int, tuple[Any, ...]]:
    """What the columns should say, for the contacts where they say something else."""
    if not contact_ids:
        return {}
    stored = {row[0]: row[1:] for row in connection.execute(_STORED, id_array(contact_ids))}
    wanted = _expected(connection, contact_ids)
    return {
        contact_id: wanted.get(contact_id, _NOTHING)
        for contact_id in stored.keys() | wanted.keys()
        if stored.get(contact_id, _NOTHING) != wanted.get(contact_id, _NOTHING)
    }


def refresh_words(connection: Connection) -> None:
    """Index the words of the entries that the triggers noted."""
    stale: Any = connection.execute("SELECT id FROM interaction_stale").fetchall()
    if not stale:
        return
    connection.execute("DELETE FROM interaction_text WHERE rowid IN (SELECT id FROM interaction_stale)")
    for start in range(0, len(stale), WORDS_AT_ONCE):
        chunk = array("q", [row[0] for row in stale[start : start + WORDS_AT_ONCE]])
        rows = connection.execute(
            "SELECT id, subject, body, outcome FROM interaction WHERE id IN carray(?)", id_array(chunk)
        ).fetchall()
        connection.executemany(
            "INSERT INTO interaction_text (rowid, subject, body) VALUES (?, ?, ?)",
            [(key, words(subject), words(f"{body} {outcome}")) for key, subject, body, outcome in rows],
        )
    connection.execute("DELETE FROM interaction_stale")


def words(text: str) -> str:
    """The distinct folded words of a text, separated by spaces."""
    return " ".join(dict.fromkeys(word[:_LONGEST_WORD] for word in tokens(text)))


def _expected(connection: Connection, contact_ids: array[int]) -> dict[int, tuple[Any, ...]]:
    """The columns of the contacts that have any."""
    last = _pairs(connection, _LAST, contact_ids)
    due = _pairs(connection, _DUE, contact_ids)
    wanted = _pairs(connection, _BY_TAG, contact_ids) | _pairs(connection, _OWN, contact_ids)
    usual = _usual(connection, contact_ids) if last else {}
    given = _given(connection, contact_ids) if last else {}
    since = _pairs(
        connection, "SELECT id, created_at FROM contact WHERE id IN carray(?)", wanted.keys() - last.keys()
    )
    found: dict[int, tuple[Any, ...]] = {}
    for key in last.keys() | due.keys() | wanted.keys():
        rhythm = Rhythm(wanted.get(key), usual.get(key), last.get(key), since.get(key, 0))
        found[key] = (
            last.get(key), due.get(key), rhythm.due_at, rhythm.wanted, rhythm.usual,
            *_of_kinds(given.get((key, PURCHASE), _NO_SUM), given.get((key, DONATION), _NO_SUM)),
        )  # fmt: skip
    return {key: row for key, row in found.items() if row != _NOTHING}


def _pairs(connection: Connection, sql: str, contact_ids: Iterable[int]) -> dict[int, int]:
    wanted = array("q", contact_ids)
    return dict(connection.execute(sql, id_array(wanted)).fetchall()) if wanted else {}


def _usual(connection: Connection, contact_ids: array[int]) -> dict[int, int]:
    days: dict[int, list[int]] = {}
    for contact_id, day in connection.execute(_DAYS, id_array(contact_ids)):
        days.setdefault(contact_id, []).append(day)
    found = {contact_id: usual_days(each) for contact_id, each in days.items()}
    return {contact_id: each for contact_id, each in found.items() if each}


def _given(connection: Connection, contact_ids: array[int]) -> dict[tuple[int, str], _Sum]:
    """What each contact bought, and what it gave: the currency of most entries is that of the amounts."""
    found: dict[tuple[int, str], _Sum] = {}
    for contact_id, kind, currency, count, priced, total, last_at in connection.execute(
        _GIVEN, id_array(contact_ids)
    ):
        before = found.get((contact_id, kind))
        if before is None:
            average = round(total / priced) if priced else None
            found[contact_id, kind] = _Sum(count, int(total), currency, last_at, average)
        else:
            found[contact_id, kind] = before._replace(
                entries=(before.entries or 0) + count, last_at=max(before.last_at or 0, last_at)
            )
    return found


def _of_kinds(bought: _Sum, given: _Sum) -> tuple[Any, ...]:
    """The columns, in their order; of donations nobody asks for the average."""
    return (*bought, *given[:-1])
