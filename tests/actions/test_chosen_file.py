"""Files that somebody chose: never more than a limit, never a device, names that are text."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from contactbook.actions.chosen_file import TooLarge, bytes_of, text_of_name

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="devices and pipes of POSIX")


def test_the_bytes_of_a_file_up_to_the_limit(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"12345")
    assert bytes_of(file, 5) == b"12345"
    with pytest.raises(TooLarge):
        bytes_of(file, 4)


@POSIX
def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/zero")
    for path in (tmp_path / "pipe", tmp_path / "link", Path("/dev/zero"), tmp_path):
        with pytest.raises(OSError, match=r"folder|device"):
            bytes_of(path, 10)


@pytest.mark.parametrize("name", ["missing", "a/b", "zero\0byte"])
def test_what_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(OSError):  # noqa: PT011 - which one is the system's business
        bytes_of(tmp_path / name, 10)


def test_a_name_of_bytes_that_are_no_text_can_be_kept() -> None:
    assert text_of_name("b\udcff.vcf") == "b\ufffd.vcf"
    assert text_of_name("Köln.vcf") == "Köln.vcf"
