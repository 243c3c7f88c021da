"""What README promises about the file is true: its own program reads a book without ours."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from contactbook.actions.books import create_book
from contactbook.actions.editing import add_contact
from contactbook.vault.credentials import Credential

README = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")


def test_the_program_in_the_readme_reads_a_book(tmp_path: Path) -> None:
    program = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert program
    book = create_book(tmp_path / "mine.contactbook", Credential(password="pässword"))
    add_contact(book, {"given": "Łucja", "family": "Żak", "organization": "Młyn"})
    book.close()
    command = [sys.executable, "-X", "utf8", "-c", program.group(1), str(book.path), "pässword"]
    read = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert read.stdout.strip() == "Łucja Żak Młyn"
