"""The doorway as a whole: welcome, recent books, the sample, locking, and names for screen readers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_recent_books_are_offered_and_asked_for(window: MainWindow, tmp_path: Path) -> None:
    paths = [tmp_path / f"Book {at}.contactbook" for at in range(7)]
    window.door.show_welcome(paths)
    buttons = window.door.welcome.recent_buttons
    assert [button.text() for button in buttons] == [f"Book {at}" for at in range(5)]
    buttons[1].setFocus()
    QTest.keyClick(buttons[1], Qt.Key.Key_Space)
    assert window.door.currentWidget() is window.door.unlocking
    assert window.door.unlocking.path == paths[1]
    window.door.show_welcome([])
    assert window.door.welcome.recent_buttons == []


def test_the_sample_opens_and_opens_again(window: MainWindow, qtbot: QtBot) -> None:
    for _ in range(2):  # made the first time, found the second
        window.door.show_welcome()
        entered = []
        window.door.entered.connect(lambda entered=entered: entered.append(True))
        QTest.keyClick(window.door.welcome.sample_button, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda entered=entered: bool(entered), timeout=20_000)
        qtbot.waitUntil(lambda: window.contacts.page.table.rowCount() > 50)
        window.session.close()
        qtbot.waitUntil(lambda: not window.session.tasks.busy)


def test_the_welcome_starts_on_create_and_walks_by_tab(window: MainWindow, tmp_path: Path) -> None:
    window.activateWindow()
    window.door.show_welcome([tmp_path / "Mine.contactbook"])
    welcome = window.door.welcome
    stations = []
    for _ in range(5):
        stations.append(window.focusWidget())
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert stations == [
        welcome.create_button,
        welcome.open_button,
        welcome.sample_button,
        welcome.convert_button,
        *welcome.recent_buttons,
    ]


def test_locking_asks_for_the_same_book(sample_window: MainWindow, qtbot: QtBot) -> None:
    path = sample_window.session.book.path
    sample_window.activateWindow()
    QTest.keyClick(sample_window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(sample_window.door.unlocking.isVisible)
    assert sample_window.door.unlocking.path == path
    assert sample_window.focusWidget() is sample_window.door.unlocking.password


def test_a_book_that_is_gone_is_said(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.activateWindow()
    window.open_book(tmp_path / "Gone.contactbook")
    page = window.door.unlocking
    QTest.keyClicks(page.password, "x")
    QTest.keyClick(page.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Gone.contactbook" in page.notice_text, timeout=10_000)
    assert page.unlock_button.isEnabled()  # the password was not wrong: no wait


def test_everything_at_the_door_has_a_name(window: MainWindow, tmp_path: Path) -> None:
    door = window.door
    door.show_welcome([tmp_path / "Mine.contactbook"])
    door.recovery.show_code(tmp_path / "Mine.contactbook", "AAAAAA")
    for page in (door.welcome, door.creating, door.unlocking, door.recovery):
        for control in [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit)]:
            interface = QAccessible.queryAccessibleInterface(control)
            assert interface is not None
            assert interface.text(QAccessible.Text.Name).strip(), control


def test_a_narrow_door_scrolls_and_clips_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(560, 420)
    window.door.show_create()
    page = window.door.creating
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    assert page.horizontalScrollBar().maximum() == 0
    page.create_button.setFocus(Qt.FocusReason.TabFocusReason)
    page.ensureWidgetVisible(page.create_button)
    place = page.create_button.mapTo(page.viewport(), page.create_button.rect().bottomRight())
    assert page.viewport().rect().contains(place)


def test_the_sample_is_no_recent_book_and_tells_its_password(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    QTest.keyClick(window.door.welcome.sample_button, Qt.Key.Key_Return)
    qtbot.waitUntil(window.contacts.isVisible, timeout=20_000)
    assert window.settings.recent_books() == []
    window.session.lock()
    qtbot.waitUntil(lambda: not window.session.tasks.busy)
    page = window.door.unlocking
    assert "“sample”" in page.explanation.text()
    QTest.keyClicks(page.password, "sample")
    QTest.keyClick(page.password, Qt.Key.Key_Return)
    qtbot.waitUntil(window.contacts.isVisible, timeout=10_000)


def test_a_new_book_is_put_where_there_is_a_folder(window: MainWindow) -> None:
    place = Path(window.door.creating.place.text()).expanduser()
    assert place.parent.is_dir()  # this home has no Documents
