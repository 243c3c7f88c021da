"""Editing in the list: cells by keys, and a pasted column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from contactbook.actions import fields
from contactbook.domain.field_definition import FieldDefinition
from contactbook.store import queries
from contactbook.ui.contacts.cell_editing import pasted_lines
from contactbook.ui.contacts.paste_dialog import PasteDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def sized(sample_window: MainWindow) -> MainWindow:
    """The sample with the columns name, company and a number "Size"."""
    window = sample_window
    window.session.announce(fields.add_field(window.session.book, FieldDefinition("Size", "number")))
    header = window.contacts.page.view.header
    for key in ("email", "phone"):
        header.show_column(header.columns.index_of(key), shown=False)
    header.show_column(header.columns.index_of("field.size"), shown=True)
    window.contacts.page.view.setFocus()
    window.contacts.page.view.go_to_row(0)
    return window


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.session.tasks.busy)


def said(window: MainWindow, contact_id: int) -> tuple[str, list[str]]:
    contact = queries.load(window.session.book.reader, contact_id)
    return contact.organization, [value.value for value in contact.fields if value.key == "size"]


def test_cells_are_edited_by_keys(sized: MainWindow, qtbot: QtBot) -> None:
    cells, page = sized.cells, sized.contacts.page
    first, second = page.table.id_at(0), page.table.id_at(1)
    sized.commands["contact.cell"].trigger()
    assert cells.line.hasFocus()
    QTest.keyClicks(cells.line, "Acme")
    QTest.keyClick(cells.line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: said(sized, first)[0] == "Acme")
    assert cells.line.accessibleName().startswith("Size, ")
    QTest.keyClicks(cells.line, "1,204")
    QTest.keyClick(cells.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(sized, first) == ("Acme", ["1204"]))
    assert not cells.active
    assert page.view.current_id() == second
    QTest.keyClick(page.view, Qt.Key.Key_F2)
    assert cells.active
    QTest.keyClicks(cells.line, "7")
    QTest.keyClick(cells.line, Qt.Key.Key_Escape)
    settle(sized, qtbot)
    assert said(sized, second)[1] == []
    sized.undo.undo()
    qtbot.waitUntil(lambda: said(sized, first) == ("Acme", []))


def test_a_list_of_two_lines_has_cells_over_its_rows(sized: MainWindow, qtbot: QtBot) -> None:
    cells, page = sized.cells, sized.contacts.page
    sized.resize(560, 700)
    qtbot.waitUntil(lambda: page.view.two_lines)
    page.view.setFocus()
    page.view.go_to_row(0)
    first = page.table.id_at(0)
    QTest.keyClick(page.view, Qt.Key.Key_F2)
    assert cells.line.accessibleName().startswith("Company, ")
    assert cells.name.isVisible()
    assert cells.line.width() > page.view.viewport().width() // 2
    assert cells.name.geometry().right() < cells.line.textMargins().left() + 20
    QTest.keyClicks(cells.line, "Acme")
    QTest.keyClick(cells.line, Qt.Key.Key_Tab)
    assert cells.line.accessibleName().startswith("Title, ")
    QTest.keyClick(cells.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(sized, first)[0] == "Acme")
    assert page.view.current_id() == page.table.id_at(1)
    QGuiApplication.clipboard().setText("Orion\nSirius")
    QTest.keyClick(page.view, Qt.Key.Key_F2)
    QTest.keyClick(cells.line, Qt.Key.Key_V, CTRL)
    QGuiApplication.clipboard().clear()
    qtbot.waitUntil(lambda: sized.findChild(PasteDialog) is not None)
    dialog = sized.findChild(PasteDialog)
    assert dialog is not None
    dialog.close()


def test_locking_empties_the_cell(sized: MainWindow) -> None:
    sized.commands["contact.cell"].trigger()
    QTest.keyClicks(sized.cells.line, "secret")
    sized.session.close()
    assert not sized.cells.active
    assert sized.cells.line.text() == ""


@given(st.lists(st.text(st.characters(exclude_characters="\r\n\t", exclude_categories=("Cs",))), min_size=1))
def test_a_column_comes_back_from_the_clipboard(texts: list[str]) -> None:
    whole = "\r\n".join(f"{text}\tbeside" for text in texts) + "\r\n"
    assert pasted_lines(whole) == texts
