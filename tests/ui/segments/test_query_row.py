"""The row that says how a search was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from contactbook.ui.segments.query_row import QueryRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_each_part_has_a_chip_that_takes_it_away(qtbot: QtBot) -> None:
    row = QueryRow()
    qtbot.addWidget(row)
    row.show_text("anna tag:vip -(city:a or city:b)")
    assert [chip.text() for chip in row.chips] == ["anna", "Tag vip", "Not: City a or City b"]
    with qtbot.waitSignal(row.text_wanted) as asked:
        row.chips[1].click()
    assert asked.args == ["anna -(city:a or city:b)"]


def test_a_book_that_cannot_be_written_offers_no_saving(qtbot: QtBot) -> None:
    row = QueryRow()
    qtbot.addWidget(row)
    for allowed in (True, False):
        row.allow_saving(allowed)
        row.show_text("tag:vip")
        assert (row.findChild(QPushButton, "save") is not None) == allowed
