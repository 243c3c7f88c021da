"""The tables as the steps make them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from contactbook.store import migrations, tables
from contactbook.store.book import Book
from contactbook.vault import book_file
from contactbook.vault.credentials import Credential

if TYPE_CHECKING:
    from pathlib import Path

CREDENTIAL = Credential(raw_key=bytes(range(32)))


def test_every_table_is_journaled_or_known_not_to_be(book: Book) -> None:
    found = {
        name
        for name, kind in book.reader.query("SELECT name, type FROM pragma_table_list WHERE schema = 'main'")
        if kind in ("table", "virtual") and not name.startswith("sqlite_")
    }
    assert found == set(tables.JOURNALED) | set(tables.NOT_JOURNALED)


def test_the_owners_of_rows_are_the_columns_that_name_contacts(book: Book) -> None:
    for table, owners in tables.OWNERS.items():
        names = [row[1] for row in book.reader.query(f"PRAGMA table_info({table})")]
        links = book.reader.query(f"PRAGMA foreign_key_list({table})")
        expected = {
            names.index(column)
            for _, _, parent, column, _, _, on_delete, _ in links
            if parent == "contact" and (on_delete == "CASCADE")
        }
        assert set(owners) == (expected if table != "contact" else {0}), table


def test_every_journaled_table_has_a_primary_key_and_strict_types(book: Book) -> None:
    for table in tables.JOURNALED:
        assert any(row[5] for row in book.reader.query(f"PRAGMA table_info({table})"))
        assert book.reader.query("SELECT strict FROM pragma_table_list WHERE name = ?", (table,)) == [(1,)]


def test_every_link_is_indexed_so_that_deleting_stays_fast(book: Book) -> None:
    for table in tables.JOURNALED:
        for _, _, parent, column, *_ in book.reader.query(f"PRAGMA foreign_key_list({table})"):
            plan = book.reader.query(f"EXPLAIN QUERY PLAN SELECT 1 FROM {table} WHERE {column} = ?", (1,))
            assert "SEARCH" in plan[0][3], (table, column, parent)


def test_a_book_without_tables_is_given_them_when_it_is_opened(path: Path) -> None:
    book_file.create(path, CREDENTIAL).close()
    with Book.open(path, CREDENTIAL) as book:
        assert book.reader.connection.pragma("user_version") == migrations.version()


def test_a_step_that_fails_leaves_the_book_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book_file.create(path, CREDENTIAL).close()
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, "m9999_missing"))
    with pytest.raises(ModuleNotFoundError):
        Book.open(path, CREDENTIAL)
    monkeypatch.undo()
    with Book.open(path, CREDENTIAL) as book:
        assert book.reader.query("SELECT count(*) FROM contact") == [(0,)]


def test_steps_are_numbered_without_gaps() -> None:
    numbers = [int(re.match(r"m(\d{4})_", name)[1]) for name in migrations.STEPS]  # type: ignore[index]
    assert numbers == list(range(1, len(numbers) + 1))
    assert migrations.text(migrations.version()) == f"{migrations.MAJOR}.{len(numbers)}"
