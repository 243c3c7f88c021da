from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest

from contactbook.actions import books, browsing
from contactbook.ui.commands import COMMANDS, Command

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(
    window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """A key, to whatever holds the focus."""
    QTest.keyClick(window.focusWidget() or window, key, modifier)


def type_in(window: MainWindow, text: str) -> None:
    """Text, to whatever holds the focus."""
    QTest.keyClicks(window.focusWidget(), text)


def shown(window: MainWindow) -> list[str]:
    """The names in the list."""
    table = window.contacts.page.table
    return [table.index(row, 0).data() for row in range(table.rowCount())]


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Until nothing is under way and the news has been read."""
    qtbot.waitUntil(lambda: not window.session.tasks.busy)
    qtbot.wait(10)


def test_the_keyboard_is_in_the_list_of_an_opened_book(sample_window: MainWindow) -> None:
    assert sample_window.focusWidget() is sample_window.contacts.page.view
    assert len(shown(sample_window)) == 62
    assert sample_window.windowTitle() == "Book - Contactbook"


def test_typing_finds_and_arrows_go_into_the_list(sample_window: MainWindow, qtbot: QtBot) -> None:
    press(sample_window, Qt.Key.Key_F, CTRL)
    type_in(sample_window, "helsinki")
    assert "Helsinki Tool Library" in shown(sample_window)
    assert len(shown(sample_window)) < 5
    press(sample_window, Qt.Key.Key_Down)
    view = sample_window.contacts.page.view
    assert sample_window.focusWidget() is view
    assert view.currentIndex().row() == 0
    press(sample_window, Qt.Key.Key_Up)
    assert sample_window.focusWidget() is sample_window.contacts.page.search
    press(sample_window, Qt.Key.Key_Escape)
    assert len(shown(sample_window)) == 62
    press(sample_window, Qt.Key.Key_Escape)
    assert sample_window.focusWidget() is view


def test_slash_in_the_list_searches(sample_window: MainWindow) -> None:
    press(sample_window, Qt.Key.Key_Slash)
    assert sample_window.focusWidget() is sample_window.contacts.page.search
    assert sample_window.contacts.page.search.text() == ""


def test_enter_in_the_search_goes_into_the_first_match(sample_window: MainWindow) -> None:
    press(sample_window, Qt.Key.Key_F, CTRL)
    type_in(sample_window, "torino")
    press(sample_window, Qt.Key.Key_Return)
    page = sample_window.contacts.page
    assert sample_window.contacts.pane.contact_id == page.table.id_at(0)
    assert not page.search.hasFocus()


def test_the_first_match_is_shown_when_the_typing_rests(sample_window: MainWindow, qtbot: QtBot) -> None:
    press(sample_window, Qt.Key.Key_F, CTRL)
    type_in(sample_window, "torino")
    page = sample_window.contacts.page
    qtbot.waitUntil(lambda: sample_window.contacts.pane.contact_id == page.table.id_at(0))
    assert page.search.hasFocus()


def test_typing_in_the_list_goes_to_a_name(sample_window: MainWindow) -> None:
    type_in(sample_window, "zan")
    page = sample_window.contacts.page
    assert page.table.row(page.view.currentIndex().row()).display_name == "Zanele Dlamini"


def test_star_and_undo_by_keys(sample_window: MainWindow, qtbot: QtBot) -> None:
    page = sample_window.contacts.page
    press(sample_window, Qt.Key.Key_D, CTRL)
    settle(sample_window, qtbot)
    assert page.table.row(0).starred
    assert "Star" in sample_window.commands["edit.undo"].text()
    press(sample_window, Qt.Key.Key_Z, CTRL)
    settle(sample_window, qtbot)
    assert not page.table.row(0).starred
    assert sample_window.messages.text.startswith("Undone: Star")
    assert sample_window.commands["edit.redo"].text().startswith("Redo: Star")
    press(sample_window, Qt.Key.Key_Z, CTRL | SHIFT)
    settle(sample_window, qtbot)
    assert page.table.row(0).starred


def test_undo_belongs_to_the_book_even_in_the_search_field(sample_window: MainWindow, qtbot: QtBot) -> None:
    press(sample_window, Qt.Key.Key_D, CTRL)
    settle(sample_window, qtbot)
    press(sample_window, Qt.Key.Key_F, CTRL)
    press(sample_window, Qt.Key.Key_Z, CTRL)
    settle(sample_window, qtbot)
    assert not sample_window.contacts.page.table.row(0).starred


def test_delete_moves_on_and_can_be_undone_from_the_bar(sample_window: MainWindow, qtbot: QtBot) -> None:
    second = shown(sample_window)[1]
    press(sample_window, Qt.Key.Key_Delete)
    settle(sample_window, qtbot)
    page = sample_window.contacts.page
    assert shown(sample_window)[0] == second
    assert page.table.row(page.view.currentIndex().row()).display_name == second
    assert "trash" in sample_window.messages.text
    assert "1" in sample_window.messages.text
    press(sample_window, Qt.Key.Key_Z, CTRL)
    settle(sample_window, qtbot)
    assert len(shown(sample_window)) == 62


def test_the_trash_gives_back(sample_window: MainWindow, qtbot: QtBot) -> None:
    press(sample_window, Qt.Key.Key_Delete)
    settle(sample_window, qtbot)
    sample_window.contacts.sidebar.choose("trash")
    assert len(shown(sample_window)) == 1
    assert not sample_window.commands["contact.trash"].isVisible()
    sample_window.contacts.page.focus_list()
    sample_window.commands["contact.restore"].trigger()
    settle(sample_window, qtbot)
    assert shown(sample_window) == []
    sample_window.contacts.sidebar.choose("all")
    assert len(shown(sample_window)) == 62


def test_several_are_tagged_by_the_picker(sample_window: MainWindow, qtbot: QtBot) -> None:
    press(sample_window, Qt.Key.Key_Down, SHIFT)
    press(sample_window, Qt.Key.Key_Down, SHIFT)
    page = sample_window.contacts.page
    assert page.view.selected.count == 3
    assert page.selection_bar.isVisible()
    press(sample_window, Qt.Key.Key_T, CTRL)
    from contactbook.ui.widgets.picker import Picker

    picker = sample_window.findChild(Picker)
    QTest.keyClicks(picker.line, "gala dinner")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    settle(sample_window, qtbot)
    labels = [entry.label for entry in sample_window.contacts.sidebar.entries]
    assert "gala dinner" in labels
    assert "gala dinner" in page.table.row(0).tags
    assert page.view.selected.count == 3


def test_the_palette_does_what_it_says(sample_window: MainWindow, qtbot: QtBot) -> None:
    from contactbook.ui.widgets.picker import Picker

    press(sample_window, Qt.Key.Key_K, CTRL)
    picker = sample_window.findChild(Picker)
    QTest.keyClicks(picker.line, "go compan")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    counts = browsing.counts(sample_window.session.book)
    qtbot.waitUntil(lambda: len(shown(sample_window)) == counts.companies)
    assert sample_window.contacts.sidebar.entry.key == "companies"


def test_locking_empties_everything_and_asks_for_the_password(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    press(sample_window, Qt.Key.Key_F, CTRL)
    type_in(sample_window, "ad")
    press(sample_window, Qt.Key.Key_L, CTRL)
    assert not sample_window.session.is_open
    assert shown(sample_window) == []
    assert sample_window.contacts.page.search.text() == ""
    assert sample_window.contacts.pane.contact_id is None
    assert sample_window.contacts.sidebar.entries == []
    assert not sample_window.contacts.isVisible()
    assert sample_window.door.currentWidget() is sample_window.door.unlocking
    assert not sample_window.commands["file.lock"].isEnabled()
    settle(sample_window, qtbot)


def test_dropped_files_are_imported_and_undone(
    window: MainWindow, open_book: Callable[[Path | None], None], qtbot: QtBot
) -> None:
    open_book(None)
    data = QMimeData()
    cards = [path for path in books.sample_files() if path.suffix == ".vcf"]
    count = sum(path.read_text("utf-8").count("BEGIN:VCARD") for path in cards) - 1  # one is a group
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in cards])
    enter = QDragEnterEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert window.overlay.isVisible()
    drop = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(drop)
    assert not window.overlay.isVisible()
    qtbot.waitUntil(lambda: len(shown(window)) == count, timeout=10_000)
    assert str(count) in window.messages.text
    settle(window, qtbot)
    assert str(count) in window.commands["edit.undo"].text()
    press(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(shown(window)) == 0, timeout=10_000)
    settle(window, qtbot)


def test_a_new_contact_is_selected(sample_window: MainWindow, qtbot: QtBot) -> None:
    press(sample_window, Qt.Key.Key_N, CTRL)
    assert sample_window.editing.active
    QTest.keyClicks(sample_window.focusWidget(), "Grace Brewster Hopper")
    press(sample_window, Qt.Key.Key_S, CTRL)
    settle(sample_window, qtbot)
    page = sample_window.contacts.page
    row = page.table.row(page.view.currentIndex().row())
    assert row.display_name == "Grace Brewster Hopper"
    assert row.sort_name.startswith("Hopper")
    assert "Grace" in sample_window.messages.text


def test_a_narrow_window_puts_the_contact_below(sample_window: MainWindow, qtbot: QtBot) -> None:
    contacts = sample_window.contacts
    beside = contacts.pane.mapTo(contacts, QPoint(0, 0))
    sample_window.resize(800, 700)
    qtbot.waitUntil(lambda: contacts.pane.mapTo(contacts, QPoint(0, 0)).x() < beside.x())
    assert contacts.pane.mapTo(contacts, QPoint(0, 0)).y() > 100
    sample_window.resize(1280, 800)
    qtbot.waitUntil(lambda: contacts.pane.mapTo(contacts, QPoint(0, 0)).y() == 0)


def test_sorting_is_remembered_for_each_part(sample_window: MainWindow) -> None:
    sample_window.contacts.page.sort_by("email", descending=True)
    first = shown(sample_window)[0]
    sample_window.contacts.sidebar.choose("people")
    assert sample_window.contacts.page.table.sorting == ("name", False)
    sample_window.contacts.sidebar.choose("all")
    assert sample_window.contacts.page.table.sorting == ("email", True)
    assert shown(sample_window)[0] == first


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.key)
def test_no_two_commands_share_a_key(command: Command) -> None:
    others = [each for each in COMMANDS if each is not command]
    taken = {keys for each in others for keys in each.shortcuts}
    assert taken.isdisjoint(command.shortcuts)


def test_enter_goes_into_the_contact_and_escape_comes_back(sample_window: MainWindow, qtbot: QtBot) -> None:
    page, pane = sample_window.contacts.page, sample_window.contacts.pane
    qtbot.waitUntil(lambda: pane.contact_id == page.table.id_at(0))
    press(sample_window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.isAncestorOf(sample_window.focusWidget()))
    press(sample_window, Qt.Key.Key_Escape)
    assert sample_window.focusWidget() is page.view


def test_f6_goes_round_the_parts_of_the_window(sample_window: MainWindow, qtbot: QtBot) -> None:
    contacts = sample_window.contacts
    qtbot.wait(60)
    stations = []
    for _ in range(4):
        press(sample_window, Qt.Key.Key_F6)
        here = sample_window.focusWidget()
        parts = (contacts.sidebar, contacts.page.search, contacts.page.view, contacts.pane)
        stations.append(next(part for part in parts if part is here or part.isAncestorOf(here)))
    assert stations == [contacts.pane, contacts.sidebar, contacts.page.search, contacts.page.view]
