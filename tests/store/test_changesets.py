"""Changesets as they are stored."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from contactbook.store import changesets

if TYPE_CHECKING:
    from contactbook.store.book import Book


@pytest.mark.parametrize("size", [0, 1, 1 << 20, 9 << 20])
def test_what_is_stored_comes_back(book: Book, size: int) -> None:
    given = random.Random(7).randbytes(size)
    with book.scratch("edit") as step:
        step.connection.pragma("foreign_keys", False)
        sink = changesets.ChangesetSink(step.connection, 5)
        for start in range(0, size, 100_000):
            sink(given[start : start + 100_000])
        digest = sink.finish()
        assert sink.size == size
        assert changesets.stored_hash(step.connection, 5) == digest
        read, found = changesets.source(step.connection, 5), bytearray()
        while piece := read(65_536):
            found += piece
    assert found == given
