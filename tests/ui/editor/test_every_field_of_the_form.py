"""Every field of a contact in its JSON shape can be set, changed and removed in the form of the window.

The list is made from the shape itself, so a field that is added to it fails here until the form has it.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from contactbook.domain.contact_json import from_json, to_json
from contactbook.ui.book_session import BookSession
from contactbook.ui.editor.contact_editor import ContactEditor
from contactbook.ui.form_sections import form_sections
from tests.actions.test_every_field import FULL, IN_PARTS, LISTS, NAMES, SINGLE

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from contactbook.domain.contact import Contact

OTHERWISE = {"kind", "starred", "checked_at"}
"""Set by a button; tested below."""
BY_BUTTON = {"preferred", "decision_maker"}
OF_THE_CARD = {"params", "group"}
"""Of a property kept as it came: the grammar of its line, which only its own program understands."""
FOUND_BY_VALUE = {"country_code"}
"""Follows from the country."""


@pytest.fixture
def editor(qtbot: QtBot) -> ContactEditor:
    made = ContactEditor(form_sections(BookSession()))
    qtbot.addWidget(made)
    made.resize(420, 800)
    return made


def start() -> Contact:
    contact = deepcopy(FULL)
    contact.fields = []
    contact.uid, contact.family = "u1", "Anker"
    for name in (*NAMES, *SINGLE):
        attribute = {"title": "job_title"}.get(name, name)
        if name not in OTHERWISE and getattr(contact, attribute) == "":
            setattr(contact, attribute, f"my {name}")
    return contact


def controls(editor: ContactEditor, shown: str) -> list[QWidget]:
    """Every control in which this text stands."""
    found: list[QWidget] = []
    for control in editor.findChildren(QWidget):
        text = ""
        if isinstance(control, QLineEdit):
            text = control.text()
        elif isinstance(control, QPlainTextEdit):
            text = control.toPlainText()
        if text.casefold() == shown.casefold():
            found.append(control)
    return found


def put(control: QWidget, text: str) -> None:
    """As if somebody had typed it."""
    if isinstance(control, QPlainTextEdit):
        control.setPlainText(text)
    elif isinstance(control, QLineEdit):
        control.setText(text)
        control.textEdited.emit(text)


def changed_to(editor: ContactEditor, shown: str, new: str) -> list[dict[str, Any]]:
    """What the contact becomes when the text is typed into each control that shows it, in turn."""
    results = []
    contact = editor.before
    for at in range(len(controls(editor, shown))):
        editor.edit(contact)
        put(controls(editor, shown)[at], new)
        results.append(to_json(editor.contact()))
    editor.edit(contact)
    return results


@pytest.mark.parametrize("key", [name for name in (*SINGLE, *NAMES) if name not in OTHERWISE])
def test_a_single_field_is_set_changed_and_removed(editor: ContactEditor, key: str) -> None:
    def value(shape: dict[str, Any]) -> str:
        return (shape["name"] if key in NAMES else shape)[key]

    contact = start()
    editor.edit(contact)
    was = value(to_json(contact))
    changed = changed_to(editor, was, "Berta") + changed_to(editor, was.replace("\n", " "), "Berta")
    assert "Berta" in [value(shape) for shape in changed]
    assert "" in [value(shape) for shape in changed_to(editor, was, "")]
    blank = from_json({**to_json(contact), "name": {}} if key in NAMES else {**to_json(contact), key: ""})
    editor.edit(blank)
    for control in controls(editor, ""):
        put(control, "Berta")
    assert value(to_json(editor.contact())) == "Berta"


@pytest.mark.parametrize("key", [key for key in LISTS if key != "photos"])
def test_every_text_of_a_part_is_set_and_changed(editor: ContactEditor, key: str) -> None:
    contact = start()
    editor.edit(contact)
    (part,) = to_json(contact)[key]
    texts = {name for name, value in part.items() if isinstance(value, str) and value}
    for name in texts - IN_PARTS - OF_THE_CARD - FOUND_BY_VALUE:
        new = "2021" if name in ("since", "until") else "9 May 1999" if key == "dates" else "Berta"
        read = {"9 May 1999": "1999-05-09"}.get(new, new) if name == "value" else new
        shown = {control for control in editor.findChildren(QWidget) if _shows(control, part[name])}
        assert shown, f"{key}.{name}: nothing shows {part[name]!r}"
        results = []
        for at in range(len(shown)):
            editor.edit(contact)
            found = [control for control in editor.findChildren(QWidget) if _shows(control, part[name])]
            put(found[min(at, len(found) - 1)], new)
            results += to_json(editor.contact())[key]
        assert any(result.get(name) == read for result in results), f"{key}.{name}"
        editor.edit(contact)


@pytest.mark.parametrize("key", [key for key in LISTS if key not in ("photos",)])
def test_a_part_is_removed(editor: ContactEditor, key: str) -> None:
    from contactbook.ui.editor.part_list import PartList

    editor.edit(start())
    for parts in editor.findChildren(PartList):
        for row in parts.rows:
            before = to_json(editor.contact())[key]
            row.remove_wanted.emit()
            if before and not to_json(editor.contact())[key]:
                return
    pytest.fail(f"{key}: no row takes it away")


def _shows(control: QWidget, value: str) -> bool:
    if isinstance(control, QLineEdit) and not isinstance(control.parentWidget(), QComboBox):
        text = control.text()
    elif isinstance(control, QLineEdit):
        text = control.text()
    elif isinstance(control, QPlainTextEdit):
        text = control.toPlainText()
    else:
        return False
    spoken = {"1980-05-09": "9 May 1980"}.get(value, value)
    return text.casefold() in (value.casefold(), spoken.casefold())


def test_buttons_star_kind_check_prefer_and_decide(editor: ContactEditor) -> None:
    from contactbook.ui.editor.about_section import AboutSection
    from contactbook.ui.editor.name_section import NameSection
    from contactbook.ui.editor.part_list import PartList

    editor.edit(start())
    name = next(one for one in editor.sections if isinstance(one, NameSection))
    about = next(one for one in editor.sections if isinstance(one, AboutSection))
    name.star.click()
    assert editor.contact().starred is False
    name.kind_buttons["company"].click()
    assert editor.contact().kind == "company"
    about.unchecked_button.click()
    assert editor.contact().checked_at is None
    about.check_button.click()
    assert (editor.contact().checked_at or 0) > 5
    for parts in editor.findChildren(PartList):
        for row in parts.rows:
            row.prefer()
    shape = to_json(editor.contact())
    assert not any(part.get("preferred") for key in ("phones", "emails", "addresses") for part in shape[key])
    name.photo.remove()
    assert editor.contact().photos == []


def test_a_picture_is_set_changed_and_removed(editor: ContactEditor) -> None:
    from contactbook.ui.editor.name_section import NameSection

    contact = start()
    contact.photos = []
    editor.edit(contact)
    photo = next(one for one in editor.sections if isinstance(one, NameSection)).photo
    made: list[list[dict[str, Any]]] = []
    for color in ("red", "blue"):
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(QColor(color))
        photo.take_image(image)
        made.append(to_json(editor.contact())["photos"])
    assert len(made[0]) == len(made[1]) == 1
    assert made[0] != made[1]
    photo.remove()
    assert to_json(editor.contact())["photos"] == []
