"""Tags, and which contacts carry them. A name is unique however spelt: "VIP" and "vip" are one."""

from __future__ import annotations

import hashlib
from array import array
from typing import TYPE_CHECKING

from contactbook.domain.folding import fold
from contactbook.domain.ids import ids
from contactbook.domain.problems import Problem
from contactbook.store.sqlite import carray

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contactbook.store.sqlite import Connection
    from contactbook.store.step import Step


def key_of(name: str) -> str:
    """The folded name, by which tags are told apart."""
    return " ".join(fold(name).split())


def distinct(names: Iterable[str]) -> list[str]:
    """The names that are different tags, without surplus blanks; of two spellings the first."""
    found: dict[str, str] = {}
    for name in names:
        clean = " ".join(name.split())
        if clean:
            found.setdefault(key_of(clean), clean)
    return list(found.values())


def named_id(connection: Connection, table: str, key: str) -> int:
    """An id for a new tag or field: made from its key, so that copies of a book agree on it.

    What is undone and made again then meets itself, not a namesake.
    """
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8, person=table.encode())
    candidate = int.from_bytes(digest.digest(), "big") >> 1
    taken = connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (candidate,)).fetchone()
    return ids.one() if taken or not candidate else candidate


def find(connection: Connection, name: str) -> int | None:
    """The id of the tag of this name, None when there is none."""
    row = connection.execute("SELECT id FROM tag WHERE key = ?", (key_of(name),)).fetchone()
    return row[0] if row else None


def ensure(step: Step, name: str) -> int:
    """The id of the tag of this name, which is made when it is not there.

    Raises:
        Problem: `store.tag_without_name`.
    """
    name = " ".join(name.split())
    if not name:
        raise Problem("store.tag_without_name")
    found = find(step.connection, name)
    if found is not None:
        return found
    tag_id = named_id(step.connection, "tag", key_of(name))
    step.connection.execute(
        "INSERT INTO tag (id, name, key, created_at) VALUES (?, ?, ?, ?)",
        (tag_id, name, key_of(name), step.at),
    )
    return tag_id


def lacking(step: Step, tag_id: int, contact_ids: Iterable[int]) -> set[int]:
    """Those of these contacts that do not have the tag."""
    wanted = array("q", contact_ids)
    sql = "SELECT contact_id FROM contact_tag WHERE tag_id = ? AND contact_id IN carray(?)"
    return set(wanted) - set(step.reader.id_list(sql, (tag_id, carray(wanted)))) if wanted else set()


def add(step: Step, tag_id: int, contact_ids: Iterable[int]) -> int:
    """Give the tag to these contacts; returns how many did not have it."""
    wanted = array("q", contact_ids)
    if not wanted:
        return 0
    sql = """
        INSERT INTO contact_tag (contact_id, tag_id, position)
        SELECT contact.id, ?1,
            coalesce((SELECT max(position) + 1 FROM contact_tag WHERE contact_id = contact.id), 0)
        FROM contact WHERE id IN carray(?2)
        AND NOT EXISTS (SELECT 1 FROM contact_tag WHERE contact_id = contact.id AND tag_id = ?1)
        RETURNING contact_id
    """
    done = step.connection.execute(sql, (tag_id, carray(wanted))).fetchall()
    step.touch(row[0] for row in done)
    return len(done)


def remove(step: Step, tag_id: int, contact_ids: Iterable[int]) -> int:
    """Take the tag from these contacts; returns how many had it."""
    wanted = array("q", contact_ids)
    if not wanted:
        return 0
    sql = "DELETE FROM contact_tag WHERE tag_id = ? AND contact_id IN carray(?) RETURNING contact_id"
    done = step.connection.execute(sql, (tag_id, carray(wanted))).fetchall()
    step.touch(row[0] for row in done)
    return len(done)


def rename(step: Step, tag_id: int, name: str, *, color: str | None = None) -> None:
    """Give a tag another name, and a colour.

    Raises:
        Problem: `store.no_such_tag`, `store.tag_exists` (data: `name`), `store.tag_without_name`.
    """
    name = " ".join(name.split())
    if not name:
        raise Problem("store.tag_without_name")
    _existing(step, tag_id)
    if find(step.connection, name) not in (None, tag_id):
        raise Problem("store.tag_exists", name=name)
    step.connection.execute("UPDATE tag SET name = ?, key = ? WHERE id = ?", (name, key_of(name), tag_id))
    if color is not None:
        step.connection.execute("UPDATE tag SET color = ? WHERE id = ?", (color, tag_id))
    step.touch(carriers(step, tag_id))


def set_color(step: Step, tag_id: int, color: str) -> None:
    """Give a tag a colour, "" for none. Raises Problem `store.no_such_tag`."""
    _existing(step, tag_id)
    step.connection.execute("UPDATE tag SET color = ? WHERE id = ?", (color, tag_id))


def delete(step: Step, tag_id: int) -> None:
    """Remove a tag; the contacts that carry it stay. Raises Problem `store.no_such_tag`."""
    _existing(step, tag_id)
    step.touch(carriers(step, tag_id))
    step.connection.execute("DELETE FROM contact_tag WHERE tag_id = ?", (tag_id,))
    step.connection.execute("DELETE FROM tag WHERE id = ?", (tag_id,))


def _existing(step: Step, tag_id: int) -> None:
    if step.connection.execute("SELECT 1 FROM tag WHERE id = ?", (tag_id,)).fetchone() is None:
        raise Problem("store.no_such_tag", tag=tag_id)


def carriers(step: Step, tag_id: int) -> list[int]:
    """The contacts that carry a tag, in the trash as well."""
    rows = step.connection.execute(
        "SELECT contact_id FROM contact_tag WHERE tag_id = ?", (tag_id,)
    ).fetchall()
    return [row[0] for row in rows]
