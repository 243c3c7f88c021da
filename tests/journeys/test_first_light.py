"""The first day with the program, played through the real window by key presses alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from contactbook.actions import books, exporting
from contactbook.ui.importing.report_dialog import ReportDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PASSWORD = "quiet river 42 lamps"
CARDS = 500


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


class Day:
    """What somebody does on the first day, step by step, each checked by what the window then shows."""

    def __init__(self, window: MainWindow, qtbot: QtBot, folder: Path) -> None:
        self.window, self.qtbot, self.folder = window, qtbot, folder
        self.book = folder / "Office.contactbook"
        self.table = window.contacts.page.table
        self.code = ""

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.session.tasks.busy, timeout=20_000)
        self.qtbot.wait(20)

    def create_a_book(self) -> None:
        window, door = self.window, self.window.door
        assert door.currentWidget() is door.welcome
        press(window, key=Qt.Key.Key_Return)
        page = door.creating
        assert door.currentWidget() is page
        page.place.setText(str(self.book.with_suffix("")))
        page.password.setFocus()
        press(window, PASSWORD)
        assert page.meter.level == "strong"
        page.again.setFocus()
        press(window, "something else", Qt.Key.Key_Return)
        assert "not the same" in shown_notice(page)
        press(window, PASSWORD, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: door.currentWidget() is door.recovery, timeout=10_000)
        self.code = door.recovery.code.text()
        assert len(self.code.split()) == 4
        press(window, key=Qt.Key.Key_Return)
        self.qtbot.waitUntil(window.contacts.isVisible)
        assert self.book.exists()

    def import_a_file_with_a_broken_card(self) -> None:
        source = self.folder / "people.vcf"
        source.write_bytes(cards(CARDS))
        self.window.import_paths([source])
        self.settle()
        assert self.table.rowCount() == CARDS
        assert "500" in self.window.messages.text
        (report,) = self.window.findChildren(ReportDialog)
        assert report.isVisible(), "one card was refused: the report says which"
        QTest.keyClick(report, Qt.Key.Key_Escape)
        self.qtbot.waitUntil(lambda: not self.window.findChildren(ReportDialog))
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def find_by_folded_name_part_of_an_address_and_digits(self) -> None:
        queries = (("lukasz number004", 1), ("ill.exam", CARDS), ("0664 0000 017", 1), ("soren", CARDS // 4))
        for typed, expected in queries:
            press(self.window, key=Qt.Key.Key_F, modifier="ctrl")
            press(self.window, typed)
            self.qtbot.wait(20)
            assert self.table.rowCount() == expected, typed
        press(self.window, key=Qt.Key.Key_Down)
        self.qtbot.waitUntil(lambda: self.window.contacts.pane.contact_id is not None)

    def undo_and_redo(self) -> None:
        press(self.window, key=Qt.Key.Key_F, modifier="ctrl")
        press(self.window, key=Qt.Key.Key_Escape)
        press(self.window, key=Qt.Key.Key_Escape)
        press(self.window, key=Qt.Key.Key_Z, modifier="ctrl")
        self.settle()
        assert self.table.rowCount() == 0
        press(self.window, key=Qt.Key.Key_Z, modifier="ctrl+shift")
        self.settle()
        assert self.table.rowCount() == CARDS

    def lock_and_unlock(self) -> None:
        window, unlocking = self.window, self.window.door.unlocking
        press(window, key=Qt.Key.Key_L, modifier="ctrl")
        self.settle()
        assert self.table.rowCount() == 0
        assert window.contacts.pane.contact_id is None
        assert window.door.currentWidget() is unlocking
        assert b"mill.example" not in self.book.read_bytes()
        press(window, "wrong", Qt.Key.Key_Return)
        self.settle()
        assert not window.session.is_open
        assert shown_notice(unlocking)
        self.qtbot.waitUntil(unlocking.unlock_button.isEnabled, timeout=5_000)
        unlocking.password.selectAll()
        press(window, PASSWORD, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.table.rowCount() == CARDS, timeout=10_000)

    def export_everything(self) -> None:
        target = self.folder / "out.json"
        exporting.export(self.window.session.book, target, to="json")
        people = json.loads(target.read_text(encoding="utf-8"))
        people = people["contacts"] if isinstance(people, dict) else people
        assert len(people) == CARDS

    def come_in_by_the_recovery_code(self) -> None:
        self.window.session.close()
        self.settle()
        with books.open_book(self.book, books.credential(recovery_code=self.code)) as opened:
            assert opened.path == self.book


def test_create_import_find_undo_lock_and_come_back(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    day = Day(window, qtbot, tmp_path)
    day.create_a_book()
    day.import_a_file_with_a_broken_card()
    day.find_by_folded_name_part_of_an_address_and_digits()
    day.undo_and_redo()
    day.lock_and_unlock()
    day.export_everything()
    day.come_in_by_the_recovery_code()


def shown_notice(page: object) -> str:
    """The message that a page of the front door shows."""
    return " ".join(label.text() for label in page.findChildren(type(page.heading)) if label.isVisible())  # type: ignore[attr-defined]
