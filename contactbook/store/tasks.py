"""Writing and reading follow-ups (the tables `task` and `task_contact`)."""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING, Any

from contactbook.domain.follow_ups import FollowUp
from contactbook.domain.ids import ids
from contactbook.domain.problems import Problem
from contactbook.store.sqlite import id_array

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from contactbook.store.reader import Reader
    from contactbook.store.step import Step

COLUMNS = (
    "title", "note", "due", "due_at", "remind_at", "repeat", "priority", "assignee", "interaction_id",
    "done_at", "external_id", "details", "created_at", "updated_at",
)  # fmt: skip
_INSERT = f"INSERT INTO task (id, {', '.join(COLUMNS)}) VALUES (?{', ?' * len(COLUMNS)})"
_UPDATE = f"UPDATE task SET {', '.join(f'{name} = ?' for name in COLUMNS)} WHERE id = ?"
_LINK = "INSERT INTO task_contact (task_id, contact_id) VALUES (?, ?)"


def insert(step: Step, tasks: Sequence[FollowUp]) -> list[int]:
    """Add follow-ups; gives their new ids. Raises Problem `store.no_such_contact`."""
    new = list(ids.take(len(tasks))) if tasks else []
    contacts = {contact_id for task in tasks for contact_id in task.contacts}
    if contacts:
        there = step.reader.id_list("SELECT id FROM contact WHERE id IN carray(?)", id_array(contacts))
        if missing := contacts - set(there):
            raise Problem("store.no_such_contact", contact=min(missing))
    rows = [(key, *_values(step, task)) for key, task in zip(new, tasks, strict=True)]
    step.connection.executemany(_INSERT, rows)
    links = [
        (key, contact_id)
        for key, task in zip(new, tasks, strict=True)
        for contact_id in dict.fromkeys(task.contacts)
    ]
    step.connection.executemany(_LINK, links)
    step.touch(contacts)
    return new


def replace(step: Step, task: FollowUp) -> None:
    """Make the stored follow-up of the same id like this one; its people stay. Raises as `load`."""
    before = load(step.reader, task.id)
    task.created_at, task.updated_at = before.created_at, step.at
    step.connection.execute(_UPDATE, (*_values(step, task), task.id))
    step.touch(before.contacts)


def add_people(step: Step, task_id: int, contact_ids: Iterable[int]) -> None:
    """Make a follow-up one about these contacts too. Raises as `load`."""
    added = set(contact_ids) - set(load(step.reader, task_id).contacts)
    step.connection.executemany(_LINK, [(task_id, each) for each in sorted(added)])
    step.touch(added)


def delete(step: Step, task_ids: Iterable[int]) -> int:
    """Remove follow-ups; gives how many were there."""
    wanted = array("q", sorted(set(task_ids)))
    if not wanted:
        return 0
    run = step.connection.execute
    links = run("SELECT contact_id FROM task_contact WHERE task_id IN carray(?)", id_array(wanted)).fetchall()
    step.touch(row[0] for row in links)
    run("DELETE FROM task_contact WHERE task_id IN carray(?)", id_array(wanted))
    return len(run("DELETE FROM task WHERE id IN carray(?) RETURNING id", id_array(wanted)).fetchall())


def load(reader: Reader, task_id: int) -> FollowUp:
    """One follow-up. Raises Problem `store.no_such_task`."""
    found = load_many(reader, (task_id,))
    if not found:
        raise Problem("store.no_such_task", task=task_id)
    return found[0]


def load_many(reader: Reader, task_ids: Sequence[int]) -> list[FollowUp]:
    """Follow-ups in the order asked; those that are not there are left out. For some hundred at once."""
    if not task_ids:
        return []
    wanted = array("q", task_ids)
    sql = f"SELECT id, {', '.join(COLUMNS)} FROM task WHERE id IN carray(?)"
    found: dict[int, FollowUp] = {}
    for row in reader.query(sql, id_array(wanted)):
        values: dict[str, Any] = dict(zip(COLUMNS, row[1:], strict=True))
        values["details"] = json.loads(values["details"])
        found[row[0]] = FollowUp(id=row[0], **values)
    links = "SELECT task_id, contact_id FROM task_contact WHERE task_id IN carray(?)"
    for key, contact_id in reader.query(links, id_array(wanted)):
        found[key].contacts.append(contact_id)
    return [found[key] for key in task_ids if key in found]


def of_entry(reader: Reader, interaction_id: int) -> list[FollowUp]:
    """What follows an entry, open or done, in the order in which it was planned."""
    return load_many(
        reader, reader.id_list("SELECT id FROM task WHERE interaction_id = ? ORDER BY id", (interaction_id,))
    )


def days_of_entries(
    reader: Reader, interaction_ids: Sequence[int]
) -> dict[int, list[tuple[int | None, bool]]]:
    """When the open follow-ups of entries are due (milliseconds since 1970 UTC; None: some day); if timed."""
    sql = """
        SELECT interaction_id, due_at, due = '' FROM task
        WHERE interaction_id IN carray(?) AND done_at IS NULL ORDER BY due_at IS NULL, due_at
    """
    found: dict[int, list[tuple[int | None, bool]]] = {}
    for key, due_at, timed in reader.query(sql, id_array(interaction_ids)) if interaction_ids else ():
        found.setdefault(key, []).append((due_at, bool(timed) and due_at is not None))
    return found


def by_external_id(reader: Reader, external_ids: Iterable[str]) -> dict[str, int]:
    """The open follow-ups that stand for these appointments."""
    wanted = json.dumps([each for each in set(external_ids) if each])
    sql = """
        SELECT external_id, id FROM task
        WHERE external_id <> '' AND done_at IS NULL
        AND external_id IN (SELECT value FROM json_each(?))
    """
    return dict(reader.query(sql, (wanted,)))


def _values(step: Step, task: FollowUp) -> tuple[Any, ...]:
    created = task.created_at or step.at
    values: dict[str, Any] = {name: getattr(task, name) for name in COLUMNS}
    values["details"] = json.dumps(task.details, ensure_ascii=False, sort_keys=True)
    values["created_at"], values["updated_at"] = created, task.updated_at or created
    return tuple(values.values())
