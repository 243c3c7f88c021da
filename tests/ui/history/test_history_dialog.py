"""The history: found, read field by field, and undone after a look at what stays."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from contactbook.actions import browsing, editing
from contactbook.qtmodels.history_model import PAGE, HistoryModel
from contactbook.store.history_search import StepFilter
from contactbook.ui.history.history_dialog import HistoryDialog
from contactbook.ui.history.undo_question import UndoQuestion

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow


def edited(window: MainWindow, **values: str) -> int:
    """A contact whose note was changed twice."""
    book = window.session.book
    [one] = editing.add_contact(book, {"given": "Zenobia", **values}).made
    for note in ("first", "second"):
        window.session.announce(editing.edit_contact(book, one, {"note": note}))
    return one


def opened(window: MainWindow) -> HistoryDialog:
    window.commands["history.show"].trigger()
    dialog = window.findChild(HistoryDialog)
    assert dialog is not None
    return dialog


def test_an_older_step_is_undone_after_a_look(sample_window: MainWindow, qtbot: QtBot) -> None:
    one = edited(sample_window)
    dialog = opened(sample_window)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert "first added" in [line.text for line in dialog.details.lines()]
    dialog.undo_button.click()
    qtbot.waitUntil(lambda: dialog.findChild(UndoQuestion) is not None)
    question = dialog.findChild(UndoQuestion)
    assert [question.kept.item(row).text() for row in range(question.kept.count())] == [
        "Zenobia\nNote: first → second"
    ]
    QTest.keyClick(question.kept, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "keeps" in dialog.notice.text())
    assert browsing.show(sample_window.session.book, one).note == "second"
    dialog.close()


def test_steps_are_found_by_text_and_kind(sample_window: MainWindow, qtbot: QtBot) -> None:
    edited(sample_window)
    dialog = opened(sample_window)
    dialog.text.setText("zenobia")
    qtbot.waitUntil(lambda: dialog.list.model().rowCount() == 3)
    dialog.kind.setCurrentIndex(2)
    assert dialog.list.model().rowCount() == 0
    dialog.text.clear()
    qtbot.waitUntil(lambda: dialog.list.model().rowCount() == 1)
    dialog.period.setCurrentIndex(1)
    assert dialog.list.model().rowCount() == 1
    dialog.close()


def test_it_goes_with_the_book(sample_window: MainWindow, qtbot: QtBot) -> None:
    edited(sample_window)
    dialog = opened(sample_window)
    with qtbot.waitSignal(dialog.destroyed):
        sample_window.session.lock()


def test_the_tab_tells_what_changed_and_leads_to_the_step(sample_window: MainWindow, qtbot: QtBot) -> None:
    one = edited(sample_window)
    pane = sample_window.contacts.pane
    pane.show_contact(one)
    pane.tabs.setCurrentIndex(pane.tabs.count() - 1)
    qtbot.waitUntil(lambda: "first → second" in [line.text for line in pane.history.lines()])
    pane.history.link_clicked.emit(pane.history.lines()[0].link)
    dialog = sample_window.findChild(HistoryDialog)
    assert "Zenobia" in dialog.windowTitle()
    assert dialog.list.model().rowCount() == 3
    dialog.close()


def test_the_tab_tells_of_a_step_that_touched_many(sample_window: MainWindow, qtbot: QtBot) -> None:
    pane = sample_window.contacts.pane
    table = sample_window.contacts.page.table
    pane.show_contact(table.id_at(3))
    pane.tabs.setCurrentIndex(pane.tabs.count() - 1)
    qtbot.waitUntil(lambda: "Chiara added" in [line.text for line in pane.history.lines()])
    assert any("Import of" in line.text for line in pane.history.lines())
    pane.show_contact(table.id_at(4))
    qtbot.waitUntil(lambda: "Pål added" in [line.text for line in pane.history.lines()])
    assert "Chiara added" not in [line.text for line in pane.history.lines()]


def test_the_question_comes_from_the_tab_and_while_the_writer_is_busy(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    pane = sample_window.contacts.pane
    sample_window.contacts.show_contacts([edited(sample_window)])
    pane.tabs.setCurrentIndex(pane.tabs.count() - 1)
    qtbot.waitUntil(lambda: "first → second" in [line.text for line in pane.history.lines()])
    [link] = [line.link for line in pane.history.lines() if line.text.startswith("New contact")]
    pane.history.link_clicked.emit(link)
    dialog = sample_window.findChild(HistoryDialog)
    assert dialog is not None
    holding = threading.Event()
    sample_window.session.run(lambda _job: holding.wait(10))
    dialog.undo_button.click()
    qtbot.wait(200)
    assert "Looking" in dialog.notice.text()
    assert dialog.findChild(UndoQuestion) is None
    QTest.keyClick(dialog.list, Qt.Key.Key_Up)
    holding.set()
    qtbot.waitUntil(lambda: dialog.findChild(UndoQuestion) is not None)
    dialog.close()


@pytest.mark.parametrize("count", [3, PAGE + 5])
def test_the_model_reads_page_by_page(
    sample_window: MainWindow, qtmodeltester: ModelTester, count: int
) -> None:
    book = sample_window.session.book
    [one] = editing.add_contact(book, {"given": "Ada"}).made
    for number in range(count):
        editing.set_starred(book, [one], number % 2 == 0)
    model = HistoryModel(lambda row: row.action)
    model.show(book.reader, StepFilter(contact=one))
    assert model.rowCount() == min(PAGE, count + 1)
    qtmodeltester.check(model)
    while model.canFetchMore():
        model.fetchMore()
    assert model.rowCount() == count + 1
    editing.set_starred(book, [one], count % 2 == 0)
    model.refresh()
    assert model.rowCount() == count + 2
    model.show(None)
    assert model.rowCount() == 0


def test_ctrl_z_in_the_list_undoes_and_in_a_line_edits_the_line(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    edited(sample_window)
    window = sample_window
    window.activateWindow()
    qtbot.waitUntil(window.commands["edit.undo"].isEnabled)
    line = QLineEdit(window.contacts.page)
    line.show()
    line.setFocus()
    QTest.keyClicks(line, "abc")
    before = len(browsing_steps(window))
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait(100)
    assert (line.text(), len(browsing_steps(window))) == ("", before)
    line.deleteLater()
    window.contacts.page.view.setFocus()
    QTest.keyClick(window.contacts.page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(browsing_steps(window)) == before + 1)


def browsing_steps(window: MainWindow) -> list[object]:
    from contactbook.actions import undoing

    return list(undoing.history(window.session.book))
