"""What one cell is taken apart into, as the mapping screen shows it."""

from __future__ import annotations

import pytest

from contactbook.actions.import_mappings import from_spec
from contactbook.actions.import_preview import taken_apart


@pytest.mark.parametrize(
    ("spec", "separator", "cell", "parts"),
    [
        (
            "full_name",
            "",
            "Dr. Anna Maria von Berg",
            [("prefix", "Dr."), ("given", "Anna"), ("middle", "Maria"), ("family", "von Berg")],
        ),
        ("full_name", "", "O'Neill, Seán", [("given", "Seán"), ("family", "O'Neill")]),
        ("full_name", "", "Cher", []),
        (
            "address.line",
            "",
            "Hauptstraße 5\n10115 Berlin\nGermany",
            [
                ("address.street", "Hauptstraße 5"),
                ("address.postal_code", "10115"),
                ("address.locality", "Berlin"),
                ("address.country", "Germany"),
            ],
        ),
        ("email", ";", "a@x.example; b@x.example", [("email", "a@x.example"), ("email", "b@x.example")]),
        ("tags", ",", "red, blue", [("tags", "red"), ("tags", "blue")]),
        ("field", ";", "one;two", [("field", "one"), ("field", "two")]),
        ("email", "", "a@x.example", []),
        ("given", "", "Anna", []),
        ("email", ";", "   ", []),
    ],
)
def test_a_cell_is_taken_apart(spec: str, separator: str, cell: str, parts: list[tuple[str, str]]) -> None:
    column = from_spec("Heading", spec)
    column.separator = separator
    assert taken_apart(column, cell) == parts
