"""Whom a person reports to, and the parent of a company, from one book to another: by UID, as relations are.

A file carries it as a kept property that names the UID; when the contact of that UID is in the book, the link
takes the property's place. Until then, and where the book says otherwise, the property stays as it came.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from contactbook.domain.contact import Extra
from contactbook.store import companies
from contactbook.store.sqlite import carray, id_array

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterable, Iterator

    from contactbook.domain.contact import Contact
    from contactbook.store.reader import Reader
    from contactbook.store.sqlite import Connection
    from contactbook.store.step import Step

PARENT = "X-CONTACTBOOK-PARENT"
"""Name of the kept property; its value is the UID of the contact above."""

NAME = f"{PARENT}-NAME"
"""The same for one that has no UID; its value is the name, which must be the only one of the book."""

_WAITING = "SELECT id, contact_id, name, value FROM extra WHERE name IN (?, ?) AND value <> ''"
_CALLED = "SELECT display_name, id FROM contact_row WHERE deleted_at IS NULL AND display_name IN carray(?)"


def carried(reader: Reader, contacts: Iterable[Contact]) -> Iterator[Contact]:
    """The same contacts, each naming the one above in a property; for files."""
    known: dict[int, Extra | None] = {}
    for contact in contacts:
        above = contact.parent_id
        if above is not None:
            if above not in known:
                known[above] = _naming(reader, above)
            told = known[above]
            if told is not None:
                contact.extras.append(replace(told))
        yield contact


def drop_known(reader: Reader, held: Contact, incoming: Contact) -> None:
    """Take the property out of what comes in where the contact in the book is under that one already."""
    if held.parent_id is not None and any(extra.name.upper() in (PARENT, NAME) for extra in incoming.extras):
        told = _naming(reader, held.parent_id)
        incoming.extras = [
            extra
            for extra in incoming.extras
            if told is None or (extra.name.upper(), extra.value) != (told.name, told.value)
        ]


def settle(
    step: Step,
    by_uid: Callable[[Connection, set[str]], dict[str, list[int]]],
    among: array[int] | None = None,
) -> None:
    """Put the link in the place of every property whose contact is there.

    Args:
        step: the running step.
        by_uid: finds contacts by UID; by the UID without "urn:uuid:".
        among: contacts that are looked at; None: all.
    """
    sql = _WAITING if among is None else f"{_WAITING} AND contact_id IN carray(?)"
    wanted = id_array(among) if among is not None else ()
    rows = step.connection.execute(sql, (PARENT, NAME, *wanted)).fetchall()
    if not rows:
        return
    uids = by_uid(step.connection, {row[3] for row in rows if row[2] == PARENT})
    called = _by_name(step.connection, {row[3] for row in rows if row[2] == NAME})
    for row, owner, name, value in rows:
        found = called.get(value, []) if name == NAME else uids.get(value.removeprefix("urn:uuid:"), [])
        if len(found) == 1 and _place(step, owner, found[0]):
            step.connection.execute("DELETE FROM extra WHERE id = ?", (row,))
            step.touch((owner,))


def _naming(reader: Reader, contact_id: int) -> Extra | None:
    row = reader.one("SELECT uid FROM contact WHERE id = ?", (contact_id,))
    if row is None:
        return None
    if row[0]:
        return Extra(PARENT, row[0])
    found = companies.names(reader, [contact_id]).get(contact_id)
    return Extra(NAME, found.name) if found is not None and found.name else None


def _by_name(connection: Connection, names: set[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    wanted = tuple(name for name in names if "\0" not in name)  # which no array of SQLite takes
    for name, contact_id in connection.execute(_CALLED, (carray(wanted),)).fetchall() if wanted else ():
        found.setdefault(name, []).append(contact_id)
    return found


def _place(step: Step, owner: int, above: int) -> bool:
    """Whether the contact is under that one now; never in a circle, nor against what the book says."""
    held = step.connection.execute("SELECT parent_id FROM contact WHERE id = ?", (owner,)).get
    if held is None and owner not in (above, *companies.parents(step.reader, above)):
        step.connection.execute("UPDATE contact SET parent_id = ? WHERE id = ?", (above, owner))
        held = above
    return held == above
