"""Every type of field can be filled from the keyboard, says what is odd, and gives back what stood there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from contactbook.domain import fields
from contactbook.domain.field_definition import Choice, FieldDefinition, FieldSettings
from contactbook.ui.fields import field_words
from contactbook.ui.fields.field_row import FieldRow
from contactbook.ui.fields.inputs import ChoicesInput, ContactInput, StarSlider

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CHOICES = (Choice("Lead", "blue"), Choice("Won", "green"))


def row(qtbot: QtBot, kind: str, **settings: Any) -> FieldRow:  # noqa: ANN401 - whatever a setting takes
    made = FieldRow(
        FieldDefinition("Field", kind, "field", "Help", FieldSettings(choices=CHOICES, **settings)),
        lambda text, _limit: [("Ada Kowalska", "12")] if text == "ada" else [],
    )
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def keyboard(made: FieldRow) -> QWidget:
    made.setFocus()
    found = made.focusProxy()
    while found is not None and found.focusProxy() is not None:
        found = found.focusProxy()
    assert isinstance(found, QWidget)
    return found


@pytest.mark.parametrize(
    ("kind", "keys", "values", "odd"),
    [
        (fields.TEXT, "abc", ["abc"], False),
        (fields.LONG_TEXT, "abc", ["abc"], False),
        (fields.NUMBER, "1234", ["1234"], False),
        (fields.NUMBER, "many", ["many"], True),
        (fields.MONEY, "12 EUR", ["12 EUR"], False),
        (fields.DATE, "9 May 1980", ["1980-05-09"], False),
        (fields.DATE, "soon", ["soon"], True),
        (fields.YES_NO, "y", ["yes"], False),
        (fields.CHOICE, "won", ["Won"], False),
        (fields.CHOICE, "other", ["other"], True),
        (fields.CHOICES, " ", ["Lead"], False),
        (fields.URL, "acme.example", ["acme.example"], False),
        (fields.EMAIL, "ada", ["ada"], True),
        (fields.PHONE, "+48 123", ["+48 123"], False),
        (fields.RATING, "4", ["4"], False),
        (fields.CONTACT, "Bob", ["Bob"], True),
    ],
)
def test_every_type_is_filled_by_keys(
    qtbot: QtBot, kind: str, keys: str, values: list[str], odd: bool
) -> None:
    made = row(qtbot, kind)
    made.show_values([])
    assert (made.values(), made.touched, made.doubt()) == ([], False, "")
    control = keyboard(made)
    assert control.accessibleName().startswith("Field")
    QTest.keyClicks(control, keys)
    assert made.values() == values
    assert made.touched
    assert bool(made.doubt()) == odd


@pytest.mark.parametrize("kind", fields.TYPES)
@pytest.mark.parametrize("value", ["what is no value of most types", "1234.50", "1980-05-09", "Won"])
def test_what_nobody_touches_stays(qtbot: QtBot, kind: str, value: str) -> None:
    made = row(qtbot, kind)
    made.show_values([value])
    assert made.values() == [value]
    assert not made.touched
    field_words.spoken_value(made.definition, value)


def test_several_values_come_and_go(qtbot: QtBot) -> None:
    made = row(qtbot, fields.TEXT, repeated=True)
    made.show_values(["a", "b", "c"])
    assert made.values() == ["a", "b", "c"]
    made._more.click()
    control = made._inputs[-1].focusProxy()
    assert control is not None
    QTest.keyClicks(control, "d")
    assert made.values() == ["a", "b", "c", "d"]
    made._on_dropped(made._inputs[1])
    assert made.values() == ["a", "c", "d"]
    made.show_values(["z"])
    assert made.values() == ["z"]


def test_a_contact_is_linked_from_what_is_found(qtbot: QtBot) -> None:
    made = row(qtbot, fields.CONTACT)
    made.show_values([])
    control = made._inputs[0]
    assert isinstance(control, ContactInput)
    QTest.keyClicks(control.line, "ada")
    control._look_up()
    control._on_chosen("Ada Kowalska")
    assert made.values() == ["Ada Kowalska <12>"]
    assert control.line.text() == "Ada Kowalska"
    assert made.doubt() == ""


def test_choices_that_are_gone_stand_ticked_until_unticked(qtbot: QtBot) -> None:
    made = row(qtbot, fields.CHOICES)
    made.show_values(["won", "Gone"])
    control = made._inputs[0]
    assert isinstance(control, ChoicesInput)
    assert made.values() == ["Won", "Gone"]
    control.boxes[-1].click()
    assert made.values() == ["Won"]
    made.show_values([])
    assert len(control.boxes) == 2


def test_stars_by_arrow_digit_and_delete(qtbot: QtBot) -> None:
    stars = StarSlider(5)
    qtbot.addWidget(stars)
    stars.show()
    QTest.keyClicks(stars, "3")
    QTest.keyClick(stars, Qt.Key.Key_Right)
    assert stars.value() == 4
    QTest.keyClick(stars, Qt.Key.Key_Delete)
    assert stars.value() == 0


def test_a_date_is_shown_as_it_is_said(qtbot: QtBot) -> None:
    made = row(qtbot, fields.DATE)
    made.show_values(["1980-05-09"])
    control = keyboard(made)
    assert isinstance(control, QLineEdit)
    assert control.text() == "9 May 1980"
    control.setText("9 May 1981")
    control.textEdited.emit("9 May 1981")
    assert made.values() == ["1981-05-09"]
