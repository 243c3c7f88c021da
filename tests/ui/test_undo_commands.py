"""The message bar takes back the step that it tells of, even when something else was done since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from contactbook.actions import books

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_undo_of_an_import_stays_that_after_a_star(
    window: MainWindow, open_book: Callable[[Path | None], None], qtbot: QtBot
) -> None:
    open_book(None)
    window.flow.start(books.sample_files())
    page = window.contacts.page
    qtbot.waitUntil(lambda: page.table.rowCount() > 50, timeout=10_000)
    qtbot.waitUntil(lambda: bool(window.messages.text))
    said = window.messages.text
    page.view.go_to_row(0)
    QTest.keyClick(page.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Star" in window.commands["edit.undo"].text())
    assert window.messages.text == said
    undo = next(button for button in window.messages.findChildren(QPushButton) if button.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: page.table.rowCount() == 1)  # the starred one was changed since, and is kept
