"""Enter presses the button that was named, wherever it stands in the dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout

from contactbook.ui.widgets import enter_key

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def pressed(qtbot: QtBot, *, named: bool) -> list[str]:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    line, buttons = QLineEdit(), QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    do = buttons.addButton("Do", QDialogButtonBox.ButtonRole.ActionRole)
    do.setDefault(True)  # before it is in the dialog: Qt forgets it
    layout = QVBoxLayout(dialog)
    layout.addWidget(line)
    layout.addWidget(buttons)
    enter_key.presses(dialog, do if named else None)
    heard: list[str] = []
    buttons.clicked.connect(lambda button: heard.append(button.text()))
    dialog.show()
    qtbot.waitExposed(dialog)
    QTest.keyClick(line, Qt.Key.Key_Return)
    return heard


def test_enter_presses_what_was_named(qtbot: QtBot) -> None:
    assert pressed(qtbot, named=True) == ["Do"]


def test_enter_presses_nothing_where_nothing_was_named(qtbot: QtBot) -> None:
    assert pressed(qtbot, named=False) == []
