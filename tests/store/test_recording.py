"""Recording what a step does, in shares, and in bulk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contactbook.domain.contact import EMAIL, Address, Contact, ContactPoint, FieldValue
from contactbook.store import bulk, changesets, contacts, imports, journal, new_rows, queries, tags
from contactbook.store.recording import Recording
from contactbook.store.sqlite import Source, changes, new_session
from contactbook.store.tables import JOURNALED
from tests.store.contact_strategies import Card
from tests.store.snapshots import journaled

if TYPE_CHECKING:
    from array import array

    from contactbook.store.book import Book
    from contactbook.store.step import Step


def told_by(source: Source) -> list[tuple[Any, ...]]:
    """Every change, in an order of our own."""
    found = [(change.name, change.opcode, change.old, change.new) for change in changes(source)]
    return sorted(found, key=repr)


def test_a_recording_tells_what_one_session_of_all_tables_would(book: Book) -> None:
    recorded: list[bytes] = []
    whole: list[bytes] = []
    with book.scratch("edit") as step:
        recording, session = Recording(step.connection), new_session(step.connection)
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
    told = told_by(b"".join(recorded))
    assert told == told_by(b"".join(whole))
    assert {name for name, *_ in told} == {"contact", "contact_point", "address", "tag", "contact_tag"}


def people(count: int, first: int) -> list[Card]:
    return [
        Card(
            Contact(
                given=f"Person {n}",
                uid=f"u{n}",
                points=[ContactPoint(EMAIL, f"p{n}@a.example")],
                tags=["all", f"tag {n % 3}"],
                fields=[FieldValue("Size", str(n), "size")],
            ),
            b"card %d" % n,
            n,
        )
        for n in range(first, first + count)
    ]


def insert(step: Step, count: int, skip: set[int]) -> array[int]:
    run = imports.start_run(step, "a.csv")
    file = imports.add_file(step, run, "a.csv", format="csv", program="", encoding="utf-8", size=5)
    prepared = bulk.prepare([(0, card) for card in people(count, 100)], now=5)
    return bulk.insert_prepared(step, prepared, {0: file}, skip=skip)


DEEDS = ("batch", "edit", "erase", "tag", "untag", "point", "failed")


def do(step: Step, deed: str, seed: int) -> None:
    """One of the things that happen within an import, to anybody who is there."""
    there = queries.ids_of(step.reader, queries.View("all")) or [0]
    one = there[seed % len(there)]
    if deed == "batch":
        insert(step, 4, {seed % 4})
    elif deed == "edit":
        step.connection.execute("UPDATE contact SET given = given || 'x' WHERE id = ?", (one,))
    elif deed == "erase":
        contacts.erase(step, {one})
    elif deed == "tag":
        tags.add(step, tags.ensure(step, "late"), [one])
    elif deed == "untag":
        step.connection.execute("DELETE FROM contact_tag WHERE contact_id = ?", (one,))
    elif deed == "point":
        step.connection.execute("UPDATE contact_point SET position = 7 WHERE contact_id = ?", (one,))
    step.touch({one} - {0})


def fail_within(book: Book) -> None:
    """A step that joins the running one, and is taken back."""
    with book.step("inner") as inner:
        insert(inner, 3, set())
        raise ZeroDivisionError


@pytest.mark.parametrize("at_once", [3, 10_000])
@given(deeds=st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 50)), max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_rows_made_in_bulk_are_told_as_if_a_session_had_seen_them(
    book: Book, monkeypatch: pytest.MonkeyPatch, at_once: int, deeds: list[tuple[str, int]]
) -> None:
    monkeypatch.setattr(new_rows, "_AT_ONCE", at_once)
    with book.step("add") as step:
        contacts.insert(
            step, Contact(given="There", points=[ContactPoint(EMAIL, "t@a.example")], tags=["all"])
        )
    before = journaled(book)
    whole: list[bytes] = []
    with book.step("import") as step:
        session = new_session(step.connection)
        for table in JOURNALED:
            session.attach(table)
        for deed, seed in deeds:
            if deed == "failed":
                with pytest.raises(ZeroDivisionError):
                    fail_within(book)
            do(step, deed, seed)
        session.changeset_stream(lambda data: whole.append(bytes(data)))
        session.close()
    after = journaled(book)
    expected = told_by(b"".join(whole))
    if not step.changes.step:
        assert not expected
        return
    assert told_by(changesets.source(book.writer.connection, step.changes.step)) == expected
    journal.undo(book, step.changes.step)
    assert journaled(book) == before
    journal.redo(book)
    assert journaled(book) == after


def test_a_database_in_memory_does_not_stay(book: Book) -> None:
    with book.step("import") as step:
        insert(step, 3, set())
    names = [row[1] for row in book.writer.connection.execute("PRAGMA database_list").fetchall()]
    assert names == ["main"]
