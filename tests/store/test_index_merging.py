"""The pieces of the search indexes are merged in the background, not by the step of a person."""

from __future__ import annotations

import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from contactbook.domain.contact import Contact
from contactbook.store import contacts, index_merging, queries
from contactbook.store.book import Book
from contactbook.vault.credentials import Credential

if TYPE_CHECKING:
    from pathlib import Path

CREDENTIAL = Credential(raw_key=bytes(range(32)))


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_merging, "QUIET", 0.0)
    monkeypatch.setattr(index_merging, "PAUSE", 0.0)


def add(book: Book, count: int) -> None:
    for number in range(count):
        with book.step("add") as step:
            contacts.insert(step, Contact(full_name=f"Ada {number} Kowalska", note="x" * 50))


def pieces(book: Book) -> int:
    """Segments of an index: of each, the first page stands in FTS5's own table."""
    return len(book.reader.query("SELECT DISTINCT segid FROM search_row_idx"))


def test_some_steps_leave_few_pieces(book: Book) -> None:
    add(book, 4 * index_merging.EVERY)
    book.writer.merger.wait()
    assert pieces(book) < index_merging.EVERY
    assert len(queries.search(book.reader, "kowalska")) == 4 * index_merging.EVERY
    assert len(queries.search(book.reader, "walsk")) == 0
    assert len(queries.search(book.reader, "7")) == 1


def test_a_step_itself_merges_nothing(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_merging, "EVERY", 1000)
    add(book, 40)  # FTS5 by itself merges from sixteen on
    assert pieces(book) == 40


def test_a_large_step_is_followed_by_merging(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    add(book, index_merging.EVERY - 1)
    before = pieces(book)
    with book.step("import") as step:
        step.make_large()
        contacts.insert(step, Contact(full_name="Grace Hopper"))
    book.writer.merger.wait()
    assert pieces(book) < before
    assert len(queries.search(book.reader, "hopper")) == 1


def test_a_step_that_follows_at_once_is_not_held_up(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_merging, "QUIET", 0.2)
    add(book, index_merging.EVERY)  # merging is wanted from here on
    time.sleep(0.1)
    with book.writer.lock:
        time.sleep(0.4)  # a step that outlasts the quiet: merging waits for its turn
        book.writer.merger.note(large=False)
        ended, before = time.monotonic(), pieces(book)
    while time.monotonic() < ended + 0.1:
        assert pieces(book) == before
    book.writer.merger.wait()
    assert pieces(book) < before


def test_closing_does_not_wait_for_all_of_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_merging, "QUIET", 3600.0)
    with closing(Book.create(path, CREDENTIAL)) as book:
        add(book, index_merging.EVERY)
    with closing(Book.open(path, CREDENTIAL)) as book:
        assert pieces(book) == index_merging.EVERY
