from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from contactbook.ui.widgets.folding_splitter import FoldingSplitter

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_folds_below_its_width_and_back(qtbot: QtBot) -> None:
    parts = FoldingSplitter([QLabel("a"), QLabel("b")], widths=(300, 100), heights=(200, 100), fold=400)
    qtbot.addWidget(parts)
    heard: list[bool] = []
    parts.folded.connect(heard.append)
    parts.resize(500, 300)
    parts.show()
    assert not parts.is_folded
    assert parts.sizes()[1] < parts.sizes()[0]
    parts.resize(390, 300)
    assert parts.is_folded
    parts.resize(500, 300)
    assert heard == [True, False]


def test_it_folds_wherever_the_parts_have_no_room_side_by_side(qtbot: QtBot) -> None:
    wide = QLabel("wide")
    wide.setMinimumWidth(380)
    parts = FoldingSplitter([wide, QLabel("narrow")], widths=(380, 40), heights=(200, 100), fold=100)
    qtbot.addWidget(parts)
    parts.resize(390, 300)
    parts.show()
    assert parts.is_folded
    assert parts.minimumSizeHint().width() == 380
