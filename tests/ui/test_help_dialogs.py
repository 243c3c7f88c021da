from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QScrollArea

from contactbook.ui.help_dialogs import ShortcutsDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow


def test_every_key_is_seen_beside_its_words_and_every_menu_once(window: MainWindow, qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(window.commands, window)
    dialog.open()
    qtbot.waitExposed(dialog)
    area = dialog.findChild(QScrollArea)
    assert area is not None
    labels = area.findChildren(QLabel)
    texts = [label.text() for label in labels]
    assert {"File", "Edit", "Contact", "Ctrl+Shift+N", "Ctrl+S"} <= set(texts)
    assert texts.count("Contact") == texts.count("View") == 1
    right = area.viewport().mapToGlobal(area.viewport().rect().topRight()).x()
    assert max(label.mapToGlobal(label.rect().topRight()).x() for label in labels) <= right
    dialog.close()
