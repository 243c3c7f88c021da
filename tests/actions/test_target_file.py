"""An export is there whole or not at all."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from contactbook.actions import target_file
from contactbook.actions.target_file import replacing
from contactbook.domain.problems import Problem
from contactbook.vault import book_file
from contactbook.vault.credentials import Credential

if TYPE_CHECKING:
    from pathlib import Path


def test_takes_the_place_of_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "out.vcf"
    target.write_bytes(b"old")
    with replacing(target) as stream:
        stream.write(b"new")
        assert target.read_bytes() == b"old"
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "out.vcf"
    target.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), replacing(target) as stream:
        stream.write(b"x" * (1 // 0))
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_full_disk(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught, replacing(tmp_path / "out.vcf"):
        raise OSError(28, "No space left on device")
    assert caught.value.code == "export.disk_full"
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    for target, code in ((tmp_path, "export.is_directory"), (tmp_path / "no" / "x", "export.folder_missing")):
        with pytest.raises(Problem) as caught, replacing(target):
            pytest.fail("opened")
        assert caught.value.code == code


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", ".lock"])
def test_nothing_is_written_over_a_book(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "friends.contactbook"
    with book_file.create(path, Credential(raw_key=bytes(range(32)))) as book:
        assert book.connect().pragma("journal_mode") == "wal"
    before = path.read_bytes()
    with pytest.raises(Problem, match=r"export\.is_book"), replacing(path.with_name(path.name + ending)):
        pytest.fail("opened")
    assert path.read_bytes() == before
    with replacing(tmp_path / f"friends.csv{ending}") as stream:
        stream.write(b"name")


@pytest.mark.skipif(sys.platform != "linux", reason="files without a name")
def test_a_killed_export_leaves_nothing_in_the_clear(tmp_path: Path) -> None:
    try:
        os.close(os.open(tmp_path, os.O_RDWR | os.O_TMPFILE))
    except OSError:
        pytest.skip("this drive knows no files without a name")
    script = f"""
import os, signal
from pathlib import Path
from contactbook.actions.target_file import replacing
with replacing(Path({str(tmp_path / "out.vcf")!r})) as stream:
    stream.write(b"secret" * 100_000)
    stream.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", script], check=False, timeout=50)
    assert done.returncode == -signal.SIGKILL
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="files without a name")
@pytest.mark.parametrize("refused", ["link", "open"])
def test_where_files_without_a_name_cannot_be(
    tmp_path: Path, refused: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_open = os.open

    def refuse(*arguments: object, **_: object) -> int:
        if refused == "link" or arguments[0] == tmp_path:
            raise OSError(errno.EOPNOTSUPP, "not here")
        return really_open(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(target_file.os, refused, refuse)
    target = tmp_path / "out.vcf"
    with replacing(target) as stream:
        stream.write(b"new" * 200_000)
    monkeypatch.undo()
    assert target.read_bytes() == b"new" * 200_000
    assert target.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [target]
