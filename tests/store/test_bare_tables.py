"""Undoing what filled a book, without indexes meanwhile: the same comes out, every index is there again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.store import bare_tables, contacts, integrity, journal, tags
from tests.store.snapshots import broken_links, journaled
from tests.store.test_journal import add, edit, import_people, set_note

if TYPE_CHECKING:
    from contactbook.store.book import Book


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bare_tables, "LARGE", 0)


def schema(book: Book) -> set[str]:
    return {row[0] for row in book.reader.query("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")}


def checked(book: Book) -> bool:
    return bool(book.writer.connection.pragma("foreign_keys"))


def test_it_is_done_where_most_contacts_go(book: Book) -> None:
    step, ids = import_people(book, 10)
    connection = book.reader.connection
    assert bare_tables.empties(connection, step, len(ids), inverted=True)
    assert not bare_tables.empties(connection, step, len(ids), inverted=False)
    assert not bare_tables.empties(connection, step, 5, inverted=True), "half of them stay"
    edited = edit(book, ids[0], set_note("mine"))
    assert not bare_tables.empties(connection, edited, len(ids), inverted=True), "nobody goes"


def test_an_undo_to_the_letter_leaves_indexes_and_checks_as_they_were(book: Book) -> None:
    before, indexes = journaled(book), schema(book)
    step, _ = import_people(book, 10)
    after = journaled(book)
    undone = journal.undo(book, step)
    assert (journaled(book), schema(book), checked(book)) == (before, indexes, True)
    journal.undo(book, undone.step)
    assert journaled(book) == after
    assert integrity.check(book).findings == []


def test_whoever_was_changed_since_or_is_needed_stays(book: Book) -> None:
    indexes = schema(book)
    step, (one, two, three, *_) = import_people(book, 10)
    edit(book, one, set_note("mine"))
    with book.step("link") as link:
        link.connection.execute("UPDATE contact SET company_id = ? WHERE id = ?", (two, one))
    with book.step("tag") as tagging:
        tags.add(tagging, tags.ensure(tagging, "mine"), [three])
    before = journaled(book)
    seen = journal.preview(book, step)
    changes = journal.undo(book, step)
    assert (changes.kept, changes.needed) == (seen.kept, seen.needed) == ((one, three), (two,))
    assert (schema(book), checked(book), broken_links(book)) == (indexes, True, [])
    journal.redo(book)
    assert journaled(book) == before


def test_a_link_from_outside_that_no_later_step_made_is_noticed(book: Book) -> None:
    step, (one, *_) = import_people(book, 10)
    outside = add(book, "Ada")
    with book.writer.lock:
        book.writer.connection.execute("UPDATE contact SET company_id = ? WHERE id = ?", (one, outside))
    assert journal.undo(book, step).needed == (one,)
    assert broken_links(book) == []


def test_the_checks_are_on_again_after_a_failure(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    step, _ = import_people(book, 10)
    before, indexes = journaled(book), schema(book)
    monkeypatch.setattr("contactbook.store.step.Step._record", lambda _step: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        journal.undo(book, step)
    monkeypatch.undo()
    assert (journaled(book), schema(book), checked(book)) == (before, indexes, True)
    with book.step("erase") as erasing:
        contacts.erase(erasing, book.reader.ids("SELECT id FROM contact"))
    assert broken_links(book) == []
