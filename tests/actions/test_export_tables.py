"""Tables that are written open right in spreadsheets, hold what was chosen, and come back by import."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from contactbook.actions import books, browsing, editing, export_tables, fields
from contactbook.actions.converting import convert
from contactbook.actions.export_formats import FORMATS
from contactbook.actions.export_tables import TableOptions, columns
from contactbook.actions.exporting import export, losses
from contactbook.actions.importing import import_files
from contactbook.domain.contact import Address, Contact, ContactPoint, FieldValue, Photo
from contactbook.domain.field_definition import FieldDefinition
from contactbook.domain.problems import Problem
from contactbook.store import queries

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book

TABLES = [to for to, kind in FORMATS.items() if kind.table is not None]

ADA = Contact(
    given="Ada",
    family="Żak",
    note="=1+1",
    points=[ContactPoint("phone", "+48 12 345 67 89", "mobile"), ContactPoint("email", "ada@acme.example")],
    addresses=[Address(street="Długa 1", locality="Łódź", postal_code="00-950", country="Polska")],
    fields=[FieldValue("Shoe size", "38", "shoe_size")],
)


def rows_of(path: Path, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=delimiter))


def one(book: Book) -> Contact:
    (contact,) = queries.load_many(book.reader, queries.ids_of(book.reader, queries.View()))
    return contact


@pytest.mark.parametrize("to", [*TABLES, "ldif"])
def test_every_contact_of_the_sample_comes_back(book: Book, other: Book, tmp_path: Path, to: str) -> None:
    books.make_sample(book)
    out = tmp_path / f"out{FORMATS[to].suffix}"
    report = export(book, out, to=to)
    assert report.contacts == len(queries.ids_of(book.reader, queries.View())) > 50
    import_files(other, [out])
    emails = [
        sorted(row.email.lower() for row in browsing.list_contacts(each) if row.email)
        for each in (book, other)
    ]
    assert emails[0] == emails[1]
    names = [{row.display_name for row in browsing.list_contacts(each)} for each in (book, other)]
    assert len(names[0] - names[1]) <= len(names[0]) // 7


@pytest.mark.parametrize(
    ("system", "delimiter"), [("de_DE.UTF-8", ";"), ("en_US.UTF-8", ","), ("pl_PL", ";"), ("C", ",")]
)
def test_our_own_table_opens_right_in_a_spreadsheet(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, delimiter: str
) -> None:
    monkeypatch.setenv("LC_ALL", system)
    editing.add_contact(book, ADA)
    out = tmp_path / "out.csv"
    export(book, out, to="csv")
    assert out.read_bytes().startswith(b"\xef\xbb\xbfKind" + delimiter.encode())
    assert export_tables.system_separator() == delimiter
    export(book, out, to="csv", options=TableOptions(delimiter="tab"))
    assert out.read_bytes().startswith(b"\xef\xbb\xbfKind\t")
    export(book, out, to="csv-google")
    assert b"First Name,Middle Name" in out.read_bytes()


def test_cells_are_neutralised_only_for_excel_and_come_back(book: Book, other: Book, tmp_path: Path) -> None:
    editing.add_contact(book, ADA)
    out = tmp_path / "out.csv"
    export(book, out, to="csv", options=TableOptions(delimiter="comma"))
    assert "=1+1" in rows_of(out)[1]
    export(book, out, to="csv", options=TableOptions(for_excel=True, delimiter="comma"))
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows_of(out) for cell in row)
    import_files(other, [out])
    found = one(other)
    assert (found.note, found.points[1].value) == ("=1+1", "+48 12 345 67 89")


def test_a_spreadsheet_holds_phones_and_postal_codes_as_text(book: Book, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    editing.add_contact(book, ADA)
    export(book, tmp_path / "out.xlsx", to="xlsx")
    sheet = load_workbook(tmp_path / "out.xlsx").active
    assert sheet is not None
    cells = {cell.value: cell for cell in list(sheet.iter_rows())[1] if cell.value}
    for text in ("+48 12 345 67 89", "00-950", "=1+1"):
        assert (cells[text].data_type, cells[text].number_format) == ("s", "@")


@pytest.mark.parametrize("to", ["csv", "xlsx"])
def test_only_chosen_columns_are_written_and_come_back(
    book: Book, other: Book, tmp_path: Path, to: str
) -> None:
    editing.add_contact(book, ADA)
    chosen = ("Kind", "First Name", "Last Name", "E-mail", "Phone", "Custom fields")
    out = tmp_path / f"out.{to}"
    export(book, out, to=to, options=TableOptions(columns=chosen))
    import_files(other, [out])
    found = one(other)
    assert (found.given, found.family, found.note, found.addresses) == ("Ada", "Żak", "", [])
    assert {point.value for point in found.points} == {"ada@acme.example", "+48 12 345 67 89"}
    assert [value.value for value in found.fields] == ["38"]
    assert set(chosen) <= set(columns())


@pytest.mark.parametrize("name", ["Shoe size", "Field: Shoe size"])
def test_a_custom_field_is_chosen_by_its_label(book: Book, tmp_path: Path, name: str) -> None:
    editing.add_contact(book, ADA)
    fields.add_field(book, FieldDefinition("Locker"))
    label = fields.list_fields(book)[0].label
    wanted = ("First Name", name.replace("Shoe size", label), "Locker")
    export(book, tmp_path / "out.csv", to="csv", options=TableOptions(columns=wanted, delimiter="comma"))
    lines = (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()
    assert lines == [f"First Name,Field: {label},Field: Locker", "Ada,38,"]
    assert f"Field: {label}" in columns([label])
    assert "Custom fields" not in columns([label])


def test_chosen_columns_for_excel_come_back(book: Book, other: Book, tmp_path: Path) -> None:
    editing.add_contact(book, ADA)
    options = TableOptions(("Kind", "First Name", "Notes"), for_excel=True)
    export(book, tmp_path / "out.csv", to="csv", options=options)
    import_files(other, [tmp_path / "out.csv"])
    assert (one(other).given, one(other).note) == ("Ada", "=1+1")


@pytest.mark.parametrize(
    ("to", "options", "code"),
    [
        ("vcard3", TableOptions(for_excel=True), "export.option_not_for_format"),
        ("csv-google", TableOptions(columns=("E-mail",)), "export.option_not_for_format"),
        ("xlsx", TableOptions(delimiter="tab"), "export.option_not_for_format"),
        ("csv", TableOptions(columns=("Shoe",)), "export.no_such_column"),
        ("csv", TableOptions(delimiter="dot"), "export.no_such_delimiter"),
    ],
)
def test_options_that_do_not_go_with_the_format(
    book: Book, tmp_path: Path, to: str, options: TableOptions, code: str
) -> None:
    with pytest.raises(Problem) as raised:
        export(book, tmp_path / "out", to=to, options=options)
    assert raised.value.code == code
    assert not (tmp_path / "out").exists()


def test_what_a_table_cannot_hold_is_said_before(book: Book) -> None:
    editing.add_contact(book, Contact(given="A", photos=[Photo(b"x", "image/png")], role="Boss"))
    editing.add_contact(book, Contact(given="B", role="Boss"))
    assert [(one.code, one.contacts) for one in losses(book, to="csv")] == [("photo", 1)]
    assert {one.code: one.contacts for one in losses(book, to="csv-outlook")} == {"photo": 1, "role": 2}
    assert {one.code: one.contacts for one in losses(book, to="ldif")} == {"role": 2}


def test_converting_gives_a_table_all_its_columns(tmp_path: Path) -> None:
    cards = tmp_path / "in.vcf"
    numbers = "".join(f"TEL:+48 12 345 67 8{number}\r\n" for number in range(4))
    cards.write_text(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Żak\r\nN:Żak;Ada;;;\r\n{numbers}END:VCARD\r\n", "utf-8"
    )
    convert([cards], tmp_path / "out.csv", tables=TableOptions(delimiter="comma"))
    heading, row = rows_of(tmp_path / "out.csv")
    assert row[heading.index("Phone 4 - Value")] == "+48 12 345 67 83"


def test_what_a_cell_of_excel_cuts_off_is_said_before_and_after(book: Book, tmp_path: Path) -> None:
    field = FieldValue("Contract", "x" * 40_000, "contract")
    editing.add_contact(book, Contact(given="Ada", fields=[field]))
    assert [(one.code, one.contacts) for one in losses(book, to="xlsx")] == [("custom_field", 1)]
    report = export(book, tmp_path / "out.xlsx", to="xlsx")
    assert report.properties.lost == 1
    assert losses(book, to="csv") == []
