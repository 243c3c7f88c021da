"""The page that tells how contacts come in and out: what it promises is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QScrollArea

from contactbook.ui.importing.guide_dialog import GuideDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow


def test_every_key_that_it_names_is_that_of_a_command(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["help.importing"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(GuideDialog)))
    (dialog,) = window.findChildren(GuideDialog)
    area = dialog.findChild(QScrollArea)
    assert area is not None
    labels = area.findChildren(QLabel)
    keys = {key for label in labels for key in re.findall(r"Ctrl\+\w+(?:\+\w+)?", label.text())}
    known = {each.toString() for action in window.commands.actions for each in action.shortcuts()}
    assert {QKeySequence(key).toString() for key in keys} <= known
    assert {"Ctrl+I", "Ctrl+Z", "Ctrl+Shift+E"} <= keys
    right = area.viewport().mapToGlobal(area.viewport().rect().topRight()).x()
    assert max(label.mapToGlobal(label.rect().topRight()).x() for label in labels) <= right
    dialog.close()
