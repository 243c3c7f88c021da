"""Tables that we write: ours comes back exactly, those of other programs in what they can hold."""

from __future__ import annotations

import csv
import gc
import io
import tempfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contactbook.domain import contact as shapes
from contactbook.domain import fields
from contactbook.domain.contact import Contact
from contactbook.domain.problems import Problem
from contactbook.formats import table_reader, xlsx_writer
from contactbook.formats.contactbook_rows import OwnRowBuilder
from contactbook.formats.csv_writer import CsvWriter, layout_of
from contactbook.formats.layout_contactbook import listed
from contactbook.formats.reading import Reading
from contactbook.formats.records import ReadCard, ReadOptions
from contactbook.formats.table_layout import KINDS, measured
from contactbook.formats.xlsx_writer import LONGEST_CELL, XlsxWriter

if TYPE_CHECKING:
    from pathlib import Path

TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0\r"), max_size=6)
FILLED = TEXT.filter(bool)
LABEL = TEXT.filter(lambda text: not text.startswith("* "))
TYPES = st.sampled_from(["text", "number", "date"])
POINTS = st.builds(
    shapes.ContactPoint,
    st.sampled_from([shapes.EMAIL, shapes.PHONE, shapes.URL]),
    FILLED,
    LABEL,
    st.booleans(),
) | st.builds(
    shapes.ContactPoint, st.sampled_from([shapes.CHAT, shapes.SOCIAL]), FILLED, LABEL, st.booleans(), TEXT
)
CONTACTS = st.builds(
    Contact,
    kind=st.sampled_from(["person", "company"]),
    uid=TEXT,
    prefix=TEXT,
    given=TEXT,
    family=TEXT,
    full_name=TEXT,
    organization=TEXT,
    note=TEXT,
    starred=st.booleans(),
    points=st.lists(POINTS, max_size=4).map(
        lambda points: sorted(points, key=lambda point: KINDS.index(point.kind))
    ),
    addresses=st.lists(
        st.builds(
            shapes.Address,
            street=FILLED,
            country_code=TEXT,
            formatted=TEXT,
            label=LABEL,
            preferred=st.booleans(),
        ),
        max_size=2,
    ),
    dates=st.lists(st.builds(shapes.ContactDate, FILLED, TEXT), max_size=2),
    relations=st.lists(st.builds(shapes.Relation, FILLED, TEXT, TEXT), max_size=2),
    affiliations=st.lists(
        st.builds(shapes.Affiliation, FILLED, TEXT, decision_maker=st.booleans()), max_size=2
    ),
    fields=st.lists(
        st.builds(
            lambda label, value, type_: shapes.FieldValue(label, value, fields.key_of(label), type_),
            TEXT,
            FILLED,
            TYPES,
        ),
        max_size=3,
    ),
    tags=st.lists(TEXT.filter(lambda text: bool(text.strip("\n"))), max_size=2, unique=True),
)


def written(
    contacts: list[Contact], name: str = "contactbook", *, excel: bool = False, delimiter: str = ","
) -> bytes:
    stream = io.BytesIO()
    layout = layout_of(name, measured(contacts), excel=excel)
    writer = CsvWriter(stream, layout, delimiter=delimiter, excel=excel)
    for contact in contacts:
        writer.write(contact)
    writer.finish()
    return stream.getvalue()


def read(data: bytes) -> list[Contact]:
    records = list(table_reader.read(io.BytesIO(data), ReadOptions()))
    assert all(isinstance(record, ReadCard) for record in records)
    return [record.contact for record in records if isinstance(record, ReadCard)]


def in_order(contact: Contact) -> Contact:
    contact.fields = sorted(contact.fields, key=lambda value: (value.label, value.type))
    return contact


@settings(max_examples=60)
@given(st.lists(CONTACTS, max_size=2), st.booleans(), st.sampled_from(",;\t"))
@example([Contact(note='a \\"'), Contact(addresses=[shapes.Address(street="0", label='\\"')])], False, ",")
def test_our_own_table_gives_the_contacts_again(contacts: list[Contact], excel: bool, delimiter: str) -> None:
    data = written(contacts, excel=excel, delimiter=delimiter)
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(map(in_order, read(data))) == list(map(in_order, contacts))


@settings(max_examples=15)
@given(st.lists(CONTACTS, min_size=1, max_size=2))
def test_our_own_spreadsheet_gives_the_contacts_again(contacts: list[Contact]) -> None:
    text = str(contacts)
    if any(ord(letter) < 32 or ord(letter) >= 0xFFFE for letter in text) or "_x" in text or "\\" in text:
        return
    stream = io.BytesIO()
    writer = XlsxWriter(stream, layout_of("contactbook", measured(contacts)))
    for contact in contacts:
        writer.write(contact)
    writer.finish()
    stream.seek(0)
    with Reading(stream, "book.xlsx", 1, ReadOptions()) as reading:
        found = [record.contact for record in reading if isinstance(record, ReadCard)]
    assert list(map(in_order, found)) == list(map(in_order, contacts))


FULL = Contact(
    prefix="Dr.",
    given="Zofia",
    family="Żak",
    full_name="Zofia Żak",
    organization="Młyny",
    job_title="Kierowniczka",
    gender="female",
    nickname="Zosieńka",
    note="Line one\nline two",
    starred=True,
    points=[
        shapes.ContactPoint("email", "z@mlyny.example", "work", True),
        shapes.ContactPoint("email", "z@post.example", "home"),
        shapes.ContactPoint("phone", "+48 601 202 303", "mobile"),
        shapes.ContactPoint("phone", "42 630 10 10", "work fax"),
        shapes.ContactPoint("url", "https://mlyny.example", "work"),
        shapes.ContactPoint("chat", "zosia", service="skype"),
    ],
    addresses=[
        shapes.Address(
            street="Piotrkowska 1\noficyna",
            locality="Łódź",
            postal_code="90-001",
            country="Polska",
            label="home",
        )
    ],
    dates=[shapes.ContactDate("1980-05-09"), shapes.ContactDate("2004-06-12", "anniversary")],
    relations=[shapes.Relation("Jan Żak", "spouse")],
    fields=[shapes.FieldValue("Shoe size", "38", "shoe_size")],
    tags=["Friends", "Club"],
)


@pytest.mark.parametrize("name", ["contactbook", "google", "outlook", "thunderbird"])
def test_every_layout_is_recognised_and_keeps_what_it_has_a_column_for(name: str) -> None:
    data = written([FULL], name)
    with Reading(io.BytesIO(data), "x.csv", len(data), ReadOptions()) as reading:
        assert reading.detected.program == name
        (record,) = reading
    assert isinstance(record, ReadCard)
    found = record.contact
    assert (found.given, found.family, found.organization) == ("Zofia", "Żak", "Młyny")
    assert {point.value for point in found.points} >= {
        point.value for point in FULL.points if point.kind != "chat"
    }
    assert (found.addresses[0].locality, found.addresses[0].country) == ("Łódź", "Polska")
    assert ("birthday", "1980-05-09") in [(day.label, day.value) for day in found.dates]
    everything = str(found)
    for text in ("Line one", "2004-06-12", "Jan Żak", "38", "zosia", "Zosieńka", "female"):
        assert text in everything, text


def test_what_outlook_and_thunderbird_have_no_column_for_stands_in_the_notes() -> None:
    many = Contact(given="A", points=[shapes.ContactPoint("email", f"{number}@x.org") for number in range(5)])
    assert read(written([many], "outlook"))[0].note == "E-mail: 3@x.org\nE-mail: 4@x.org"
    assert read(written([many], "thunderbird"))[0].note.splitlines() == [
        f"email: {number}@x.org" for number in (2, 3, 4)
    ]


def test_cells_that_excel_would_calculate_are_protected_only_for_excel() -> None:
    contact = Contact(full_name="=1+1", note="'=quoted", points=[shapes.ContactPoint("phone", "+48 12")])
    plain = written([contact]).decode("utf-8-sig")
    assert ",=1+1," in plain
    rows = list(csv.reader(io.StringIO(written([contact], excel=True).decode("utf-8-sig"), newline="")))
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert read(written([contact], excel=True)) == [contact]


def test_a_spreadsheet_holds_text_only_and_cuts_what_excel_cannot_hold() -> None:
    stream = io.BytesIO()
    contact = Contact(given="A", note="x" * (LONGEST_CELL + 5), points=[shapes.ContactPoint("phone", "0048")])
    writer = XlsxWriter(stream, layout_of("contactbook", measured([contact])))
    writer.write(contact)
    writer.finish()
    assert writer.cut == 1
    from openpyxl import load_workbook

    cells = [cell for cell in next(load_workbook(stream).active.iter_rows(min_row=2)) if cell.value]  # type: ignore[union-attr]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert "0048" in [cell.value for cell in cells]


def test_a_row_of_ours_with_more_cells_than_headings_keeps_them() -> None:
    from contactbook.formats.table_rows import TableRow

    card = OwnRowBuilder(["Kind", "UID", "Unknown"]).build(TableRow(["company", "u", "x", "more"], 2, b""))
    assert card is not None
    assert (card.contact.kind, card.contact.uid) == ("company", "u")
    assert [(part.label, part.value) for part in card.contact.fields] == [
        ("Unknown", "x"),
        ("Column 4", "more"),
    ]


def test_lists_in_one_cell() -> None:
    assert listed(["a", 'b"c', "d,e"]) == 'a,"b""c","d,e"'


def test_a_spreadsheet_keeps_nothing_in_temporary_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """They would hold contacts in the clear, and stay when the program is killed."""
    monkeypatch.setattr(tempfile, "tempdir", "/no/such/folder")
    contact = Contact(given="Ada", note="first\rsecond\nthird  <&> \u00e9")
    stream = io.BytesIO()
    writer = XlsxWriter(stream, layout_of("contactbook", measured([contact])), 'A "title" & more')
    writer.write(contact)
    writer.finish()
    from openpyxl import load_workbook

    book = load_workbook(stream)
    assert book.sheetnames == ['A "title" & more']
    assert contact.note in [cell.value for row in book.active.iter_rows() for cell in row]  # type: ignore[union-attr]
    assert book.active.freeze_panes == "A2"  # type: ignore[union-attr]


def test_a_spreadsheet_opens_ready_to_be_read_and_filtered() -> None:
    from openpyxl import load_workbook

    contacts = [Contact(given="Ada", note="Met at the fair"), Contact(given="Bo")]
    stream = io.BytesIO()
    writer = XlsxWriter(stream, layout_of("contactbook", measured(contacts)))
    for contact in contacts:
        writer.write(contact)
    writer.finish()
    sheet = load_workbook(stream).active
    heading = [cell.value for cell in sheet[1]]  # type: ignore[index]
    assert sheet.auto_filter.ref == sheet.dimensions  # type: ignore[union-attr]
    assert {cell.font.b for cell in sheet[1]} == {True}  # type: ignore[index]
    assert {cell.font.b for cell in sheet[2]} == {False}  # type: ignore[index]
    widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]  # type: ignore[index, union-attr]
    assert widths[heading.index("Notes")] > widths[heading.index("First Name")] >= len("First Name")


def test_more_rows_than_excel_opens_are_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_writer, "MOST_ROWS", 3)
    writer = XlsxWriter(io.BytesIO(), layout_of("contactbook", measured([Contact(given="Ada")])))
    writer.write(Contact(given="Ada"))
    writer.write(Contact(given="Bo"))
    with pytest.raises(Problem, match=r"export\.too_many_rows"):
        writer.write(Contact(given="Cy"))


def test_a_spreadsheet_that_cannot_be_finished_says_nothing_afterwards(tmp_path: Path) -> None:
    """What a half-written package says when it is thrown away would fail this test (unraisable errors)."""
    contact = Contact(given="Ada", note="x" * 9000)
    with (tmp_path / "full").open("wb") as stream:
        writer = XlsxWriter(stream, layout_of("contactbook", measured([contact])))
        for _ in range(100):
            writer.write(contact)
    with pytest.raises(ValueError, match="closed file"):
        writer.finish()
    del writer
    gc.collect()
