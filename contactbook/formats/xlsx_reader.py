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
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from contactbook.domain.problems import Problem
from contactbook.formats import sheet_table
from contactbook.formats.records import ReadOptions, Record
from contactbook.formats.sheet_table import Sheet
from contactbook.formats.table_rows import TableRow
from contactbook.formats.unpacking import DAMAGES, RowStream, RowTooLong

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

UNPACKED_LIMIT = 2 << 30
"""Most bytes that the parts of a file may have together, unpacked."""

STRINGS_LIMIT = 256 << 20
"""Most bytes of the table of texts, which openpyxl keeps in memory."""

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

MOST_ROWS = 1 << 20
"""Rows that Excel has; openpyxl gives every blank row above one that claims to stand far below."""

_SHORTEST_PHONE = 10**6
_ZEROS = re.compile(r"0+")
_ESCAPED = re.compile("_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")
"""A character that XML cannot hold (ECMA-376 part 1, 22.9.2.19); openpyxl leaves the escape as it is."""
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_BLOCK = 1 << 20
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
            formulas = _checked(stream, name)
            values = _open(stream, results=True)
            written = _open(stream, results=False) if formulas else None
            titles = [title for title in values.sheetnames if hasattr(values[title], "iter_rows")]
        sheets = [Sheet(title, _rows_of(values, written, title, name), options) for title in titles]
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
    except _DAMAGES as error:
        raise Problem("import.spreadsheet_damaged", name=name) from error


_DAMAGES = (*DAMAGES, LookupError, ValueError, TypeError, AttributeError, SyntaxError)
"""xml.etree's ParseError is a SyntaxError."""


def _checked(stream: BinaryIO, name: str) -> bool:
    """Whether there are formulas; refuses a file that would unpack to more than the memory is for."""
    with zipfile.ZipFile(stream) as archive:
        parts = archive.infolist()
        strings = sum(part.file_size for part in parts if part.filename.endswith(_STRINGS))
        if sum(part.file_size for part in parts) > UNPACKED_LIMIT or strings > STRINGS_LIMIT:
            raise Problem("import.spreadsheet_too_big", name=name)
        if any(part.file_size > PARTS_LIMIT and part.filename.endswith(_KEPT_PARTS) for part in parts):
            raise Problem("import.spreadsheet_too_big", name=name)
        rows = [part for part in parts if "worksheets/" in part.filename or part.filename.endswith(_STRINGS)]
        try:
            found = [_has_formula(archive, part) for part in rows]
        except RowTooLong as error:
            raise Problem("import.spreadsheet_too_big", name=name) from error
    stream.seek(0)
    return any(found)


def _has_formula(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Reads the whole part. Raises RowTooLong."""
    tail, found = b"", False
    with archive.open(part) as packed:
        stream = RowStream(packed)
        while block := stream.read(_BLOCK):
            found = found or _FORMULA.search(tail + block) is not None
            tail = block[-16:]
    return found


def _open(stream: BinaryIO, *, results: bool) -> Any:  # noqa: ANN401 - openpyxl has no types
    from openpyxl import load_workbook  # slow to import, seldom needed

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return cast("Any", load_workbook)(stream, read_only=True, data_only=results, keep_links=False)


def _rows_of(values: Any, written: Any, title: str, name: str) -> Callable[[], Iterator[TableRow]]:  # noqa: ANN401
    """A function that opens the rows of a sheet; `written` is the file with formulas in place of results."""

    def open_rows() -> Iterator[TableRow]:
        rows = _cells_of(values[title], name)
        formulas = _cells_of(written[title], name) if written is not None else iter(())
        for number, row in enumerate(rows, 1):
            notes: list[tuple[str, int]] = []
            cells = [_text(cell, index, notes) for index, cell in enumerate(row)]
            for index, cell in enumerate(next(formulas, ())):
                if cell.data_type == "f" and index < len(cells) and not cells[index]:
                    notes.append((NO_RESULT, index))
            while cells and not cells[-1]:
                cells.pop()
            yield TableRow(cells, number, sheet_table.raw_of(cells), notes=notes)

    return open_rows


def _cells_of(sheet: Any, name: str) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401
    with _guarded(name):
        sheet.reset_dimensions()
        rows = iter(sheet.iter_rows())
    number = 0
    while True:
        with _guarded(name):
            row = next(rows, None)
        if row is None:
            return
        number += 1
        if number > MOST_ROWS:
            raise Problem("import.spreadsheet_damaged", name=name)
        yield row


def _text(cell: Any, index: int, notes: list[tuple[str, int]]) -> str:  # noqa: ANN401
    """What stands in a cell, as a person reads it there."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        if cell.data_type == "e":
            notes.append((ERROR, index))
            return ""
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value) if "_x" in value else value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return _number(value, str(cell.number_format or ""), index, notes)
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
