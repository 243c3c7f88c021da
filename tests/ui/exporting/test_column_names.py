"""What is remembered of chosen columns names no custom field."""

from __future__ import annotations

from contactbook.domain.field_definition import FieldDefinition
from contactbook.ui.exporting.column_names import kept, shown

FIELDS = [FieldDefinition("Blood group", id=7), FieldDefinition("Locker", id=8)]


def test_columns_come_back_and_no_name_of_a_field_is_kept() -> None:
    columns = ("First Name", "Field: Locker", "Field: Blood group")
    assert kept(columns, FIELDS) == ("First Name", "field#8", "field#7")
    assert shown(kept(columns, FIELDS), FIELDS) == columns


def test_fields_of_another_book_are_left_out() -> None:
    assert shown(("First Name", "field#7", "field#99"), FIELDS[1:]) == ("First Name",)


def test_all_custom_fields_together_are_each_of_them() -> None:
    assert shown(("Custom fields",), FIELDS) == ("Field: Blood group", "Field: Locker")
