"""Reading whole contacts and where they came from."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

from contactbook.domain.problems import Problem
from contactbook.store import loading, raw_cards
from contactbook.vault.failures import explained

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from contactbook.domain.contact import Contact
    from contactbook.store.reader import Reader

_LARGEST_ID = 2**63 - 1


class SourceCard(NamedTuple):
    """An original card or row: its bytes, and which file it came from when (milliseconds since 1970 UTC)."""

    format: str
    program: str
    file_name: str
    line: int
    raw: bytes
    imported_at: int
    encoding: str
    run_id: int


def load(reader: Reader, contact_id: int) -> Contact:
    """One contact, complete. Raises Problem `store.no_such_contact`."""
    with explained(reader.path):
        found = loading.load_chunk(reader.connection, array("q", (contact_id,))).get(contact_id)
    if found is None:
        raise Problem("store.no_such_contact", contact=contact_id)
    return found


def load_many(reader: Reader, contact_ids: Sequence[int], *, pictures: bool = True) -> Iterator[Contact]:
    """The contacts with these ids in this order, some at a time; ids that are not there are left out."""
    with explained(reader.path):
        yield from loading.load_many(reader.connection, contact_ids, pictures=pictures)


def picture_bytes(reader: Reader, contact_id: int) -> int:
    """How many bytes the pictures of a contact have; none of them is read for it."""
    sql = "SELECT coalesce(sum(octet_length(data)), 0) FROM photo JOIN payload ON payload.id = payload_id"
    found = reader.one(f"{sql} WHERE contact_id = ?", (contact_id,))
    return found[0] if found is not None else 0


def find(reader: Reader, id_or_uid: int | str) -> int:
    """The id of the contact that is meant, also one in the trash.

    Raises:
        Problem: `store.no_such_contact`.
    """
    text = str(id_or_uid).strip()
    if text.isascii() and text.isdigit() and int(text) <= _LARGEST_ID:
        found = reader.ids("SELECT id FROM contact WHERE id = ?", (int(text),))
        if found:
            return found[0]
    bare = text.removeprefix("urn:uuid:")
    sql = "SELECT id FROM contact WHERE uid <> '' AND uid IN (?, ?, ?) ORDER BY deleted_at IS NOT NULL, id"
    found = reader.ids(sql, (text, bare, f"urn:uuid:{bare}")) if text else array("q")
    if not found:
        raise Problem("store.no_such_contact", contact=text)
    return found[0]


def source_cards(reader: Reader, contact_id: int) -> list[SourceCard]:
    """The original cards of a contact, the latest first."""
    sql = """
        SELECT coalesce(nullif(source_card.format, ''), import_file.format), program, import_file.name, line,
        payload.data, at, encoding, run_id
        FROM source_card JOIN payload ON payload.id = payload_id JOIN import_file ON import_file.id = file_id
        JOIN import_run ON import_run.id = run_id WHERE contact_id = ? ORDER BY source_card.id DESC
    """
    return [
        SourceCard._make((*row[:4], raw_cards.unpack(row[4]), *row[5:]))
        for row in reader.query(sql, (contact_id,))
    ]
