"""The form as a whole: what it gives back, and where the keyboard goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain.contact import Contact, ContactPoint
from contactbook.ui.book_session import BookSession
from contactbook.ui.editor.contact_editor import ContactEditor
from contactbook.ui.form_sections import form_sections

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_an_untouched_form_changes_nothing(qtbot: QtBot) -> None:
    editor = ContactEditor(form_sections(BookSession()))
    qtbot.addWidget(editor)
    contact = Contact(full_name="Ada", points=[ContactPoint("phone", " 12 "), ContactPoint("chat", "ada")])
    editor.edit(contact)
    assert editor.contact() == contact
    assert not editor.is_changed
    editor.forget()
    assert editor.contact() == Contact()
