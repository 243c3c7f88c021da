"""Links to contacts in custom fields, which are text: "Ada Kowalska <UID>" (see `domain.field_values.link`).

The UID leads to the same contact in every book. A name alone, or with a reference that leads nowhere, becomes
a link only where exactly one contact has exactly this name (R27); everything else stays as it came.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain import fields
from contactbook.domain.field_values import link, link_to
from contactbook.domain.problems import Problem
from contactbook.store import contact_queries
from contactbook.store.sqlite import carray, id_array

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Iterator

    from contactbook.domain.contact import Contact
    from contactbook.store.reader import Reader
    from contactbook.store.sqlite import Connection
    from contactbook.store.step import Step

_VALUES = """
    SELECT field_value.id, field_value.contact_id, value FROM field_value
    WHERE field_id IN (SELECT id FROM field WHERE type = ?)
"""
_REFERENCE = """
    SELECT coalesce(display_name, ''), coalesce(nullif(uid, ''), contact.id), contact.id
    FROM contact LEFT JOIN contact_row ON contact_row.id = contact.id
"""
_BY_ID = f"{_REFERENCE} WHERE contact.id = ?"
_CALLED = f"{_REFERENCE} WHERE contact_row.deleted_at IS NULL AND display_name IN carray(?)"


def target(reader: Reader, value: str) -> int:
    """The contact that a value leads to, 0 for none."""
    reference = link(value)[1]
    if not reference:
        return 0
    try:
        return contact_queries.find(reader, reference)
    except Problem:
        return 0


def carried(reader: Reader, contacts: Iterable[Contact]) -> Iterator[Contact]:
    """The same contacts with links that other books understand: by UID wherever there is one; for files."""
    known: dict[str, str] = {}
    for contact in contacts:
        for part in contact.fields:
            name, reference = link(part.value) if part.type == fields.CONTACT else ("", "")
            if not (reference.isascii() and reference.isdigit()):
                continue
            if reference not in known:
                row = reader.one("SELECT uid FROM contact WHERE id = ?", (int(reference),))
                known[reference] = row[0] if row and row[0] else reference
            part.value = link_to(name, known[reference])
        yield contact


def settle(step: Step, among: array[int] | None = None) -> None:
    """Make links of the names that stand in fields of links; `among`: of these contacts, None for all."""
    sql = _VALUES if among is None else f"{_VALUES} AND field_value.contact_id IN carray(?)"
    wanted = id_array(among) if among is not None else ()
    rows = step.connection.execute(sql, (fields.CONTACT, *wanted)).fetchall()
    loose = [(row, owner, value) for row, owner, value in rows if not target(step.reader, value)]
    if not loose:
        return
    called = _by_name(step.connection, {link(value)[0] for _, _, value in loose})
    changed: dict[int, str] = {}
    renamed: set[int] = set()
    owners: set[int] = set()
    for row, owner, value in loose:
        found = _meant(step, value, owner, called)
        if found and found != value:
            changed[row] = found
            (owners if link(found)[0] == link(value)[0] else renamed).add(owner)
    step.connection.executemany(
        "UPDATE field_value SET value = ? WHERE id = ?", [(value, row) for row, value in changed.items()]
    )
    if renamed:
        step.touch(renamed)
    step.touch_linked(owners, "field_value")


def move(connection: Connection, keep: int, gone: Iterable[int]) -> set[int]:
    """Let the links to contacts that are merged lead to the one that stays; gives whose links those were."""
    others = connection.execute(
        "SELECT id, uid FROM contact WHERE id IN carray(?)", id_array(gone)
    ).fetchall()
    references = {text for one, uid in others for text in (str(one), uid) if text}
    name, reference, _ = connection.execute(_BY_ID, (keep,)).fetchall()[0]
    found = [
        (link_to(name or link(value)[0], str(reference)), row, owner)
        for row, owner, value in connection.execute(_VALUES, (fields.CONTACT,)).fetchall()
        if link(value)[1] in references
    ]
    connection.executemany("UPDATE field_value SET value = ? WHERE id = ?", [one[:2] for one in found])
    return {owner for _, _, owner in found}


def _meant(step: Step, value: str, owner: int, called: dict[str, list[tuple[str, str, int]]]) -> str:
    """The link that a text without one means: a contact's id or UID, or the only one of its name."""
    try:
        one = contact_queries.find(step.reader, value)
        found = step.connection.execute(_BY_ID, (one,)).fetchall()
    except Problem:
        found = called.get(_same(link(value)[0]), [])
    if len(found) != 1 or found[0][2] == owner or not found[0][0]:
        return ""
    return link_to(found[0][0], str(found[0][1]))


def _by_name(connection: Connection, names: set[str]) -> dict[str, list[tuple[str, str, int]]]:
    found: dict[str, list[tuple[str, str, int]]] = {}
    wanted = tuple(name for name in names if name and "\0" not in name)  # which no array of SQLite takes
    for name, reference, one in connection.execute(_CALLED, (carray(wanted),)).fetchall() if wanted else ():
        found.setdefault(_same(name), []).append((name, str(reference), one))
    return found


def _same(name: str) -> str:
    return " ".join(name.split())
