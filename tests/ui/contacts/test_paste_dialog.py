"""The preview of a pasted column, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest

from contactbook.actions import fields
from contactbook.domain.field_definition import FieldDefinition
from contactbook.store import queries
from contactbook.ui.contacts.paste_dialog import PasteDialog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def sized(sample_window: MainWindow) -> Iterator[MainWindow]:
    """The sample with a number "Size" in sight."""
    window = sample_window
    window.session.announce(fields.add_field(window.session.book, FieldDefinition("Size", "number")))
    header = window.contacts.page.view.header
    for key in ("email", "phone"):
        header.show_column(header.columns.index_of(key), shown=False)
    header.show_column(header.columns.index_of("field.size"), shown=True)
    window.contacts.page.view.setFocus()
    window.contacts.page.view.go_to_row(0)
    yield window
    QGuiApplication.clipboard().clear()


def size(window: MainWindow, contact_id: int) -> list[str]:
    contact = queries.load(window.session.book.reader, contact_id)
    return [value.value for value in contact.fields if value.key == "size"]


def pasted(window: MainWindow, qtbot: QtBot, text: str) -> PasteDialog:
    """As a person does: F2, Tab to the column, Ctrl+V."""
    QTest.keyClick(window.contacts.page.view, Qt.Key.Key_F2)
    QTest.keyClick(window.cells.line, Qt.Key.Key_Tab)
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(window.cells.line, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: bool(window.findChildren(PasteDialog)))
    [dialog] = window.findChildren(PasteDialog)
    return dialog


def test_it_shows_every_row_and_writes_nothing_before_it_is_accepted(sized: MainWindow, qtbot: QtBot) -> None:
    table = sized.contacts.page.table
    ids = [table.id_at(row) for row in range(3)]
    dialog = pasted(sized, qtbot, "36\nlarge\n41.5\n")
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    shown = [[str(dialog.model.index(row, column).data()) for column in range(4)] for row in range(3)]
    names = [str(table.index(row, 0).data()) for row in range(3)]
    assert [row[0] for row in shown] == [row.display_name for row in queries.rows(sized.session.reader, ids)]
    assert [row[2] for row in shown] == ["36", "", "41.5"]
    assert shown[1][3].startswith("“large” is refused: ")
    assert dialog.told.text() == "2 contacts change. 1 is refused."
    assert [size(sized, one) for one in ids] == [[], [], []]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not sized.findChildren(PasteDialog))
    assert [size(sized, one) for one in ids] == [[], [], []]
    assert len(names) == 3


def test_enter_writes_one_step(sized: MainWindow, qtbot: QtBot) -> None:
    ids = [sized.contacts.page.table.id_at(row) for row in range(3)]
    dialog = pasted(sized, qtbot, "36\tleft\r\n\r\n41,5\r\n")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: size(sized, ids[0]) == ["36"])
    assert [size(sized, one) for one in ids] == [["36"], [], ["41.5"]]
    sized.undo.undo()
    qtbot.waitUntil(lambda: size(sized, ids[0]) == [])
    assert [size(sized, one) for one in ids] == [[], [], []]


def test_what_does_not_fit_is_kept_as_text_only_when_asked(sized: MainWindow, qtbot: QtBot) -> None:
    ids = [sized.contacts.page.table.id_at(row) for row in range(2)]
    dialog = pasted(sized, qtbot, "large\nsmall")
    assert not dialog.paste_button.isEnabled()
    assert dialog.misfits.isVisible()
    assert not dialog.clear.isVisible()
    dialog.misfits.setFocus()
    QTest.keyClick(dialog.misfits, Qt.Key.Key_Space)
    assert dialog.paste_button.text() == "Change 2 contacts"
    assert dialog.model.index(0, 2).data() == "large"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: size(sized, ids[1]) == ["small"])


def test_locking_closes_it(sized: MainWindow, qtbot: QtBot) -> None:
    pasted(sized, qtbot, "1\n2")
    sized.session.lock()
    qtbot.waitUntil(lambda: not sized.findChildren(PasteDialog))
