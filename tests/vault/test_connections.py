from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import apsw
import pytest

from contactbook.domain.problems import Problem
from contactbook.vault import connections
from contactbook.vault.book_file import create, open_file

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.vault.book_file import OpenFile
    from contactbook.vault.credentials import Credential
    from contactbook.vault.key_derivation import BookKey

COUNT = "SELECT count(*) FROM word"


@pytest.fixture
def network_share(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every folder lies on another computer."""
    monkeypatch.setattr(connections, "is_network", lambda _: True)


@pytest.mark.usefixtures("network_share")
def test_a_network_share_gets_a_rollback_journal(tmp_path: Path, raw: Credential) -> None:
    path = tmp_path / "b.contactbook"
    with create(path, raw) as book:
        writer = book.connect()
        assert writer.pragma("journal_mode") == "delete"
        assert writer.pragma("locking_mode") == "normal"
        assert writer.pragma("synchronous") == 2
        reader = book.connect(read_only=True)
        writer.execute("CREATE TABLE word (id); INSERT INTO word VALUES (1)")
        assert reader.execute(COUNT).get == 1
        assert book.connect().execute(COUNT).get == 1
    with open_file(path, raw) as book:
        assert book.connect().execute(COUNT).get == 1


def test_a_book_with_a_log_moves_to_a_network_share_and_back(
    closed_book: Path, raw: Credential, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(connections, "is_network", lambda _: True)
        with open_file(closed_book, raw) as book:
            writer = book.connect()
            assert writer.pragma("journal_mode") == "delete"
            writer.execute("INSERT INTO word VALUES (9999, 'there')")
    with open_file(closed_book, raw) as book:
        writer = book.connect()
        assert writer.pragma("journal_mode") == "wal"
        assert writer.execute(COUNT).get == 2_001


@pytest.mark.skipif(os.name != "posix", reason="a link stands in for memory that cannot be shared")
def test_where_no_memory_can_be_shared_the_journal_changes_by_itself(
    closed_book: Path, raw: Credential, tmp_path: Path
) -> None:
    shared_memory = tmp_path / "friends.contactbook-shm"
    shared_memory.symlink_to(tmp_path / "nowhere")
    before = closed_book.read_bytes()
    with open_file(closed_book, raw, read_only=True) as book:
        assert book.connect().execute(COUNT).get == 2_000
    assert closed_book.read_bytes() == before
    with open_file(closed_book, raw) as book:
        writer = book.connect()
        assert writer.pragma("journal_mode") == "delete"
        writer.execute("INSERT INTO word VALUES (9999, 'there')")
        assert book.connect(read_only=True).execute(COUNT).get == 2_001


@pytest.mark.parametrize("may_write", [True, False])
def test_a_change_that_nobody_finished_is_never_read(
    book: OpenFile, raw: Credential, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, may_write: bool
) -> None:
    """A rollback journal with something in it: only who may write takes the half change back."""
    writer = connections.keyed(book.path, book.key, apsw.SQLITE_OPEN_READWRITE)
    writer.pragma("journal_mode", "delete")
    writer.pragma("cache_size", 5)
    copy = tmp_path / "copy" / "b.contactbook"
    copy.parent.mkdir()
    with closing(writer):
        writer.execute("BEGIN; UPDATE word SET text = text || 'half'")
        for ending in ("", "-journal"):
            source = book.path.with_name(book.path.name + ending)
            copy.with_name(copy.name + ending).write_bytes(source.read_bytes())
    if not may_write:
        keyed = connections.keyed

        def without_the_right(path: Path, key: BookKey, _flags: int, parameters: str = "") -> apsw.Connection:
            return keyed(path, key, apsw.SQLITE_OPEN_READONLY, parameters)

        monkeypatch.setattr(connections, "keyed", without_the_right)
        with pytest.raises(Problem) as caught:
            open_file(copy, raw, read_only=True)
        assert caught.value.code == "vault.unfinished"
        monkeypatch.undo()
    with open_file(copy, raw, read_only=True) as mended:
        assert mended.connect().execute("SELECT count(*) FROM word WHERE text LIKE '%half'").get == 0


def test_reading_alone_leaves_nothing_beside_the_book(closed_book: Path, raw: Credential) -> None:
    with open_file(closed_book, raw) as book:
        assert book.connect().pragma("journal_mode") == "wal"
    before = sorted(path.name for path in closed_book.parent.iterdir())
    with open_file(closed_book, raw, read_only=True) as book:
        reader = book.connect(read_only=True)
        assert reader.execute(COUNT).get == 2_000
        with pytest.raises(apsw.ReadOnlyError):
            reader.execute("DELETE FROM word")
    assert sorted(path.name for path in closed_book.parent.iterdir()) == before


def test_a_wrong_key_never_touches_a_book_with_an_unfinished_change(
    book: OpenFile, raw: Credential, tmp_path: Path
) -> None:
    from contactbook.vault.credentials import Credential

    writer = book.connect()
    writer.execute("UPDATE word SET text = 'new'")
    copy = tmp_path / "copy" / "b.contactbook"
    copy.parent.mkdir()
    for ending in ("", "-wal"):
        source = book.path.with_name(book.path.name + ending)
        copy.with_name(copy.name + ending).write_bytes(source.read_bytes())
    before = {path.name: path.read_bytes() for path in copy.parent.iterdir()}
    with pytest.raises(Problem):
        open_file(copy, Credential(raw_key=bytes(32)))
    assert {path.name: path.read_bytes() for path in copy.parent.iterdir()} == before
    with open_file(copy, raw) as mine:
        assert mine.connect().execute("SELECT count(*) FROM word WHERE text = 'new'").get == 2_000


@pytest.mark.skipif(sys.platform == "win32", reason="memory is shared through the system there")
@pytest.mark.parametrize("log", [b"", b"x" * 5000])
def test_a_book_can_be_read_where_there_is_no_room_for_an_index(
    tmp_path: Path, raw: Credential, log: bytes
) -> None:
    """On a full disk not even the index of the log can be made (SQLITE_IOERR_SHMSIZE)."""
    path = tmp_path / "a.contactbook"
    with create(path, raw) as book:
        book.connect().execute("CREATE TABLE word (id INTEGER PRIMARY KEY)")
        key = book.key
    path.with_name(path.name + "-wal").write_bytes(log)
    script = f"""
import resource, signal, sys
from pathlib import Path
from contactbook.domain.problems import Problem
from contactbook.vault import connections
from contactbook.vault.key_derivation import BookKey
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
try:
    connection = connections.connect(Path({str(path)!r}), BookKey({key.key!r}, {key.salt!r}), read_only=True)
    found = connection.execute("SELECT name FROM sqlite_schema").get
except Problem as problem:
    found = problem.code
sys.exit(found)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], check=False, timeout=50, capture_output=True, text=True
    )
    assert done.stderr.strip() == ("vault.disk_full" if log else "word")
