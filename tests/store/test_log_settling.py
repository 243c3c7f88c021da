"""A long log is written into the file in the background."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest

from contactbook.domain.contact import Contact
from contactbook.domain.problems import Cancelled, Problem
from contactbook.store import contacts, queries
from contactbook.store.log_settling import KEPT_BYTES, LOG_PAGES

if TYPE_CHECKING:
    from contactbook.store.book import Book


def write_much(book: Book) -> None:
    with book.step("import") as step:
        step.make_large()
        for _ in range(50):
            contacts.insert(step, Contact(full_name="Ada", note="x" * 100_000))


def fail_large(book: Book) -> None:
    with book.step("fails") as step:
        step.make_large()
        contacts.replace(step, Contact(id=1))


def test_the_file_holds_everything_soon_after_a_large_step(book: Book) -> None:
    before = book.path.stat().st_size
    write_much(book)
    book.writer.settler.wait()
    assert book.path.stat().st_size > before + 50 * 100_000
    assert queries.counts(book.reader).all == 50


def test_afterwards_the_connection_is_as_before(book: Book) -> None:
    connection = book.writer.connection
    before = connection.pragma("cache_size")
    write_much(book)
    with pytest.raises(Problem, match=r"store\.no_such_contact"):
        fail_large(book)
    assert connection.pragma("cache_size") == before


def test_a_book_that_is_closed_at_once_waits_for_it(book: Book) -> None:
    write_much(book)
    book.close()
    assert book.path.stat().st_size > 50 * 100_000


@pytest.mark.parametrize("scratch", [False, True])
def test_what_was_taken_back_leaves_no_long_log(book: Book, scratch: bool) -> None:
    connection = book.writer.connection
    log = book.path.with_name(f"{book.path.name}-wal")
    before = queries.counts(book.reader)

    def write_too_much() -> None:
        with (book.scratch if scratch else book.step)("import") as step:
            step.make_large()
            connection.pragma("cache_size", 10)  # everything goes into the log at once
            for _ in range(200):
                contacts.insert(step, Contact(full_name="Ada", note="x" * 100_000))
            assert log.stat().st_size > KEPT_BYTES
            if not scratch:
                raise Cancelled

    with nullcontext() if scratch else pytest.raises(Cancelled):
        write_too_much()
    book.writer.settler.wait()
    assert log.stat().st_size == 0
    assert queries.counts(book.reader) == before


def test_many_small_steps_settle_as_well(book: Book) -> None:
    before = book.path.stat().st_size
    for number in range(25):
        with book.step("add") as step:
            contacts.insert(step, Contact(full_name=f"Ada {number}", note=f"{number} " * 40_000))
    book.writer.settler.wait()
    assert book.path.stat().st_size > before + 1000 * LOG_PAGES
