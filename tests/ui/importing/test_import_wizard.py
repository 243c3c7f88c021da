"""The import window by keys: files, columns, check, import; and every way out that leaves nothing behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel

from contactbook.actions import import_mappings
from contactbook.ui.importing import file_drops
from contactbook.ui.importing.import_wizard import CHECK, COLUMNS, SOURCE, ImportWizard
from contactbook.ui.widgets.folding_splitter import FoldingSplitter
from contactbook.ui.widgets.picker import Picker
from tests.ui.importing import conftest
from tests.ui.importing.conftest import go_on, go_to_check, names

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

TABLE = conftest.TABLE + (
    "1003,Chiara Bevilacqua,Studio Bevilacqua,chiara@studiobevilacqua.example,1990-02-21,green\n"
)
"""The last one is in the sample book already."""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "customers.csv"
    path.write_text(TABLE, "utf-8")
    return path


def test_a_table_goes_in_as_the_check_says(
    wizard: Callable[[list[Path]], ImportWizard], sample_window: MainWindow, table: Path, qtbot: QtBot
) -> None:
    opened = wizard([table])
    assert opened.pages.currentIndex() == SOURCE
    assert "Table" in opened.source.recognised.text()
    assert "Hans Müller" in opened.source.text.toPlainText()
    go_on(opened, qtbot)
    assert opened.pages.currentIndex() == COLUMNS
    go_to_check(opened, qtbot)
    result = opened.check.result
    assert result is not None
    assert (result.count("new"), result.count("duplicate")) == (2, 1)
    before = names(sample_window)
    with qtbot.waitSignal(sample_window.flow.finished, timeout=20_000) as done:
        go_on(opened, qtbot)
    assert done.args is not None
    report = done.args[0]
    assert report.created == result.report.created == 3
    assert names(sample_window) - before == {"Hans Müller", "Anna Schmidt"}
    assert not sample_window.undo.impossible & {"edit.undo"}


def test_what_a_column_becomes_is_chosen_by_typing(
    wizard: Callable[[list[Path]], ImportWizard], table: Path, qtbot: QtBot
) -> None:
    opened = wizard([table])
    go_on(opened, qtbot)
    columns = opened.columns
    QAbstractItemModelTester(columns.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    columns.list.selectRow(5)
    qtbot.keyClick(columns.list, Qt.Key.Key_Return)
    picker = columns.findChildren(Picker)[-1]
    qtbot.keyClicks(picker.line, "nickname")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert columns.model.index(5, 2).data() == "Nickname"
    qtbot.keyClick(columns.list, Qt.Key.Key_Return)
    picker = columns.findChildren(Picker)[-1]
    qtbot.keyClicks(picker.line, "Favourite hue")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert columns.model.index(5, 2).data() == "Field “Favourite hue”"
    mapping = opened.draft.tables[0][1].mapping
    assert (mapping.columns[5].target, mapping.columns[5].label) == ("field", "Favourite hue")
    opened.close()


def test_cleaning_shows_before_and_after_and_can_be_switched(
    wizard: Callable[[list[Path]], ImportWizard], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "shouted.csv"
    path.write_text("Name,E-mail\nHANS MEYER,hans@meyer.example\nAnna Berg,anna@berg.example\n", "utf-8")
    opened = wizard([path])
    go_on(opened, qtbot)
    cleaning = opened.columns.cleaning
    qtbot.waitUntil(lambda: "shouted" in cleaning.boxes, timeout=20_000)
    assert any("HANS MEYER → Hans Meyer" in label.text() for label in cleaning.findChildren(QLabel))
    qtbot.waitUntil(lambda: "offered" in opened.columns.tabs.tabText(2))
    was = cleaning.boxes["shouted"].isChecked()
    cleaning.boxes["shouted"].click()
    assert opened.draft.tables[0][1].mapping.shouted is not was
    opened.close()


def test_a_mapping_is_kept_and_offered_again(
    wizard: Callable[[list[Path]], ImportWizard], sample_window: MainWindow, table: Path, qtbot: QtBot
) -> None:
    opened = wizard([table])
    go_on(opened, qtbot)
    opened.columns.whole.keep_wanted.emit("Customers")
    book = sample_window.session.book
    qtbot.waitUntil(lambda: bool(import_mappings.saved_mappings(book)))
    opened.close()
    again = wizard([table])
    assert [kept.name for kept in again.draft.tables[0][1].kept] == ["Customers"]
    assert again.draft.kept_used
    assert "Customers" in again.columns.hint.text()
    again.close()


def test_a_mapping_goes_through_a_file(
    wizard: Callable[[list[Path]], ImportWizard], table: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    opened = wizard([table])
    go_on(opened, qtbot)
    whole = opened.columns.whole
    whole.tags.setText("Fair, VIP")
    whole.tags.editingFinished.emit()
    whole.save(tmp_path / "mapping.json")
    whole.tags.setText("")
    whole.tags.editingFinished.emit()
    assert not opened.draft.tables[0][1].mapping.constants
    whole.load(tmp_path / "mapping.json")
    assert opened.draft.tables[0][1].mapping.constants == [("tags", "Fair"), ("tags", "VIP")]
    whole.load(table)
    assert opened.messages.isVisible()
    opened.close()


def test_a_row_can_be_left_out_and_another_corrected(
    wizard: Callable[[list[Path]], ImportWizard], sample_window: MainWindow, table: Path, qtbot: QtBot
) -> None:
    opened = wizard([table])
    go_to_check(opened, qtbot)
    check = opened.check
    QAbstractItemModelTester(check.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    check.tabs.setCurrentIndex(0)
    assert [check.model.index(row, 1).data() for row in range(3)] == [
        "Hans Müller",
        "Anna Schmidt",
        "Chiara Bevilacqua",
    ]
    check.list.selectRow(2)
    qtbot.keyClick(check.list, Qt.Key.Key_Delete)
    assert check.model.index(2, 2).data() == "Left out"
    check.list.selectRow(1)
    qtbot.waitUntil(lambda: check.panel.title.text() == "Anna Schmidt")
    cell = check.panel.findChildren(type(opened.columns.whole.tags))[1]
    cell.setText("Anna Schmidt-Weber")
    qtbot.mouseClick(check.panel.correct, Qt.MouseButton.LeftButton)
    assert check.model.index(1, 2).data() == "Corrected"
    before = names(sample_window)
    with qtbot.waitSignal(sample_window.flow.finished, timeout=20_000) as done:
        go_on(opened, qtbot)
    assert done.args is not None
    assert (done.args[0].created, done.args[0].skipped) == (2, 1)
    assert names(sample_window) - before == {"Hans Müller", "Anna Schmidt-Weber"}


def test_who_is_there_already_can_be_chosen(
    wizard: Callable[[list[Path]], ImportWizard], table: Path, qtbot: QtBot
) -> None:
    opened = wizard([table])
    go_to_check(opened, qtbot)
    opened.check.matching.keys["email"].click()
    qtbot.waitUntil(lambda: not opened.check.possible)
    qtbot.waitUntil(lambda: opened.check.possible, timeout=20_000)
    result = opened.check.result
    assert result is not None
    assert (result.count("new"), result.count("updated"), result.count("duplicate")) == (2, 1, 0)
    opened.check.matching.existing.setCurrentIndex(opened.check.matching.existing.findData("skip"))
    opened.check.matching.existing.activated.emit(0)
    qtbot.waitUntil(lambda: not opened.check.possible)
    qtbot.waitUntil(lambda: opened.check.possible, timeout=20_000)
    assert opened.check.result is not None
    assert opened.check.result.count("updated") == 0
    opened.close()


@pytest.mark.parametrize("step", [SOURCE, COLUMNS, CHECK])
def test_cancelled_at_any_step_nothing_is_left(
    step: int,
    wizard: Callable[[list[Path]], ImportWizard],
    sample_window: MainWindow,
    table: Path,
    qtbot: QtBot,
) -> None:
    before = names(sample_window)
    opened = wizard([table])
    while opened.pages.currentIndex() != step:
        go_on(opened, qtbot)
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not sample_window.session.tasks.busy)
    qtbot.waitUntil(lambda: not sample_window.findChildren(ImportWizard))
    assert names(sample_window) == before


def test_a_table_is_pasted(
    wizard: Callable[[list[Path]], ImportWizard], qtbot: QtBot, sample_window: MainWindow
) -> None:
    opened = wizard([])
    assert not opened.next.isEnabled()
    QGuiApplication.clipboard().setText("Name\tE-mail\nBo Berg\tbo@berg.example\n")
    opened.paste()
    qtbot.waitUntil(lambda: bool(opened.draft.files) and not opened.draft.busy)
    pasted = opened.draft.paths[0]
    assert pasted.stat().st_mode & 0o077 == 0 or pasted.parent.stat().st_mode & 0o077 == 0
    go_to_check(opened, qtbot)
    before = names(sample_window)
    with qtbot.waitSignal(sample_window.flow.finished, timeout=20_000):
        go_on(opened, qtbot)
    assert names(sample_window) - before == {"Bo Berg"}
    qtbot.waitUntil(lambda: not pasted.exists())


def test_what_was_pasted_goes_with_the_window(
    wizard: Callable[[list[Path]], ImportWizard], qtbot: QtBot
) -> None:
    opened = wizard([])
    QGuiApplication.clipboard().setText("Name\nBo Berg\n")
    opened.paste()
    qtbot.waitUntil(lambda: bool(opened.draft.files))
    pasted = opened.draft.paths[0]
    assert pasted.exists()
    opened.close()
    assert not pasted.parent.exists()


def test_locking_closes_it(
    wizard: Callable[[list[Path]], ImportWizard], sample_window: MainWindow, table: Path, qtbot: QtBot
) -> None:
    opened = wizard([table])
    go_to_check(opened, qtbot)
    sample_window.commands["file.lock"].trigger()
    assert not opened.isVisible()
    assert opened.check.result is None
    assert not opened.draft.files


def test_a_file_that_cannot_be_read_says_why(
    wizard: Callable[[list[Path]], ImportWizard], tmp_path: Path, table: Path, qtbot: QtBot
) -> None:
    wrong = tmp_path / "report.csv"
    wrong.write_bytes(b"%PDF-1.7\n" + bytes(2000))
    opened = wizard([wrong])
    assert not opened.next.isEnabled()
    assert "PDF" in opened.source.recognised.text()
    opened.draft.add([table])
    qtbot.waitUntil(lambda: len(opened.draft.files) == 2)
    assert opened.next.isEnabled()
    opened.draft.remove(opened.draft.files[0])
    qtbot.waitUntil(lambda: len(opened.draft.files) == 1 and not opened.draft.busy)
    assert opened.draft.files[0].problem is None
    opened.close()


def test_another_encoding_shows_the_text_anew(
    wizard: Callable[[list[Path]], ImportWizard], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "old.csv"
    path.write_bytes("Name;Ort\nJürgen;Köln\n".encode("cp1252"))
    opened = wizard([path])
    opened.source.form.chosen.emit("encoding", "cp1251")
    qtbot.waitUntil(lambda: "Jьrgen" in opened.source.text.toPlainText())
    opened.source.form.chosen.emit("encoding", "cp1252")
    qtbot.waitUntil(lambda: "Jürgen" in opened.source.text.toPlainText())
    opened.close()


def test_cards_have_no_columns(
    wizard: Callable[[list[Path]], ImportWizard], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "one.vcf"
    path.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Bo Berg\nEND:VCARD\n")
    opened = wizard([path])
    go_on(opened, qtbot)
    assert opened.pages.currentIndex() == CHECK
    qtbot.waitUntil(lambda: opened.check.possible, timeout=20_000)
    qtbot.waitUntil(lambda: "FN:Bo Berg" in opened.check.panel.raw.toPlainText())
    qtbot.keyClick(opened.back, Qt.Key.Key_Space)
    assert opened.pages.currentIndex() == SOURCE
    opened.close()


def test_dropped_cards_come_in_at_once_and_tables_are_asked_about(
    sample_window: MainWindow, tmp_path: Path, table: Path, qtbot: QtBot
) -> None:
    card = tmp_path / "one.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Bo Berg\nEND:VCARD\n")
    with qtbot.waitSignal(sample_window.flow.finished, timeout=20_000):
        sample_window.import_paths([card])
    assert not sample_window.findChildren(ImportWizard)
    sample_window.import_paths([table])
    (opened,) = sample_window.findChildren(ImportWizard)
    qtbot.waitUntil(lambda: bool(opened.draft.files))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(card))])
    assert file_drops.dropped_files(data) == [card]
    opened.close()


def test_it_fits_a_narrow_window(
    wizard: Callable[[list[Path]], ImportWizard], table: Path, qtbot: QtBot
) -> None:
    opened = wizard([table])
    opened.resize(1000, 700)
    for _step in (SOURCE, COLUMNS):
        go_on(opened, qtbot)
    qtbot.waitUntil(lambda: opened.check.possible, timeout=20_000)
    parts = opened.check.panel.parentWidget()
    assert isinstance(parts, FoldingSplitter)
    assert not parts.is_folded
    opened.resize(600, 700)
    assert opened.width() == 600
    qtbot.waitUntil(lambda: parts.is_folded)
    for button in (opened.next, opened.check.panel.correct, opened.check.again):
        corner = button.mapTo(opened, button.rect().bottomRight())
        assert opened.rect().contains(corner), button.text()
    opened.close()


def test_mirrored_a_row_is_open_beside_the_list(
    wizard: Callable[[list[Path]], ImportWizard], sample_window: MainWindow, table: Path, qtbot: QtBot
) -> None:
    opened = wizard([table])
    opened.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    go_on(opened, qtbot)
    assert opened.columns.list.currentIndex().row() == 0
    go_to_check(opened, qtbot)
    opened.check.tabs.setCurrentIndex(0)
    qtbot.waitUntil(lambda: opened.check.panel.title.text() == "Hans Müller")
    assert opened.check.list.selectionModel().selectedRows()[0].row() == 0
    opened.close()


def test_of_a_workbook_the_rows_are_shown_and_no_encoding_is_spoken_of(
    wizard: Callable[[list[Path]], ImportWizard], tmp_path: Path
) -> None:
    path = tmp_path / "odd.xlsx"
    made = Workbook()
    for row in (["Alpha", "Beta"], ["Anna Schmidt", "anna@schmidt.example"]):
        made.active.append(row)  # type: ignore[union-attr]
    made.save(path)
    opened = wizard([path])
    assert "Anna Schmidt   anna@schmidt.example" in opened.source.text.toPlainText()
    assert "guessed" in opened.source.recognised.text()
    assert "encoding" not in opened.source.recognised.text()
    assert not opened.source.form.encoding.isVisible()
    opened.close()


def test_what_an_update_changes_is_said_in_words(
    wizard: Callable[[list[Path]], ImportWizard], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "news.csv"
    path.write_text(
        "Name,Company,E-mail,Mobile,Tags\n"
        "Chiara Bevilacqua,Studio Nuovo,chiara@studiobevilacqua.example,+39 333 5550191,VIP\n",
        "utf-8",
    )
    opened = wizard([path])
    go_to_check(opened, qtbot)
    opened.check.matching.keys["email"].click()
    qtbot.waitUntil(lambda: not opened.check.possible)
    qtbot.waitUntil(lambda: opened.check.possible, timeout=20_000)
    qtbot.waitUntil(lambda: opened.check.panel.difference.text().startswith("“Chiara"))
    assert opened.check.panel.difference.text().splitlines()[1:] == [
        "Company: Studio Bevilacqua → Studio Nuovo",
        "New: +39 333 5550191",
        "New: VIP",
        "Gone: +39 333 555 0190",
    ]
    opened.close()
