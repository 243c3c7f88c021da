"""Books for the tests of the command line, and the program run as a person would run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from contactbook.cli import running
from contactbook.vault import book_file, key_derivation

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "correct horse"

CARDS = """\
BEGIN:VCARD
VERSION:3.0
UID:ada
FN:Ada Lovelace
N:Lovelace;Ada;;;
EMAIL;TYPE=WORK:ada@acme.example
TEL;TYPE=CELL:+43 (664) 123-4567
ORG:Acme
END:VCARD
BEGIN:VCARD
VERSION:3.0
UID:lukasz
FN:Łukasz Żak
N:Żak;Łukasz;;;
EMAIL:lukasz@zak.example
END:VCARD
BEGIN:VCARD
VERSION:3.0
UID:acme
FN:Acme
ORG:Acme
X-ABShowAs:COMPANY
END:VCARD
"""

BROKEN = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Nobody\r\n"


_derived = cache(key_derivation.derive)


@dataclass(frozen=True)
class Result:
    """What one run gave."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the document is
        """The one JSON document on standard output."""
        return json.loads(self.out)


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs the program within this process, with the password in the environment.

    The key of one book and password is derived only once for all tests.
    """
    monkeypatch.setenv("CONTACTBOOK_PASSWORD", PASSWORD)
    monkeypatch.setattr(book_file, "derive", _derived)

    def call(*arguments: object) -> Result:
        capfd.readouterr()
        status = running.run([str(argument) for argument in arguments])
        sys.stdout.flush()
        captured = capfd.readouterr()
        return Result(status, captured.out, captured.err)

    return call


@pytest.fixture
def outside() -> Callable[..., Result]:
    """Runs the program in a process of its own, without a terminal."""

    def call(*arguments: object, text: str = "", **environment: str) -> Result:
        given = {key: value for key, value in os.environ.items() if key != "CONTACTBOOK_PASSWORD"}
        command = [sys.executable, "-W", "error", "-m", "contactbook", *map(str, arguments)]
        done = subprocess.run(
            command,
            input=text,
            capture_output=True,
            cwd=ROOT,
            env=given | environment,
            encoding="utf-8",
            check=False,
        )
        return Result(done.returncode, done.stdout, done.stderr)

    return call


@pytest.fixture(scope="session")
def made_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with three contacts, to be copied."""
    from contactbook.actions import books, importing

    folder = tmp_path_factory.mktemp("made")
    cards = folder / "cards.vcf"
    cards.write_text(CARDS, encoding="utf-8")
    path = folder / "made.contactbook"
    book = books.create_book(path, books.credential(PASSWORD))
    try:
        importing.import_files(book, [cards])
    finally:
        books.close_book(book)
    return path


@pytest.fixture
def book(made_book: Path, tmp_path: Path) -> Path:
    """A book with three contacts: Ada Lovelace and Acme, Łukasz Żak."""
    copy = tmp_path / "my.contactbook"
    copy.write_bytes(made_book.read_bytes())
    return copy
