"""Books of every older version are brought to today's tables, with a backup of what they were."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from contactbook.domain.problems import Problem
from contactbook.store import integrity, journal, migrations, queries
from contactbook.store.book import Book
from contactbook.vault import book_file
from contactbook.vault.credentials import Credential

OLD_BOOKS = Path(__file__).resolve().parents[1] / "old_books"
KEY = Credential(password="old book")


@pytest.fixture(params=sorted(file.name for file in OLD_BOOKS.glob("*.contactbook")))
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copy(OLD_BOOKS / request.param, tmp_path / request.param))


def test_a_book_of_an_older_version_is_whole_afterwards_and_can_be_undone(old: Path) -> None:
    before = old.read_bytes()
    with Book.open(old, KEY) as book:
        assert book.reader.connection.pragma("user_version") == migrations.version()
        assert integrity.check(book).ok
        assert len(queries.ids_of(book.reader, queries.View())) == 59
        (ada,) = queries.search(book.reader, "lovelace")
        assert queries.load(book.reader, ada).note == "Wrote the first program."
        assert queries.load(book.reader, ada).tags == []
        journal.redo(book)
        assert queries.load(book.reader, ada).tags == ["Mathematicians"]
        while (target := queries.undo_target(book.reader)) is not None:
            assert journal.undo(book, target.id).kept == ()
        assert len(queries.ids_of(book.reader, queries.View())) == 0
    (backup,) = (old.parent / "backups").iterdir()
    assert backup.name == f"{old.stem} (version {old.stem.partition('-')[2]}).contactbook"
    with (
        book_file.open_file(backup, KEY, read_only=True) as kept,
        book_file.open_file(
            Path(shutil.copy(OLD_BOOKS / old.name, old.parent / "again.contactbook")), KEY, read_only=True
        ) as original,
    ):
        tables = "SELECT sql FROM sqlite_schema ORDER BY name"
        assert kept.connect().execute(tables).fetchall() == original.connect().execute(tables).fetchall()
    assert before != old.read_bytes()


def test_reading_only_upgrades_as_well(old: Path) -> None:
    with Book.open(old, KEY, read_only=True) as book:
        assert book.read_only
        assert integrity.check(book).ok
        assert book.reader.connection.pragma("user_version") == migrations.version()
    assert len(list((old.parent / "backups").iterdir())) == 1


def test_without_a_backup_nothing_is_upgraded(old: Path) -> None:
    before = old.read_bytes()
    (old.parent / "backups").write_text("in the way")
    with pytest.raises(Problem) as told:
        Book.open(old, KEY)
    assert told.value.code == "vault.folder_missing"
    assert old.read_bytes() == before


def test_a_new_book_needs_no_backup(tmp_path: Path) -> None:
    with Book.create(tmp_path / "new.contactbook", KEY):
        pass
    assert not (tmp_path / "backups").exists()
