"""What is pasted lies in a file for a while, and never longer than the program runs."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

import pytest

from contactbook.actions import attachment_copies
from contactbook.domain.problems import Problem
from contactbook.ui.importing import pasted_files
from contactbook.ui.importing.pasted_files import PastedFiles

if TYPE_CHECKING:
    from pathlib import Path


def test_what_a_killed_program_had_pasted_is_wiped_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pasted_files, "MEMORY", tmp_path)
    pasted = PastedFiles()
    path = pasted.add("Name,E-mail\nAda,ada@example.org\n", "pasted")
    attachment_copies.wipe_left_behind(tmp_path)
    assert path.exists(), "this program still runs"
    monkeypatch.setattr(attachment_copies, "_runs", lambda _process: False)
    attachment_copies.wipe_left_behind(tmp_path)
    assert list(tmp_path.iterdir()) == []
    pasted.wipe()


def test_letters_that_are_none_do_not_stop_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pasted_files, "MEMORY", tmp_path)
    pasted = PastedFiles()
    assert pasted.add("Name\nAda \ud83d Lovelace\n", "pasted").read_bytes() == b"Name\nAda ? Lovelace\n"
    pasted.wipe()


def test_without_room_for_it_nothing_is_pasted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pasted_files, "MEMORY", tmp_path / "none")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with pytest.raises(Problem, match=r"import\.paste_not_kept"):
        PastedFiles().add("Name\nAda\n", "pasted")
