"""Recording changes in shares."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from contactbook.domain.contact import EMAIL, Address, Contact, ContactPoint
from contactbook.store import changesets, contacts
from contactbook.store.sqlite import changes, new_session
from contactbook.store.tables import JOURNALED

if TYPE_CHECKING:
    from contactbook.store.book import Book


def test_a_recording_tells_what_one_session_of_all_tables_would(book: Book) -> None:
    recorded: list[bytes] = []
    whole: list[bytes] = []
    with book.scratch("edit") as step:
        recording, session = changesets.Recording(step.connection), new_session(step.connection)
        for table in JOURNALED:
            session.attach(table)
        assert recording.is_empty
        points, places = [ContactPoint(EMAIL, "jo@example.org")], [Address(locality="Graz")]
        contacts.insert(step, Contact(given="Jo", points=points, addresses=places, tags=["friends"]))
        assert not recording.is_empty
        recording.hand_out(lambda data: recorded.append(bytes(data)))
        session.changeset_stream(lambda data: whole.append(bytes(data)))
        recording.close()
        session.close()
    told = [[(change.name, change.opcode, change.old, change.new) for change in changes(b"".join(found))]
            for found in (recorded, whole)]  # fmt: skip
    assert sorted(told[0], key=repr) == sorted(told[1], key=repr)
    assert {name for name, *_ in told[0]} == {"contact", "contact_point", "address", "tag", "contact_tag"}


@pytest.mark.parametrize("size", [0, 1, 1 << 20, 9 << 20])
def test_what_is_stored_comes_back(book: Book, size: int) -> None:
    given = random.Random(7).randbytes(size)
    with book.scratch("edit") as step:
        step.connection.pragma("foreign_keys", False)
        sink = changesets.ChangesetSink(step.connection, 5)
        for start in range(0, size, 100_000):
            sink(given[start : start + 100_000])
        digest = sink.finish()
        assert sink.size == size
        assert changesets.stored_hash(step.connection, 5) == digest
        read, found = changesets.source(step.connection, 5), bytearray()
        while piece := read(65_536):
            found += piece
    assert found == given
