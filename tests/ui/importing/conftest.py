"""The import window over the sample book, and the way through its steps by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from contactbook.ui.importing.import_wizard import CHECK, ImportWizard

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

TABLE = (
    "Customer no,Name,Company,E-mail,Birthday,Colour\n"
    "1001,Hans Müller,Acme,hans@acme.example,1980-04-13,red\n"
    "1002,Anna Schmidt,Acme,anna@acme.example,1979-06-25,blue\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of two customers."""
    path = tmp_path / "customers.csv"
    path.write_text(TABLE, "utf-8")
    return path


@pytest.fixture
def wizard(sample_window: MainWindow, qtbot: QtBot) -> Callable[[list[Path]], ImportWizard]:
    """Opens the import window over some files."""

    def open_it(paths: list[Path]) -> ImportWizard:
        sample_window.flow.prepare(paths)
        made = sample_window.findChildren(ImportWizard)[-1]
        if paths:
            qtbot.waitUntil(lambda: bool(made.draft.files) and not made.draft.busy)
        return made

    return open_it


def go_on(wizard: ImportWizard, qtbot: QtBot) -> None:
    """To the next step."""
    qtbot.waitUntil(wizard.next.isEnabled)
    qtbot.keyClick(wizard.next, Qt.Key.Key_Space)


def go_to_check(wizard: ImportWizard, qtbot: QtBot) -> None:
    """To the last step, with what it found."""
    while wizard.pages.currentIndex() != CHECK:
        go_on(wizard, qtbot)
    qtbot.waitUntil(lambda: wizard.check.possible, timeout=20_000)


def names(window: MainWindow) -> set[str]:
    """The people that the book holds."""
    rows = window.session.reader.query(
        "SELECT display_name FROM contact_row WHERE deleted_at IS NULL AND NOT company"
    )
    return {row[0] for row in rows}
