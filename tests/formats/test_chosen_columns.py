"""Tables with only some of their columns."""

from __future__ import annotations

from contactbook.domain.contact import Contact, ContactPoint, FieldValue
from contactbook.formats.chosen_columns import ChosenColumns, topics
from contactbook.formats.csv_writer import layout_of
from contactbook.formats.table_layout import measured

CONTACT = Contact(
    given="Ada",
    points=[
        ContactPoint("email", "a@x.example"),
        ContactPoint("email", "b@x.example"),
        ContactPoint("phone", "1"),
    ],
    fields=[FieldValue("Size", "38", "size"), FieldValue("Age", "5", "age", "number")],
)


def test_columns_are_chosen_by_what_they_are_about() -> None:
    layout = layout_of("contactbook", measured([CONTACT]), excel=True)
    assert topics(layout.heading())[:3] == ["Kind", "UID", "Prefix"]
    assert topics(layout.heading())[-3:] == ["E-mail", "Phone", "Custom fields"]
    chosen = ChosenColumns(layout, {"E-mail", "First Name", "Custom fields"})
    assert chosen.heading() == [
        "First Name", "E-mail 1 - Label", "E-mail 1 - Value", "E-mail 2 - Label", "E-mail 2 - Value",
        "Field: Size", "Field (number): Age",
    ]  # fmt: skip
    assert chosen.row(CONTACT) == ["Ada", "", "a@x.example", "", "b@x.example", "38", "5"]
    assert chosen.unheld(CONTACT) == []


def test_single_custom_fields_are_chosen_by_their_label_whatever_their_type() -> None:
    layout = layout_of("contactbook", measured([CONTACT]))
    chosen = ChosenColumns(layout, ["First Name", "Field: Age", "Field: Nobody has it"])
    assert chosen.heading() == ["First Name", "Field (number): Age", "Field: Nobody has it"]
    assert chosen.row(CONTACT) == ["Ada", "5", ""]
