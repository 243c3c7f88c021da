"""Tables of entries (contactbook.formats.entry_table): told from contacts, columns, cells, sheets."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from contactbook.domain.entry_columns import CONTACTS
from contactbook.formats import table_mapping
from contactbook.formats.reading import Reading
from contactbook.formats.records import ReadEntry, ReadOptions
from contactbook.formats.table_mapping import Column, Mapping

if TYPE_CHECKING:
    from collections.abc import Sequence

ORDERS = b'\xef\xbb\xbfE-mail;Order;Total;Date\r\na@x.example;="0012";\'-5,00;13/04/2026\r\n\r\n;;;\r\n'
SAMPLES = Path(__file__).parents[1] / "samples"


def reading(data: bytes, name: str = "t.csv", **options: object) -> Reading:
    return Reading(io.BytesIO(data), name, len(data), ReadOptions(**{"rows_are": "", **options}))  # type: ignore[arg-type]


def rows(found: Reading) -> list[dict[str, str]]:
    return [record.values for record in found if isinstance(record, ReadEntry)]


def fields(found: Reading) -> list[str]:
    (table,) = found.tables
    return [column.target for column in table.mapping.columns]


def test_cells_fill_the_fields_of_their_columns() -> None:
    found = reading(ORDERS)
    (table,) = found.tables
    assert (table.mapping.entries, table.mapping.date_order) == ("purchase", "dmy")
    assert fields(found) == ["email", "external", "amount", "date"]
    assert rows(found) == [
        {"email": "a@x.example", "external": "0012", "amount": "-5,00", "date": "13/04/2026"}
    ]


def test_a_table_of_contacts_stays_one_unless_somebody_says_else() -> None:
    data = b"Name,Email,Phone,Company\nAda,a@x.example,+48 58 555 01 01,Acme\n"
    assert not reading(data).tables[0].mapping.entries
    said = reading(data, rows_are="donation")
    assert (said.tables[0].mapping.entries, fields(said)) == ("donation", ["name", "email", "phone", "extra"])
    assert not reading(ORDERS, rows_are=CONTACTS).tables[0].mapping.entries


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.csv")), ids=lambda path: path.name)
def test_no_table_of_a_known_program_is_taken_for_entries(path: Path) -> None:
    data = path.read_bytes()
    with reading(data, path.name) as found:
        assert not any(table.mapping.entries for table in found.tables)


def test_a_kind_that_is_named_is_that_of_all_rows() -> None:
    data = b"Email,Type,Order ID,Amount\na@x.example,note,1,5\n"
    assert fields(reading(data)) == ["email", "kind", "external", "amount"]
    assert fields(reading(data, rows_are="purchase")) == ["email", "extra", "external", "amount"]


def test_a_heading_below_other_lines_and_any_encoding_are_found() -> None:
    text = "Verkäufe 2026\n\nE-Mail\tBestellnummer\tBetrag\tArtikel\nö@x.example\t7\t5,00\tZelt\n"
    for encoding, said in (("utf-16", ""), ("utf-8", ""), ("cp1252", "cp1252")):
        found = rows(reading(text.encode(encoding), encoding=said))
        assert (found[0]["email"], found[0]["amount"]) == ("ö@x.example", "5,00"), encoding


def test_a_mapping_that_was_kept_says_that_rows_are_entries_and_travels_as_json() -> None:
    said = Mapping([Column("Wer", "email"), Column("Was", "amount")], entries="donation", currency="EUR")
    again = table_mapping.from_json(said.to_json())
    assert again == said
    found = reading(b"Wer,Was,Neu\na@x.example,5,x\n", mapping=again, rows_are=CONTACTS)
    assert (found.tables[0].mapping.currency, fields(found)) == ("EUR", ["email", "amount", "extra"])
    wrong = said.to_json() | {"columns": [{"heading": "Wer", "to": "organization"}]}
    with pytest.raises(ValueError, match="organization"):
        table_mapping.from_json(wrong)
    assert "entries" not in Mapping([Column("Name", "full_name")]).to_json()


def workbook(*sheets: tuple[str, Sequence[Sequence[object]]]) -> bytes:
    book = Workbook()
    del book["Sheet"]
    for title, cells in sheets:
        sheet = book.create_sheet(title)
        for row in cells:
            sheet.append(list(row))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_sheets_of_entries_are_read_apart_when_asked_for_and_no_sheet_is_left_out_otherwise() -> None:
    people = ("People", [["Name", "Email"], ["Ada", "a@x.example"]])
    orders = ("Orders", [["Email", "Order", "Total"], ["a@x.example", 12, 5.5]])
    data = workbook(people, orders)
    assert [table.name for table in reading(data, "b.xlsx").tables] == ["People", "Orders"]
    assert not any(table.mapping.entries for table in reading(data, "b.xlsx").tables)
    assert [table.name for table in reading(data, "b.xlsx", rows_are=CONTACTS).tables] == ["People", "Orders"]
    found = reading(data, "b.xlsx", rows_are="entries")
    assert rows(found) == [{"email": "a@x.example", "external": "12", "amount": "5.5"}]
    assert rows(reading(workbook(orders), "b.xlsx")) == rows(reading(data, "b.xlsx", rows_are="purchase"))


def test_columns_that_mean_nothing_stay_with_the_row_unless_left_out() -> None:
    data = b"Email,Order,Total,Channel,,Channel\na@x.example,1,5,web,blue,=1+1\n"
    found = reading(data)
    assert fields(found) == ["email", "external", "amount", "extra", "extra", "extra"]
    (row,) = (record for record in found if isinstance(record, ReadEntry))
    assert row.extra == {"Channel": "web", "#5": "blue", "Channel #6": "=1+1"}
    mapping = found.tables[0].mapping
    mapping.columns[3].target = "skip"
    (row,) = (record for record in reading(data, mapping=mapping) if isinstance(record, ReadEntry))
    assert row.extra == {"#5": "blue", "Channel #6": "=1+1"}
