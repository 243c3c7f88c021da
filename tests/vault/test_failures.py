from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING

import apsw
import pytest

from contactbook.domain.problems import Problem
from contactbook.vault.failures import explained, problem_of

if TYPE_CHECKING:
    from contactbook.vault.book_file import OpenFile

HERE = Path("/book")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.ENOSPC, "no space left"), "vault.disk_full"),
        (OSError(errno.EDQUOT, "quota"), "vault.disk_full"),
        (OSError(errno.EROFS, "read-only file system"), "vault.read_only"),
        (OSError(errno.EIO, "i/o"), "vault.disk_error"),
        (PermissionError(errno.EACCES, "no"), "vault.not_allowed"),
        (FileExistsError(errno.EEXIST, "there"), "vault.file_exists"),
        (apsw.FullError("full"), "vault.disk_full"),
        (apsw.ReadOnlyError("no"), "vault.read_only"),
        (apsw.CorruptError("bad"), "vault.damaged"),
        (apsw.NotADBError("bad"), "vault.damaged"),
        (apsw.BusyError("busy"), "vault.busy"),
        (apsw.ConnectionClosedError("closed"), "store.closed"),
        (apsw.InterruptError("interrupted"), "store.closed"),
        (apsw.IOError("disk"), "vault.disk_error"),
    ],
)
def test_what_a_person_can_act_on(error: Exception, code: str, tmp_path: Path) -> None:
    book = tmp_path / "b.contactbook"
    with pytest.raises(Problem) as caught, explained(book):
        raise error
    assert caught.value.code == code
    assert caught.value.data["path"] == str(book)
    assert caught.value.__cause__ is error


def test_what_is_missing_is_told_apart(tmp_path: Path) -> None:
    gone = FileNotFoundError(errno.ENOENT, "gone")
    for error in (gone, apsw.CantOpenError("cannot open")):
        assert problem_of(error, tmp_path / "b").code == "vault.file_missing"
        assert problem_of(error, tmp_path / "no" / "b").code == "vault.folder_missing"
    there = tmp_path / "b"
    there.touch()
    assert problem_of(apsw.CantOpenError("cannot open"), there).code == "vault.not_allowed"


@pytest.mark.parametrize(
    "error", [apsw.SQLError("no such table"), apsw.ConstraintError("x"), ValueError("x")]
)
def test_our_own_mistakes_stay_what_they_are(error: Exception) -> None:
    with pytest.raises(type(error)), explained(HERE):
        raise error
    assert problem_of(error, HERE) is None


def test_a_full_book_is_told_by_sqlite_itself(book: OpenFile) -> None:
    connection = book.connect()
    connection.pragma("max_page_count", int(connection.pragma("page_count")) + 1)
    with pytest.raises(Problem) as caught, explained(book.path), connection:
        connection.execute("INSERT INTO word SELECT id + 10000, text FROM word")
    assert caught.value.code == "vault.disk_full"
    assert connection.execute("SELECT count(*) FROM word").get == 2_000
