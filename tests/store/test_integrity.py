"""A check finds what was changed behind the back of the journal, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.domain.contact import Contact, ContactPoint, Photo
from contactbook.domain.problems import Cancelled
from contactbook.store import contacts, integrity, journal
from contactbook.store.integrity import DERIVED, HISTORY, LINKS, PAYLOADS, SEARCH

if TYPE_CHECKING:
    from contactbook.store.book import Book


@pytest.fixture
def filled(book: Book) -> Book:
    contact = Contact(
        full_name="Ada", points=[ContactPoint("phone", "1")], photos=[Photo(b"x")], tags=["VIP"]
    )
    for _ in range(2):
        with book.step("add") as step:
            contacts.insert(step, contact)
    journal.undo(book)
    return book


def test_a_whole_book_has_no_findings(filled: Book) -> None:
    report = integrity.check(filled)
    assert report.ok
    assert (report.contacts, report.steps) == (1, 3)
    assert report.to_json() == {"ok": True, "contacts": 1, "steps": 3, "pages": report.pages, "findings": []}


@pytest.mark.parametrize(
    ("tampering", "code", "place"),
    [
        ("UPDATE contact_row SET display_name = 'Eve'", DERIVED, "contact_row"),
        ("INSERT INTO contact_row SELECT 5, * FROM (SELECT * FROM contact_row)", DERIVED, "contact_row"),
        ("DELETE FROM search_row WHERE rowid IN (SELECT id FROM contact)", SEARCH, "search_row"),
        ("UPDATE contact SET family = 'Eve'", DERIVED, "contact_row"),
        ("DELETE FROM payload", PAYLOADS, "photo"),
        ("DELETE FROM tag", LINKS, "contact_tag.tag_id"),
        ("UPDATE history SET data = '{}' WHERE action = 'undo'", HISTORY, ""),
        ("UPDATE history_part SET data = x'00'", HISTORY, ""),
    ],
)
def test_what_was_changed_from_outside_is_found(filled: Book, tampering: str, code: str, place: str) -> None:
    connection = filled.writer.connection
    connection.pragma("foreign_keys", False)
    if tampering.startswith("INSERT INTO contact_row"):
        columns = [row[1] for row in filled.reader.query("PRAGMA table_info(contact_row)")][1:]
        tampering = f"INSERT INTO contact_row SELECT 5, {', '.join(columns)} FROM contact_row"
    connection.execute(tampering)
    findings = integrity.check(filled).findings
    assert code in {finding.code for finding in findings}
    assert place in {finding.place for finding in findings} or not place


def test_a_step_taken_out_of_the_history_is_found(filled: Book) -> None:
    connection = filled.writer.connection
    connection.pragma("foreign_keys", False)
    connection.execute("DELETE FROM history WHERE id = (SELECT min(id) FROM history)")
    assert [finding.code for finding in integrity.check(filled).findings] == [HISTORY]


def test_a_check_can_be_cancelled_and_leaves_the_book_usable(filled: Book) -> None:
    def cancel(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        integrity.check(filled, cancel)
    assert integrity.check(filled).ok
