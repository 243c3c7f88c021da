"""A byte scan: no stored value stands in the clear in the book, its logs and copies, or the temp folder."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

import apsw
import pytest

from contactbook.vault import connections
from contactbook.vault.backup import back_up
from contactbook.vault.book_file import OpenFile, create
from contactbook.vault.copying import write_copy

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.vault.credentials import Credential

SECRETS = ("Wąchock-Kowalska", "ada@example.invalid", "+48 600 100 200", "CREATE TABLE", "person_table")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where everything happens, the temp folder included."""
    temp = tmp_path / "temp"
    temp.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temp))
    monkeypatch.setattr(tempfile, "tempdir", str(temp))
    return tmp_path


def found(folder: Path) -> list[str]:
    return [
        f"{secret} in {path.name}"
        for path in folder.rglob("*")
        if path.is_file()
        for secret in SECRETS
        for encoding in ("utf-8", "utf-16-le", "utf-16-be")
        if secret.encode(encoding) in path.read_bytes()
    ]


def write(connection: apsw.Connection) -> None:
    connection.execute("CREATE TABLE person_table (id INTEGER PRIMARY KEY, name, mail, phone)")
    connection.execute("CREATE INDEX person_name ON person_table (name)")
    connection.execute("CREATE VIRTUAL TABLE person_search USING fts5 (name, mail)")
    connection.execute("BEGIN")
    for number in range(3_000):
        row = (number, f"{SECRETS[0]} {number}", SECRETS[1], SECRETS[2])
        connection.execute("INSERT INTO person_table VALUES (?, ?, ?, ?)", row)
        connection.execute("INSERT INTO person_search (rowid, name, mail) VALUES (?, ?, ?)", row[:3])


def sort_on_disk_if_it_could(connection: apsw.Connection) -> None:
    connection.pragma("cache_size", 5)
    connection.execute("CREATE TEMP TABLE copy AS SELECT * FROM person_table ORDER BY phone, name DESC")
    connection.execute("UPDATE person_table SET mail = mail || name")


def test_the_scan_would_find_it(folder: Path) -> None:
    (folder / "leak").write_bytes(SECRETS[0].encode())
    assert found(folder) == [f"{SECRETS[0]} in leak"]


def test_while_writing_and_after(folder: Path, raw: Credential) -> None:
    with create(folder / "b.contactbook", raw) as book:
        connection = book.connect()
        write(connection)
        sort_on_disk_if_it_could(connection)
        assert found(folder) == []
        connection.execute("COMMIT")
        assert (folder / "b.contactbook-wal").stat().st_size > 100_000
        assert found(folder) == []
        connection.execute("DELETE FROM person_table")
    assert found(folder) == []


def test_with_the_rollback_journal_of_a_network_share(folder: Path, raw: Credential) -> None:
    with create(folder / "b.contactbook", raw) as book:
        connection = connections.keyed(book.path, book.key, apsw.SQLITE_OPEN_READWRITE)
        write(connection)
        connection.execute("COMMIT")
        connection.execute("BEGIN")
        sort_on_disk_if_it_could(connection)
        assert (folder / "b.contactbook-journal").stat().st_size > 10_000
        assert found(folder) == []
        connection.execute("ROLLBACK")
        connection.close()


def test_in_copies_on_their_way(folder: Path, book: OpenFile) -> None:
    connection = book.connect()
    write(connection)
    connection.execute("COMMIT")
    scanned: list[list[str]] = []
    part = write_copy(
        connection, folder / "copy", book.key, progress=lambda *_: scanned.append(found(folder))
    )
    assert scanned
    assert not any(scanned)
    assert part.exists()
    back_up(book, folder / "backup.contactbook")
    assert found(folder) == []
