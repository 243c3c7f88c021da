"""Writing one contact: insert, replace by what differs, star, trash."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from dataclasses import replace as with_values
from typing import TYPE_CHECKING, Any

from contactbook.domain import field_values
from contactbook.domain.ids import ids
from contactbook.domain.problems import Problem
from contactbook.store import field_definitions, tags
from contactbook.store.loading import load_chunk
from contactbook.store.part_changes import write_parts
from contactbook.store.parts import CONTACT_COLUMNS, PARTS, contact_values
from contactbook.store.sqlite import carray, id_array

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from contactbook.domain.contact import Contact, FieldValue
    from contactbook.store.step import Step

_INSERT = f"INSERT INTO contact (id, {', '.join(CONTACT_COLUMNS)}) VALUES (?{', ?' * len(CONTACT_COLUMNS)})"


@dataclass(frozen=True, slots=True)
class _FieldRows:
    table: str = "field_value"
    columns: tuple[str, ...] = ("field_id", "value", "number", "origin")
    by_kind: bool = True

    def reads(self) -> str:
        return ", ".join(self.columns)


_FIELD_ROWS = _FieldRows()
_NOT_REPLACED = frozenset({"deleted_at", "created_at", "updated_at"})


def insert(step: Step, contact: Contact) -> int:
    """Add a contact with all its parts; gives its new id. Times that are 0 become the present."""
    contact_id = ids.one()
    created = contact.created_at or step.at
    whole = with_values(contact, created_at=created, updated_at=contact.updated_at or created)
    step.connection.execute(_INSERT, (contact_id, *contact_values(whole)))
    for part in PARTS:
        write_parts(
            step.connection,
            part,
            contact_id,
            [part.values(value) for value in getattr(contact, part.attribute)],
        )
    _set_tags(step, contact_id, contact.tags)
    _set_fields(step, contact_id, contact.fields)
    step.touch((contact_id,))
    step.made.append(contact_id)
    return contact_id


def replace(step: Step, contact: Contact) -> bool:
    """Make the stored contact of the same id like this one; False when it already is.

    Rows that say the same keep their ids, so that undo and links find them. `created_at`, `updated_at` and
    `deleted_at` are not taken from `contact`; an empty uid leaves the stored one. Another organization
    under the company that was linked unlinks it.

    Raises:
        Problem: `store.no_such_contact`.
    """
    before = load_chunk(step.connection, array("q", (contact.id,))).get(contact.id)
    if before is None:
        raise Problem("store.no_such_contact", contact=contact.id)
    if contact.organization != before.organization and contact.company_id == before.company_id:
        contact = with_values(contact, company_id=None)
    changed = _replace_own(step, before, contact)
    for part in PARTS:
        values = [part.values(value) for value in getattr(contact, part.attribute)]
        if values != [part.values(value) for value in getattr(before, part.attribute)]:
            changed |= write_parts(step.connection, part, contact.id, values)
    if contact.tags != before.tags:
        changed |= _set_tags(step, contact.id, contact.tags)
    if contact.fields != before.fields:
        changed |= _set_fields(step, contact.id, contact.fields)
    if changed:
        step.connection.execute("UPDATE contact SET updated_at = ? WHERE id = ?", (step.at, contact.id))
        step.touch((contact.id,))
    return changed


def set_starred(step: Step, contact_ids: Iterable[int], starred: bool) -> int:
    """Star these contacts or take the star away; returns how many changed."""
    return _update(step, "starred = ?1", "starred <> ?1", int(starred), contact_ids)


def trash(step: Step, contact_ids: Iterable[int]) -> int:
    """Put these contacts into the trash; returns how many were not there yet."""
    return _update(step, "deleted_at = ?1", "deleted_at IS NULL", step.at, contact_ids)


def restore(step: Step, contact_ids: Iterable[int]) -> int:
    """Take these contacts out of the trash; returns how many were there."""
    return _update(step, "deleted_at = NULL", "deleted_at IS NOT NULL AND ?1 = 0", 0, contact_ids)


def set_checked(step: Step, contact_ids: Iterable[int]) -> int:
    """Note that somebody confirmed today what is known of these contacts."""
    return _update(step, "checked_at = ?1", "TRUE", step.at, contact_ids)


def erase(step: Step, contact_ids: Iterable[int]) -> int:
    """Delete these contacts and everything that hangs on them; the step can still be undone."""
    wanted = array("q", contact_ids)
    if not wanted:
        return 0
    sql = "DELETE FROM contact WHERE id IN carray(?) RETURNING id"
    done = step.connection.execute(sql, id_array(wanted)).fetchall()
    step.touch(row[0] for row in done)
    return len(done)


def _update(step: Step, change: str, condition: str, value: int, contact_ids: Iterable[int]) -> int:
    wanted = array("q", contact_ids)
    if not wanted:
        return 0
    sql = f"UPDATE contact SET {change} WHERE id IN carray(?2) AND {condition} RETURNING id"
    done = step.connection.execute(sql, (value, carray(wanted))).fetchall()
    step.touch(row[0] for row in done)
    return len(done)


def _replace_own(step: Step, before: Contact, contact: Contact) -> bool:
    changes: dict[str, Any] = {}
    for name in CONTACT_COLUMNS:
        value = getattr(contact, name)
        if name not in _NOT_REPLACED and value != getattr(before, name) and not (name == "uid" and not value):
            changes[name] = value
    if changes:
        sets = ", ".join(f"{name} = ?" for name in changes)
        step.connection.execute(f"UPDATE contact SET {sets} WHERE id = ?", (*changes.values(), contact.id))
    return bool(changes)


def _set_tags(step: Step, contact_id: int, names: Sequence[str]) -> bool:
    """Make these the tags of a contact, in this order."""
    wanted = [tags.ensure(step, name) for name in tags.distinct(names)]
    sql = "SELECT tag_id, position FROM contact_tag WHERE contact_id = ?"
    have: dict[int, int] = dict(step.connection.execute(sql, (contact_id,)).fetchall())
    if sorted(have, key=lambda tag_id: have[tag_id]) == wanted:
        return False
    for tag_id in have.keys() - set(wanted):
        step.connection.execute(
            "DELETE FROM contact_tag WHERE contact_id = ? AND tag_id = ?", (contact_id, tag_id)
        )
    step.connection.executemany(
        "INSERT INTO contact_tag (contact_id, tag_id, position) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET position = excluded.position WHERE position <> excluded.position",
        [(contact_id, tag_id, position) for position, tag_id in enumerate(wanted)],
    )
    return True


def _set_fields(step: Step, contact_id: int, values: Sequence[FieldValue]) -> bool:
    """Make these the custom field values of a contact, in this order."""
    rows: list[tuple[Any, ...]] = []
    for value in values:
        field_id = field_definitions.ensure(step, field_definitions.key_of(value), value.label, value.type)
        number = field_values.number_of(field_definitions.stored(step, field_id), value.value)
        rows.append((field_id, value.value, number, value.origin))
    return write_parts(step.connection, _FIELD_ROWS, contact_id, rows)
