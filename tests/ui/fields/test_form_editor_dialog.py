"""The form editor, by keys and by dropping."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from contactbook.actions import browsing, editing, fields, forms
from contactbook.domain.contact import Contact, FieldValue
from contactbook.domain.field_definition import Choice, FieldDefinition, FieldSettings
from contactbook.domain.form_sections import FormSection
from contactbook.ui.fields import template_words
from contactbook.ui.fields.form_editor_dialog import FormEditorDialog
from contactbook.ui.fields.inputs import LineInput

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.domain.form_sections import FormSection as Section
    from contactbook.ui.main_window import MainWindow

ALT = Qt.KeyboardModifier.AltModifier


class Editor:
    """The dialog and what a test asks of it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.dialog = FormEditorDialog(window.session, window.undo, window)
        self.dialog.open()
        qtbot.waitExposed(self.dialog)
        self.canvas = self.dialog.canvas

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = self.dialog.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        focus = self.dialog.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.session.tasks.busy)

    def fields(self) -> list[FieldDefinition]:
        return fields.list_fields(self.window.session.book)

    def sections(self) -> list[Section]:
        return forms.sections(self.window.session.book)

    def undo(self) -> None:
        self.window.undo.undo()
        self.settle()


@pytest.fixture
def editor(window: MainWindow, open_book: Callable[[Path | None], None], qtbot: QtBot) -> Editor:
    open_book(None)
    return Editor(window, qtbot)


def test_a_field_is_added_named_and_moved_without_a_mouse(editor: Editor) -> None:
    editor.dialog.add_section()
    editor.settle()
    editor.type("Feet")
    editor.key(Qt.Key.Key_Return)
    assert [one.title for one in editor.sections()] == ["Feet"]
    editor.dialog.palette_list.setFocus()
    editor.key(Qt.Key.Key_Down)
    for name in ("Left", "Right"):
        editor.dialog.palette_list.setFocus()
        editor.key(Qt.Key.Key_Return)
        editor.type(name)
        editor.key(Qt.Key.Key_Return)
    assert [one.label for one in editor.fields()] == ["Left", "Right"]
    assert editor.sections()[0].fields == ("left", "right")
    editor.key(Qt.Key.Key_Left, ALT)
    assert editor.sections()[0].fields == ("right", "left")
    editor.key(Qt.Key.Key_F2)
    editor.type("R")
    editor.key(Qt.Key.Key_Escape)
    assert editor.dialog.isVisible()
    assert editor.fields()[1].label == "Right"
    editor.key(Qt.Key.Key_Right)
    assert editor.canvas.field == "left"
    editor.key(Qt.Key.Key_Delete)
    assert [one.key for one in editor.fields()] == ["right"]
    editor.undo()
    assert [one.key for one in editor.fields()] == ["left", "right"]
    editor.undo()
    assert editor.sections()[0].fields == ("left", "right")


def test_properties_are_written_when_they_are_left(editor: Editor) -> None:
    editor.dialog.add_field("choice")
    editor.settle()
    editor.key(Qt.Key.Key_Escape)
    side = editor.dialog.field_properties
    side.label.setText("Stage")
    side.label.editingFinished.emit()
    editor.settle()
    side.choices.add()
    editor.type("Third")
    side.choices._rows[-1].left.emit()
    editor.settle()
    side.required.click()
    editor.settle()
    side.key.setText("stage")
    side.key.editingFinished.emit()
    editor.settle()
    (field,) = editor.fields()
    assert (field.key, field.label, field.settings.required) == ("stage", "Stage", True)
    assert [one.label for one in field.settings.choices] == ["First choice", "Second choice", "Third"]
    assert editor.canvas.field == "stage"
    side.key.setText("not a key")
    side.key.editingFinished.emit()
    editor.settle()
    assert "cannot be the key" in editor.dialog.question.words.text()


def test_what_would_be_lost_is_asked_first(editor: Editor) -> None:
    book = editor.window.session.book
    contact = Contact(
        given="Ada", fields=[FieldValue("Size", "large", "size"), FieldValue("Size", "4", "size")]
    )
    changes = editing.add_contact(book, contact)
    editor.window.session.announce(changes)
    editor.canvas.choose(field="size")
    side = editor.dialog.field_properties
    side.kind.setCurrentIndex(side.kind.findData("number"))
    side._on_type()
    editor.settle()
    assert "1 of 2 values would not convert: “large”" in editor.dialog.question.words.text()
    editor.dialog.question.no.click()
    assert side.kind.currentData() == "text"
    side.kind.setCurrentIndex(side.kind.findData("number"))
    side._on_type()
    editor.settle()
    editor.dialog.question.yes.click()
    editor.settle()
    assert editor.fields()[0].type == "number"
    editor.canvas.choose(field="size")
    editor.key(Qt.Key.Key_Delete)
    assert (
        "takes 2 values of 1 contact away. Undo brings everything back."
        in editor.dialog.question.words.text()
    )
    editor.dialog.question.yes.click()
    editor.settle()
    assert editor.fields() == []
    editor.undo()
    assert editor.fields()[0].type == "number"


def test_choices_are_renamed_ordered_coloured_and_removed_by_keys(editor: Editor) -> None:
    window = editor.window
    stage = FieldDefinition("Stage", "choice", settings=FieldSettings(choices=(Choice("New"), Choice("Won"))))
    window.session.announce(fields.add_field(window.session.book, stage))
    ada = Contact(given="Ada", fields=[FieldValue("Stage", "Won", "stage")])
    changes = editing.add_contact(window.session.book, ada)
    window.session.announce(changes)
    (contact_id,) = changes.contacts

    def value() -> str:
        return browsing.show(window.session.book, contact_id).fields[0].value

    def labels() -> list[str]:
        return [one.label for one in editor.fields()[0].settings.choices]

    editor.canvas.choose(field="stage")
    choices = editor.dialog.field_properties.choices
    line = choices._rows[1].line
    line.setFocus()
    line.selectAll()
    editor.type("Closed")
    editor.key(Qt.Key.Key_Tab)
    editor.settle()
    assert (labels(), value()) == (["New", "Closed"], "Closed")
    color = choices._rows[1].color
    color.setFocus()
    editor.key(Qt.Key.Key_Down)
    editor.settle()
    assert editor.fields()[0].settings.choices[1].color == "gray"
    choices._rows[1].line.setFocus()
    editor.key(Qt.Key.Key_Up, ALT)
    editor.settle()
    assert labels() == ["Closed", "New"]
    choices._rows[0].line.setFocus()
    editor.key(Qt.Key.Key_Delete, ALT)
    editor.settle()
    assert "1 contact has “Closed”." in editor.dialog.question.words.text()
    editor.dialog.question.no.click()
    assert [row.line.text() for row in choices._rows] == ["Closed", "New"]
    choices._rows[0].line.setFocus()
    editor.key(Qt.Key.Key_Delete, ALT)
    editor.settle()
    editor.dialog.question.yes.click()
    editor.settle()
    assert (labels(), value()) == (["New"], "Closed")
    choices._rows[0].line.setFocus()
    editor.key(Qt.Key.Key_Delete, ALT)
    editor.settle()
    assert labels() == []


def test_dropping_and_sections(editor: Editor) -> None:
    book = editor.window.session.book
    for label in "ABC":
        fields.add_field(book, FieldDefinition(label))
    editor.window.session.announce(forms.arrange(book, [FormSection("One", ("a", "b", "c"), 2)]))
    editor.canvas.dropped.emit("c", 0, 0)
    editor.settle()
    assert editor.sections()[0].fields == ("c", "a", "b")
    editor.canvas.type_dropped.emit("date", 0, 1)
    editor.settle()
    assert editor.sections()[0].fields == ("c", "date", "a", "b")
    editor.key(Qt.Key.Key_Escape)
    editor.canvas.choose(section=0)
    side = editor.dialog.section_properties
    side.columns.setCurrentIndex(0)
    side.columns.activated.emit(0)
    editor.settle()
    assert editor.sections()[0].columns == 1
    editor.dialog.add_section()
    editor.settle()
    editor.key(Qt.Key.Key_Escape)
    editor.key(Qt.Key.Key_Up, ALT)
    assert [one.title for one in editor.sections()] == ["New section", "One"]
    editor.key(Qt.Key.Key_Delete)
    assert [one.title for one in editor.sections()] == ["One"]


def test_a_template_and_a_file(editor: Editor, tmp_path: Path) -> None:
    files = editor.dialog.files
    files.load_template("shop")
    editor.settle()
    assert editor.canvas.sections[editor.canvas.section].title == "Customer"
    assert len(editor.fields()) == 9
    assert "was added" in editor.dialog.question.words.text()
    files.save_file(tmp_path / "a.form.json")
    editor.settle()
    files.load_file(tmp_path / "a.form.json")
    editor.settle()
    assert "is there already" in editor.dialog.question.words.text()
    files.load_file(tmp_path / "none.form.json")
    assert "is not there" in editor.dialog.question.words.text()


def test_locking_closes_it(editor: Editor) -> None:
    editor.window.session.lock()
    assert not editor.dialog.isVisible()


def test_the_translators_see_every_word_of_the_templates() -> None:
    words: set[str] = set()
    for name in forms.TEMPLATES:
        forms.template(name, lambda text: words.add(text) or text)
    assert words == {*template_words.NAMES.values(), *template_words.WORDS}


def test_the_form_is_shown_with_its_own_inputs_and_can_be_tried(editor: Editor) -> None:
    book = editor.window.session.book
    for label, shown_for in (("Size", ""), ("Staff", "company")):
        settings = FieldSettings(default="7", shown_for=shown_for)
        made = FieldDefinition(label, "number", settings=settings)
        editor.window.session.announce(fields.add_field(book, made))
    tile = editor.canvas._tiles["size"]
    (shown,) = tile.findChildren(LineInput)
    assert shown.value() == "7"
    assert all(part.focusPolicy() == Qt.FocusPolicy.NoFocus for part in shown.findChildren(QWidget))
    editor.canvas.choose(field="size")
    editor.key(Qt.Key.Key_F5)
    preview = editor.dialog.preview
    assert preview.isVisible()
    assert not editor.canvas.isVisible()
    assert list(preview.form.rows) == ["size"]
    QTest.keyClick(preview.whose, Qt.Key.Key_Down)
    assert list(preview.form.rows) == ["size", "staff"]
    assert preview.form.rows["staff"].values() == ["7"]
    editor.dialog.try_button.click()
    assert editor.canvas.isVisible()


def test_a_narrow_window_holds_all_of_it(editor: Editor) -> None:
    editor.dialog.add_section()
    editor.settle()
    editor.key(Qt.Key.Key_Return)
    for kind in ("text", "number"):
        editor.dialog.add_field(kind)
        editor.settle()
        editor.key(Qt.Key.Key_Escape)
    dialog = editor.dialog
    dialog.resize(1080, 700)
    editor.qtbot.wait(30)
    assert editor.canvas._grids[0].columns == 2
    dialog.resize(480, 700)
    editor.qtbot.wait(30)
    assert dialog.width() == 480
    for part in (dialog.palette_list, editor.canvas, dialog.field_properties.label, dialog.section_button):
        right = part.mapTo(dialog, part.rect().bottomRight())
        assert part.isVisible()
        assert right.x() <= dialog.width()
    assert dialog.palette_list.geometry().bottom() < dialog._sides.geometry().top()
    assert dialog.section_button.text() == ""
    assert dialog.section_button.accessibleName() == "New section"
    dialog.resize(1080, 700)
    editor.qtbot.wait(30)
    assert dialog.section_button.text() == "New section"
