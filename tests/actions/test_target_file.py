"""An export is there whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions.target_file import replacing
from contactbook.domain.problems import Problem

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
