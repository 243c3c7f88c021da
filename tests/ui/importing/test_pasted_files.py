"""What is pasted lies in a file for a while, and never longer than the program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.actions import attachment_copies
from contactbook.ui.importing import pasted_files
from contactbook.ui.importing.pasted_files import PastedFiles

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


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
