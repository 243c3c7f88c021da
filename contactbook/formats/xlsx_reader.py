"""Spreadsheets of Excel (.xlsx, .xlsm): every sheet that holds contacts, row by row.

Macros are never looked at. openpyxl gives what a formula came to when the file was last saved. What a number
in a cell hides is told: a phone that was saved as a floating-point number, digits that were rounded away, a
formula without a saved result, an error.
"""

from __future__ import annotations

import datetime
import re
import warnings
import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from contactbook.domain.problems import Problem
from contactbook.formats import sheet_table, xlsx_sheets
from contactbook.formats.records import ReadOptions, Record
from contactbook.formats.sheet_table import Sheet
from contactbook.formats.table_rows import TableRow
from contactbook.formats.unpacking import DAMAGES, RowTooLong
from contactbook.formats.xlsx_sheets import Package

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from contactbook.formats.xlsx_sheets import Cell

UNPACKED_LIMIT = 2 << 30
"""Most bytes that the parts of a file may have together, unpacked."""

STRINGS_LIMIT = 512 << 20
"""Most bytes of the table of texts, which is kept in memory, packed."""

PARTS_LIMIT = 12 << 20
"""Most bytes of styles and the like, which openpyxl keeps in memory as trees."""

ROUNDED, NO_RESULT, ERROR, REPAIRED = (
    "number_rounded",
    "formula_without_result",
    "cell_error",
    "phone_repaired",
)
_PRECISE = 10**15
"""Excel keeps 15 digits of a number; those behind them are zeros."""

_SHORTEST_PHONE = 10**6
_ZEROS = re.compile(r"0+")
_ESCAPED = re.compile("_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")
"""A character that XML cannot hold (ECMA-376 part 1, 22.9.2.19); openpyxl leaves the escape as it is."""
_STRINGS = "sharedStrings.xml"
_KEPT_PARTS = ("styles.xml", "workbook.xml", ".rels", "_Types].xml", "theme1.xml", "core.xml", "custom.xml")


class Workbook:
    """A spreadsheet, opened and its sheets recognised.

    Raises:
        Problem: import.spreadsheet_damaged, import.spreadsheet_too_big, import.empty_file,
            import.not_recognised.
    """

    def __init__(self, stream: BinaryIO, options: ReadOptions, name: str = "") -> None:
        with _guarded(name):
            _check(stream, name)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                package = Package(stream)
        sheets = [Sheet(title, _rows_of(package, place, name), options) for title, place in package.sheets]
        self.sheets = sheet_table.with_contacts(sheets, name, options.rows_are)

    def read(self) -> Iterator[Record]:
        """Every contact of every sheet that holds some."""
        for sheet in self.sheets:
            yield from sheet.read()


@contextmanager
def _guarded(name: str) -> Generator[None]:
    """Turns whatever openpyxl raises on a file that is not what it seems into a problem."""
    try:
        yield
    except RowTooLong as error:
        raise Problem("import.spreadsheet_too_big", name=name) from error
    except _DAMAGES as error:
        raise Problem("import.spreadsheet_damaged", name=name) from error


_DAMAGES = (*DAMAGES, LookupError, ValueError, TypeError, AttributeError, SyntaxError, OverflowError)
"""xml.etree's ParseError is a SyntaxError."""


def _check(stream: BinaryIO, name: str) -> None:
    """Refuse a file that would unpack to more than the memory is for."""
    with zipfile.ZipFile(stream) as archive:
        parts = archive.infolist()
    strings = sum(part.file_size for part in parts if part.filename.endswith(_STRINGS))
    if sum(part.file_size for part in parts) > UNPACKED_LIMIT or strings > STRINGS_LIMIT:
        raise Problem("import.spreadsheet_too_big", name=name)
    if any(part.file_size > PARTS_LIMIT and part.filename.endswith(_KEPT_PARTS) for part in parts):
        raise Problem("import.spreadsheet_too_big", name=name)
    stream.seek(0)


_END: tuple[int, list[Cell]] = (0, [])


def _rows_of(package: Package, place: str, name: str) -> Callable[[], Iterator[TableRow]]:
    """A function that opens the rows of a sheet; one blank row stands for all that follow each other."""

    def open_rows() -> Iterator[TableRow]:
        rows = package.rows(place)
        before = 0
        for _ in range(xlsx_sheets.MOST_ROWS):
            with _guarded(name):
                number, found = next(rows, _END)
                if number > xlsx_sheets.MOST_ROWS:
                    raise IndexError
                row = _table_row(package, number, found)
            if not number:
                return
            if number > before + 1:
                yield TableRow([], number - 1, sheet_table.raw_of([]))
            before = number
            yield row
        with _guarded(name):
            if next(rows, None) is not None:
                raise IndexError

    return open_rows


def _table_row(package: Package, number: int, found: Sequence[Cell]) -> TableRow:
    notes: list[tuple[str, int]] = []
    without: list[tuple[str, int]] = []
    cells: list[str] = []
    for cell in found:
        index = cell.column - 1
        if not 0 <= index < xlsx_sheets.MOST_COLUMNS:
            raise IndexError
        text = _text(package, cell, index, notes)
        if cell.formula and not text:
            without.append((NO_RESULT, index))
        if text:
            cells.extend([""] * (index + 1 - len(cells)))
            cells[index] = text
    return TableRow(cells, number, sheet_table.raw_of(cells), notes=notes + without)


def _text(package: Package, cell: Cell, index: int, notes: list[tuple[str, int]]) -> str:
    """What stands in a cell, as a person reads it there."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        if cell.kind == "e":
            notes.append((ERROR, index))
            return ""
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value) if "_x" in value else value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return _number(value, package.number_format(cell.style), index, notes)
    if isinstance(value, datetime.datetime):
        return f"{value:%Y-%m-%d}" if value.time() == datetime.time() else f"{value:%Y-%m-%d %H:%M:%S}"
    return str(value)


def _number(value: float, number_format: str, index: int, notes: list[tuple[str, int]]) -> str:
    if isinstance(value, float) and not value.is_integer():
        return repr(value)
    whole = int(value)
    if abs(whole) >= _PRECISE:
        notes.append((ROUNDED, index))
    elif isinstance(value, float) and abs(whole) >= _SHORTEST_PHONE:
        notes.append((REPAIRED, index))
    return str(whole).zfill(len(number_format)) if _ZEROS.fullmatch(number_format) else str(whole)


def read(stream: BinaryIO, options: ReadOptions | None = None) -> Iterator[Record]:
    """Every contact of a spreadsheet; the stream must be able to seek."""
    yield from Workbook(stream, options or ReadOptions()).read()
