"""Every value of a contact in its JSON shape can be set, changed and removed in the form of the window.

What there is to edit is made from the shape and the classes of the domain, what can be done from playing
every control, so a value that is added fails here until the form has a control for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QColor, QImage

from contactbook.actions import books, fields
from contactbook.domain import contact_parts_json
from contactbook.domain.contact import PHONE, Contact, FieldValue
from contactbook.domain.field_definition import FieldDefinition
from contactbook.ui.book_session import BookSession
from contactbook.ui.editor.about_section import AboutSection
from contactbook.ui.editor.contact_editor import ContactEditor
from contactbook.ui.editor.name_section import NameSection
from contactbook.ui.form_sections import form_sections
from tests.actions.contact_shape import Path, full, leaves
from tests.ui.editor.form_walk import FormWalk, bare

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path as FilePath

    from pytestqt.qtbot import QtBot

ELSEWHERE: dict[Path, str] = {
    ("relations", "uid"): "goes with whom the relation means (test_records: a relation names a contact)",
    ("photos", "media_type"): "follows from the picture",
    ("company_id",): "is found by the name of the company (test_records: names become companies)",
    ("parent_id",): "“Reports to” (test_records: somebody is placed under somebody)",
}
"""What the form leaves to other commands of the window, and which."""


@pytest.fixture
def editor(qtbot: QtBot, tmp_path: FilePath) -> Iterator[ContactEditor]:
    session = BookSession()
    session.take(books.create_book(tmp_path / "a.contactbook", books.credential("x")))
    fields.add_field(session.book, FieldDefinition("Shoe size", key="shoe_size"))
    made = ContactEditor(form_sections(session))
    qtbot.addWidget(made)
    made.resize(420, 800)
    yield made
    assert session.shutdown()
    session.close()


def head(editor: ContactEditor) -> NameSection:
    return next(one for one in editor.sections if isinstance(one, NameSection))


def picture(color: str) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    return image


def walked(editor: ContactEditor) -> FormWalk:
    """Everything tried, from a contact that has all, from one that has little of each, from a new one."""
    walk, named = FormWalk(editor), Contact(id=1, family="Anker")
    for start in (full(), bare(full()), Contact()):
        walk.play(start)
    walk.play_additions(named)
    for start in (named, full()):
        editor.edit(start)
        walk.note(start, lambda: head(editor).photo.take_image(picture("red")))
    editor.edit(full())
    walk.note(full(), head(editor).photo.remove)
    return walk


def to_be_edited(contact: Contact) -> dict[Path, Any]:
    return {path: value for path, value in leaves(contact).items() if path not in ELSEWHERE}


def test_the_form_sets_changes_and_removes_every_value_of_the_shape(editor: ContactEditor) -> None:
    assert walked(editor).missing(to_be_edited(full())) == []


def test_the_walk_misses_what_has_no_control(editor: ContactEditor, monkeypatch: pytest.MonkeyPatch) -> None:
    """A value added to the shape of phones, a custom field, a text and a star that no control reaches."""
    usual = contact_parts_json.point_to_json
    louder = lambda point: {**usual(point), **({"loudness": "very"} if point.kind == PHONE else {})}  # noqa: E731
    monkeypatch.setattr(contact_parts_json, "point_to_json", louder)
    odd = full()
    odd.fields = [FieldValue("Unknown", "7", "unknown")]
    head(editor).star.setEnabled(False)
    head(editor).parts.lines["file_as"].hide()
    walk = FormWalk(editor)
    walk.play(full())
    missing = [what for what in walk.missing(to_be_edited(odd)) if not what.startswith("set ")]
    assert set(missing) == {
        "changed phones.loudness", "removed phones.loudness",
        "changed fields.unknown", "removed fields.unknown", "changed file_as", "removed file_as",
        "removed starred", "changed photos.data",
    }  # fmt: skip


def test_the_walk_says_which_of_the_three_is_missing(editor: ContactEditor) -> None:
    walk = FormWalk(editor)
    editor.edit(full())
    walk.note(full(), lambda: head(editor).photo.take_image(picture("blue")))
    assert walk.missing({("photos", "data"): "x"}) == ["set photos.data", "removed photos.data"]


def test_the_day_of_the_check_is_today_or_none(editor: ContactEditor) -> None:
    about = next(one for one in editor.sections if isinstance(one, AboutSection))
    editor.edit(full())
    about.check_button.click()
    assert (editor.contact().checked_at or 0) > 1_700_000_000_000
    about.unchecked_button.click()
    assert editor.contact().checked_at is None


def test_pictures_have_labels_and_an_order(editor: ContactEditor) -> None:
    editor.edit(full())
    name = head(editor)
    name.pictures.add.buttons["picture"].click()
    second = name.pictures.list.rows[1]
    second.address.setText("https://acme.example/logo.png")  # type: ignore[attr-defined]
    second.address.textEdited.emit("")  # type: ignore[attr-defined]
    second.move_wanted.emit(-1)
    assert [photo.url for photo in editor.contact().photos] == [
        "https://acme.example/logo.png",
        "my url of photo",
    ]
    editor.edit(Contact(id=1, photos=bare(full()).photos))
    assert not name.pictures.list.rows
    name.photo.details_wanted.emit()
    assert len(name.pictures.list.rows) == 1


def test_a_property_is_kept_to_the_letter_beside_a_change_of_its_value(editor: ContactEditor) -> None:
    contact = full()
    (extra,) = contact.extras
    extra.value = ""
    editor.edit(contact)
    assert editor.contact().extras == [extra]
    extra.name, extra.value = "Odd.name;here", "was"
    editor.edit(contact)
    about = next(one for one in editor.sections if isinstance(one, AboutSection))
    row = about.kept.rows[0]
    row.value.setText("is")  # type: ignore[attr-defined]
    (made,) = editor.contact().extras
    assert (made.name, made.params, made.group, made.value) == ("Odd.name;here", "P=1", "g", "is")
