"""Nobody is locked in: the independent SQLCipher library opens the file with the raw key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from contactbook.vault.book_file import create
from contactbook.vault.credentials import Credential

sqlcipher = pytest.importorskip("sqlcipher3.dbapi2", reason="the package sqlcipher3 is not installed")

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.vault.book_file import OpenFile


def read(path: Path, key: str) -> list[tuple[object, ...]]:
    connection = sqlcipher.connect(str(path))
    try:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        return connection.execute("SELECT id, text FROM word ORDER BY id LIMIT 2").fetchall()
    finally:
        connection.close()


def test_sqlcipher_reads_the_book_with_the_raw_key(book: OpenFile) -> None:
    key = book.key.key.hex()
    expected = [(0, "Kowalska 0 " * 4), (1, "Kowalska 1 " * 4)]
    assert read(book.path, key) == expected  # beside us, with the log still there
    book.close()
    assert read(book.path, key) == expected
    with pytest.raises(sqlcipher.DatabaseError):
        read(book.path, "00" * 32)


def test_the_password_becomes_the_key_as_the_readme_tells(tmp_path: Path) -> None:
    with create(tmp_path / "b.contactbook", Credential("correct horse")) as book:
        connection = book.connect()
        connection.execute("CREATE TABLE word (id, text)")
        connection.execute("INSERT INTO word VALUES (1, 'Gdańsk')")
    salt = book.path.read_bytes()[:16]
    kdf = Argon2id(salt=salt, length=32, iterations=3, lanes=4, memory_cost=65_536)
    assert read(book.path, kdf.derive(b"correct horse").hex()) == [(1, "Gdańsk")]


def test_sqlcipher_finds_every_page_sound(book: OpenFile) -> None:
    key = book.key.key.hex()
    book.close()
    connection = sqlcipher.connect(str(book.path))
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
    connection.close()
