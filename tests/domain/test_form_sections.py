from __future__ import annotations

from contactbook.domain.field_definition import FieldDefinition, FieldSettings
from contactbook.domain.form_sections import FormSection, form_for, whole

FIELDS = [
    FieldDefinition("Size", key="size"),
    FieldDefinition("Staff", key="staff", settings=FieldSettings(shown_for="company")),
    FieldDefinition("Loose", key="loose"),
]
SECTIONS = [
    FormSection("Sales", ("staff", "size", "gone", "size"), 2),
    FormSection("Club", (), 1, "tag:club"),
]


def test_every_field_stands_in_one_section() -> None:
    assert [section.fields for section in whole(SECTIONS, FIELDS)] == [("staff", "size"), (), ("loose",)]
    assert whole([], []) == []


def test_the_form_shows_what_applies_and_what_is_filled() -> None:
    person = form_for(SECTIONS, FIELDS, "person", [])
    assert [[field.key for field in section.fields] for section in person] == [["size"], ["loose"]]
    assert person[0].columns == 2
    company = form_for(SECTIONS, FIELDS, "company", [])
    assert [field.key for field in company[0].fields] == ["staff", "size"]
    filled = form_for(SECTIONS, FIELDS, "person", [], filled=["staff"])
    assert [field.key for field in filled[0].fields] == ["staff", "size"]
