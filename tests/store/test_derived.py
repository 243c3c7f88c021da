"""The derived rows after an edit: only what differs is written, and it is the same as computed anew."""

from __future__ import annotations

from array import array
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from contactbook.domain.contact import Contact, ContactPoint
from contactbook.domain.interactions import Interaction
from contactbook.store import bulk_edits, contacts, derived, interactions, journal, queries

if TYPE_CHECKING:
    from contactbook.store.book import Book

ADA = Contact(
    given="Ada",
    family="Kowalska",
    organization="Acme",
    points=[ContactPoint("phone", "0664 1234567"), ContactPoint("email", "ada@acme.example")],
)


def found(book: Book, text: str) -> bool:
    return bool(list(queries.search(book.reader, text)))


def whole(book: Book, contact_id: int) -> bool:
    """Whether the stored row is the one that is computed."""
    ids = array("q", [contact_id])
    connection = book.reader.connection
    wanted = {key: each.row for key, each in derived.expected(connection, ids).items()}
    return derived.stored_rows(connection, ids) == wanted


def test_an_edit_keeps_what_it_does_not_touch_and_takes_over_what_it_does(book: Book) -> None:
    with book.step("add") as step:
        key = contacts.insert(step, ADA)
    before = queries.load(book.reader, key)
    with book.step("edit") as step:
        contacts.replace(step, replace(before, organization="Globex", family="Nowak"))
    assert whole(book, key)
    assert found(book, "globex nowak")
    assert not found(book, "acme kowalska")
    assert found(book, "1234567")  # the digits were not written again
    assert found(book, "acme.exam")
    after = queries.load(book.reader, key)
    with book.step("edit") as step:
        contacts.replace(step, replace(after, points=[ContactPoint("phone", "0699 7654321")]))
    assert whole(book, key)
    assert found(book, "7654321")
    assert not found(book, "1234567")
    assert not found(book, "acme.exam")


def test_only_the_indexes_of_written_columns_are_touched(book: Book) -> None:
    with book.step("add") as step:
        key = contacts.insert(step, ADA)
    said: list[str] = []
    connection: Any = book.writer.connection
    connection.set_exec_trace(lambda _cursor, sql, _values: said.append(sql) or True)
    try:
        with book.step("edit") as step:
            contacts.set_starred(step, [key], True)
    finally:
        connection.set_exec_trace(None)
    written = [sql for sql in said if "contact_row" in sql and not sql.lstrip().startswith("SELECT")]
    assert [sql for sql in written if "UPDATE" in sql] == ["UPDATE contact_row SET starred = ? WHERE id = ?"]
    assert not any("DELETE" in sql for sql in written)
    assert not any("search_part" in sql for sql in said)
    assert whole(book, key)


def last_contact(book: Book, contact_id: int) -> int | None:
    return book.reader.query("SELECT last_at FROM contact_row WHERE id = ?", (contact_id,))[0][0]


def test_an_entry_brings_only_the_timeline_of_a_contact_up_to_date(book: Book) -> None:
    with book.step("add") as step:
        key = contacts.insert(step, ADA)
    call = Interaction(kind="call", occurred_at=1_000, contacts=[key])
    said: list[str] = []
    connection: Any = book.writer.connection
    connection.set_exec_trace(lambda _cursor, sql, _values: said.append(sql) or True)
    try:
        with book.step("log") as step:
            (entry,) = interactions.insert(step, [call])
    finally:
        connection.set_exec_trace(None)
    assert not [sql for sql in said if "contact_point" in sql or "search_row" in sql]
    assert (last_contact(book, key), whole(book, key)) == (1_000, True)
    with book.step("edit") as step:
        contacts.replace(step, replace(queries.load(book.reader, key), family="Nowak"))
        interactions.replace(step, replace(call, id=entry, occurred_at=2_000))
    assert (last_contact(book, key), whole(book, key), found(book, "nowak")) == (2_000, True, True)
    assert not found(book, "kowalska")
    journal.undo(book)
    assert (last_contact(book, key), whole(book, key), found(book, "kowalska")) == (1_000, True, True)
    journal.undo(book)
    assert (last_contact(book, key), whole(book, key)) == (None, True)


def test_rewording_many_makes_one_piece_of_the_index(book: Book) -> None:
    with book.step("add") as step:
        keys = [
            contacts.insert(step, Contact(given=f"Ada {number}", organization="Acme"))
            for number in range(2 * derived.CHUNK + 1)
        ]
    before = pieces(book)
    with book.step("edit") as step:
        touched = bulk_edits.set_column(step, "organization", "Globex", array("q", keys))
        bulk_edits.mark_updated(step, touched)
    assert touched == set(keys)
    assert pieces(book) == before + 1
    assert len(queries.search(book.reader, "globex")) == len(keys)
    assert not found(book, "acme")
    assert whole(book, keys[0])
    assert whole(book, keys[-1])


def pieces(book: Book) -> int:
    """Segments of the index of words."""
    return len(book.reader.query("SELECT DISTINCT segid FROM search_row_idx"))
