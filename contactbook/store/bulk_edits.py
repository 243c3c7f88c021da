"""Changing one thing in many contacts by a few statements, whatever their number."""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING, Any

from contactbook.domain import field_values, names
from contactbook.domain.bulk_change import COLUMNS, NAME_PARTS, CommonValue
from contactbook.domain.contact import Contact
from contactbook.domain.ids import ids
from contactbook.store import linking
from contactbook.store.sqlite import carray, id_array

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.domain.field_definition import FieldDefinition
    from contactbook.store.reader import Reader
    from contactbook.store.step import Step

_NAMES = ("prefix", "given", "middle", "family", "suffix")


def set_column(step: Step, column: str, value: str, wanted: array[int]) -> set[int]:
    """Make this the text of a contact's own column; gives the contacts that said something else."""
    return change_column(step, column, wanted, lambda _old: value)


def change_column(step: Step, column: str, wanted: array[int], new: Callable[[str], str]) -> set[int]:
    """Make of a column what `new` says of its text; gives the contacts that changed."""
    assert column in COLUMNS
    before = step.connection.execute(
        f"SELECT id, {column} FROM contact WHERE id IN carray(?)", id_array(wanted)
    ).fetchall()
    by_old: dict[str, array[int]] = {}
    for contact_id, old in before:
        by_old.setdefault(old, array("q")).append(contact_id)
    changes: dict[str, array[int]] = {}
    for old, those in by_old.items():
        if (text := new(old)) != old:
            changes.setdefault(text, array("q")).extend(those)
    touched = {contact_id for those in changes.values() for contact_id in those}
    named = _composed(step, touched) if column in NAME_PARTS else {}
    link = ", company_id = NULL" if column == "organization" else ""
    sql = f"UPDATE contact SET {column} = ?{link} WHERE id IN carray(?)"
    for text, those in changes.items():
        step.connection.execute(sql, (text, carray(those)))
    if named:
        _rename(step, named)
    if link and touched:
        linking.settle(step, touched)
    return touched


def set_field(step: Step, field: FieldDefinition, value: str, wanted: array[int]) -> set[int]:
    """Make this the only value of a custom field ("": none); gives the contacts that changed."""
    rows = _rows(step, field, wanted)
    number = field_values.number_of(field, value)
    gone: list[tuple[int]] = []
    changed: list[int] = []
    touched: set[int] = set()
    held: set[int] = set()
    for row_id, contact_id, old in rows:
        if contact_id in held or not value:
            gone.append((row_id,))
            touched.add(contact_id)
        elif old != value:
            changed.append(row_id)
            touched.add(contact_id)
        held.add(contact_id)
    step.connection.executemany("DELETE FROM field_value WHERE id = ?", gone)
    step.connection.executemany(
        "UPDATE field_value SET value = ?, number = ?, origin = -1 WHERE id = ?",
        [(value, number, row_id) for row_id in changed],
    )
    if value:
        touched |= _insert(step, field, value, array("q", [one for one in wanted if one not in held]))
    return touched


def add_to_field(step: Step, field: FieldDefinition, value: str, wanted: array[int]) -> set[int]:
    """One more value of a repeated field, where it is not there yet; gives the contacts that changed."""
    have = {contact_id for _, contact_id, old in _rows(step, field, wanted) if old == value}
    return _insert(step, field, value, array("q", [one for one in wanted if one not in have]))


def remove_from_field(step: Step, field: FieldDefinition, value: str, wanted: array[int]) -> set[int]:
    """Take one of the values of a field away; gives the contacts that had it."""
    found = [(row_id, contact_id) for row_id, contact_id, old in _rows(step, field, wanted) if old == value]
    step.connection.executemany("DELETE FROM field_value WHERE id = ?", [(row_id,) for row_id, _ in found])
    return {contact_id for _, contact_id in found}


def change_field(
    step: Step, field: FieldDefinition, wanted: array[int], new: Callable[[str], str]
) -> set[int]:
    """Make of every value of a field what `new` says; gives the contacts that changed."""
    known: dict[str, tuple[str, float | None]] = {}
    changes: list[tuple[str, float | None, int]] = []
    touched: set[int] = set()
    for row_id, contact_id, old in _rows(step, field, wanted):
        if old not in known:
            text = field_values.plain(field, new(old))
            known[old] = (text, field_values.number_of(field, text))
        if known[old][0] != old:
            changes.append((*known[old], row_id))
            touched.add(contact_id)
    emptied = [(row_id,) for text, _, row_id in changes if not text]
    step.connection.executemany(
        "UPDATE field_value SET value = ?, number = ? WHERE id = ?", [row for row in changes if row[0]]
    )
    step.connection.executemany("DELETE FROM field_value WHERE id = ?", emptied)
    return touched


def replacing(find: str, value: str, *, exact: bool) -> Callable[[str], str]:
    """What turns a text into one with `value` wherever `find` stood."""
    if not find:
        return lambda text: text
    pattern = re.compile(re.escape(find), 0 if exact else re.IGNORECASE)
    return lambda text: pattern.sub(lambda _found: value, text)


def set_starred(step: Step, wanted: array[int], *, on: bool) -> set[int]:
    """Star these contacts or take the star away; gives those that changed."""
    sql = "UPDATE contact SET starred = ?1 WHERE id IN carray(?2) AND starred <> ?1 RETURNING id"
    return {row[0] for row in step.connection.execute(sql, (int(on), carray(wanted))).fetchall()}


def carriers(step: Step, tag_id: int) -> set[int]:
    """The contacts that carry a tag."""
    sql = "SELECT contact_id FROM contact_tag WHERE tag_id = ?"
    return {row[0] for row in step.connection.execute(sql, (tag_id,)).fetchall()}


def mark_updated(step: Step, touched: set[int]) -> None:
    """Note that these contacts were changed now."""
    if touched:
        sql = "UPDATE contact SET updated_at = ? WHERE id IN carray(?)"
        step.connection.execute(sql, (step.at, carray(array("q", touched))))
        step.touch(touched)


def common_columns(reader: Reader, wanted: array[int]) -> dict[str, CommonValue]:
    """What these contacts say in each of COLUMNS."""
    parts = ", ".join(f"min({name}), max({name}), sum({name} <> '')" for name in COLUMNS)
    row = reader.one(f"SELECT {parts} FROM contact WHERE id IN carray(?)", id_array(wanted))
    assert row is not None
    found: dict[str, CommonValue] = {}
    for place, name in enumerate(COLUMNS):
        least, most, filled = row[3 * place : 3 * place + 3]
        found[name] = _common(least, most, filled or 0, len(wanted))
    return found


def common_fields(reader: Reader, wanted: array[int]) -> dict[str, CommonValue]:
    """What these contacts say in each custom field that any of them has, by its key."""
    sql = """
        SELECT key, min(text), max(text), count(*) FROM field_row JOIN field ON field.id = field_id
        WHERE contact_id IN carray(?) GROUP BY field_id
    """
    rows = reader.query(sql, id_array(wanted))
    return {row[0]: _common(row[1], row[2], row[3], len(wanted)) for row in rows}


def common_tags(reader: Reader, wanted: array[int]) -> dict[str, int]:
    """The tags that any of these contacts carries, and how many do."""
    sql = """
        SELECT name, count(*) FROM contact_tag JOIN tag ON tag.id = tag_id
        WHERE contact_id IN carray(?) GROUP BY tag_id ORDER BY key
    """
    return {row[0]: row[1] for row in reader.query(sql, id_array(wanted))}


def _common(least: str | None, most: str | None, filled: int, total: int) -> CommonValue:
    different = least != most or 0 < filled < total
    return CommonValue("" if different else least or "", different, filled)


def _rows(step: Step, field: FieldDefinition, wanted: array[int]) -> list[tuple[int, int, str]]:
    sql = """
        SELECT id, contact_id, value FROM field_value WHERE contact_id IN carray(?) AND field_id = ?
        ORDER BY contact_id, position, id
    """
    rows: list[Any] = step.connection.execute(sql, (carray(wanted), field.id)).fetchall()
    return rows


def _insert(step: Step, field: FieldDefinition, value: str, wanted: array[int]) -> set[int]:
    if not wanted:
        return set()
    sql = """
        INSERT INTO field_value (id, contact_id, position, field_id, value, number)
        SELECT ?1 + row_number() OVER () - 1, id,
            coalesce((SELECT max(position) + 1 FROM field_value WHERE contact_id = contact.id), 0), ?2, ?3, ?4
        FROM contact WHERE id IN carray(?5) RETURNING contact_id
    """
    number = field_values.number_of(field, value)
    values = (ids.take(len(wanted))[0], field.id, value, number, carray(wanted))
    return {row[0] for row in step.connection.execute(sql, values).fetchall()}


def _composed(step: Step, touched: set[int]) -> dict[int, str]:
    """The contacts whose full name is made of its parts, and what these make at present."""
    sql = f"SELECT id, full_name, {', '.join(_NAMES)} FROM contact WHERE id IN carray(?)"
    rows = step.connection.execute(sql, id_array(touched)).fetchall()
    return {row[0]: row[1] for row in rows if row[1] and row[1] == names.compose(_named(list(row[2:])))}


def _rename(step: Step, composed: dict[int, str]) -> None:
    """Make the full names anew that were made of their parts."""
    sql = f"SELECT id, {', '.join(_NAMES)} FROM contact WHERE id IN carray(?)"
    rows = step.connection.execute(sql, id_array(composed)).fetchall()
    step.connection.executemany(
        "UPDATE contact SET full_name = ? WHERE id = ?",
        [(names.compose(_named(parts)), contact_id) for contact_id, *parts in rows],
    )


def _named(parts: list[str]) -> Contact:
    return Contact(**dict(zip(_NAMES, parts, strict=True)))
