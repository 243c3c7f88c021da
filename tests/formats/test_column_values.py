"""What a column holds, judged by its cells."""

from __future__ import annotations

import pytest

from contactbook.formats.column_values import between_addresses
from contactbook.formats.table_header import guess_mapping


@pytest.mark.parametrize("heading", ["Mails", "E-mail"])
def test_lists_of_addresses_are_split_where_they_are_separated(heading: str) -> None:
    samples = [["Anna", "anna@berg.example; am@berg.example"], ["Hans", "hans@meier.example"], ["Bo", ""]]
    column = guess_mapping(["Name", heading], samples).columns[1]
    assert (column.target, column.separator) == ("email", ";")


def test_what_is_no_list_of_addresses_is_not_split() -> None:
    assert between_addresses(["a@x.example,b@x.example"]) == ","
    assert between_addresses(["a@x.example", "b@x.example"]) == ""
    assert between_addresses(["one; two", "a@x.example; three"]) == ""
    assert between_addresses([]) == ""
