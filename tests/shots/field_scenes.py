"""The scenes of custom fields: the form editor, the form of a contact with them, editing many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from contactbook.actions import bulk_editing, fields, forms
from contactbook.domain.bulk_change import BulkChange
from contactbook.ui.contacts.paste_dialog import PasteDialog
from contactbook.ui.fields.bulk_edit_dialog import BulkEditDialog
from contactbook.ui.fields.form_editor_dialog import FormEditorDialog

from tests.shots.people_scenes import until, within

if TYPE_CHECKING:
    from tests.shots.stage import Stage, Steps

VALUES = {"choice": 1, "number": "120", "money": "4500 EUR", "date": "2025-04-30", "yes_no": "yes", "rating": "4"}


def _filled(stage: Stage) -> Steps:
    """The sample book with the form for sales, and some of its contacts filled."""
    yield from stage.open(stage.sample)
    session, table = stage.window.session, stage.window.contacts.page.table
    session.announce(forms.load_form(session.book, forms.template("sales")))
    ids = [table.id_at(row) for row in range(12)]
    for at, one in enumerate(fields.list_fields(session.book)):
        value = VALUES.get(one.type, "")
        if one.settings.choices:
            value = one.settings.choices[at % len(one.settings.choices)].label
        if value:
            change = BulkChange(f"field.{one.key}", str(value))
            session.announce(bulk_editing.bulk_edit(session.book, ids[at % 3 :], [change]))
    yield 100


def _editor(stage: Stage) -> FormEditorDialog:
    stage.window.commands["edit.fields"].trigger()
    dialog = stage.window.findChild(FormEditorDialog)
    assert dialog is not None
    within(stage, dialog)
    return dialog


def form_editor(stage: Stage) -> Steps:
    yield from _filled(stage)
    dialog = _editor(stage)
    yield 100
    dialog.canvas.choose(field=_a_choice(stage))
    yield 100


def form_editor_section(stage: Stage) -> Steps:
    yield from _filled(stage)
    dialog = _editor(stage)
    yield 100
    dialog.canvas.choose(section=0)
    yield 100


def form_editor_empty(stage: Stage) -> Steps:
    yield from stage.open(stage.sample)
    _editor(stage)
    yield 100


def form_editor_tried(stage: Stage) -> Steps:
    yield from _filled(stage)
    dialog = _editor(stage)
    yield 100
    dialog.try_button.click()
    yield 100


def form_editor_losses(stage: Stage) -> Steps:
    yield from _filled(stage)
    dialog = _editor(stage)
    yield 100
    dialog.canvas.choose(field=_a_choice(stage))
    dialog.field_properties.type_wanted.emit("number")
    yield 400


def fields_on_the_form(stage: Stage) -> Steps:
    yield from _filled(stage)
    stage.window.contacts.page.view.go_to_row(4)
    yield 120
    stage.window.commands["contact.edit"].trigger()
    yield 120
    stage.window.editing.editor.focus_on("fields")
    yield 120


def field_columns(stage: Stage) -> Steps:
    yield from _filled(stage)
    header = stage.window.contacts.page.view.header
    for column in range(header.count() - 4, header.count()):
        header.show_column(column, shown=True)
    stage.window.contacts.page.view.go_to_row(4)
    yield 120


def edit_cell(stage: Stage) -> Steps:
    yield from field_columns(stage)
    stage.window.commands["contact.cell"].trigger()
    yield 60


def bulk_edit(stage: Stage) -> Steps:
    yield from _filled(stage)
    table = stage.window.contacts.page.table
    stage.window.contacts.page.view.selected.set_ids([table.id_at(row) for row in range(6)])
    stage.window.commands["contact.bulk_edit"].trigger()
    dialog = stage.window.findChild(BulkEditDialog)
    assert dialog is not None
    yield 100
    dialog.add_tags.setText("fair 2026")
    dialog.add_tags.textEdited.emit("fair 2026")
    yield 800


def paste_column(stage: Stage) -> Steps:
    yield from _filled(stage)
    header, cells = stage.window.contacts.page.view.header, stage.window.cells
    money = next(one for one in fields.list_fields(stage.window.session.book) if one.type == "money")
    for column in range(1, header.count()):
        header.show_column(column, shown=column == header.columns.index_of(f"field.{money.key}"))
    stage.window.contacts.page.view.go_to_row(4)
    stage.window.commands["contact.cell"].trigger()
    if not cells.active:
        return  # no cells in a list of two lines
    QGuiApplication.clipboard().setText("1200\n4500 EUR\nvery much\n\n980,50\n0\n7000")
    QTest.keyClick(cells.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().clear()
    yield from until(lambda: stage.window.findChild(PasteDialog))
    dialog = stage.window.findChild(PasteDialog)
    assert dialog is not None
    within(stage, dialog)
    yield 200


def _a_choice(stage: Stage) -> str:
    found = fields.list_fields(stage.window.session.book)
    return next(one.key for one in found if one.type == "choice")


FIELD_SCENES = (
    form_editor,
    form_editor_section,
    form_editor_empty,
    form_editor_tried,
    form_editor_losses,
    fields_on_the_form,
    field_columns,
    edit_cell,
    paste_column,
    bulk_edit,
)
