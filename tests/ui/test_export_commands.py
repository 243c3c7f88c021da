"""Export from the window by keys: whom, as what, what is missing, the file, and word of it."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from contactbook.actions import books, editing, fields, segments
from contactbook.actions.export_formats import ARCHIVE, FORMATS
from contactbook.domain.field_definition import FieldDefinition
from contactbook.settings import declarations
from contactbook.ui.exporting.export_dialog import ExportChoice, ExportDialog
from contactbook.wording import export_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.export_commands import ExportCommands
    from contactbook.ui.main_window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(window.focusWidget() or window, key, modifier)


def opened(window: MainWindow) -> ExportDialog:
    window.activateWindow()
    press(window, Qt.Key.Key_E, CTRL | SHIFT)
    return next(dialog for dialog in window.findChildren(ExportDialog) if dialog.isVisible())


def choose(dialog: ExportDialog, to: str) -> None:
    """By keys, as a person goes down the list."""
    while dialog.format.currentData() != to:
        row = dialog.format.currentIndex()
        aim = dialog.format.findData(to)
        QTest.keyClick(dialog.format, Qt.Key.Key_Down if aim > row else Qt.Key.Key_Up)


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.session.tasks.busy)
    qtbot.wait(10)


def test_it_asks_whom_with_counts(sample_window: MainWindow, qtbot: QtBot) -> None:
    segments.save_segment(sample_window.session.book, "Firms", "is:company")
    changes = editing.add_contact(sample_window.session.book, {"given": "Zed"})
    sample_window.session.announce(changes)
    sidebar = sample_window.contacts.sidebar
    qtbot.waitUntil(lambda: any(entry.label == "Firms" and entry.count for entry in sidebar.entries))
    counts = {entry.label: entry.count for entry in sidebar.entries}
    people, everybody, firms = counts["People"], counts["All contacts"], counts["Firms"]
    sidebar.choose("people")
    table = sample_window.contacts.page.table
    sample_window.contacts.page.view.selected.set_ids([table.id_at(row) for row in (1, 2, 3)])
    dialog = opened(sample_window)
    said = [dialog.scope.itemText(row) for row in range(dialog.scope.count())]
    assert said == [
        "Selected contacts  ·  3", f"The list: People  ·  {people}", f"All contacts  ·  {everybody}",
        f"Segment: Firms  ·  {firms}",
    ]  # fmt: skip
    ids = [list(scope.ids()) for scope in sample_window.exports.scopes()]
    assert list(map(len, ids)) == [3, people, everybody, firms]
    dialog.close()
    settle(sample_window, qtbot)


def test_what_the_file_cannot_hold_is_said_before(sample_window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(sample_window)
    choose(dialog, "csv-mailchimp")
    qtbot.waitUntil(lambda: "no place for" in dialog.warnings.text())
    choose(dialog, "json")
    qtbot.waitUntil(lambda: "holds everything" in dialog.warnings.text())
    assert not dialog.columns.isVisible()
    assert dialog.purpose.text() == export_words.purpose("json")
    choose(dialog, "archive")
    assert "not encrypted" in dialog.warnings.text()
    assert not dialog.scope.isEnabled()
    dialog.close()
    settle(sample_window, qtbot)


def test_keys_alone_choose_columns_and_write_the_file(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(sample_window)
    choose(dialog, "csv")
    assert dialog.columns.isVisible()
    dialog.columns._tick_all(Qt.CheckState.Unchecked)  # what the button None does
    assert not dialog.export_button.isEnabled()
    for _ in range(3):
        QTest.keyClick(dialog.columns.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.columns.list, Qt.Key.Key_Space)
    assert dialog.choice.columns == ("First Name",)
    QTest.keyClick(dialog.export_button, Qt.Key.Key_Space)
    file = next(each for each in sample_window.findChildren(QFileDialog) if each.isVisible())
    assert file.selectedFiles()[0].endswith("Book - All contacts.csv")
    out = tmp_path / "out.csv"
    file.fileSelected.emit(str(out))
    file.close()
    qtbot.waitUntil(lambda: "out.csv" in sample_window.messages.text)
    assert out.read_text("utf-8-sig").splitlines()[0] == "First Name"
    assert len(out.read_text("utf-8-sig").splitlines()) == sample_window.contacts.page.table.total + 1
    get = sample_window.settings.get
    assert (get(declarations.EXPORT_FORMAT), get(declarations.EXPORT_COLUMNS)) == ("csv", ("First Name",))
    settle(sample_window, qtbot)
    sample_window.commands["file.export"].trigger()
    again = next(dialog for dialog in sample_window.findChildren(ExportDialog) if dialog.isVisible())
    assert (again.choice.to, again.choice.columns) == ("csv", ("First Name",))
    again.close()
    settle(sample_window, qtbot)


def test_a_custom_field_is_chosen_alone_and_remembered_without_its_name(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    fields.add_field(sample_window.session.book, FieldDefinition("Blood group"))
    dialog = opened(sample_window)
    choose(dialog, "csv")
    items = [dialog.columns.list.item(row) for row in range(dialog.columns.list.count())]
    assert "Custom fields" not in [item.text() for item in items]
    dialog.columns._tick_all(Qt.CheckState.Unchecked)
    next(item for item in items if item.text() == "Field: Blood group").setCheckState(Qt.CheckState.Checked)
    assert dialog.choice.columns == ("Field: Blood group",)
    sample_window.exports._on_wanted(dialog.choice)
    file = next(each for each in sample_window.findChildren(QFileDialog) if each.isVisible())
    file.fileSelected.emit(str(tmp_path / "out.csv"))
    file.close()
    qtbot.waitUntil(lambda: "out.csv" in sample_window.messages.text)
    assert (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()[0] == "Field: Blood group"
    assert "Blood" not in str(sample_window.settings.get(declarations.EXPORT_COLUMNS))
    dialog.close()
    settle(sample_window, qtbot)
    sample_window.commands["file.export"].trigger()
    again = next(dialog for dialog in sample_window.findChildren(ExportDialog) if dialog.isVisible())
    assert again.choice.columns == ("Field: Blood group",)
    again.close()
    settle(sample_window, qtbot)


def write(window: MainWindow, to: str, path: Path) -> None:
    exports: ExportCommands = window.exports
    exports.write(ExportChoice(exports.scopes()[0], to), path)


@pytest.mark.parametrize("to", [*FORMATS, ARCHIVE])
def test_every_format_is_written_from_the_window(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path, to: str
) -> None:
    count = sample_window.contacts.page.table.total
    write(sample_window, to, tmp_path / "out")
    qtbot.waitUntil(lambda: f"Wrote {count} contacts to out." in sample_window.messages.text, timeout=20_000)
    assert (tmp_path / "out").stat().st_size > 1000
    assert (to == ARCHIVE) == ("not encrypted" in sample_window.messages.text)
    assert (to != ARCHIVE) == ("properties read" in sample_window.messages.text)
    if to in FORMATS and FORMATS[to].version:
        assert sample_window.messages.text.endswith(", 0 lost.")
    settle(sample_window, qtbot)


def test_every_format_has_words() -> None:
    assert list(export_words.FORMATS) == [*FORMATS, ARCHIVE]


def test_an_export_can_be_cancelled(sample_window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    write(sample_window, "json", tmp_path / "out.json")
    sample_window.exports.flow.cancel()
    qtbot.waitUntil(lambda: bool(sample_window.messages.text))
    settle(sample_window, qtbot)
    assert ("cancelled" in sample_window.messages.text) == (not (tmp_path / "out.json").exists())


def test_a_file_that_cannot_be_written_is_told(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    write(sample_window, "json", tmp_path / "nowhere" / "out.json")
    qtbot.waitUntil(lambda: "nowhere" in sample_window.messages.text)
    settle(sample_window, qtbot)


def test_an_archive_dropped_on_a_new_book_is_restored_without_an_undo(
    window: MainWindow,
    open_book: Callable[[Path | None], None],
    sample_file: Path,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    open_book(sample_file)
    count = window.contacts.page.table.total
    write(window, ARCHIVE, tmp_path / "all.zip")
    qtbot.waitUntil(lambda: "all.zip" in window.messages.text)
    assert zipfile.is_zipfile(tmp_path / "all.zip")
    window.session.close()
    settle(window, qtbot)
    book = books.create_book(tmp_path / "New.contactbook", books.credential("sample"))
    window.session.take(book)
    window.door.entered.emit()
    window.import_paths([tmp_path / "all.zip"])
    qtbot.waitUntil(lambda: window.contacts.page.table.rowCount() == count, timeout=20_000)
    settle(window, qtbot)


def test_locking_ends_an_export(sample_window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    opened(sample_window)
    write(sample_window, ARCHIVE, tmp_path / "all.zip")
    sample_window.session.lock()
    settle(sample_window, qtbot)
    assert not any(dialog.isVisible() for dialog in sample_window.findChildren(ExportDialog))
