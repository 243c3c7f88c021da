"""A book as a thing that is opened, shared by threads, and closed."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import apsw
import pytest

from contactbook.domain.contact import Contact
from contactbook.domain.problems import Problem
from contactbook.store import contacts, migrations, queries
from contactbook.store.book import Book
from contactbook.vault.credentials import Credential

if TYPE_CHECKING:
    from pathlib import Path

CREDENTIAL = Credential(raw_key=bytes(range(32)))


def names(book: Book) -> list[str]:
    return [
        row.display_name for row in queries.rows(book.reader, queries.ids_of(book.reader, queries.View()))
    ]


def add(book: Book, name: str) -> int:
    with book.step("add") as step:
        return contacts.insert(step, Contact(full_name=name))


def test_what_was_written_is_there_after_opening_again(path: Path) -> None:
    with Book.create(path, CREDENTIAL) as book:
        add(book, "Ada")
    with Book.open(path, CREDENTIAL) as book:
        assert names(book) == ["Ada"]


def test_a_book_open_to_read_takes_no_step(path: Path) -> None:
    with Book.create(path, CREDENTIAL) as book:
        add(book, "Ada")
    with Book.open(path, CREDENTIAL, read_only=True) as book:
        assert book.read_only
        assert names(book) == ["Ada"]
        with pytest.raises(Problem, match=r"vault\.read_only"):
            book.step("add")


def test_a_book_of_a_newer_major_version_is_refused_with_both_named(path: Path) -> None:
    with Book.create(path, CREDENTIAL) as book:
        book.writer.connection.pragma("user_version", 2_003)
    for read_only in (False, True):
        with pytest.raises(Problem) as caught:
            Book.open(path, CREDENTIAL, read_only=read_only)
        assert caught.value.code == "store.newer_version"
        assert caught.value.data == {
            "book_version": "2.3",
            "program_version": migrations.text(migrations.version()),
        }
    assert apsw.connections() == []


def test_a_closed_book_says_so(book: Book) -> None:
    book.close()
    book.close()
    for use in (lambda: book.reader, lambda: book.step("add")):
        with pytest.raises(Problem, match=r"store\.closed"):
            use()


def test_every_thread_has_a_reader_that_ends_with_it(book: Book) -> None:
    before = len(apsw.connections())
    readers: list[int] = []

    def read() -> None:
        assert book.reader is book.reader
        readers.append(id(book.reader.connection))
        names(book)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    gc.collect()
    assert len(readers) == 4
    assert len(apsw.connections()) == before


def test_steps_of_many_threads_take_turns(book: Book) -> None:
    failures: list[Exception] = []

    def write(number: int) -> None:
        try:
            for turn in range(5):
                add(book, f"{number} {turn}")
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(names(book)) == 20
    assert len(queries.history(book.reader)) == 20


def test_a_reader_sees_nothing_of_a_step_that_is_not_over(book: Book) -> None:
    with book.step("add") as step:
        contacts.insert(step, Contact(full_name="Ada"))
        assert names(book) == []
        assert step.reader.query("SELECT full_name FROM contact") == [("Ada",)]
    assert names(book) == ["Ada"]


def test_a_step_within_a_step_is_part_of_it(book: Book) -> None:
    with book.step("outer") as outer:
        contacts.insert(outer, Contact(full_name="Ada"))
        with book.step("inner") as inner:
            assert inner is outer
            contacts.insert(inner, Contact(full_name="Berta"))
    assert names(book) == ["Ada", "Berta"]
    assert [row.action for row in queries.history(book.reader)] == ["outer"]


def test_a_step_that_fails_within_a_step_leaves_the_rest(book: Book) -> None:
    with book.step("outer") as outer:
        contacts.insert(outer, Contact(full_name="Ada"))
        with pytest.raises(Problem, match=r"store\.no_such_contact"), book.step("inner") as inner:
            contacts.replace(inner, Contact(id=contacts.insert(inner, Contact(full_name="Berta")) + 1))
        with book.step("inner") as inner:
            contacts.insert(inner, Contact(full_name="Carla"))
    assert names(book) == ["Ada", "Carla"]


def test_a_scratch_step_shows_what_would_be_and_keeps_nothing(book: Book) -> None:
    with book.scratch("import") as step:
        contacts.insert(step, Contact(full_name="Ada"))
        assert step.reader.query("SELECT count(*) FROM contact") == [(1,)]
    assert not step.changes
    assert names(book) == []
    assert queries.history(book.reader) == []


def test_a_step_that_changes_nothing_leaves_no_trace(book: Book) -> None:
    contact_id = add(book, "Ada")
    with book.step("edit") as step:
        assert not contacts.replace(step, queries.load(step.reader, contact_id))
    assert not step.changes
    assert len(queries.history(book.reader)) == 1


def test_the_history_says_who_and_where(book: Book) -> None:
    book.sign(device="desk", author="Eva")
    with book.step("add", name="Ada") as step:
        contacts.insert(step, Contact(full_name="Ada"))
        step.data["more"] = 1
    (row,) = queries.history(book.reader)
    assert (row.device, row.by, row.data, row.contacts) == ("desk", "Eva", {"name": "Ada", "more": 1}, 1)
