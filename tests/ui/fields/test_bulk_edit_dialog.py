"""Editing many contacts at once, in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from contactbook.actions import fields
from contactbook.domain.bulk_change import REPLACE
from contactbook.domain.field_definition import Choice, FieldDefinition, FieldSettings
from contactbook.store import queries
from contactbook.ui.fields.bulk_edit_dialog import BulkEditDialog
from contactbook.ui.fields.inputs import ChoiceInput, LineInput

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow


def test_common_values_and_only_what_is_touched(sample_window: MainWindow, qtbot: QtBot) -> None:
    window, book = sample_window, sample_window.session.book
    fields.add_field(
        book,
        FieldDefinition("Stage", "choice", settings=FieldSettings(choices=(Choice("Lead"), Choice("Won")))),
    )
    table = window.contacts.page.table
    ids = [table.id_at(row) for row in range(8)]
    before = {one.id: one for one in queries.load_many(book.reader, ids)}
    window.contacts.page.view.selected.set_ids(ids)
    window.commands["contact.bulk_edit"].trigger()
    dialog = window.findChild(BulkEditDialog)
    assert dialog is not None
    rows = {row.target: row for row in dialog.rows}
    work, department, stage = (rows[key].input for key in ("organization", "department", "field.stage"))
    assert isinstance(work, LineInput)
    assert isinstance(department, LineInput)
    assert isinstance(stage, ChoiceInput)
    assert work.line.placeholderText() == "(different)"
    assert not dialog.apply_button.isEnabled()
    department.setFocus()
    QTest.keyClicks(department.line, "Sales")
    assert rows["department"].box.isChecked()
    stage.box.setEditText("won")
    QTest.keyClicks(dialog.add_tags, "bulk, edited")
    qtbot.waitUntil(lambda: "8 contacts change" in dialog.told.text())
    dialog.apply_button.click()
    qtbot.waitUntil(lambda: not window.session.tasks.busy)
    for one in queries.load_many(book.reader, ids):
        assert one.department == "Sales"
        assert one.organization == before[one.id].organization
        assert {"bulk", "edited"} <= set(one.tags)
        assert [value.value for value in one.fields if value.key == "stage"] == ["Won"]
    window.undo.undo()
    qtbot.waitUntil(lambda: not window.session.tasks.busy)
    assert {one.id: one for one in queries.load_many(book.reader, ids)} == before


def test_find_and_replace_needs_something_to_find(sample_window: MainWindow) -> None:
    table = sample_window.contacts.page.table
    sample_window.contacts.page.view.selected.set_ids([table.id_at(row) for row in range(3)])
    dialog = sample_window.field_commands.open_bulk_edit()
    assert dialog is not None
    row = next(row for row in dialog.rows if row.target == "organization")
    row.how.setCurrentIndex(row.how.findData(REPLACE))
    row.box.setChecked(True)
    assert dialog.changes() == []
    QTest.keyClicks(row.looked_for, "GmbH")
    (change,) = dialog.changes()
    assert (change.how, change.find, change.value) == (REPLACE, "GmbH", "")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_nobody_selected_opens_nothing(sample_window: MainWindow) -> None:
    sample_window.contacts.page.view.clearSelection()
    assert sample_window.field_commands.open_bulk_edit() is None
    assert not sample_window.commands["contact.bulk_edit"].isEnabled()
