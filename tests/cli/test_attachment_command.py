"""Files of entries from the command line (contactbook.cli.attachment_command)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Result


def test_files_are_added_saved_and_removed(run: Callable[..., Result], book: Path, tmp_path: Path) -> None:
    offer, folder = tmp_path / "offer.pdf", tmp_path / "out"
    offer.write_bytes(b"%PDF one")
    folder.mkdir()
    run("log", book, "ada", "note", "Offer", "--file", offer)
    (entry,) = run("timeline", book, "ada", "--json").json
    offer.write_bytes(b"%PDF two")
    assert run("attachment", book, str(entry["id"]), "--add", offer).status == 0
    files = run("attachment", book, str(entry["id"]), "--json").json
    assert [(one["name"], one["size"]) for one in files] == [("offer.pdf", 8)] * 2
    run("attachment", book, str(entry["id"]), "--save", folder)
    saved = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert saved == {"offer.pdf": b"%PDF one", "offer (2).pdf": b"%PDF two"}
    assert run("attachment", book, str(entry["id"]), "--remove", str(files[0]["id"])).status == 0
    assert len(run("attachment", book, str(entry["id"]), "--json").json) == 1
    assert run("attachment", book, "5", "--save", folder).status == 3
    assert run("attachment", book, "5", "--save", folder, "--add", offer).status == 2
