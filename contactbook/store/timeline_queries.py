"""What a timeline reads: the entries of a contact in order of time, filtered, and the words in them."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, NamedTuple

from contactbook.domain.giving import Total
from contactbook.domain.interactions import ALL_ENTRIES, EntryFilter
from contactbook.store import interactions
from contactbook.store.sqlite import id_array
from contactbook.store.timeline_rows import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from contactbook.domain.interactions import Interaction
    from contactbook.store.reader import Reader

MANY = 2_000
"""Fewer entries than this are looked up one by one among the words; more are compared as a whole."""


class Entries(NamedTuple):
    """Ids of entries, newest first, and when each happened."""

    ids: array[int]
    times: array[int]


def people_of(reader: Reader, company_id: int) -> list[int]:
    """The contacts whose entries a company shows beside its own."""
    sql = """
        SELECT id FROM contact WHERE company_id = ?1 AND company_id IS NOT NULL
        UNION SELECT contact_id FROM affiliation WHERE company_id = ?1 AND company_id IS NOT NULL
    """
    return reader.id_list(sql, (company_id,))


def entries(reader: Reader, contact_id: int, chosen: EntryFilter = ALL_ENTRIES) -> Entries:
    """The entries of a contact, with those of its people where it is a company."""
    everybody = [contact_id, *people_of(reader, contact_id)]
    if chosen.contact_id:
        everybody = [chosen.contact_id] if chosen.contact_id in everybody else []
    if not everybody:
        return Entries(array("q"), array("q"))
    condition, values = _of(everybody)
    conditions = [condition]
    for limit, value in (("occurred_at >= ?", chosen.since), ("occurred_at < ?", chosen.until)):
        if value is not None:
            conditions.append(limit)
            values.append(value)
    if chosen.kinds:
        conditions.append(f"kind IN ({', '.join('?' * len(chosen.kinds))})")
        values.extend(chosen.kinds)
    where = f"FROM timeline_row WHERE {' AND '.join(conditions)}"
    order = "ORDER BY occurred_at DESC, interaction_id DESC"
    once = "DISTINCT" if len(everybody) > 1 else ""
    rows = reader.query(f"SELECT {once} interaction_id, occurred_at {where} {order}", values)
    if chosen.text.strip():
        hits = _matching(reader, chosen.text, [row[0] for row in rows])
        rows = [row for row in rows if row[0] in hits]
    ids, times = zip(*rows, strict=True) if rows else ((), ())
    return Entries(array("q", ids), array("q", times))


def search(reader: Reader, text: str, *, limit: int = 200) -> list[int]:
    """The entries of all contacts in which every word occurs, those written last first."""
    expression = _expression(text)
    if not expression:
        return []
    sql = "SELECT rowid FROM interaction_text WHERE interaction_text MATCH ? ORDER BY rowid DESC LIMIT ?"
    return reader.id_list(sql, (expression, limit))


def rows(reader: Reader, interaction_ids: Sequence[int]) -> list[Interaction]:
    """Whole entries in the order asked."""
    return interactions.load_many(reader, interaction_ids)


def names(reader: Reader, contact_ids: Iterable[int]) -> dict[int, str]:
    """What these contacts are called."""
    wanted = set(contact_ids)
    if not wanted:
        return {}
    sql = "SELECT id, display_name FROM contact_row WHERE id IN carray(?)"
    return dict(reader.query(sql, id_array(wanted)))


def titles(reader: Reader, interaction_ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """The kind of these entries, and the line they begin with."""
    wanted = set(interaction_ids)
    if not wanted:
        return {}
    sql = """
        SELECT id, kind, CASE WHEN subject <> '' THEN subject ELSE substr(body, 1, 80) END
        FROM interaction WHERE id IN carray(?)
    """
    return {key: (kind, " ".join(said.split())) for key, kind, said in reader.query(sql, id_array(wanted))}


def done_entry(reader: Reader, task_id: int, done_at: int) -> int:
    """The entry that says that a follow-up was done at a moment; 0 when there is none."""
    sql = "SELECT id FROM interaction WHERE occurred_at = ? AND json_extract(details, '$.follow_up') = ?"
    found = reader.one(sql, (done_at, task_id))
    return found[0] if found else 0


def kinds_of(reader: Reader, contact_id: int) -> dict[str, int]:
    """How many entries of each kind a contact (with its people) has."""
    everybody = [contact_id, *people_of(reader, contact_id)]
    condition, values = _of(everybody)
    count = "count(DISTINCT interaction_id)" if len(everybody) > 1 else "count(*)"
    sql = f"SELECT kind, {count} FROM timeline_row WHERE {condition} GROUP BY kind ORDER BY kind"
    return dict(reader.query(sql, values))


def totals(
    reader: Reader, contact_ids: Sequence[int], *, since: int | None = None, until: int | None = None
) -> list[Total]:
    """What these contacts bought and gave in a period, by kind and currency; an entry counts once."""
    if not contact_ids:
        return []
    sql = """
        SELECT kind, currency, count(*), count(amount), cast(total(amount) AS INTEGER), max(occurred_at)
        FROM interaction WHERE id IN (
            SELECT interaction_id FROM timeline_row WHERE contact_id IN carray(?1)
            AND kind IN ('purchase', 'donation')
            AND (?2 IS NULL OR occurred_at >= ?2) AND (?3 IS NULL OR occurred_at < ?3))
        GROUP BY kind, currency ORDER BY kind = 'donation', count(*) DESC, currency
    """
    return [Total(*row) for row in reader.query(sql, (*id_array(contact_ids), since, until))]


def _of(everybody: Sequence[int]) -> tuple[str, list[Any]]:
    """The condition for rows of these contacts; those of a single one are read in their order, unsorted."""
    if len(everybody) == 1:
        return "contact_id = ?", [everybody[0]]
    return "contact_id IN carray(?)", [*id_array(everybody)]


def _matching(reader: Reader, text: str, among: Sequence[int]) -> set[int]:
    expression = _expression(text)
    if not expression or not among:
        return set(among)
    sql = "SELECT rowid FROM interaction_text WHERE interaction_text MATCH ?"
    if len(among) < MANY:
        return set(reader.id_list(f"{sql} AND rowid IN carray(?)", (expression, *id_array(among))))
    return set(reader.id_list(f"{sql} AND rowid BETWEEN ? AND ?", (expression, min(among), max(among))))


def _expression(text: str) -> str:
    return " ".join(f'"{word}"*' for word in words(text).split())
