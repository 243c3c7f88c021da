"""Drafts: what is kept comes back to the letter, also when the program is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from contactbook.actions import books, drafting, undoing
from contactbook.actions.drafting import Draft
from contactbook.domain.contact import Contact, ContactPoint, Photo
from contactbook.store import drafts

if TYPE_CHECKING:
    from pathlib import Path

CREDENTIAL = books.credential("quiet river")


def test_a_draft_comes_back_to_the_letter_and_is_no_step(tmp_path: Path) -> None:
    before = Contact(full_name="Ada", points=[ContactPoint("phone", "1", origin=2)])
    after = Contact(full_name="Ada B", photos=[Photo(b"\x00\xff", "image/png")])
    with books.create_book(tmp_path / "a.contactbook", CREDENTIAL) as book:
        drafting.keep_draft(book, Draft(before, Contact(full_name="first")))
        drafting.keep_draft(book, Draft(before, after))
        assert drafting.kept_drafts(book) == [Draft(before, after)]
        assert undoing.history(book) == []
        drafting.drop_draft(book, Draft(before, after).key)
        assert drafting.kept_drafts(book) == []


def test_what_cannot_be_understood_is_passed_over(tmp_path: Path) -> None:
    with books.create_book(tmp_path / "a.contactbook", CREDENTIAL) as book:
        drafts.keep(book, "contact:7", '{"before": 5}')
        drafts.keep(book, "form:7", "{}")
        assert drafting.kept_drafts(book) == []


CHILD = """
import sys, time
from pathlib import Path
from contactbook.actions import books, drafting
from contactbook.domain.contact import Contact
book = books.open_book(Path(sys.argv[1]), books.credential("quiet river"))
drafting.keep_draft(book, drafting.Draft(Contact(), Contact(full_name="Half a name")))
print("kept", flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_draft_survives_a_killed_program_and_stays_encrypted(tmp_path: Path) -> None:
    path = tmp_path / "a.contactbook"
    books.create_book(path, CREDENTIAL).close()
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "kept\n"
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    assert not any(b"Half a name" in file.read_bytes() for file in tmp_path.iterdir())
    with books.open_book(path, CREDENTIAL) as book:
        assert [draft.contact.full_name for draft in drafting.kept_drafts(book)] == ["Half a name"]
