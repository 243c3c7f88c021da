"""Purchases through the import window by keys: told from contacts, mapped, checked, given by hand, undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from contactbook.actions import browsing, import_mappings, timelines
from contactbook.store.list_queries import View, members
from contactbook.ui.contacts.contact_picker import ContactPicker
from contactbook.ui.importing.import_wizard import COLUMNS, SOURCE, ImportWizard
from contactbook.ui.importing.report_dialog import ReportDialog
from contactbook.ui.widgets.picker import Picker
from tests.ui.importing.conftest import go_on, go_to_check

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

CHIARA = "chiara@studiobevilacqua.example"
ORDERS = (
    "Email;Order ID;Order date;Item;Total;Colour\n"
    f"{CHIARA};1;13.04.2026;Lamp;12,50;red\n"
    "new@new.example;2;14.04.2026;Tent;99,00;red\n"
    "new@new.example;3;15.04.2026;Pegs;9,00;red\n"
    f"{CHIARA};4;16.04.2026;Chair;much;red\n"
)


@pytest.fixture
def orders(tmp_path: Path) -> Path:
    path = tmp_path / "orders.csv"
    path.write_text(ORDERS, "utf-8")
    return path


def _tabs(wizard: ImportWizard) -> list[str]:
    tabs = wizard.check.tabs
    return [tabs.tabText(at) for at in range(tabs.count())]


def _chiara(window: MainWindow) -> int:
    (found,) = window.session.reader.query("SELECT contact_id FROM contact_point WHERE key = ?", (CHIARA,))
    return int(found[0])


def test_orders_are_mapped_checked_given_by_hand_imported_and_undone(
    wizard: Callable[[list[Path]], ImportWizard], sample_window: MainWindow, orders: Path, qtbot: QtBot
) -> None:
    chiara, book = _chiara(sample_window), sample_window.session.book
    before = len(list(timelines.timeline(book, chiara)))
    opened = wizard([orders])
    assert opened.pages.currentIndex() == SOURCE
    rows = opened.source.form.rows
    assert rows.isVisible()
    assert rows.currentText() == "Purchases"
    assert "Lamp" in opened.source.text.toPlainText()
    go_on(opened, qtbot)
    columns = opened.columns
    assert [columns.model.index(row, 2).data() for row in range(6)] == [
        "E-mail", "Number of the order or ticket", "Date", "Item, purpose or subject", "Amount",
        "Keep with the entry",
    ]  # fmt: skip
    assert "no currency" in columns.hint.text()
    assert not columns.tabs.isTabVisible(1)
    columns.whole.currency.setFocus()
    qtbot.keyClicks(columns.whole.currency, "eur")
    qtbot.keyClick(columns.whole.currency, Qt.Key.Key_Tab)
    assert columns.hint.text() == ""
    columns.list.selectRow(4)
    assert "“99,00”\n      99.00 EUR" in columns.form.samples.text()
    assert "“much”\n      The amount is not understood." in columns.form.samples.text()
    go_to_check(opened, qtbot)
    assert not opened.check.matching.isVisible()
    assert _tabs(opened) == ["All  4", "New  1", "Nobody found  2", "Refused  1"]
    assert opened.check.summary.text() == "Would import 1 entry. 3 refused."
    model = opened.check.model
    assert model.index(0, 1).data() == "new@new.example  ·  Tent  ·  99,00  ·  14.04.2026"
    person = opened.check.panel.person
    qtbot.waitUntil(person.isVisible)
    qtbot.keyClick(person, Qt.Key.Key_Space)
    picker = opened.findChild(ContactPicker)
    assert picker is not None
    qtbot.keyClicks(picker.line, "chiara")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert [model.index(row, 2).data() for row in range(2)] == ["Goes to whom you chose"] * 2
    qtbot.keyClick(opened.check.again, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "New  3" in _tabs(opened), timeout=20_000)
    qtbot.keyClick(opened.next, Qt.Key.Key_Space)
    messages = sample_window.messages
    qtbot.waitUntil(lambda: messages.text == "Imported 3 entries. 1 refused.", timeout=20_000)
    report = sample_window.findChild(ReportDialog)
    assert report is not None
    report.close()
    entries = list(timelines.timeline(book, chiara))
    assert len(entries) == before + 3
    assert {one.currency for one in entries if one.external_id.startswith("purchase:")} == {"EUR"}
    run = browsing.counts(book).imports[0]
    assert (run.name, run.count) == ("orders.csv", 1)
    assert members(book.reader, View(kind="import", run_id=run.id)) == {chiara}
    undo = next(one for one in messages.findChildren(QPushButton) if one.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: "Undone: 3 entries imported" in messages.text)
    assert len(list(timelines.timeline(book, chiara))) == before


def test_what_the_rows_are_can_be_overruled_both_ways(
    wizard: Callable[[list[Path]], ImportWizard], orders: Path, qtbot: QtBot
) -> None:
    opened = wizard([orders])
    rows = opened.source.form.rows
    rows.setFocus()
    for key, said in (
        (Qt.Key.Key_Up, "Contacts"),
        (Qt.Key.Key_Down, "Purchases"),
        (Qt.Key.Key_Down, "Donations"),
    ):
        qtbot.keyClick(rows, key)
        qtbot.waitUntil(lambda: not opened.draft.busy)
        assert rows.currentText() == said
        assert opened.draft.of_entries == (said != "Contacts")
    assert opened.draft.tables[0][1].mapping.entries == "donation"


def test_a_kept_mapping_comes_back_for_the_same_headings(
    wizard: Callable[[list[Path]], ImportWizard], sample_window: MainWindow, orders: Path, qtbot: QtBot
) -> None:
    opened = wizard([orders])
    go_on(opened, qtbot)
    opened.columns.list.selectRow(5)
    qtbot.keyClick(opened.columns.list, Qt.Key.Key_Return)
    picker = opened.columns.findChild(Picker)
    assert picker is not None
    qtbot.keyClicks(picker.line, "comment")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    opened.columns.whole.keep_wanted.emit("Shop")
    book = sample_window.session.book
    qtbot.waitUntil(lambda: bool(import_mappings.saved_mappings(book)))
    opened.close()
    again = wizard([orders])
    (table,) = (table for _file, table in again.draft.tables)
    assert (table.mapping.entries, table.mapping.columns[5].target) == ("purchase", "body")
    go_on(again, qtbot)
    assert again.pages.currentIndex() == COLUMNS
    assert "Shop" in again.columns.hint.text() or "currency" in again.columns.hint.text()


def test_files_of_contacts_and_of_orders_do_not_go_together(
    wizard: Callable[[list[Path]], ImportWizard], orders: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    people = tmp_path / "people.csv"
    people.write_text("Name,Email\nAda,ada@a.example\n", "utf-8")
    opened = wizard([orders, people])
    assert "Remove one sort" in opened.source.recognised.text()
    assert not opened.next.isEnabled()
    opened.source.files.setCurrentRow(1)
    qtbot.keyClick(opened.source.files, Qt.Key.Key_Delete)
    qtbot.waitUntil(opened.next.isEnabled)
    assert opened.draft.of_entries


def test_the_command_for_purchases_takes_any_table_for_one(
    sample_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"Who,What\n{CHIARA},Lamp\nx@x.example,Tent\n", "utf-8")
    sample_window.commands["file.entries"].trigger()
    opened = sample_window.findChildren(ImportWizard)[-1]
    opened.add([path])
    qtbot.waitUntil(lambda: bool(opened.draft.files) and not opened.draft.busy)
    assert opened.source.form.rows.currentText() == "Notes"
    go_on(opened, qtbot)
    assert "No column says whose" in opened.columns.hint.text()
