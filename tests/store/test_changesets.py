"""Recording changes in shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
