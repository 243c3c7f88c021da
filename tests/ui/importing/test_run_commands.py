"""Imports in the sidebar by keys: the report again, and the undo, also after other things were done."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from contactbook.actions import browsing, editing, import_runs, importing, undoing
from contactbook.domain.problems import Problem
from contactbook.ui.history.undo_question import UndoQuestion
from contactbook.ui.importing.report_dialog import ReportDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

TABLE = (
    "First Name,Last Name,E-mail Address\nHans,Müller,hans@acme.example\nAnna,Schmidt,anna@acme.example\n,,\n"
)


@pytest.fixture
def run(sample_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> int:
    """An import of two people, which is chosen in the sidebar and has the keyboard."""
    path = tmp_path / "fair.csv"
    path.write_text(TABLE, "utf-8")
    result = importing.import_files(sample_window.session.book, [path])
    assert result.report.created >= 2
    sample_window.session.announce(result)
    sidebar = sample_window.contacts.sidebar
    key = f"import:{result.report.run}"
    qtbot.waitUntil(lambda: key in [entry.key for entry in sidebar.entries])
    sidebar.choose(key)
    sidebar.list.setFocus()
    return result.report.run


def _emails(window: MainWindow) -> set[str]:
    rows = window.session.reader.query(
        "SELECT value FROM contact_point WHERE kind = 'email' AND value LIKE '%@acme.example'"
    )
    return {row[0] for row in rows}


def test_enter_shows_the_report_again(run: int, sample_window: MainWindow, qtbot: QtBot) -> None:
    assert sample_window.commands["import.report"].isEnabled()
    qtbot.keyClick(sample_window.contacts.sidebar.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(sample_window.findChildren(ReportDialog)))
    (dialog,) = sample_window.findChildren(ReportDialog)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(text.startswith("fair.csv") for text in texts)
    assert "Understood" in texts
    assert any(text.startswith("Imported 2 contacts") for text in texts)
    dialog.close()


def test_the_kept_report_is_the_one_of_the_import(sample_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "broken.vcf"
    path.write_bytes(
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nTEL:1\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo\r\nEND:VCARD\r\n"
    )
    book = sample_window.session.book
    made = importing.import_files(book, [path]).report
    kept = import_runs.report_of(book, made.run)
    assert kept.to_json() == made.to_json()
    assert kept.counts == made.counts
    importing.save_rejected(kept, tmp_path / "refused.vcf")
    assert b"TEL:1" in (tmp_path / "refused.vcf").read_bytes()


def test_del_undoes_and_lists_who_stays(run: int, sample_window: MainWindow, qtbot: QtBot) -> None:
    book = sample_window.session.book
    (edited,) = (
        row[0]
        for row in book.reader.query("SELECT contact_id FROM contact_point WHERE value = 'anna@acme.example'")
    )
    contact = browsing.show(book, edited)
    contact.note = "Met at the fair"
    contact.points[0].label = "private"
    sample_window.session.announce(editing.save_contact(book, contact))
    sidebar = sample_window.contacts.sidebar
    sidebar.choose(f"import:{run}")
    qtbot.keyClick(sidebar.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: bool(sample_window.findChildren(UndoQuestion)))
    (question,) = sample_window.findChildren(UndoQuestion)
    [kept] = [question.kept.item(row).text() for row in range(question.kept.count())]
    assert kept.startswith("Anna Schmidt\n")
    assert "anna@acme.example" in kept
    undo = next(button for button in question.findChildren(QPushButton) if button.text() == "Undo")
    qtbot.keyClick(undo, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _emails(sample_window) == {"anna@acme.example"})
    qtbot.waitUntil(lambda: "1 contact was changed since" in sample_window.messages.text)


def test_without_an_import_chosen_the_latest_is_reported_on(
    run: int, sample_window: MainWindow, qtbot: QtBot
) -> None:
    sample_window.contacts.sidebar.choose("all")
    sample_window.commands["import.report"].trigger()
    qtbot.waitUntil(lambda: bool(sample_window.findChildren(ReportDialog)))
    (dialog,) = sample_window.findChildren(ReportDialog)
    assert any(label.text().startswith("fair.csv") for label in dialog.findChildren(QLabel))
    dialog.close()


def test_without_any_import_there_is_nothing_to_show(
    window: MainWindow, open_book: Callable[[Path | None], None]
) -> None:
    open_book(None)
    window.commands["import.report"].trigger()
    assert window.messages.text == "Nothing has been imported into this book yet."
    assert not window.commands["import.undo"].isEnabled()
    with pytest.raises(Problem, match=r"import\.no_such_run"):
        import_runs.report_of(window.session.book, 1)


def test_an_import_that_was_undone_stands_there_and_comes_again(
    run: int, sample_window: MainWindow, qtbot: QtBot
) -> None:
    sidebar = sample_window.contacts.sidebar
    before = next(entry for entry in sidebar.entries if entry.key == f"import:{run}")
    assert str(datetime.datetime.now(tz=datetime.UTC).year % 100) in before.detail
    step = import_runs.step_of(sample_window.session.book, run)
    sample_window.session.announce(undoing.undo(sample_window.session.book, step))
    qtbot.waitUntil(lambda: "Undone: fair.csv" in [entry.label for entry in sidebar.entries])
    key = next(entry.key for entry in sidebar.entries if entry.label == "Undone: fair.csv")
    sidebar.choose(key)
    qtbot.keyClick(sidebar.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Del brings it back" in sample_window.messages.text)
    qtbot.keyClick(sidebar.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "fair.csv" in [entry.label for entry in sidebar.entries])
    assert _emails(sample_window) == {"hans@acme.example", "anna@acme.example"}
    assert next(entry.key for entry in sidebar.entries if entry.key.startswith("import:")) == f"import:{run}"
