"""Tables of purchases in the window (contactbook.ui.timeline.entry_import_commands)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QPushButton

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow


def test_a_table_is_read_told_and_undone(sample_window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(
        "Email,Order ID,Total,Currency\nchiara@studiobevilacqua.example,1,12.50,EUR\nx@x.example,2,5,EUR\n",
        "utf-8",
    )
    sample_window.commands["file.entries"].trigger()
    dialog = sample_window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()
    messages = sample_window.messages
    qtbot.waitUntil(lambda: messages.text == "1 entry imported. 1 row was left out.")
    words = [button.text() for button in messages.findChildren(QPushButton)]
    assert "Save the rows left out …" in words
    undo = next(button for button in messages.findChildren(QPushButton) if button.text() == "Undo")
    qtbot.waitUntil(undo.isVisible)
    undo.click()
    qtbot.waitUntil(lambda: "Undone: 1 entry imported" in messages.text)
