"""Backups, another password and the recovery sheet, from the File menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from contactbook.actions import books, browsing, keeping
from contactbook.settings import declarations
from contactbook.ui.unlock.password_dialog import PasswordDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_backup_on_demand_lies_beside_the_book_and_is_told(sample_window: MainWindow, qtbot: QtBot) -> None:
    sample_window.commands["file.backup"].trigger()
    qtbot.waitUntil(lambda: "Backed up" in sample_window.messages.text)
    backup = keeping.latest_backup(sample_window.session.book)
    assert backup is not None
    assert str(backup) in sample_window.messages.text
    with books.open_book(backup, books.credential("sample"), read_only=True) as copy:
        assert browsing.counts(copy) == browsing.counts(sample_window.session.book)


def test_the_first_backup_of_a_day_comes_by_itself_and_only_once(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "elsewhere"
    sample_window.settings.put(declarations.BACKUP_FOLDER, str(folder))
    for _ in range(2):
        sample_window.keeping.back_up(daily=True)
        qtbot.waitUntil(lambda: not sample_window.session.tasks.busy)
        assert len(list(folder.iterdir())) == 1
    assert not sample_window.messages.isVisible()


def test_a_new_password_by_keys(sample_window: MainWindow, qtbot: QtBot) -> None:
    path, code = sample_window.session.book.path, books.recovery_code(sample_window.session.book)
    sample_window.commands["file.password"].trigger()
    dialog = sample_window.findChild(PasswordDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.password, "new words")
    QTest.keyClick(dialog.password, Qt.Key.Key_Return)
    assert "not the same" in dialog.notice.text
    QTest.keyClicks(dialog.again, "new words")
    QTest.keyClick(dialog.again, Qt.Key.Key_Return)
    qtbot.waitUntil(sample_window.door.recovery.isVisible, timeout=20_000)
    assert sample_window.door.recovery.code.text() not in ("", code)
    QTest.keyClick(sample_window.door.recovery.done_button, Qt.Key.Key_Space)
    qtbot.waitUntil(sample_window.contacts.isVisible)
    assert sample_window.contacts.page.table.rowCount() > 50
    sample_window.session.lock()
    qtbot.waitUntil(lambda: not sample_window.session.tasks.busy)
    with books.open_book(path, books.credential("new words")) as book:
        assert browsing.counts(book).all > 50


def test_the_recovery_sheet_again(sample_window: MainWindow, qtbot: QtBot) -> None:
    sample_window.commands["file.recovery"].trigger()
    assert sample_window.door.recovery.code.text() == books.recovery_code(sample_window.session.book)
    QTest.keyClick(sample_window.door.recovery.done_button, Qt.Key.Key_Space)
    qtbot.waitUntil(sample_window.contacts.isVisible)
    assert sample_window.door.recovery.code.text() == ""
