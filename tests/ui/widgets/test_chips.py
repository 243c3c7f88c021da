from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from contactbook.ui.widgets.chips import Chip, FlowLayout

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_chip_is_clicked_or_taken_away(qtbot: QtBot) -> None:
    chip = Chip("vip", removable=True)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    chip.show()
    heard: list[str] = []
    chip.clicked.connect(lambda: heard.append("clicked"))
    chip.removed.connect(lambda: heard.append("removed"))
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(6, chip.height() // 2))
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 10, chip.height() // 2))
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert heard == ["clicked", "removed", "removed", "clicked"]


def test_a_plain_chip_has_no_cross(qtbot: QtBot) -> None:
    chip = Chip("vip")
    qtbot.addWidget(chip)
    chip.show()
    heard: list[str] = []
    chip.removed.connect(lambda: heard.append("removed"))
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert heard == []


def test_chips_wrap_like_words(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    chips = [Chip(f"customers {number}") for number in range(6)]
    for chip in chips:
        flow.addWidget(chip)
    one, width = chips[0].sizeHint().height(), chips[0].sizeHint().width()
    assert flow.heightForWidth(10 * width) == one
    assert flow.heightForWidth(2 * width + 10) > 2 * one
    assert flow.count() == 6
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    box.resize(10 * width, 100)
    box.show()
    assert chips[0].x() > chips[1].x()
