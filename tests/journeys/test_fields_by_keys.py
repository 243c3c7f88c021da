"""A typed field is added in the form editor and filled on a contact, without mouse and without restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from contactbook.actions import fields
from contactbook.store import queries
from contactbook.ui.fields.form_editor_dialog import FormEditorDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def keyboard(inside: QWidget) -> QWidget:
    found = inside.focusWidget()
    assert found is not None
    return found


def shortcut(window: QWidget, qtbot: QtBot, key: Qt.Key, done: Callable[[], bool]) -> None:
    """Ctrl and a key until it worked: without a window system the window is not active at once again."""

    def pressed() -> bool:
        if not done():
            window.activateWindow()
            QTest.keyClick(keyboard(window), key, CTRL)
        return done()

    qtbot.waitUntil(pressed)


def test_a_field_is_made_and_filled_by_keys_alone(sample_window: MainWindow, qtbot: QtBot) -> None:
    window, book = sample_window, sample_window.session.book
    window.contacts.page.view.go_to_row(2)
    contact_id = window.contacts.page.table.id_at(2)

    def settled() -> None:
        qtbot.waitUntil(lambda: not window.session.tasks.busy, timeout=20_000)

    QTest.keyClick(window, Qt.Key.Key_O, CTRL | SHIFT)
    dialog = window.findChild(FormEditorDialog)
    assert dialog is not None
    for _ in range(2):
        QTest.keyClick(keyboard(dialog), Qt.Key.Key_Down)
    QTest.keyClick(keyboard(dialog), Qt.Key.Key_Return)
    settled()
    QTest.keyClicks(keyboard(dialog), "Shoe size")
    QTest.keyClick(keyboard(dialog), Qt.Key.Key_Return)
    settled()
    (field,) = [one for one in fields.list_fields(book) if one.label == "Shoe size"]
    assert (field.type, field.key) == ("number", "shoe_size")
    QTest.keyClick(keyboard(dialog), Qt.Key.Key_Escape)
    assert not dialog.isVisible()

    window.contacts.page.view.setFocus()
    shortcut(window, qtbot, Qt.Key.Key_E, lambda: window.editing.active)
    for _ in range(80):
        if keyboard(window).accessibleName() == "Shoe size":
            break
        QTest.keyClick(keyboard(window), Qt.Key.Key_Tab)
        QApplication.processEvents()
    assert keyboard(window).accessibleName() == "Shoe size"
    QTest.keyClicks(keyboard(window), "44")
    shortcut(window, qtbot, Qt.Key.Key_S, lambda: not window.editing.active)
    qtbot.waitUntil(lambda: bool(queries.load(book.reader, contact_id).fields), timeout=20_000)
    contact = queries.load(book.reader, contact_id)
    assert [(one.label, one.value, one.type) for one in contact.fields if one.key == field.key] == [
        ("Shoe size", "44", "number")
    ]
    columns = [
        column for column in window.contacts.page.view.header.layout_of() if column[0].startswith("field.")
    ]
    assert any(key == f"field.{field.key}" for key, _width, _shown in columns)
    window.contacts.page.sort_by(f"field.{field.key}", descending=False)
    assert window.contacts.page.table.id_at(0) == contact_id
