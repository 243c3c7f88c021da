from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton

from contactbook.actions import editing
from contactbook.domain.changes import Changes
from contactbook.domain.contact import Contact
from contactbook.ui.contacts.list_selection import ListSelection

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_selection_outlives_sorting_and_changes(sample_window: MainWindow) -> None:
    page = sample_window.contacts.page
    chosen = [page.table.id_at(row) for row in (2, 3, 7)]
    page.view.selected.set_ids(chosen, chosen[2])
    page.sort_by("email", descending=True)
    assert set(page.view.selected.ids()) == set(chosen)
    assert page.view.current_id() == chosen[2]
    page.refresh(Changes(step=1, everything=True))
    assert set(page.view.selected.ids()) == set(chosen)
    assert isinstance(page.view.selected, ListSelection)


def test_a_search_begins_at_its_top(sample_window: MainWindow, qtbot: QtBot) -> None:
    page = sample_window.contacts.page
    page.view.go_to_row(50)
    assert page.view.top_row() > 0
    page.search.setText("a")
    assert page.view.top_row() == 0


def test_a_shortcut_that_is_still_held_selects_nobody_besides(sample_window: MainWindow) -> None:
    view = sample_window.contacts.page.view
    view.go_to_row(0)
    QTest.keyPress(view, Qt.Key.Key_Control)
    QTest.keyPress(view, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    try:
        view.go_to_row(2)
        assert view.selected.ranges() == [(2, 2)]
    finally:
        QTest.keyRelease(view, Qt.Key.Key_J)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected.ranges() == [(2, 3)]


def test_everything_selected_is_one_run(sample_window: MainWindow) -> None:
    page = sample_window.contacts.page
    sample_window.commands["edit.select_all"].trigger()
    assert page.view.selected.ranges() == [(0, 61)]
    assert page.view.selected.count == 62
    assert page.selection_bar.isVisible()
    sample_window.commands["edit.select_none"].trigger()
    assert page.view.selected.count == 0
    assert not page.selection_bar.isVisible()


def test_no_word_under_the_list_is_cut(sample_window: MainWindow, qtbot: QtBot) -> None:
    page = sample_window.contacts.page
    page.view.selected.set_ids([page.table.id_at(row) for row in range(12)])
    styles: set[Qt.ToolButtonStyle] = set()

    def buttons() -> list[QToolButton]:
        return [each for each in page.selection_bar.findChildren(QToolButton) if each.isVisible()]

    for width in range(1600, 760, -40):
        sample_window.resize(width, 700)
        qtbot.waitUntil(lambda: all(each.width() >= each.sizeHint().width() for each in buttons()))
        styles.update(each.toolButtonStyle() for each in buttons()[:-1])
    assert len(styles) == 2


def test_rows_get_low_and_two_lined(sample_window: MainWindow, qtbot: QtBot) -> None:
    view = sample_window.contacts.page.view
    comfortable = view.rowHeight(0)
    sample_window.commands["view.compact"].trigger()
    assert view.rowHeight(0) < comfortable
    sample_window.resize(940, 700)
    qtbot.waitUntil(lambda: view.two_lines)
    assert view.rowHeight(0) > comfortable
    assert not view.header.isVisible()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, view.rowHeight(0) * 2 + 5))
    assert view.currentIndex().row() == 2


def test_a_double_click_opens(sample_window: MainWindow, qtbot: QtBot) -> None:
    page = sample_window.contacts.page
    with qtbot.waitSignal(page.contact_opened) as opened:
        QTest.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 5))
    assert opened.args == [page.table.id_at(0)]


def test_the_strip_goes_to_a_letter(sample_window: MainWindow, qtbot: QtBot) -> None:
    page = sample_window.contacts.page
    strip = page.strip
    assert strip.isVisible()
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(5, strip.height() - 30))
    row = page.table.row(page.view.top_row())
    assert row.sort_name[0] > "M"
    page.sort_by("created_at", descending=False)
    assert not strip.isVisible()


def test_painting_reads_only_what_is_in_sight(sample_window: MainWindow) -> None:
    page = sample_window.contacts.page
    page.refresh(Changes(step=1, everything=True))
    page.view.viewport().repaint()
    assert 0 < len(page.table.listing.held()) <= 64


def test_the_title_says_where_one_is_and_how_many_there_are(sample_window: MainWindow) -> None:
    page = sample_window.contacts.page
    assert page.title.text == "All contacts 62"
    assert page.title.accessibleName() == "All contacts 62"
    page.search.setText("helsinki")
    assert page.title.text == "All contacts 2 of 62"
    sample_window.contacts.sidebar.choose("trash")
    assert page.title.text == "Trash 0 of 0"


def test_who_is_in_hand_stays_in_sight_when_a_message_takes_room(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    view = sample_window.contacts.page.view
    view.go_to_row(0)
    last = view.rowAt(view.viewport().height()) - 1
    view.go_to_row(last)
    bottom = view.viewport().height()
    sample_window.messages.say("Something happened.", stays=True)
    qtbot.waitUntil(lambda: view.viewport().height() < bottom)
    assert view.rowViewportPosition(last) + view.rowHeight(last) <= view.viewport().height()


def test_a_locked_book_leaves_no_cross_in_the_search(sample_window: MainWindow, qtbot: QtBot) -> None:
    search = sample_window.contacts.page.search
    search.setText("anna")
    (cross,) = (action for action in search.actions() if action.text() == "Clear the search")
    assert cross.isVisible()
    sample_window.session.lock()
    qtbot.waitUntil(lambda: not sample_window.session.is_open)
    assert not search.text()
    assert not cross.isVisible()


def test_an_empty_book_has_the_keyboard_on_what_to_do(
    window: MainWindow, open_book: Callable[[Path | None], None], qtbot: QtBot
) -> None:
    open_book(None)
    page = window.contacts.page
    step = window.focusWidget()
    assert isinstance(step, QPushButton)
    assert step.text() == "Import files …"
    window.session.announce(editing.add_contact(window.session.book, Contact(given="Ada")))
    qtbot.waitUntil(page.view.isVisible)
    assert window.focusWidget() is page.view
    assert page.view.currentIndex().row() == 0
