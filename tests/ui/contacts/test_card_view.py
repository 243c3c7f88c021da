from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from contactbook.settings import declarations

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow


@pytest.fixture
def cards_window(sample_window: MainWindow, qtbot: QtBot) -> MainWindow:
    sample_window.contacts.page.view.go_to_row(0)
    sample_window.commands["view.cards"].trigger()
    cards = sample_window.contacts.page.cards
    qtbot.waitUntil(lambda: cards.hasFocus() and cards.visualRect(cards.currentIndex()).isValid())
    return sample_window


def test_cards_stand_side_by_side_and_the_arrows_go_over_them(cards_window: MainWindow) -> None:
    page = cards_window.contacts.page
    assert not page.view.isVisible()
    first, second = (page.cards.visualRect(page.table.index(row, 0)) for row in (0, 1))
    assert first.top() == second.top()
    assert first.right() < second.left()
    QTest.keyClick(page.cards, Qt.Key.Key_Right)
    assert page.view.selected.ranges() == [(1, 1)]
    QTest.keyClick(page.cards, Qt.Key.Key_Down)
    below = page.cards.visualRect(page.cards.currentIndex())
    assert below.top() > second.top()
    assert below.left() == second.left()
    QTest.keyClick(page.cards, Qt.Key.Key_Up)
    assert page.view.current_id() == page.table.id_at(1)
    QTest.keyClick(page.cards, Qt.Key.Key_Up)
    assert page.search.hasFocus()


def test_the_pane_follows_and_enter_opens(cards_window: MainWindow, qtbot: QtBot) -> None:
    page = cards_window.contacts.page
    QTest.keyClick(page.cards, Qt.Key.Key_Right)
    name = page.table.row(1)
    assert name is not None
    qtbot.waitUntil(lambda: cards_window.contacts.pane.head.name.text() == name.display_name)
    with qtbot.waitSignal(page.contact_opened) as opened:
        QTest.keyClick(page.cards, Qt.Key.Key_Return)
    assert opened.args == [page.table.id_at(1)]
    with qtbot.waitSignal(page.contact_opened) as opened:
        at = page.cards.visualRect(page.table.index(2, 0)).center()
        QTest.mouseDClick(page.cards.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [page.table.id_at(2)]


def test_letters_and_the_strip_go_to_a_name(cards_window: MainWindow, qtbot: QtBot) -> None:
    page = cards_window.contacts.page
    QTest.keyClicks(page.cards, "mi")
    row = page.table.row(page.cards.currentIndex().row())
    assert row is not None
    assert row.display_name.startswith("Mi")
    page.strip.row_wanted.emit(40)
    qtbot.waitUntil(lambda: page.cards.top_row() > 20)


def test_the_selection_is_that_of_the_list(cards_window: MainWindow) -> None:
    page = cards_window.contacts.page
    QTest.keyClick(page.cards, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.cards, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    chosen = page.view.selected.ids()
    assert chosen == [page.table.id_at(row) for row in range(3)]
    page.sort_by("email", descending=True)
    assert set(page.view.selected.ids()) == set(chosen)
    cards_window.commands["view.cards"].trigger()
    assert page.view.isVisible()
    assert page.view.hasFocus()
    assert set(page.view.selected.ids()) == set(chosen)


def test_a_search_and_the_trash_work_among_cards(cards_window: MainWindow, qtbot: QtBot) -> None:
    page = cards_window.contacts.page
    QTest.keyClick(page.cards, Qt.Key.Key_Slash)
    assert page.search.hasFocus()
    page.search.setText("helsinki")
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.cards.hasFocus()
    before = page.table.rowCount()
    gone = page.view.current_id()
    QTest.keyClick(page.cards, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.table.rowCount() == before - 1)
    assert page.table.row_of(gone) == -1


def test_narrow_and_large_print_have_fewer_cards_in_a_line(cards_window: MainWindow, qtbot: QtBot) -> None:
    page = cards_window.contacts.page

    def in_a_line() -> int:
        tops = [page.cards.visualRect(page.table.index(row, 0)).top() for row in range(6)]
        return tops.count(tops[0])

    wide = in_a_line()
    font = page.cards.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    page.cards.setFont(font)
    qtbot.waitUntil(lambda: in_a_line() != wide)
    assert in_a_line() == 1 < wide


def test_the_choice_is_remembered(cards_window: MainWindow) -> None:
    assert cards_window.settings.get(declarations.CARDS_SHOWN)
    cards_window.commands["contact.cell"].trigger()
    assert "Ctrl+Shift+G" in cards_window.messages.text
    assert not cards_window.cells.active


def test_hovering_and_empty_places_do_no_harm(cards_window: MainWindow, qtbot: QtBot) -> None:
    page = cards_window.contacts.page
    QTest.mouseMove(page.cards.viewport(), QPoint(20, 20))
    page.search.setText("helsinki")
    nowhere = page.cards.viewport().rect().bottomRight()
    assert not page.cards.indexAt(nowhere).isValid()
    with qtbot.assertNotEmitted(page.contact_opened):
        QTest.mouseDClick(page.cards.viewport(), Qt.MouseButton.LeftButton, pos=nowhere)
