"""The stage that every scene is played on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from contactbook.actions import books

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from contactbook.ui.main_window import MainWindow

    Steps = Iterator[int]


@dataclass(slots=True)
class Stage:
    """A fresh window and two books to open in it."""

    window: MainWindow
    sample: Path
    empty: Path

    def open(self, path: Path) -> Steps:
        """As the front door does after the password; nothing is written in the book's own file."""
        copy = path.with_name(f"copy-{path.name}")
        copy.write_bytes(path.read_bytes())
        book = books.open_book(copy, books.credential("sample"))
        self.window.session.take(book)
        self.window.door.entered.emit()
        yield 60
