"""Files opened in other programs: only this person reads them, and nothing of them stays."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from contactbook.actions import attachment_copies, logging, timelines
from contactbook.actions.attachment_copies import AttachmentCopies
from contactbook.domain.problems import Problem
from tests.actions.test_logging import entry, person

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book


def attached(book: Book, folder: Path, name: str = "offer.txt") -> int:
    file = folder / name
    file.write_bytes(b"secret words")
    ada = person(book, "Ada")
    logging.log(book, entry("Offer", ada), files=[file])
    file.unlink()
    return next(timelines.timeline(book, ada)).attachments[0].id


def test_a_copy_is_for_this_person_alone_and_wiped(book: Book, tmp_path: Path) -> None:
    copies = AttachmentCopies(tmp_path)
    path = copies.open_copy(book, attached(book, tmp_path))
    assert path.read_bytes() == b"secret words"
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == stat.S_IRUSR
        assert stat.S_IMODE(path.parent.stat().st_mode) == stat.S_IRWXU
    held = path.open("rb") if os.name != "nt" else None
    copies.wipe()
    assert not path.parent.exists()
    if held is not None:
        with held:
            assert held.read() == bytes(len(b"secret words"))


def test_the_next_one_wipes_the_one_before(book: Book, tmp_path: Path) -> None:
    copies = AttachmentCopies(tmp_path)
    number = attached(book, tmp_path)
    first, second = copies.open_copy(book, number), copies.open_copy(book, number)
    assert not first.exists()
    assert second.exists()
    copies.wipe()


def test_what_a_killed_program_left_is_wiped_and_what_a_running_one_has_is_not(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left = tmp_path / f"{attachment_copies.PREFIX}{ended.pid}-x"
    used = tmp_path / f"{attachment_copies.PREFIX}{os.getpid()}-x"
    for folder in (left, used):
        folder.mkdir()
        (folder / "a.txt").write_text("secret")
    attachment_copies.wipe_left_behind(tmp_path)
    assert not left.exists()
    assert (used / "a.txt").read_text() == "secret"


@pytest.mark.parametrize("name", ["../../evil", "a\\b", "con:", "", "\x00", ". ."])
def test_a_name_stays_within_its_folder(name: str) -> None:
    safe = attachment_copies.safe_name(name)
    assert safe
    assert not set(safe) & set("/\\:\0")
    assert safe not in (".", "..")


def test_a_file_that_is_gone_is_a_problem(book: Book, tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"store\.no_such_attachment"):
        AttachmentCopies(tmp_path).open_copy(book, 4711)
