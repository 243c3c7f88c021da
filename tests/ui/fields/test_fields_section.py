"""The custom fields on a contact's form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from contactbook.actions import fields, forms
from contactbook.domain.contact import Contact, FieldValue
from contactbook.domain.field_definition import FieldDefinition, FieldSettings
from contactbook.domain.form_sections import FormSection
from contactbook.qtmodels import field_reads
from contactbook.ui.fields.fields_section import FieldsSection
from tests.ui.fields.test_inputs import keyboard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow


def test_the_form_follows_the_book_and_touches_only_what_was_typed(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    book = sample_window.session.book
    section = FieldsSection(sample_window.session)
    qtbot.addWidget(section)
    size = FieldDefinition("Size", "number", settings=FieldSettings(default="40", required=True))
    fields.add_field(book, size)
    fields.add_field(book, FieldDefinition("Staff", settings=FieldSettings(shown_for="company")))
    forms.arrange(book, [FormSection("Feet", ("size",), 2)])
    value = FieldValue("Own", "as it was", "own")
    contact = Contact(id=5, fields=[value])
    section.show_contact(contact)
    assert list(section.rows) == ["size"]
    section.show()
    control = keyboard(section.rows["size"])
    QTest.keyClicks(control, "many")
    assert section.doubts() == ["Size: This is not a number."]
    made = Contact(id=5, fields=[value])
    section.write_into(made)
    assert [(one.key, one.value, one.type) for one in made.fields] == [
        ("own", "as it was", "text"), ("size", "many", "number"),
    ]  # fmt: skip
    section.show_contact(made)
    untouched = Contact(id=5, fields=list(made.fields))
    section.write_into(untouched)
    assert untouched == made
    section.show_contact(Contact(kind="company"))
    assert list(section.rows) == ["size", "staff"]
    new = Contact(kind="company")
    section.write_into(new)
    assert [(one.key, one.value) for one in new.fields] == [("size", "40")]
    assert section.focus_on("fields", 1)
    section.forget()


def test_contacts_are_found_by_some_letters(sample_window: MainWindow) -> None:
    book = sample_window.session.book
    (name, reference), *_ = field_reads.contacts_like(book, "a", 3)
    assert name
    assert reference
    assert field_reads.tag_names(book)
