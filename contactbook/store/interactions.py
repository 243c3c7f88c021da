"""Writing entries of the timeline and what is attached to them."""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING, Any, NamedTuple

from contactbook.domain.ids import ids
from contactbook.domain.interactions import Attachment, Interaction
from contactbook.domain.problems import Problem
from contactbook.store import raw_cards
from contactbook.store.sqlite import id_array

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from contactbook.store.reader import Reader
    from contactbook.store.step import Step

COLUMNS = (
    "kind", "occurred_at", "duration", "direction", "subject", "body", "outcome", "author", "amount",
    "currency", "quantity", "score", "external_id", "details", "created_at", "updated_at",
)  # fmt: skip
_INSERT = f"INSERT INTO interaction (id, {', '.join(COLUMNS)}) VALUES (?{', ?' * len(COLUMNS)})"
_UPDATE = f"UPDATE interaction SET {', '.join(f'{name} = ?' for name in COLUMNS)} WHERE id = ?"
_LINK = "INSERT INTO interaction_contact (interaction_id, contact_id) VALUES (?, ?)"


def insert(step: Step, entries: Sequence[Interaction]) -> list[int]:
    """Add entries; gives their new ids. Times that are 0 become the present. Attachments come separately.

    Raises:
        Problem: `store.no_such_contact`.
    """
    new = list(ids.take(len(entries))) if entries else []
    contacts = {contact_id for entry in entries for contact_id in entry.contacts}
    _check_contacts(step, contacts)
    step.connection.executemany(
        _INSERT, [(key, *_values(step, entry)) for key, entry in zip(new, entries, strict=True)]
    )
    links = [
        (key, contact_id)
        for key, entry in zip(new, entries, strict=True)
        for contact_id in dict.fromkeys(entry.contacts)
    ]
    step.connection.executemany(_LINK, links)
    step.touch(contacts)
    return new


def replace(step: Step, entry: Interaction) -> None:
    """Make the stored entry of the same id like this one. Raises Problem `store.no_such_interaction`."""
    before = load(step.reader, entry.id)
    entry.created_at, entry.updated_at = before.created_at, step.at
    step.connection.execute(_UPDATE, (*_values(step, entry), entry.id))
    gone, added = set(before.contacts) - set(entry.contacts), set(entry.contacts) - set(before.contacts)
    _check_contacts(step, added)
    if gone:
        step.connection.execute(
            "DELETE FROM interaction_contact WHERE interaction_id = ? AND contact_id IN carray(?)",
            (entry.id, *id_array(gone)),
        )
    step.connection.executemany(_LINK, [(entry.id, contact_id) for contact_id in sorted(added)])
    step.touch({*before.contacts, *entry.contacts})


def delete(step: Step, interaction_ids: Iterable[int]) -> int:
    """Remove entries with their links and attachments; gives how many were there."""
    wanted = array("q", sorted(set(interaction_ids)))
    if not wanted:
        return 0
    run = step.connection.execute
    links = run(
        "SELECT contact_id FROM interaction_contact WHERE interaction_id IN carray(?)", id_array(wanted)
    )
    step.touch(row[0] for row in links.fetchall())
    run("UPDATE task SET interaction_id = NULL WHERE interaction_id IN carray(?)", id_array(wanted))
    run("DELETE FROM attachment WHERE interaction_id IN carray(?)", id_array(wanted))
    run("DELETE FROM interaction_contact WHERE interaction_id IN carray(?)", id_array(wanted))
    gone = run("DELETE FROM interaction WHERE id IN carray(?) RETURNING id", id_array(wanted)).fetchall()
    return len(gone)


def load(reader: Reader, interaction_id: int) -> Interaction:
    """One entry with its people and the names of its attachments. Raises `store.no_such_interaction`."""
    found = load_many(reader, (interaction_id,))
    if not found:
        raise Problem("store.no_such_interaction", interaction=interaction_id)
    return found[0]


def load_many(reader: Reader, interaction_ids: Sequence[int]) -> list[Interaction]:
    """Entries in the order asked; those that are not there are left out. For some hundred at once."""
    if not interaction_ids:
        return []
    wanted = array("q", interaction_ids)
    found: dict[int, Interaction] = {}
    sql = f"SELECT id, {', '.join(COLUMNS)} FROM interaction WHERE id IN carray(?)"
    for row in reader.query(sql, id_array(wanted)):
        values: dict[str, Any] = dict(zip(COLUMNS, row[1:], strict=True))
        values["details"] = json.loads(values["details"])
        found[row[0]] = Interaction(id=row[0], **values)
    links = "SELECT interaction_id, contact_id FROM interaction_contact WHERE interaction_id IN carray(?)"
    for key, contact_id in reader.query(links, id_array(wanted)):
        found[key].contacts.append(contact_id)
    files = """
        SELECT interaction_id, attachment.id, name, media_type, coalesce(original_size, octet_length(data)),
            original_size IS NOT NULL
        FROM attachment JOIN payload ON payload.id = payload_id
        WHERE interaction_id IN carray(?) ORDER BY attachment.id
    """
    for key, attachment_id, name, media_type, size, original in reader.query(files, id_array(wanted)):
        attached = Attachment(attachment_id, name, media_type, size, bool(original))
        found[key].attachments.append(attached)
    return [found[key] for key in interaction_ids if key in found]


def attach(
    step: Step, interaction_id: int, name: str, media_type: str, data: bytes, *, original: bool = False
) -> int:
    """Keep a file with an entry, encrypted like all of the book; gives the id of the attachment.

    `original`: it is the message that the entry came from, which is kept packed.
    """
    payload_id, attachment_id = ids.take(2)
    stored = raw_cards.pack(data) if original else data
    step.connection.execute("INSERT INTO payload (id, data) VALUES (?, ?)", (payload_id, stored))
    names = ("interaction_id", "name", "media_type", "payload_id", "hash", "created_at", "original_size")
    digest, size = raw_cards.hash_of(data), len(data) if original else None
    step.connection.execute(
        f"INSERT INTO attachment (id, {', '.join(names)}) VALUES (?{', ?' * len(names)})",
        (attachment_id, interaction_id, name, media_type, payload_id, digest, step.at, size),
    )
    return attachment_id


def detach(step: Step, attachment_id: int) -> None:
    """Take a file from its entry; its bytes stay while undo can bring it back."""
    _attachment(step.reader, attachment_id)
    step.connection.execute("DELETE FROM attachment WHERE id = ?", (attachment_id,))


def attachment_data(reader: Reader, attachment_id: int) -> tuple[str, bytes]:
    """The name and the bytes of an attachment. Raises Problem `store.no_such_attachment`."""
    name, payload_id, original = _attachment(reader, attachment_id)
    row = reader.one("SELECT data FROM payload WHERE id = ?", (payload_id,))
    if row is None:
        raise Problem("store.no_such_attachment", attachment=attachment_id)
    return name, raw_cards.unpack(row[0]) if original else row[0]


def by_external_id(reader: Reader, external_ids: Iterable[str]) -> dict[str, int]:
    """The entries that came from another program under these ids, so that it may come again unharmed."""
    wanted = json.dumps([each for each in set(external_ids) if each])
    sql = """
        SELECT external_id, id FROM interaction
        WHERE external_id <> '' AND external_id IN (SELECT value FROM json_each(?))
    """
    return dict(reader.query(sql, (wanted,)))


class Imported(NamedTuple):
    """An entry that came from a table."""

    id: int
    details: dict[str, Any]
    occurred_at: int
    subject: str
    amount: int | None


def imported(reader: Reader, external_ids: Iterable[str]) -> dict[str, list[Imported]]:
    """As `by_external_id`, but all that bear an id, because two shops may give the same number."""
    wanted = json.dumps([each for each in set(external_ids) if each])
    sql = """
        SELECT external_id, id, details, occurred_at, subject, amount FROM interaction
        WHERE external_id <> '' AND external_id IN (SELECT value FROM json_each(?)) ORDER BY id
    """
    found: dict[str, list[Imported]] = {}
    for name, key, details, *rest in reader.query(sql, (wanted,)):
        found.setdefault(name, []).append(Imported(key, json.loads(details), *rest))
    return found


def _attachment(reader: Reader, attachment_id: int) -> tuple[str, int, bool]:
    """Its name, its payload, and whether that is a packed original."""
    sql = "SELECT name, payload_id, original_size IS NOT NULL FROM attachment WHERE id = ?"
    row = reader.one(sql, (attachment_id,))
    if row is None:
        raise Problem("store.no_such_attachment", attachment=attachment_id)
    return row[0], row[1], bool(row[2])


def _check_contacts(step: Step, contact_ids: set[int]) -> None:
    if not contact_ids:
        return
    there = step.reader.id_list("SELECT id FROM contact WHERE id IN carray(?)", id_array(contact_ids))
    missing = contact_ids - set(there)
    if missing:
        raise Problem("store.no_such_contact", contact=min(missing))


def _values(step: Step, entry: Interaction) -> tuple[Any, ...]:
    created = entry.created_at or step.at
    values: dict[str, Any] = {name: getattr(entry, name) for name in COLUMNS}
    values["occurred_at"] = entry.occurred_at or step.at
    values["details"] = json.dumps(entry.details, ensure_ascii=False, sort_keys=True)
    values["created_at"], values["updated_at"] = created, entry.updated_at or created
    return tuple(values.values())
