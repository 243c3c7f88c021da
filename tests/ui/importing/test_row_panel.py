"""The opened row of a table with very many columns: its fields come bit by bit, and none is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.importing.conftest import go_to_check

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.importing.import_wizard import ImportWizard

WIDE = 90
ROWS = ("Ada", "Ben")


def test_a_row_of_many_columns_is_shown_bit_by_bit_and_corrected_whole(
    wizard: Callable[[list[Path]], ImportWizard], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "wide.csv"
    lines = [",".join(["First Name", *(f"Column {at}" for at in range(1, WIDE))])]
    lines += [",".join([name, *(f"{name} {at}" for at in range(1, WIDE))]) for name in ROWS]
    path.write_text("\n".join(lines), "utf-8")
    opened = wizard([path])
    go_to_check(opened, qtbot)
    panel = opened.check.panel

    def fields() -> list[QLineEdit]:
        return panel._scrolled.findChildren(QLineEdit)

    qtbot.waitUntil(lambda: len(fields()) == WIDE)
    row = panel._opened
    panel.show_row(None)
    panel.show_row(row)
    assert 0 < len(fields()) < WIDE
    fields()[0].setText("Eve")
    qtbot.mouseClick(panel.correct, Qt.MouseButton.LeftButton)  # before the last ones are there
    (decision,) = opened.draft.decisions.values()
    assert decision.cells == ("Eve", *(f"Ada {at}" for at in range(1, WIDE)))
    qtbot.waitUntil(lambda: len(fields()) == WIDE)
    first = fields()[0]
    opened.check.list.selectRow(1)
    qtbot.waitUntil(lambda: first.text() == "Ben")
    assert [field.text() for field in fields()] == ["Ben", *(f"Ben {at}" for at in range(1, WIDE))]
    opened.close()
    assert not fields()


def test_why_a_row_is_refused_or_doubtful_is_said_in_full(
    wizard: Callable[[list[Path]], ImportWizard], tmp_path: Path, qtbot: QtBot
) -> None:
    table, cards = tmp_path / "list.csv", tmp_path / "cut.vcf"
    table.write_text("Name,E-mail\nAda One,ada@x.example\nAda Other,ada@x.example\n", "utf-8")
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Half\n", "utf-8")
    opened = wizard([table, cards])
    go_to_check(opened, qtbot)
    panel, tabs = opened.check.panel, opened.check.tabs
    said = {"duplicate": "A row further up has the same e-mail address.", "refused": "The card does not end"}
    for fate, words in said.items():
        tabs.setCurrentIndex(next(at for at in range(tabs.count()) if tabs.tabData(at) == fate))
        qtbot.waitUntil(lambda words=words: words in panel.difference.text())
    opened.close()
