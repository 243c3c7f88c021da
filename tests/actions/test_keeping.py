"""Backups in turn, restored books and other passwords."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from contactbook.actions import books, browsing, editing, keeping
from contactbook.domain.problems import Problem
from contactbook.vault import book_file
from contactbook.vault.credentials import Credential

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book


def test_ten_backups_are_kept_and_the_newest_is_found(book: Book) -> None:
    assert keeping.latest_backup(book) is None
    start = datetime(2026, 1, 1, 12, tzinfo=UTC)
    made = [keeping.back_up_in_turn(book, now=start + timedelta(hours=hour)) for hour in range(12)]
    assert sorted(made[0].parent.iterdir()) == sorted(made[2:])
    assert keeping.latest_backup(book) == made[-1]


def test_a_backup_that_cannot_be_written_says_where(book: Book) -> None:
    (book.path.parent / "backups").write_text("in the way")
    with pytest.raises(Problem) as told:
        keeping.back_up_in_turn(book)
    assert told.value.code == "vault.folder_missing"


def test_a_restored_book_leaves_the_log_of_the_old_one_with_the_old_one(book: Book, tmp_path: Path) -> None:
    key = book.file.key
    credential = Credential(raw_key=key.key + key.salt)
    copy = tmp_path / "copy.contactbook"
    keeping.back_up(book, copy)
    editing.add_contact(book, {"given": "Late"})
    path = book.path
    with pytest.raises(Problem) as told:
        keeping.restore(copy, path, credential, replace=True)
    assert told.value.code == "vault.in_use"
    books.close_book(book)
    aside = keeping.restore(copy, path, credential, replace=True)
    assert aside is not None
    for place, there in ((path, 0), (aside, 1)):
        with books.open_book(place, credential) as opened:
            assert browsing.counts(opened).all == there


def test_a_new_password_with_a_log_beside_the_book(book: Book) -> None:
    editing.add_contact(book, {"given": "Ada"})
    key, path = book.file.key, book.path
    books.close_book(book)
    new = Credential(raw_key=bytes(range(100, 132)))
    keeping.change_password(path, Credential(raw_key=key.key + key.salt), Credential(password="new"))
    with pytest.raises(Problem):
        book_file.open_file(path, new)
    with books.open_book(path, Credential(password="new")) as opened:
        assert browsing.counts(opened).all == 1


def test_a_backup_is_due_once_a_day_as_soon_as_somebody_is_in_the_book(book: Book) -> None:
    noon = datetime(2026, 1, 1, 12, tzinfo=UTC)
    assert not keeping.backup_is_due(book, now=noon)
    editing.add_contact(book, {"given": "Ada"})
    assert keeping.backup_is_due(book, now=noon)
    keeping.back_up_in_turn(book, now=noon)
    assert not keeping.backup_is_due(book, now=noon + timedelta(hours=3))
    assert keeping.backup_is_due(book, now=noon + timedelta(days=1))
