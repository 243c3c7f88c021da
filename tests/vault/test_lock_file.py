from __future__ import annotations

import errno
import json
import os
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from contactbook.domain.problems import Problem
from contactbook.vault import lock_file
from contactbook.vault.lock_file import acquire, lock_path

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "b.contactbook"


@pytest.fixture
def without_os_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A drive on which the system knows no locks."""
    monkeypatch.setattr(lock_file, "_os_lock", lambda _: None)


def leave(book: Path, host: str, pid: int) -> None:
    """A lock file that somebody did not tidy up."""
    told = {"host": host, "user": "ada", "pid": pid, "since": 1_700_000_000_000}
    lock_path(book).write_text(json.dumps(told))


def ended_process() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def refused(book: Path, **options: bool) -> dict[str, object]:
    with pytest.raises(Problem) as caught:
        acquire(book, **options)
    assert caught.value.code == "vault.in_use"
    return caught.value.data


def test_it_says_who_holds_it_and_goes_with_its_holder(path: Path) -> None:
    lock = acquire(path)
    told = json.loads(lock_path(path).read_text())
    assert told["host"] == socket.gethostname()
    assert told["pid"] == os.getpid()
    assert told["since"] > 1_700_000_000_000
    assert refused(path) == {"path": str(path), "here": True, **told}
    lock.release()
    lock.release()
    assert not lock_path(path).exists()
    acquire(path).release()


def test_what_a_crash_left_here_is_taken_over(path: Path) -> None:
    leave(path, socket.gethostname(), ended_process())
    lock = acquire(path)
    assert json.loads(lock_path(path).read_text())["pid"] == os.getpid()
    lock.release()


def test_even_when_the_process_number_is_in_use_again(path: Path) -> None:
    leave(path, socket.gethostname(), os.getppid())
    lock = acquire(path)
    assert json.loads(lock_path(path).read_text())["pid"] == os.getpid()
    lock.release()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"host": 3}', '"x"', "\x00" * 5_000])
def test_a_lock_file_that_says_nothing_does_not_block(path: Path, content: str) -> None:
    lock_path(path).write_text(content)
    lock = acquire(path)
    assert json.loads(lock_path(path).read_text())["pid"] == os.getpid()
    lock.release()


def test_a_lock_file_that_its_holder_removes_at_this_moment_is_no_lock(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock_now = lock_file._os_lock
    removed: list[int] = []

    def remove_first(handle: int) -> bool | None:
        if not removed:
            removed.append(handle)
            lock_path(path).unlink()
        return lock_now(handle)

    monkeypatch.setattr(lock_file, "_os_lock", remove_first)
    lock = acquire(path)
    assert removed
    assert json.loads(lock_path(path).read_text())["pid"] == os.getpid()
    assert refused(path)["pid"] == os.getpid()
    lock.release()


def test_the_lock_of_another_computer_is_taken_only_when_asked(path: Path) -> None:
    leave(path, "office-pc", 77)
    told = refused(path)
    assert (told["host"], told["user"], told["pid"], told["here"]) == ("office-pc", "ada", 77, False)
    assert lock_path(path).exists()
    acquire(path, take_over=True).release()


@pytest.mark.usefixtures("without_os_locks")
def test_without_locks_of_the_system_a_living_process_counts(path: Path) -> None:
    leave(path, socket.gethostname(), os.getppid())
    assert refused(path)["pid"] == os.getppid()
    acquire(path, take_over=True).release()


@pytest.mark.usefixtures("without_os_locks")
def test_without_locks_of_the_system_a_dead_process_does_not(path: Path) -> None:
    leave(path, socket.gethostname(), ended_process())
    lock = acquire(path)
    assert json.loads(lock_path(path).read_text())["pid"] == os.getpid()
    lock.release()


def test_a_folder_that_cannot_be_written_to_is_read_only(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for error in (PermissionError(errno.EACCES, "no"), OSError(errno.EROFS, "read-only file system")):
        monkeypatch.setattr(lock_file.os, "open", raising(error))
        with pytest.raises(Problem) as caught:
            acquire(path)
        assert caught.value.code == "vault.read_only"


def test_a_full_disk_is_told_and_leaves_no_lock(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(lock_file.os, "write", raising(OSError(errno.ENOSPC, "full")))
        with pytest.raises(Problem) as caught:
            acquire(path)
    assert caught.value.code == "vault.disk_full"
    assert not lock_file.lock_path(path).exists()
    acquire(path).release()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        acquire(tmp_path / "no" / "b.contactbook")
    assert caught.value.code == "vault.folder_missing"


def raising(error: OSError):  # noqa: ANN201 - a stand-in for any function
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail
