"""The first day with the program, played through the real window by key presses alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from contactbook.actions import books, exporting
from contactbook.settings.computer import ComputerSettings
from contactbook.ui.main_window import MainWindow
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PASSWORD = "quiet river 42 lamps"
CARDS = 500


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.LIGHT)
    made = MainWindow(ComputerSettings(None))
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    qtbot.waitUntil(lambda: not made.session.tasks.busy)
    made.deleteLater()


def cards(count: int) -> bytes:
    """A file of invented cards with names that fold, and one broken card in the middle."""
    made: list[str] = []
    for number in range(count):
        name = ("Łukasz", "Søren", "Ayşe", "Grete")[number % 4]
        made.append(
            "BEGIN:VCARD\r\nVERSION:3.0\r\n"
            f"UID:first-light-{number}\r\nFN:{name} Number{number:03d}\r\nN:Number{number:03d};{name};;;\r\n"
            f"TEL;TYPE=CELL:+43 664 {number:07d}\r\nEMAIL:{number}@mill.example\r\nEND:VCARD\r\n"
        )
    made.insert(count // 2, "BEGIN:VCARD\r\nVERSION:3.0\r\nthis card never ends\r\n")
    return "".join(made).encode()


def press(window: MainWindow, text: str = "", key: Qt.Key | None = None, modifier: str = "") -> None:
    """Types text, or a key with Ctrl, to whatever holds the focus."""
    target = window.focusWidget() or window
    if text:
        QTest.keyClicks(target, text)
    if key is not None:
        mods = {
            "": Qt.KeyboardModifier.NoModifier,
            "ctrl": Qt.KeyboardModifier.ControlModifier,
            "ctrl+shift": Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        }
        QTest.keyClick(target, key, mods[modifier])


def test_create_import_find_undo_lock_and_come_back(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    source = tmp_path / "people.vcf"
    source.write_bytes(cards(CARDS))
    book = tmp_path / "Office.contactbook"
    table = window.contacts.page.table

    def settled() -> None:
        qtbot.waitUntil(lambda: not window.session.tasks.busy, timeout=20_000)
        qtbot.wait(20)

    # create a book from the first page, without the mouse
    assert window.door.currentWidget() is window.door.welcome
    press(window, key=Qt.Key.Key_Return)
    page = window.door.creating
    assert window.door.currentWidget() is page
    page.place.setText(str(book.with_suffix("")))
    page.password.setFocus()
    press(window, PASSWORD)
    assert page.meter.level == "strong"
    page.again.setFocus()
    press(window, "something else", Qt.Key.Key_Return)
    assert "not the same" in shown_notice(page)
    press(window, PASSWORD, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.door.currentWidget() is window.door.recovery, timeout=10_000)
    code = window.door.recovery.code.text()
    assert len(code.split()) == 4
    press(window, key=Qt.Key.Key_Return)
    qtbot.waitUntil(window.contacts.isVisible)
    assert book.exists()

    # import 500 cards, one of them broken
    window.import_paths([source])
    settled()
    assert table.rowCount() == CARDS
    assert "500" in window.messages.text

    # find one by a name without its accents, by part of an address, by digits
    for typed, expected in (
        ("lukasz number004", 1),
        ("ill.exam", CARDS),
        ("0664 0000 017", 1),
        ("soren", 125),
    ):
        press(window, key=Qt.Key.Key_F, modifier="ctrl")
        press(window, typed)
        qtbot.wait(20)
        assert table.rowCount() == expected, typed
    press(window, key=Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.contacts.pane.contact_id is not None)

    # undo and redo by their keys
    press(window, key=Qt.Key.Key_F, modifier="ctrl")
    press(window, key=Qt.Key.Key_Escape)
    press(window, key=Qt.Key.Key_Escape)
    press(window, key=Qt.Key.Key_Z, modifier="ctrl")
    settled()
    assert table.rowCount() == 0
    press(window, key=Qt.Key.Key_Z, modifier="ctrl+shift")
    settled()
    assert table.rowCount() == CARDS

    # lock: nothing of the people is left in the window; a wrong password, then the right one
    press(window, key=Qt.Key.Key_L, modifier="ctrl")
    settled()
    assert table.rowCount() == 0
    assert window.contacts.pane.contact_id is None
    assert window.door.currentWidget() is window.door.unlocking
    assert b"mill.example" not in book.read_bytes()
    press(window, "wrong", Qt.Key.Key_Return)
    settled()
    assert not window.session.is_open
    assert shown_notice(window.door.unlocking)
    qtbot.waitUntil(window.door.unlocking.unlock_button.isEnabled, timeout=5_000)
    press(window, PASSWORD, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.rowCount() == CARDS, timeout=10_000)

    # and out again: what was read is written
    target = tmp_path / "out.json"
    exporting.export(window.session.book, target, to="json")
    people = json.loads(target.read_text(encoding="utf-8"))
    people = people["contacts"] if isinstance(people, dict) else people
    assert len(people) == CARDS
    window.session.close()
    settled()

    # the recovery code opens it as well
    with books.open_book(book, books.credential(recovery_code=code)) as opened:
        assert opened.path == book


def shown_notice(page: object) -> str:
    """The message that a page of the front door shows."""
    return " ".join(label.text() for label in page.findChildren(type(page.heading)) if label.isVisible())  # type: ignore[attr-defined]
