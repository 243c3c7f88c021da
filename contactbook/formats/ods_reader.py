"""Spreadsheets of LibreOffice (.ods): every sheet that holds contacts, row by row.

The standard library is enough: the content is one XML part, read as a stream of events (OpenDocument 1.3 part
3, chapters 9 and 19): repeated rows and cells are written once with a count, and the shown text stands in
paragraphs beside the value.
"""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, BinaryIO
from xml.etree import ElementTree

from contactbook.domain.problems import Problem
from contactbook.formats import sheet_table
from contactbook.formats.records import ReadOptions, Record
from contactbook.formats.sheet_table import Sheet
from contactbook.formats.table_rows import TableRow
from contactbook.formats.unpacking import DAMAGES, RowStream, RowTooLong

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

UNPACKED_LIMIT = 2 << 30
"""Most bytes that the content may have, unpacked."""

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_LONGEST_MANIFEST = 1 << 20
_MOST_COLUMNS = 16384
_MOST_BLANKS, _DEEPEST_SPAN, _LONGEST_COUNT = 1000, 50, 12
REPEATS_CUT = "repeats_cut"
"""Code of the remark on the first row where this was done."""

_MOST_REPEATS, _MOST_ALIKE = 1000, 500
"""A filled row or cell that is repeated more often than this is decoration; blank rows are not repeated."""


class Workbook:
    """A spreadsheet, opened and its sheets recognised.

    Raises:
        Problem: import.spreadsheet_damaged, import.spreadsheet_too_big, import.encrypted_spreadsheet,
            import.empty_file, import.not_recognised.
    """

    def __init__(self, stream: BinaryIO, options: ReadOptions, name: str = "") -> None:
        try:
            archive = zipfile.ZipFile(stream)
            part = archive.getinfo("content.xml")
            manifest = _manifest_of(archive)
        except (*DAMAGES, LookupError, ValueError) as error:
            raise Problem("import.spreadsheet_damaged", name=name) from error
        if part.file_size > UNPACKED_LIMIT:
            raise Problem("import.spreadsheet_too_big", name=name)
        if b"encryption-data" in manifest:
            raise Problem("import.encrypted_spreadsheet", name=name)
        titles = list(_titles(archive, name))
        sheets = [Sheet(title, _rows_of(archive, index, name), options) for index, title in enumerate(titles)]
        self.sheets = sheet_table.with_contacts(sheets, name, options.rows_are)

    def read(self) -> Iterator[Record]:
        """Every contact of every sheet that holds some."""
        for sheet in self.sheets:
            yield from sheet.read()


def _manifest_of(archive: zipfile.ZipFile) -> bytes:
    """The list of parts, which also says of each whether it is encrypted; its beginning is enough."""
    if "META-INF/manifest.xml" not in archive.namelist():
        return b""
    with archive.open("META-INF/manifest.xml") as stream:
        return stream.read(_LONGEST_MANIFEST)


def _events(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, ElementTree.Element]]:
    """Beginnings and ends of elements; rows are forgotten once they were looked at."""
    try:
        with archive.open("content.xml") as stream:
            table: ElementTree.Element | None = None
            for event, element in ElementTree.iterparse(RowStream(stream), ("start", "end")):
                yield event, element
                if event == "start" and element.tag == f"{_TABLE}table":
                    table = element
                elif event == "end" and element.tag == f"{_TABLE}table-row":
                    element.clear()
                    if table is not None:
                        del table[:]
    except (*DAMAGES, ElementTree.ParseError, ValueError) as error:
        raise Problem("import.spreadsheet_damaged", name=name) from error
    except RowTooLong as error:
        raise Problem("import.spreadsheet_too_big", name=name) from error


def _titles(archive: zipfile.ZipFile, name: str) -> Iterator[str]:
    for event, element in _events(archive, name):
        if event == "start" and element.tag == f"{_TABLE}table":
            yield element.get(f"{_TABLE}name", "")


def _rows_of(archive: zipfile.ZipFile, wanted: int, name: str) -> Callable[[], Iterator[TableRow]]:
    """A function that opens the rows of the sheet with this index."""

    def open_rows() -> Iterator[TableRow]:
        index, number = -1, 1
        for event, element in _events(archive, name):
            if event == "start":
                index += element.tag == f"{_TABLE}table"
                continue
            if element.tag == f"{_TABLE}table" and index == wanted:
                return
            if element.tag != f"{_TABLE}table-row":
                continue
            if index == wanted:
                notes: list[tuple[str, int]] = []
                cells = _cells(element, notes)
                repeated = _count(element, f"{_TABLE}number-rows-repeated")
                if cells and repeated > _MOST_REPEATS:
                    notes.append((REPEATS_CUT, 0))
                for offset in range(min(repeated, _MOST_REPEATS) if cells else 1):
                    told = notes if not offset else []
                    yield TableRow(cells, number + offset, sheet_table.raw_of(cells), notes=told)
                number += repeated

    return open_rows


def _cells(row: ElementTree.Element, notes: list[tuple[str, int]]) -> list[str]:
    cells: list[str] = []
    for element in row:
        if element.tag in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            text = _text(element)
            most = _MOST_ALIKE if text else _MOST_COLUMNS
            told = _count(element, f"{_TABLE}number-columns-repeated")
            if text and told > most:
                notes.append((REPEATS_CUT, len(cells)))
            cells.extend([text] * min(told, most, _MOST_COLUMNS - len(cells)))
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _count(element: ElementTree.Element, name: str) -> int:
    """How often something is repeated, at least once; a count that is no number counts as one."""
    text = element.get(name, "1")
    return max(1, int(text)) if text.isdecimal() and len(text) <= _LONGEST_COUNT else 1


def _text(cell: ElementTree.Element) -> str:
    """What stands in a cell: a date and a whole number by their value, everything else as it is shown."""
    kind = cell.get(f"{_OFFICE}value-type", "")
    if kind == "date":
        return cell.get(f"{_OFFICE}date-value", "").replace("T00:00:00", "").replace("T", " ")
    shown = "\n".join("".join(_pieces(paragraph)) for paragraph in cell.findall(f"{_TEXT}p"))
    if kind == "float" and not shown.strip().isdigit():
        value = cell.get(f"{_OFFICE}value", "")
        return value.removesuffix(".0") if value and not shown.startswith(("+", "0")) else shown
    return shown


def _pieces(element: ElementTree.Element, depth: int = 0) -> Iterator[str]:
    """Text of a paragraph with its spans, counted blanks and line breaks."""
    if depth > _DEEPEST_SPAN:
        yield from element.itertext()
        return
    yield element.text or ""
    for inside in element:
        if inside.tag == f"{_TEXT}s":
            yield " " * min(_count(inside, f"{_TEXT}c"), _MOST_BLANKS)
        elif inside.tag == f"{_TEXT}tab":
            yield "\t"
        elif inside.tag == f"{_TEXT}line-break":
            yield "\n"
        else:
            yield from _pieces(inside, depth + 1)
        yield inside.tail or ""


def read(stream: BinaryIO, options: ReadOptions | None = None) -> Iterator[Record]:
    """Every contact of a spreadsheet; the stream must be able to seek."""
    yield from Workbook(stream, options or ReadOptions()).read()
