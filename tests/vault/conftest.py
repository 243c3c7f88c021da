"""What the tests of the vault share: a raw key instead of Argon2, and a book of one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.vault.book_file import OpenFile, create
from contactbook.vault.credentials import Credential
from tests import fakes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def raw() -> Credential:
    """A way in that costs no key derivation."""
    return Credential(raw_key=bytes(range(32)))


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """New books whose key takes no time."""
    fakes.use_quick_keys(monkeypatch)


@pytest.fixture
def book(tmp_path: Path, raw: Credential) -> Iterator[OpenFile]:
    """An open book with a table `word` of 2,000 rows."""
    with create(tmp_path / "friends.contactbook", raw) as made:
        fill(made, 2_000)
        yield made


@pytest.fixture
def closed_book(tmp_path: Path, raw: Credential) -> Path:
    """The same book, closed."""
    path = tmp_path / "friends.contactbook"
    with create(path, raw) as made:
        fill(made, 2_000)
    return path


def fill(book: OpenFile, rows: int) -> None:
    connection = book.connect()
    connection.execute("CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT)")
    with connection:
        connection.executemany(
            "INSERT INTO word VALUES (?, ?)", ((n, f"Kowalska {n} " * 4) for n in range(rows))
        )
    connection.close()
