"""From any screen to a logged entry in four keys at most beside the text, and a tour of several entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from contactbook.actions import timelines

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

MOST_KEYS = 4
TEXT = "Asked for the offer"


class Keys:
    """Counts the keys pressed that are no letters of a text; Ctrl+Enter is one."""

    def __init__(self) -> None:
        self.count = 0

    def press(self, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """Presses a key into whatever has the keyboard."""
        self.count += 1
        QTest.keyClick(window.focusWidget() or window, key, modifier)


@pytest.fixture(autouse=True)
def _at_work(sample_window: MainWindow, qtbot: QtBot) -> None:
    """Somebody is looked at."""
    sample_window.contacts.page.view.go_to_row(3)
    qtbot.waitUntil(lambda: sample_window.contacts.pane.contact_id is not None)
    qtbot.waitUntil(lambda: bool(sample_window.contacts.pane.head.name.text()))


def in_list(window: MainWindow) -> None:
    window.contacts.page.focus_list()


def in_pane(window: MainWindow) -> None:
    window.contacts.pane.details.setFocus()


def in_history(window: MainWindow) -> None:
    window.contacts.pane.tabs.setCurrentIndex(2)
    window.contacts.pane.history.setFocus()


def in_sidebar(window: MainWindow) -> None:
    window.contacts.sidebar.list.setFocus()


def in_today(window: MainWindow) -> None:
    shown = window.contacts.pane.contact_id
    window.commands["view.today"].trigger()
    window.contacts.pane.show_contact(shown)


NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("screen", [in_list, in_pane, in_history, in_sidebar, in_today])
def test_an_entry_takes_few_keys_from_any_screen(
    window: MainWindow, qtbot: QtBot, screen: Callable[[MainWindow], None]
) -> None:
    contact = window.contacts.pane.contact_id
    assert contact is not None
    screen(window)
    keys = Keys()
    keys.press(window, Qt.Key.Key_L, NONE)
    QTest.keyClicks(window.focusWidget(), TEXT)
    keys.press(window, Qt.Key.Key_Return, CTRL)
    book = window.session.book
    qtbot.waitUntil(lambda: len(list(timelines.timeline(book, contact))) == 1)
    assert next(timelines.timeline(book, contact)).subject == TEXT
    assert keys.count <= MOST_KEYS


def test_a_tour_of_a_day_is_logged_without_a_mouse(window: MainWindow, qtbot: QtBot) -> None:
    in_list(window)
    book, log = window.session.book, window.timeline.quick_log
    keys = Keys()
    keys.press(window, Qt.Key.Key_L, NONE)
    QTest.keyClicks(window.focusWidget(), "At the first door")
    keys.press(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(log.who.line.hasFocus)
    for number, name in enumerate(("yusuf", "rosa", "zanele"), 1):
        before = keys.count
        QTest.keyClicks(log.who.line, name)
        keys.press(window, Qt.Key.Key_Return, NONE)
        keys.press(window, Qt.Key.Key_Return, NONE)
        QTest.keyClicks(window.focusWidget(), f"At door {name}")
        keys.press(window, Qt.Key.Key_Return, CTRL)
        assert keys.count - before <= MOST_KEYS
        qtbot.waitUntil(lambda n=number: len(timelines.search_entries(book, "door")) == n + 1)
        qtbot.waitUntil(log.who.line.hasFocus)
    keys.press(window, Qt.Key.Key_Escape, NONE)
    assert log.isHidden()


def test_the_panel_goes_when_the_keyboard_goes_elsewhere(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["contact.log"].trigger()
    panel = window.timeline.quick_log
    qtbot.waitUntil(panel.isVisible)
    QTest.keyClicks(panel.form.text, "half a")
    window.contacts.page.search.take_focus()
    qtbot.waitUntil(lambda: not panel.isVisible())
    window.commands["contact.log"].trigger()
    assert panel.form.text.toPlainText() == "half a"


def test_the_button_beside_the_name_opens_the_panel_about_whom_one_sees(window: MainWindow) -> None:
    QTest.mouseClick(window.contacts.pane.head.log_button, Qt.MouseButton.LeftButton)
    panel = window.timeline.quick_log
    assert panel.isVisible()
    assert panel.who.ids == [window.contacts.pane.contact_id]
