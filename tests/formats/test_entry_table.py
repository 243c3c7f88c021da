"""Tables of entries (contactbook.formats.entry_table): columns, date order, cells of Excel."""

from __future__ import annotations

import io

from contactbook.formats.entry_table import EntryTable


def rows(data: bytes, columns: dict[str, str] | None = None) -> list[dict[str, str]]:
    return [row.values for row in EntryTable(data, columns).read(io.BytesIO(data))]


def test_cells_fill_the_fields_of_their_columns() -> None:
    data = b'\xef\xbb\xbfE-mail;Order;Total;Date\r\na@x.example;="0012";\'-5,00;13/04/2026\r\n\r\n;;;\r\n'
    table = EntryTable(data)
    assert (table.fields, table.date_order) == (["email", "external", "amount", "date"], "dmy")
    assert rows(data) == [
        {"email": "a@x.example", "external": "0012", "amount": "-5,00", "date": "13/04/2026"}
    ]


def test_what_a_person_said_of_a_column_comes_first() -> None:
    data = b"Buyer,Email,Total\nada@a.example,x@x.example,5\n"
    assert rows(data, {"Buyer": "email"}) == [{"email": "ada@a.example", "amount": "5"}]
    assert rows(data, {"Email": ""}) == [{"amount": "5"}]
