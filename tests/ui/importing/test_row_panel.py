"""The opened row of a table with very many columns: its fields come bit by bit, and none is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from contactbook.actions import editing
from contactbook.domain.contact import Contact, ContactPoint
from tests.ui.importing.conftest import go_to_check

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.importing.import_wizard import ImportWizard
    from contactbook.ui.main_window import MainWindow

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


def test_whoever_a_row_looks_like_is_shown_with_what_would_change(
    wizard: Callable[[list[Path]], ImportWizard], sample_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    book = sample_window.session.book
    phone = ContactPoint("phone", "+48 601 202 303", "mobile")
    editing.add_contact(book, Contact(given="Zofia", family="Quux", organization="Acme", points=[phone]))
    path = tmp_path / "list.csv"
    path.write_text("First Name,Last Name,Email\nZofia,Quux,zofia@x.example\n", "utf-8")
    opened = wizard([path])
    go_to_check(opened, qtbot)
    panel = opened.check.panel
    qtbot.waitUntil(lambda: "Looks like “Zofia Quux”" in panel.difference.text())
    assert panel.difference.text().splitlines()[1:] == [
        "There: Acme · +48 601 202 303", "Brought together:", "New: zofia@x.example",
    ]  # fmt: skip
    opened.close()


def test_tab_goes_through_the_cells_before_the_buttons(
    wizard: Callable[[list[Path]], ImportWizard], table: Path, qtbot: QtBot
) -> None:
    opened = wizard([table])
    go_to_check(opened, qtbot)
    panel = opened.check.panel
    qtbot.waitUntil(lambda: len(panel._cells) == 6)
    panel._cells[0].setFocus()
    met: list[QWidget] = [panel._cells[0]]
    for _ in range(8):
        QTest.keyClick(opened.focusWidget(), Qt.Key.Key_Tab)
        met.append(opened.focusWidget())
    assert met[:8] == [*panel._cells, panel.correct, panel.skip]
    opened.close()
