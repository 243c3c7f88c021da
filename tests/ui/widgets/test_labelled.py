"""A label and its control side by side or one above the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from contactbook.ui.widgets import labelled

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_label_leads_and_names_its_control(mirrored: bool, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    column = QVBoxLayout(page)
    fields = [QLineEdit(), QLineEdit()]
    labels = [QLabel("&Over"), QLabel("&Before")]
    column.addWidget(labelled.above(labels[0], fields[0]))
    column.addWidget(labelled.beside(labels[1], fields[1]))
    page.show()
    assert [label.buddy() for label in labels] == fields
    assert labels[0].geometry().bottom() < fields[0].geometry().top()
    before = labels[1].geometry().right() < fields[1].geometry().left()
    assert before is not mirrored
