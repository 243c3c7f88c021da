"""Spreadsheets of Excel and LibreOffice: sheets with contacts, numbers, dates, formulas, damage."""

from __future__ import annotations

import datetime
import io
import random
import zipfile
from contextlib import suppress
from typing import Any

import pytest
from openpyxl import Workbook

from contactbook.domain.problems import Problem
from contactbook.formats import ods_reader, sheet_table, xlsx_reader, xlsx_sheets
from contactbook.formats.reading import Reading
from contactbook.formats.records import ReadCard, ReadOptions
from contactbook.formats.table_mapping import Mapping, from_spec

HEADING = ["Name", "E-mail", "Phone", "Birthday", "Zip", "Score"]
XMLNS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def saved(book: Workbook) -> io.BytesIO:
    stream = io.BytesIO()
    book.save(stream)
    stream.seek(0)
    return stream


def xlsx(*rows: list[Any]) -> io.BytesIO:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    return saved(book)


def ods(*tables: str) -> io.BytesIO:
    stream = io.BytesIO()
    content = f"<office:document-content {XMLNS}><office:body><office:spreadsheet>"
    content += "".join(tables) + "</office:spreadsheet></office:body></office:document-content>"
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    stream.seek(0)
    return stream


def table(*rows: str, name: str = "Sheet1") -> str:
    return f'<table:table table:name="{name}">{"".join(rows)}</table:table>'


def row(*cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


def cell(text: str, **attributes: str) -> str:
    extra = " ".join(f'office:{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in text.split("\n"))
    return f"<table:table-cell {extra}>{paragraphs}</table:table-cell>"


def read(stream: io.BytesIO, name: str = "book.xlsx", options: ReadOptions | None = None) -> list[ReadCard]:
    with Reading(stream, name, len(stream.getvalue()), options or ReadOptions()) as reading:
        return [record for record in reading if isinstance(record, ReadCard)]


def test_cells_are_read_as_a_person_sees_them() -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.append(["Contacts of May"])
    sheet.append([])
    sheet.append(HEADING)
    sheet.append(["Ada", "ada@x.org", "+48 12", datetime.date(1815, 12, 10), 1067, 1.5])
    sheet["E4"].number_format = "00000"
    sheet.append(["Bob", None, 4812, datetime.datetime(2000, 1, 2, 3, 4), "00-001", True])
    ada, bob = read(saved(book))
    assert (ada.line, ada.raw) == (4, b"Ada,ada@x.org,+48 12,1815-12-10,01067,1.5\r\n")
    assert ada.contact.dates[0].value == "1815-12-10"
    assert ada.contact.addresses[0].postal_code == "01067"
    assert ada.contact.fields[0].value == "1.5"
    assert bob.contact.points[0].value == "4812"
    assert bob.contact.dates[0].value == "2000-01-02"
    assert bob.contact.fields[0].value == "TRUE"


def test_what_a_spreadsheet_did_to_numbers_is_remarked_on() -> None:
    ada, bob = read(xlsx(HEADING, ["Ada", None, 51871983880.0], ["Bob", None, 4.41e20]))
    assert ada.contact.points[0].value == "51871983880"
    assert [(remark.code, remark.detail) for remark in bob.remarks] == [("number_rounded", "Phone")]


def test_a_formula_without_a_result_and_an_error_are_remarked_on() -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.append(HEADING)
    sheet.append(["Ada", "=A2", "#N/A"])
    sheet["C2"].data_type = "e"
    (ada,) = read(saved(book))
    assert ada.contact.points == []
    assert [(remark.code, remark.detail) for remark in ada.remarks] == [
        ("cell_error", "Phone"),
        ("formula_without_result", "E-mail"),
    ]


def test_every_sheet_with_contacts_is_read_and_others_are_passed_over() -> None:
    book = Workbook()
    people: Any = book.active
    people.append(["First Name", "Last Name"])
    people.append(["Ada", "Lovelace"])
    sums: Any = book.create_sheet("Sums")
    sums.append([1, 2, 3])
    firms: Any = book.create_sheet("Firms")
    firms.append(["Company", "Phone"])
    firms.append(["Acme", "+48 12"])
    first, second = read(saved(book))
    assert (first.contact.given, second.contact.organization, second.contact.kind) == (
        "Ada",
        "Acme",
        "company",
    )


def test_a_mapping_and_what_was_recognised_are_shown() -> None:
    stream = xlsx(["First Name", "Last Name", "Labels", "E-mail 1 - Label", "E-mail 1 - Value"], ["Ada", "L"])
    with Reading(stream, "book.xlsx", 0, ReadOptions()) as reading:
        assert (reading.detected.format, reading.detected.program, reading.detected.guessed) == (
            "xlsx",
            "google",
            False,
        )
        assert reading.mapping is not None
        assert reading.mapping.dialect == "google"
    mapping = Mapping([from_spec("Who", "nickname")])
    (card,) = read(xlsx(["Who"], ["Ada"]), options=ReadOptions(format="xlsx", mapping=mapping))
    assert card.contact.nickname == "Ada"


@pytest.mark.parametrize("reader", [xlsx_reader, ods_reader])
def test_damaged_files_are_a_problem_and_nothing_else(reader: Any) -> None:  # noqa: ANN401
    whole = (xlsx(HEADING, ["Ada"]) if reader is xlsx_reader else ods(table(row(cell("Name"))))).getvalue()
    for data in (whole[:200], whole[:-30], b"PK\x03\x04" + bytes(50)):
        with pytest.raises(Problem, match=r"import\.spreadsheet_damaged"):
            reader.Workbook(io.BytesIO(data), ReadOptions())


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_reader, "UNPACKED_LIMIT", 1000)
    monkeypatch.setattr(ods_reader, "UNPACKED_LIMIT", 10)
    with pytest.raises(Problem, match=r"import\.spreadsheet_too_big"):
        read(xlsx(HEADING, ["Ada"]))
    with pytest.raises(Problem, match=r"import\.spreadsheet_too_big"):
        read(ods(table(row(cell("Name")))))


def test_empty_spreadsheets_and_those_without_contacts() -> None:
    with pytest.raises(Problem, match=r"import\.empty_file"):
        read(xlsx())
    with pytest.raises(Problem, match=r"import\.not_recognised"):
        read(xlsx([1, 2], [3, 4]))
    with pytest.raises(Problem, match=r"import\.empty_file"):
        read(ods(table()))


def test_a_sheet_of_libreoffice_is_read() -> None:
    stream = ods(
        table(row(cell("x")), name="Other"),
        table(
            row(cell("Name"), cell("Notes"), cell("Birthday"), cell("Zip"), cell("Phone")),
            row(
                cell("Ada<text:s text:c='2'/>L"),
                cell("one\ntwo<text:line-break/>three <text:span>four</text:span>"),
                cell("10.12.1815", value_type="date", date_value="1815-12-10T00:00:00"),
                cell("01067", value_type="float", value="1067"),
                cell("5,2E+10", value_type="float", value="51871983880"),
            ),
            row("<table:table-cell/>", repeated=5),
            row(cell("Bob"), "<table:table-cell table:number-columns-repeated='16000'/>", repeated=2),
        ),
    )
    ada, *bobs = read(stream, "book.ods")
    assert ada.line == 2
    assert ada.contact.full_name == "Ada  L"
    assert ada.contact.note == "one\ntwo\nthree four"
    assert ada.contact.dates[0].value == "1815-12-10"
    assert ada.contact.addresses[0].postal_code == "01067"
    assert ada.contact.points[0].value == "51871983880"
    assert [(bob.line, bob.contact.given) for bob in bobs] == [(8, "Bob"), (9, "Bob")]


def test_rows_and_cells_that_are_repeated_very_often_are_cut_and_told() -> None:
    often = (
        "<table:table-cell table:number-columns-repeated='600' office:value-type='string'><text:p>x</text:p>"
    )
    stream = ods(
        table(
            row(cell("Name"), cell("Notes")),
            row(cell("Ada"), cell("n"), repeated=1200),
            row(cell("Bob"), f"{often}</table:table-cell>"),
        )
    )
    *adas, bob = read(stream, "book.ods")
    assert len(adas) == 1000
    assert [[remark.code for remark in one.remarks] for one in adas[:2]] == [["repeats_cut"], []]
    assert [(remark.code, remark.detail) for remark in bob.remarks] == [("repeats_cut", "Notes")]


def test_an_encrypted_sheet_of_libreoffice_says_so() -> None:
    stream = ods(table())
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    stream.seek(0)
    with pytest.raises(Problem, match=r"import\.encrypted_spreadsheet"):
        read(stream, "book.ods")


def test_the_source_of_a_row_is_a_line_of_csv() -> None:
    assert sheet_table.raw_of(["a", 'b"c', "d\ne"]) == b'a,"b""c","d\ne"\r\n'


@pytest.mark.parametrize("count", ["99999999999", "-5", "abc", "", "٣٣٣٣", "9" * 5000])
def test_counts_of_libreoffice_that_cannot_be_meant(count: str) -> None:
    heading = row(cell("Name"), cell("E-mail"))
    wide = f'<table:table-cell table:number-columns-repeated="{count}"/>'
    tall = f'<table:table-row table:number-rows-repeated="{count}"></table:table-row>'
    blanks = cell(f'Ada<text:s text:c="{count}"/>L')
    cards = read(ods(table(heading, row(blanks, cell("ada@example.org"), wide), tall)), "book.ods")
    assert [card.contact.points[0].value for card in cards] == ["ada@example.org"]
    assert len(cards[0].raw) < 5000


def test_text_of_libreoffice_in_very_many_spans() -> None:
    deep = cell("<text:span>" * 20_000 + "Ada" + "</text:span>" * 20_000)
    cards = read(
        ods(table(row(cell("Name"), cell("E-mail")), row(deep, cell("ada@example.org")))), "book.ods"
    )
    assert [card.contact.full_name for card in cards] == ["Ada"]


def test_a_sheet_with_more_rows_than_there_can_be_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_sheets, "MOST_ROWS", 1000)
    book = Workbook()
    book.active.append(["Name", "E-mail"])  # type: ignore[union-attr]
    book.active.append(["Ada", "ada@example.org"])  # type: ignore[union-attr]
    book.active.cell(1000, 1, "Eve")  # type: ignore[union-attr]
    assert len(read(saved(book))) == 2
    book.active.cell(1001, 1, "Zoe")  # type: ignore[union-attr]
    with pytest.raises(Problem, match=r"import\.spreadsheet_damaged"):
        read(saved(book))


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
@pytest.mark.parametrize("seed", range(8))
def test_any_damage_is_a_problem_and_nothing_else(kind: str, seed: int) -> None:
    source = random.Random(seed)
    tall = [row(cell("Ada"), cell(f"ada{number}@example.org")) for number in range(50)]
    whole = ods(table(*tall)) if kind == "ods" else xlsx(*([f"Ada {number}"] for number in range(50)))
    packed = io.BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    for _ in range(25):
        data = bytearray(packed.getvalue())
        for _ in range(source.randrange(1, 5)):
            data[source.randrange(40, len(data))] = source.randrange(256)
        with suppress(Problem):
            read(io.BytesIO(data), f"book.{kind}")


def test_the_text_shown_of_a_workbook_is_its_sheets_in_even_columns() -> None:
    book = Workbook()
    book.active.title = "Members"  # type: ignore[union-attr]
    for cells in (["Name", "E-mail"], ["Anna von Berg", "anna@berg.example"], ["Bo", "bo@bo.example"]):
        book.active.append(cells)  # type: ignore[union-attr]
    board = book.create_sheet("Board")
    board.append(["Name", "Phone"])
    board.append(["Cy\nKind", "x" * 50])
    reading = Reading(saved(book), "members.xlsx", 1, ReadOptions())
    assert reading.text(1000).splitlines() == [
        "Members",
        "Name            E-mail",
        "Anna von Berg   anna@berg.example",
        "Bo              bo@bo.example",
        "",
        "Board",
        "Name      Phone",
        f"Cy Kind   {'x' * 31}…",
    ]
    assert reading.text(10) == "Members\nNa"
