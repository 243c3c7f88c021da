"""Books for the tests of the store: opened with a raw key, because deriving one takes half a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.store.book import Book
from contactbook.vault.credentials import Credential

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "people.contactbook"


@pytest.fixture
def book(path: Path) -> Iterator[Book]:
    with Book.create(path, Credential(raw_key=bytes(range(32)))) as book:
        yield book
