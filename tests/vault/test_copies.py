"""Backups and changed passwords: both are copies that were read back before they got their name."""

from __future__ import annotations

import errno
import os
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path

import apsw
import pytest

from contactbook.domain.problems import Cancelled, Problem
from contactbook.vault import copying
from contactbook.vault.backup import back_up, back_up_in_turn, backups_in
from contactbook.vault.book_file import OpenFile, open_file
from contactbook.vault.credentials import Credential
from contactbook.vault.password import change_password

COUNT = "SELECT count(*) FROM word"
NEW = Credential(raw_key=b"n" * 32)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def count_in(path: Path, credential: Credential) -> int:
    with open_file(path, credential, read_only=True) as book, closing(book.connect()) as connection:
        assert connection.pragma("integrity_check") == "ok"
        return connection.execute(COUNT).get


def test_a_backup_is_a_book_of_its_own(book: OpenFile, raw: Credential, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    writer = book.connect()
    writer.execute("INSERT INTO word VALUES (9999, 'only in the log')")
    seen: list[tuple[int, int]] = []
    back_up(book, folder / "b.contactbook", progress=lambda done, total: seen.append((done, total)))
    writer.execute("DELETE FROM word")
    assert names(folder) == {"b.contactbook"}
    assert (folder / "b.contactbook").stat().st_mode & 0o077 == 0
    assert count_in(folder / "b.contactbook", raw) == 2_001
    assert seen[-1][0] == seen[-1][1] > 0
    assert (folder / "b.contactbook").read_bytes()[:16] == book.key.salt


def test_a_backup_while_somebody_writes_is_of_one_moment(
    book: OpenFile, raw: Credential, tmp_path: Path
) -> None:
    writer = book.connect()
    before = len(names(tmp_path))

    def write(*_: int) -> None:
        writer.execute("INSERT INTO word SELECT max(id) + 1, 'later' FROM word")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(copying, "_PAGES_A_STEP", 3)
        back_up(book, tmp_path / "copy", progress=write)
    assert writer.execute(COUNT).get > 2_005
    assert count_in(tmp_path / "copy", raw) == 2_000
    assert len(names(tmp_path)) == before + 1


def test_a_backup_never_takes_the_place_of_anything_unasked(book: OpenFile, tmp_path: Path) -> None:
    other = tmp_path / "thesis.txt"
    other.write_text("years of work")
    for target, code in (
        (other, "vault.file_exists"),
        (book.path, "vault.same_file"),
        (tmp_path / "no" / "copy", "vault.folder_missing"),
    ):
        with pytest.raises(Problem) as caught:
            back_up(book, target)
        assert caught.value.code == code
    assert other.read_text() == "years of work"
    with pytest.raises(Problem):
        back_up(book, book.path, replace=True)


def test_a_stopped_backup_leaves_nothing(book: OpenFile, tmp_path: Path) -> None:
    before = names(tmp_path)
    with pytest.raises(Cancelled):
        back_up(book, tmp_path / "copy", cancelled=lambda: True)
    assert names(tmp_path) - {"friends.contactbook-shm", "friends.contactbook-wal"} == before


def test_a_full_disk_leaves_the_older_backup(
    book: OpenFile, raw: Credential, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(book, tmp_path / "copy")
    book.connect().execute("DELETE FROM word WHERE id > 9")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(copying.os, "fsync", full)
    with pytest.raises(Problem) as caught:
        back_up(book, tmp_path / "copy", replace=True)
    assert caught.value.code == "vault.disk_full"
    assert count_in(tmp_path / "copy", raw) == 2_000
    assert not [name for name in names(tmp_path) if name.endswith(".part")]


def test_a_copy_that_came_out_wrong_is_not_kept(
    book: OpenFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verify = copying._verify

    def spoil(part: Path, *others: object) -> None:
        content = bytearray(part.read_bytes())
        content[-5_000] ^= 1
        part.write_bytes(content)
        verify(part, *others)  # type: ignore[arg-type]

    book.connect().execute(
        "DELETE FROM word WHERE id > 9"
    )  # the last pages are free: no query would read them
    monkeypatch.setattr(copying, "_verify", spoil)
    with pytest.raises(Problem) as caught:
        back_up(book, tmp_path / "copy")
    assert caught.value.code == "vault.copy_failed"
    assert not [name for name in names(tmp_path) if "copy" in name]


def test_backups_in_turn_keep_the_newest(book: OpenFile, raw: Credential, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "friends of mine.contactbook").touch()
    (folder / "friends 2024-01-01 00-00-00.txt").touch()
    made = [back_up_in_turn(book, folder, keep=3, now=datetime(2025, 1, day, 9, 30)) for day in range(1, 8)]
    kept = backups_in(folder, book.path)
    assert [path.name for path in kept] == [
        f"friends 2025-01-0{day} 09-30-00.contactbook" for day in (7, 6, 5)
    ]
    assert kept[0] == made[-1]
    assert len(names(folder)) == 5
    assert count_in(kept[0], raw) == 2_000


@pytest.mark.usefixtures("cheap")
def test_a_changed_password_opens_and_the_old_one_does_not(book: OpenFile, raw: Credential) -> None:
    writer = book.connect()
    writer.execute("INSERT INTO word VALUES (9999, 'only in the log')")
    writer.close()
    old = book.path.read_bytes()
    change_password(book, Credential("fresh"))
    assert book.path.read_bytes()[:16] != old[:16]
    connection = book.connect()
    connection.execute("INSERT INTO word VALUES (10000, 'after')")
    assert connection.pragma("journal_mode") == "wal"
    book.close()
    assert names(book.path.parent) == {"friends.contactbook"}
    assert count_in(book.path, Credential("fresh")) == 2_002
    with pytest.raises(Problem):
        open_file(book.path, raw)
    assert book.path.stat().st_mode & 0o077 == 0


def test_a_log_that_a_crash_left_goes_into_the_new_file(
    book: OpenFile, raw: Credential, tmp_path: Path
) -> None:
    writer = book.connect()
    writer.execute("INSERT INTO word VALUES (9999, 'only in the log')")
    copy = tmp_path / "copy" / "b.contactbook"
    copy.parent.mkdir()
    for ending in ("", "-wal"):
        source = book.path.with_name(book.path.name + ending)
        copy.with_name(copy.name + ending).write_bytes(source.read_bytes())
    with open_file(copy, raw) as crashed:
        change_password(crashed, NEW)
    assert names(copy.parent) == {"b.contactbook"}
    assert count_in(copy, NEW) == 2_001


def test_nothing_is_changed_while_somebody_else_has_the_book_open(book: OpenFile, raw: Credential) -> None:
    with open_file(book.path, raw, read_only=True) as other:
        reader = other.connect()
        assert reader.execute(COUNT).get == 2_000
        before = book.path.read_bytes()
        with pytest.raises(Problem) as caught:
            change_password(book, NEW)
        assert caught.value.code == "vault.open_elsewhere"
        assert book.path.read_bytes() == before
        with pytest.raises(Problem) as caught:
            change_password(other, NEW)
        assert caught.value.code == "vault.read_only"
    change_password(book, NEW)
    assert book.connect().execute(COUNT).get == 2_000


@pytest.mark.parametrize("moment", ["_copy_pages", "_verify", "_flush", "replace"])
def test_whatever_goes_wrong_the_old_file_stays(
    book: OpenFile, raw: Credential, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path if moment == "replace" else copying, moment, full)
        with pytest.raises(Problem) as caught:
            change_password(book, NEW)
    assert caught.value.code == "vault.disk_full"
    assert not [name for name in names(book.path.parent) if name.endswith(".part")]
    connection = book.connect()
    connection.execute("INSERT INTO word VALUES (9999, 'still mine')")
    connection.close()
    book.close()
    assert count_in(book.path, raw) == 2_001


def test_a_damaged_book_is_not_copied_over_a_good_backup(
    closed_book: Path, raw: Credential, tmp_path: Path
) -> None:
    with open_file(closed_book, raw) as book:
        back_up(book, tmp_path / "copy")
    content = bytearray(closed_book.read_bytes())
    content[5 * 4096 + 7] ^= 1
    closed_book.write_bytes(content)
    with open_file(closed_book, raw) as book:
        with pytest.raises(Problem) as caught:
            back_up(book, tmp_path / "copy", replace=True)
        assert caught.value.code == "vault.damaged"
        assert book.damaged_pages() == [6]
    assert count_in(tmp_path / "copy", raw) == 2_000


def test_the_copy_of_another_program_is_not_opened_by_the_wrong_key(book: OpenFile, tmp_path: Path) -> None:
    back_up(book, tmp_path / "copy")
    with pytest.raises(Problem) as caught:
        open_file(tmp_path / "copy", NEW)
    assert caught.value.code == "vault.wrong_recovery_code"
    assert isinstance(book.connect(), apsw.Connection)


def test_what_a_killed_backup_left_is_cleared_away_an_hour_later(book: OpenFile, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    left = folder / ".friends 2026-01-01 10-00-00.contactbook.0a1b2c3d.part"
    other = folder / ".enemies 2026-01-01 10-00-00.contactbook.0a1b2c3d.part"
    for part in (left, other):
        part.write_bytes(b"x")
    back_up_in_turn(book, folder)
    assert left.exists(), "another program may be writing it"
    for part in (left, other):
        os.utime(part, (time.time() - 7200, time.time() - 7200))
    back_up_in_turn(book, folder)
    assert not left.exists()
    assert other.exists()


def test_a_drive_that_became_read_only_is_told(
    book: OpenFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(errno.EROFS, "read-only file system")

    monkeypatch.setattr(copying.os, "open", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(Problem, match=r"vault\.read_only"):
        back_up(book, tmp_path / "backup.contactbook")
