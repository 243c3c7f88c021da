"""Making one contact of several in the tables: rows move over, and so does what points to them."""

from __future__ import annotations

from array import array
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from contactbook.domain import merging
from contactbook.domain.contact import EMAIL, PHONE
from contactbook.domain.ids import ids
from contactbook.store import contacts, field_links, loading
from contactbook.store.parts import PARTS
from contactbook.store.sqlite import id_array

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from contactbook.domain.contact import Contact
    from contactbook.store.parts import PartTable
    from contactbook.store.step import Step

_POINTERS = (
    ("relation", "related_id"),
    ("affiliation", "company_id"),
    ("contact", "company_id"),
    ("contact", "parent_id"),
)
_MOVED = ("source_card", "attachment")
_PAIRED = (("interaction_contact", "interaction_id"), ("task_contact", "task_id"))
_NOT_CONTENT = frozenset({"origin", "preferred", "key"})


def merge(
    step: Step,
    keep: int,
    others: list[int],
    *,
    prefer: Mapping[str, int] | None = None,
    without: Collection[tuple[str, int]] = (),
) -> None:
    """Make `keep` hold everything of the others, which are no more.

    Args:
        step: the running step.
        keep: the contact that remains.
        others: those that go.
        prefer: see `domain.merging.united`.
        without: what is not wanted: (text, id of the contact) or (table, id of the row).
    """
    everybody = array("q", [keep, *others])
    step.touch(_pointing_to(step, others) | set(everybody))
    for table, row in without:
        if table in _PART_NAMES:
            step.connection.execute(
                f"DELETE FROM {table} WHERE id = ? AND contact_id IN carray(?)",
                (row, *id_array(everybody)),
            )
    found = loading.load_chunk(step.connection, everybody, pictures=False)
    result = merging.united(found[keep], [found[one] for one in others], prefer=prefer, without=without)
    _write_own(step, found[keep], result)
    for part in PARTS:
        _move_parts(step, part.table, part, keep, others)
    _move_parts(step, "field_value", None, keep, others)
    _move_links(step, keep, others)
    step.connection.execute(
        "UPDATE contact SET created_at = min(created_at, ?), rhythm_days = coalesce(rhythm_days,"
        " (SELECT max(rhythm_days) FROM contact WHERE id IN carray(?))) WHERE id = ?",
        (min(one.created_at for one in found.values()), *id_array(others), keep),
    )
    contacts.erase(step, others)
    step.touch((keep,))


_PART_NAMES = frozenset({*(part.table for part in PARTS), "field_value"})


def _write_own(step: Step, before: Contact, result: Contact) -> None:
    """Texts, and the affiliations and extras that they became, without touching pictures and other parts."""
    kept = loading.load_chunk(step.connection, array("q", (before.id,)))[before.id]
    contacts.replace(
        step,
        replace(result, photos=kept.photos, points=kept.points, tags=kept.tags, fields=kept.fields),
    )


def _move_parts(step: Step, table: str, part: PartTable | None, keep: int, others: list[int]) -> None:
    columns = part.columns if part else ("field_id", "value", "number", "origin")
    names = ", ".join(f'"{name}"' for name in columns)
    sql = f"SELECT id, contact_id, position, {names} FROM {table} WHERE contact_id = ? ORDER BY position, id"
    mine = step.connection.execute(sql, (keep,)).fetchall()
    said = {_said(table, columns, row[3:]): _value(columns, row) for row in mine}
    position = max((row[2] for row in mine), default=-1) + 1
    preferred = {row[3] for row in mine if "preferred" in columns and row[3 + columns.index("preferred")]}
    for other in others:
        for row in step.connection.execute(sql, (other,)).fetchall():
            what = _said(table, columns, row[3:])
            if what in said:
                _keep_spelling(step, keep, table, said[what], _value(columns, row))
                continue
            said[what] = _value(columns, row)
            quiet = (
                ", preferred = 0" if preferred and (table != "contact_point" or row[3] in preferred) else ""
            )
            step.connection.execute(
                f"UPDATE {table} SET contact_id = ?, position = ?, origin = -1{quiet} WHERE id = ?",
                (keep, position, row[0]),
            )
            position += 1


def _value(columns: tuple[str, ...], row: tuple[Any, ...]) -> str:
    return str(row[3 + columns.index("value")]) if "value" in columns else ""


def _keep_spelling(step: Step, keep: int, table: str, kept: str, other: str) -> None:
    """A number that was typed in other groups is one number; how it was typed stays as well (R3)."""
    if table != "contact_point" or kept.strip() == other.strip():
        return
    held = "SELECT 1 FROM extra WHERE contact_id = ? AND name = ? AND value = ?"
    name = merging.ASIDE + "SPELLING"
    if step.connection.execute(held, (keep, name, other)).fetchone() is None:
        _add_extra(step, keep, name, other)


def _add_extra(step: Step, keep: int, name: str, value: str) -> None:
    step.connection.execute(
        "INSERT INTO extra (id, contact_id, position, name, value)"
        " SELECT ?, ?, coalesce(max(position) + 1, 0), ?, ? FROM extra WHERE contact_id = ?",
        (ids.one(), keep, name, value, keep),
    )


def _said(table: str, columns: tuple[str, ...], values: tuple[Any, ...]) -> tuple[Any, ...]:
    """What a row says: two rows that say the same become one. Numbers may be grouped otherwise."""
    told = dict(zip(columns, values, strict=True))
    if table == "contact_point" and told["kind"] in (PHONE, EMAIL):
        text = str(told["value"]).strip().casefold()
        if told["kind"] == PHONE:
            text = "".join(sign for sign in text if sign.isalnum() or sign in "+*#;,")
        told["value"] = text
    return tuple(value for name, value in told.items() if name not in _NOT_CONTENT)


def _move_links(step: Step, keep: int, others: list[int]) -> None:
    connection, gone = step.connection, id_array(others)
    for table, column in _POINTERS:
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE {column} IN carray(?)", (keep, *gone))
    connection.execute("UPDATE relation SET related_id = NULL WHERE contact_id = related_id")
    connection.execute(
        "UPDATE contact SET company_id = nullif(company_id, id), parent_id = nullif(parent_id, id)"
        " WHERE id = ?",
        (keep,),
    )
    _keep_uids(step, keep, others)
    for table in _MOVED:
        connection.execute(f"UPDATE {table} SET contact_id = ? WHERE contact_id IN carray(?)", (keep, *gone))
    for table, key in _PAIRED:
        connection.execute(
            f"INSERT INTO {table} SELECT {key}, ?1, min(role) FROM {table} WHERE contact_id IN carray(?2)"
            f" AND {key} NOT IN (SELECT {key} FROM {table} WHERE contact_id = ?1) GROUP BY {key}"
            if table == "interaction_contact"
            else f"INSERT OR IGNORE INTO {table} SELECT DISTINCT {key}, ?1 FROM {table}"
            " WHERE contact_id IN carray(?2)",
            (keep, *gone),
        )
    connection.execute(
        """
        INSERT INTO contact_tag (contact_id, tag_id, position)
        SELECT ?1, tag_id, 1000 + row_number() OVER (ORDER BY min(position), tag_id) FROM contact_tag
        WHERE contact_id IN carray(?2)
        AND tag_id NOT IN (SELECT tag_id FROM contact_tag WHERE contact_id = ?1) GROUP BY tag_id
        """,
        (keep, *gone),
    )
    connection.execute(
        """
        INSERT OR IGNORE INTO pair_decision (a_id, b_id, decision, at)
        SELECT min(?1, other), max(?1, other), decision, at FROM (
            SELECT CASE WHEN a_id IN carray(?2) THEN b_id ELSE a_id END AS other, decision, at
            FROM pair_decision WHERE (a_id IN carray(?2)) <> (b_id IN carray(?2)))
        WHERE other <> ?1
        """,
        (keep, *gone),
    )
    step.touch(field_links.move(connection, keep, others))


def _keep_uids(step: Step, keep: int, others: list[int]) -> None:
    """A card that comes again finds the contact by the UID of the one that is gone; it stands there."""
    step.connection.execute(
        """
        UPDATE source_card SET uid = (SELECT uid FROM contact WHERE id = source_card.contact_id)
        WHERE contact_id IN carray(?1) AND uid = ''
        """,
        id_array(others),
    )
    for uid, other in step.connection.execute(
        "SELECT uid, id FROM contact WHERE id IN carray(?) AND uid <> ''", id_array(others)
    ).fetchall():
        own = step.connection.execute("SELECT uid FROM contact WHERE id = ?", (keep,)).get
        card = step.connection.execute(
            "SELECT 1 FROM source_card WHERE contact_id = ? AND uid = ?", (other, uid)
        ).fetchone()
        if uid != own and card is None:
            _add_extra(step, keep, merging.ASIDE + "UID", uid)


def _pointing_to(step: Step, others: list[int]) -> set[int]:
    """The contacts whose links to the others will lead to the one that remains."""
    found: set[int] = set()
    for table, column in _POINTERS:
        owner = "id" if table == "contact" else "contact_id"
        sql = f"SELECT {owner} FROM {table} WHERE {column} IN carray(?)"
        found.update(row[0] for row in step.connection.execute(sql, id_array(others)).fetchall())
    return found
