"""A field that tells contacts apart is made in the form editor, and a table then meets its contacts by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from contactbook.actions import fields, importing
from contactbook.store import queries
from contactbook.ui.fields.form_editor_dialog import FormEditorDialog
from contactbook.ui.importing.import_wizard import CHECK, ImportWizard

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def make_field(window: MainWindow, qtbot: QtBot) -> None:
    def settle() -> None:
        qtbot.waitUntil(lambda: not window.session.tasks.busy, timeout=20_000)

    QTest.keyClick(window, Qt.Key.Key_O, CTRL_SHIFT)
    dialog = window.findChild(FormEditorDialog)
    assert dialog is not None
    dialog.add_field("text")
    settle()
    typing = dialog.focusWidget()
    assert typing is not None
    QTest.keyClicks(typing, "Member no")
    QTest.keyClick(typing, Qt.Key.Key_Return)
    settle()
    QTest.keyClick(dialog.field_properties.unique, Qt.Key.Key_Space)
    settle()
    [made] = [one for one in fields.list_fields(window.session.book) if one.label == "Member no"]
    assert (made.key, made.settings.unique) == ("member_no", True)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_table_meets_its_contacts_by_a_unique_field(
    sample_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window, book = sample_window, sample_window.session.book
    make_field(window, qtbot)
    head = "First Name,Last Name,Member no,Phone\n"
    first, second = tmp_path / "members.csv", tmp_path / "again.csv"
    first.write_text(head + "Hans,Müller,M-7,\nAnna,Schmidt,M-8,\n", "utf-8")
    second.write_text(head + "Hansi,Meier,M-7,+48221234567\nNew,One,M-9,\n", "utf-8")
    window.session.announce(importing.import_files(book, [first]))
    rows = book.reader.query("SELECT contact_id FROM field_value WHERE value = 'M-7'")
    [hans] = [row[0] for row in rows]
    window.flow.prepare([second])
    wizard = window.findChildren(ImportWizard)[-1]
    qtbot.waitUntil(lambda: bool(wizard.draft.files) and not wizard.draft.busy)
    while wizard.pages.currentIndex() != CHECK:
        qtbot.waitUntil(wizard.next.isEnabled)
        qtbot.keyClick(wizard.next, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: wizard.check.possible, timeout=20_000)
    qtbot.keyClick(wizard.check.matching.keys["member_no"], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not wizard.check.possible)
    qtbot.waitUntil(lambda: wizard.check.possible, timeout=20_000)
    assert wizard.check.result is not None
    assert [(row.name, row.fate) for row in wizard.check.result.page()] == [
        ("Hansi Meier", "updated"),
        ("New One", "new"),
    ]
    with qtbot.waitSignal(window.flow.finished, timeout=20_000):
        qtbot.keyClick(wizard.next, Qt.Key.Key_Space)
    found = queries.load(book.reader, hans)
    assert (found.family, [point.value for point in found.points]) == ("Meier", ["+48221234567"])
