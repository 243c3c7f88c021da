from __future__ import annotations

import errno
import os
import sqlite3
import stat
import sys
import threading
import time
import unicodedata
from typing import TYPE_CHECKING

import apsw
import pytest

from contactbook.domain.problems import Problem
from contactbook.vault import book_file, connections, key_derivation
from contactbook.vault.backup import back_up
from contactbook.vault.book_file import OpenFile, create, open_file
from contactbook.vault.credentials import Credential
from contactbook.vault.password import change_password

if TYPE_CHECKING:
    from pathlib import Path


def code_of(caught: pytest.ExceptionInfo[Problem]) -> str:
    return caught.value.code


def test_what_was_written_is_there_after_closing_and_opening(closed_book: Path, raw: Credential) -> None:
    with open_file(closed_book, raw) as book:
        assert book.connect().execute("SELECT count(*) FROM word").get == 2_000
    assert [path.name for path in closed_book.parent.iterdir()] == ["friends.contactbook"]


@pytest.mark.usefixtures("cheap")
def test_the_password_opens_and_another_does_not(tmp_path: Path) -> None:
    path = tmp_path / "b.contactbook"
    create(path, Credential("zażółć")).close()
    open_file(path, Credential(unicodedata.normalize("NFD", "zażółć"))).close()
    with pytest.raises(Problem) as caught:
        open_file(path, Credential("zazolc"))
    assert code_of(caught) == "vault.wrong_password"
    open_file(path, Credential("zażółć")).close()  # the refused attempt left no lock behind


def test_the_real_parameters_are_used_outside_of_tests(tmp_path: Path) -> None:
    path = tmp_path / "b.contactbook"
    with create(path, Credential("correct horse")) as book:
        salt = book.key.salt
        kdf_key = book.key.key
    assert salt[0] == 1
    assert key_derivation.PROFILES[1] == key_derivation.Profile(memory=65_536, passes=3, lanes=4)
    with open_file(path, Credential("correct horse")) as book:
        assert book.key.key == kdf_key


@pytest.mark.usefixtures("cheap")
def test_the_key_file_is_part_of_the_key(tmp_path: Path) -> None:
    path, key_file, other = tmp_path / "b.contactbook", tmp_path / "key", tmp_path / "other"
    key_file.write_bytes(b"k" * 3_000_000)
    other.write_bytes(b"k" * 3_000_001)
    create(path, Credential("pass", key_file)).close()
    open_file(path, Credential("pass", key_file)).close()
    for wrong in (Credential("pass"), Credential("pass", other), Credential("", key_file)):
        with pytest.raises(Problem) as caught:
            open_file(path, wrong)
        assert code_of(caught) == "vault.wrong_password"
        assert caught.value.data["key_file"] is (wrong.key_file is not None)
    with pytest.raises(Problem) as caught:
        open_file(path, Credential("pass", tmp_path / "gone"))
    assert code_of(caught) == "vault.key_file_missing"


@pytest.mark.usefixtures("cheap")
def test_a_key_file_alone_is_enough(tmp_path: Path) -> None:
    path, key_file = tmp_path / "b.contactbook", tmp_path / "key"
    key_file.write_bytes(b"secret")
    create(path, Credential(key_file=key_file)).close()
    open_file(path, Credential(key_file=key_file)).close()


def test_neither_password_nor_key_file_is_refused_before_a_file_is_made(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        create(tmp_path / "b.contactbook", Credential())
    assert code_of(caught) == "vault.password_missing"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("cheap")
def test_the_recovery_code_opens_until_the_book_is_another(tmp_path: Path) -> None:
    from contactbook.vault import recovery

    with create(tmp_path / "b.contactbook", Credential("pass")) as book:
        code = book.recovery_code()
    open_file(book.path, Credential(raw_key=recovery.parse(code))).close()
    create(tmp_path / "c.contactbook", Credential("pass")).close()
    with pytest.raises(Problem) as caught:
        open_file(tmp_path / "c.contactbook", Credential(raw_key=recovery.parse(code)))
    assert code_of(caught) == "vault.wrong_recovery_code"


def test_everything_beside_the_book_is_for_its_owner_only(book: OpenFile) -> None:
    connection = book.connect()
    connection.execute("INSERT INTO word VALUES (9999, 'x')")
    files = list(book.path.parent.iterdir())
    assert {path.name for path in files} == {
        "friends.contactbook",
        "friends.contactbook-wal",
        "friends.contactbook-shm",
        "friends.contactbook.lock",
    }
    if os.name == "posix":
        assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_connections_are_set_as_the_design_says(book: OpenFile) -> None:
    connection = book.connect()
    told = {
        name: connection.pragma(name)
        for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "temp_store", "cipher")
    }
    assert told == {
        "journal_mode": "wal",
        "synchronous": 1,
        "secure_delete": 1,
        "foreign_keys": 1,
        "temp_store": 2,
        "cipher": "sqlcipher",
    }


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path, raw: Credential) -> None:
    path = tmp_path / "b.contactbook"
    path.write_text("my own notes")
    with pytest.raises(Problem) as caught:
        create(path, raw)
    assert code_of(caught) == "vault.file_exists"
    assert path.read_text() == "my own notes"


def test_the_log_of_a_lost_book_is_not_wiped_by_a_new_one(tmp_path: Path, raw: Credential) -> None:
    log = tmp_path / "b.contactbook-wal"
    log.write_bytes(b"somebody's last changes")
    with pytest.raises(Problem) as caught:
        create(tmp_path / "b.contactbook", raw)
    assert code_of(caught) == "vault.file_exists"
    assert caught.value.data["path"] == str(log)
    assert log.exists()


def test_what_is_not_there_is_named(tmp_path: Path, raw: Credential) -> None:
    for path, code in (
        (tmp_path / "gone.contactbook", "vault.file_missing"),
        (tmp_path / "no" / "gone.contactbook", "vault.folder_missing"),
    ):
        with pytest.raises(Problem) as caught:
            open_file(path, raw)
        assert code_of(caught) == code
    with pytest.raises(Problem) as caught:
        create(tmp_path / "no" / "new.contactbook", raw)
    assert code_of(caught) == "vault.folder_missing"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n", "other"),
        (b"PK\x03\x04" + bytes(4092), "other"),
        (bytes(range(256)) * 39, "other"),
    ],
)
def test_other_files_are_not_books(tmp_path: Path, raw: Credential, content: bytes, kind: str) -> None:
    path = tmp_path / "letter.zip"
    path.write_bytes(content)
    with pytest.raises(Problem) as caught:
        open_file(path, raw)
    assert code_of(caught) == "vault.not_a_book"
    assert caught.value.data["kind"] == kind
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_other_databases_are_not_books(tmp_path: Path, raw: Credential) -> None:
    plain = tmp_path / "plain.contactbook"
    with sqlite3.connect(plain) as connection:
        connection.execute("CREATE TABLE t (a)")
    connection.close()
    foreign = tmp_path / "foreign.contactbook"
    key = key_derivation.BookKey(bytes(range(32)), key_derivation.new_salt())
    made = connections.keyed(foreign, key, apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE)
    made.execute("CREATE TABLE t (a)")
    made.close()
    for path in (plain, foreign, tmp_path):
        with pytest.raises(Problem) as caught:
            open_file(path, raw)
        assert code_of(caught) == "vault.not_a_book"


def test_a_key_derivation_from_the_future_is_named(
    tmp_path: Path, raw: Credential, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_derivation, "WRITING_PROFILE", 9)
    create(tmp_path / "b.contactbook", raw).close()
    with pytest.raises(Problem) as caught:
        open_file(tmp_path / "b.contactbook", Credential("pass"))
    assert code_of(caught) == "vault.newer_version"
    assert caught.value.data == {"path": str(tmp_path / "b.contactbook"), "profile": 9, "known": 1}


def test_a_second_writer_is_told_who_has_the_book_and_may_read(book: OpenFile, raw: Credential) -> None:
    with pytest.raises(Problem) as caught:
        open_file(book.path, raw)
    assert code_of(caught) == "vault.in_use"
    assert caught.value.data["pid"] == os.getpid()
    assert caught.value.data["here"] is True
    writer = book.connect()
    with open_file(book.path, raw, read_only=True) as reader:
        assert reader.read_only
        seen = reader.connect()
        writer.execute("INSERT INTO word VALUES (9999, 'fresh')")
        assert seen.execute("SELECT text FROM word WHERE id = 9999").get == "fresh"
        with pytest.raises(apsw.ReadOnlyError):
            seen.execute("DELETE FROM word")
    assert writer.execute("SELECT count(*) FROM word").get == 2_001
    with pytest.raises(Problem):
        open_file(book.path, raw)


def test_waiting_gets_the_book_when_it_is_free(book: OpenFile, raw: Credential) -> None:
    waiting = threading.Event()

    def close_soon() -> None:
        waiting.wait(10)
        time.sleep(0.2)
        book.close()

    closer = threading.Thread(target=close_soon)
    closer.start()
    waiting.set()
    with open_file(book.path, raw, wait=20) as mine:
        assert mine.connect().execute("SELECT count(*) FROM word").get == 2_000
    closer.join()


def test_a_file_that_may_not_be_written_opens_to_read_only(
    closed_book: Path, raw: Credential, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book_file.os, "access", lambda *_: False)
    with pytest.raises(Problem) as caught:
        open_file(closed_book, raw)
    assert code_of(caught) == "vault.read_only"
    with open_file(closed_book, raw, read_only=True) as book:
        assert book.connect().execute("SELECT count(*) FROM word").get == 2_000


def test_closing_succeeds_while_another_thread_reads(book: OpenFile) -> None:
    connection = book.connect(read_only=True)
    running, ended = threading.Event(), threading.Event()

    def read_for_ever() -> None:
        try:
            for _ in connection.execute(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
            ):
                running.set()
        except apsw.Error:
            ended.set()

    reader = threading.Thread(target=read_for_ever, daemon=True)
    reader.start()
    assert running.wait(10)
    book.close()
    assert ended.wait(10)
    reader.join()
    assert book.key.key == b""
    assert [path.name for path in book.path.parent.iterdir()] == ["friends.contactbook"]
    with pytest.raises(ValueError, match="closed"):
        book.connect()
    book.close()


@pytest.mark.skipif(os.name != "posix", reason="needs links and pipes of the file system")
def test_a_link_leads_to_the_one_book(closed_book: Path, raw: Credential, tmp_path: Path) -> None:
    link = tmp_path / "desktop" / "my friends.contactbook"
    link.parent.mkdir()
    link.symlink_to(closed_book)
    with open_file(link, raw) as book:
        assert book.path == closed_book
        with pytest.raises(Problem) as caught:
            open_file(closed_book, raw)
        assert code_of(caught) == "vault.in_use"
        change_password(book, Credential(raw_key=b"n" * 32))
    assert link.is_symlink()
    open_file(closed_book, Credential(raw_key=b"n" * 32)).close()
    dangling = tmp_path / "desktop" / "new.contactbook"
    dangling.symlink_to(tmp_path / "new.contactbook")
    create(dangling, raw).close()
    assert (tmp_path / "new.contactbook").is_file()


@pytest.mark.skipif(os.name != "posix", reason="needs links and pipes of the file system")
def test_a_pipe_is_not_waited_for(tmp_path: Path, raw: Credential) -> None:
    os.mkfifo(tmp_path / "pipe.contactbook")
    with pytest.raises(Problem) as caught:
        open_file(tmp_path / "pipe.contactbook", raw)
    assert code_of(caught) == "vault.not_a_book"


def test_unfinished_copies_of_a_crash_are_cleared(closed_book: Path, raw: Credential) -> None:
    left = closed_book.with_name(".friends.contactbook.0123abcd.part")
    kept = closed_book.with_name(".other.contactbook.0123abcd.part")
    left.touch()
    kept.touch()
    open_file(closed_book, raw).close()
    assert not left.exists()
    assert kept.exists()


def test_no_secret_shows_in_text(book: OpenFile) -> None:
    shown = repr(Credential("hunter2", raw_key=b"r" * 32)) + repr(book.key)
    assert "hunter2" not in shown
    assert "rrrr" not in shown
    assert book.key.key.hex() not in shown


@pytest.mark.skipif(sys.platform != "linux", reason="names of files that are no text")
def test_a_name_that_is_no_text_is_refused_before_anything_is_made(tmp_path: Path, raw: Credential) -> None:
    path = tmp_path / "b\udcff.contactbook"
    with pytest.raises(Problem, match=r"vault\.name_not_text"):
        create(path, raw)
    assert list(tmp_path.iterdir()) == []
    path.write_bytes(b"x" * 5000)
    with pytest.raises(Problem, match=r"vault\.name_not_text"):
        open_file(path, raw)
    with (
        create(tmp_path / "a.contactbook", raw) as book,
        pytest.raises(Problem, match=r"vault\.name_not_text"),
    ):
        back_up(book, path.with_name("c\udcff.contactbook"))


@pytest.mark.skipif(os.name != "posix", reason="open files cannot be replaced there")
@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody replace an open file")
@pytest.mark.parametrize("same_book", [True, False])
def test_what_was_put_in_its_place_is_left_alone(closed_book: Path, raw: Credential, same_book: bool) -> None:
    """Another book, or an older state of this one: what was open stays beside it, with its latest changes."""
    other = closed_book.with_name("other.contactbook")
    if same_book:
        other.write_bytes(closed_book.read_bytes())
    else:
        create(other, Credential(raw_key=bytes(range(32, 64)))).close()
    with open_file(closed_book, raw) as book:
        connection = book.connect()
        connection.execute("DELETE FROM word WHERE rowid > 4")
        book.check_still_there()
        other.replace(closed_book)
        content = closed_book.read_bytes()
        with pytest.raises(Problem) as caught:
            book.check_still_there()
        assert code_of(caught) == "vault.file_gone"
    assert closed_book.read_bytes() == content
    (kept,) = closed_book.parent.glob("friends (*).contactbook")
    with open_file(kept, raw) as book:
        assert book.connect().execute("SELECT count(*) FROM word").get == 5
    assert sorted(closed_book.parent.iterdir()) == sorted([kept, closed_book])


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody replace an open file")
def test_a_newcomer_is_left_alone_also_where_there_is_no_room(
    closed_book: Path, raw: Credential, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    other = closed_book.with_name("other.contactbook")
    other.write_bytes(closed_book.read_bytes())
    book = open_file(closed_book, raw)
    book.connect().execute("DELETE FROM word")
    other.replace(closed_book)
    content = closed_book.read_bytes()
    monkeypatch.setattr("shutil.copyfileobj", full)
    with pytest.raises(Problem) as caught:
        book.close()
    assert code_of(caught) == "vault.disk_full"
    assert closed_book.read_bytes() == content
    assert not closed_book.with_name(f"{closed_book.name}-wal").exists()
    assert not list(closed_book.parent.glob("friends (*).contactbook"))
    with open_file(closed_book, raw) as newcomer:
        assert newcomer.connect().execute("SELECT count(*) FROM word").get == 2_000
