"""A full disk and a killed program: what was committed stays, what was not leaves no trace."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING

import pytest

from contactbook.domain.contact import Contact
from contactbook.domain.problems import Problem
from contactbook.store import contacts, integrity, queries
from contactbook.store.book import Book
from contactbook.vault.credentials import Credential
from tests.store.snapshots import journaled

if TYPE_CHECKING:
    from pathlib import Path

CREDENTIAL = Credential(raw_key=bytes(range(32)))


def test_a_full_disk_takes_the_step_back_and_says_so(book: Book) -> None:
    with book.step("add") as step:
        contacts.insert(step, Contact(full_name="Ada"))
    before = journaled(book)
    connection = book.writer.connection
    connection.pragma("max_page_count", connection.pragma("page_count") + 20)
    with pytest.raises(Problem) as caught:
        _fill(book)
    assert caught.value.code == "vault.disk_full"
    assert caught.value.data["path"] == str(book.path)
    assert journaled(book) == before
    connection.pragma("max_page_count", 1 << 30)
    with book.step("add") as step:
        contacts.insert(step, Contact(full_name="Carla"))
    assert integrity.check(book).ok


@pytest.mark.skipif(sys.platform == "win32", reason="open files cannot be moved there")
def test_nothing_is_written_to_a_file_that_went_away_until_it_is_back(book: Book) -> None:
    aside, reader = book.path.with_name("aside"), book.reader
    book.path.rename(aside)
    with pytest.raises(Problem, match=r"vault\.file_gone"), book.step("add") as step:
        contacts.insert(step, Contact(full_name="Ada"))
    assert queries.counts(reader).all == 0
    aside.rename(book.path)
    with book.step("add") as step:
        contacts.insert(step, Contact(full_name="Berta"))
    book.close()
    with Book.open(book.path, CREDENTIAL) as again:
        assert queries.counts(again.reader).all == 1


@pytest.mark.skipif(sys.platform == "win32", reason="open files cannot be moved there")
def test_a_file_that_goes_away_during_a_step_takes_the_step_back(book: Book) -> None:
    aside, reader = book.path.with_name("aside"), book.reader

    def move_it_midway() -> None:
        with book.step("import") as step:
            contacts.insert(step, Contact(full_name="Ada"))
            book.path.rename(aside)

    with pytest.raises(Problem, match=r"vault\.file_gone"):
        move_it_midway()
    assert queries.counts(reader).all == 0
    aside.rename(book.path)
    with book.step("import") as step:
        contacts.insert(step, Contact(full_name="Berta"))
    assert [row.display_name for row in _rows(book)] == ["Berta"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals and file limits of POSIX")
def test_a_file_that_may_not_grow_takes_the_step_back(path: Path) -> None:
    """The limit on file size stands in for a disk that fails in the middle of a write."""
    script = """
        import resource, signal
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        with book.step("add") as step:
            contacts.insert(step, Contact(full_name="Ada"))
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
        try:
            with book.step("import") as step:
                for _ in range(2000):
                    contacts.insert(step, Contact(full_name="Berta", note="x" * 3000))
        except Problem as problem:
            print(problem.code, flush=True)
        print(queries.counts(book.reader).all, flush=True)
    """
    assert _run(path, script).split()[1:] == ["1"]
    with Book.open(path, CREDENTIAL) as book:
        assert queries.counts(book.reader).all == 1
        assert integrity.check(book).ok


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_program_killed_in_the_middle_of_a_step_loses_only_that_step(path: Path) -> None:
    script = """
        import os, signal
        with book.step("add") as step:
            contacts.insert(step, Contact(full_name="Ada"))
        step.connection.pragma("cache_size", 10)
        with book.step("import") as step:
            for _ in range(300):
                contacts.insert(step, Contact(full_name="Berta", note="x" * 3000))
            os.kill(os.getpid(), signal.SIGKILL)
    """
    _run(path, script, ends=-signal.SIGKILL)
    log = path.with_name(path.name + "-wal")
    assert log.stat().st_size > 1_000_000, "the step that was killed had reached the disk"
    with Book.open(path, CREDENTIAL) as book:
        assert [row.display_name for row in _rows(book)] == ["Ada"]
        assert integrity.check(book).ok


def _fill(book: Book) -> None:
    with book.step("import") as step:
        for _ in range(1000):
            contacts.insert(step, Contact(full_name="Berta", note="x" * 3000))


def _rows(book: Book) -> list[queries.ListRow]:
    return queries.rows(book.reader, queries.ids_of(book.reader, queries.View()))


def _run(path: Path, script: str, *, ends: int = 0) -> str:
    """What a program prints that makes a book at `path` and then runs the script."""
    head = f"""
        from pathlib import Path
        from contactbook.domain.contact import Contact
        from contactbook.domain.problems import Problem
        from contactbook.store import contacts, queries
        from contactbook.store.book import Book
        from contactbook.vault.credentials import Credential
        book = Book.create(Path({str(path)!r}), Credential(raw_key=bytes(range(32))))
    """
    program = textwrap.dedent(head) + textwrap.dedent(script)
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        env=dict(os.environ),
        timeout=50,
    )
    assert done.returncode == ends, done.stderr
    return done.stdout
