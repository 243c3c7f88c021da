"""The rows of a spreadsheet of Excel as they stand in the file, one at a time (ECMA-376 part 1, chapter 18).

openpyxl knows what a cell means. How its rows come is our own: it keeps every text of the workbook, the
height of every row and what is left of each row in memory, reads a sheet that does not say its size once
more to find it out, and gives all the blank rows above one that stands far below.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, cast
from xml.etree import ElementTree

from contactbook.formats.unpacking import RowStream

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ROWS = 1 << 20
"""Rows that Excel has."""

MOST_COLUMNS = 1 << 14
"""Columns that Excel has."""

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_BLOCK = 128
"""Texts that are packed together."""
_UNPACKED, _OVERHEAD = 24 << 20, 64
"""Bytes of unpacked texts that are kept, and what a text takes beside its characters."""


class Cell(NamedTuple):
    """What stands in a cell. `kind` as openpyxl says it: "s", "n", "d", "b", "e"; `style` a number format."""

    column: int
    value: Any
    kind: str
    style: int
    formula: bool


class Texts:
    """The table of texts of a workbook, packed: a million of them would take some hundred megabytes."""

    def __init__(self) -> None:
        self._packed: list[bytes] = []
        self._last: list[str] = []
        self._unpacked: dict[int, tuple[list[str], int]] = {}
        self._held = 0

    def append(self, text: str) -> None:
        """The next text."""
        self._last.append(text)
        if len(self._last) == _BLOCK:
            data = "\0".join(self._last).encode("utf-8", "surrogatepass")
            self._packed.append(zlib.compress(data, 1))
            self._last = []

    def __getitem__(self, index: int) -> str:
        block, place = divmod(index, _BLOCK)
        if block == len(self._packed):
            return self._last[place]
        found = self._unpacked.get(block)
        return (self._unpack(block) if found is None else found[0])[place]

    def _unpack(self, block: int) -> list[str]:
        if block < 0:
            raise IndexError
        data = zlib.decompress(self._packed[block])
        texts = data.decode("utf-8", "surrogatepass").split("\0")
        size = len(data) + _OVERHEAD * len(texts)
        self._held += size
        while self._held > _UNPACKED and self._unpacked:
            self._held -= self._unpacked.pop(next(iter(self._unpacked)))[1]
        self._unpacked[block] = texts, size
        return texts


class Package:
    """An opened file: the names and places of its sheets, its texts and styles.

    Raises what openpyxl, zipfile and the XML parser raise on a damaged file, and RowTooLong.
    """

    def __init__(self, stream: BinaryIO) -> None:
        from openpyxl.reader.excel import ExcelReader  # slow to import, seldom needed
        from openpyxl.styles.stylesheet import apply_stylesheet

        reader: Any = cast("Any", ExcelReader)(stream, read_only=True, data_only=True, keep_links=False)
        reader.read_manifest()
        reader.read_workbook()
        cast("Any", apply_stylesheet)(reader.archive, reader.wb)
        self._archive: Any = reader.archive
        self._book: Any = reader.wb
        self._texts = Texts()
        self._read_texts(reader)
        self.sheets: list[tuple[str, str]] = [
            (sheet.name, place.target)
            for sheet, place in reader.parser.find_sheets()
            if place.target in reader.valid_files and "chartsheet" not in place.Type
        ]

    def _read_texts(self, reader: Any) -> None:  # noqa: ANN401 - openpyxl has no types
        from openpyxl.xml.constants import SHARED_STRINGS

        part = reader.package.find(SHARED_STRINGS)
        if part is None:
            return
        item = f"{_MAIN}si"
        with self._archive.open(part.PartName[1:]) as stream:
            table: ElementTree.Element | None = None
            for event, element in ElementTree.iterparse(RowStream(stream), ("start", "end")):
                if table is None:
                    table = element
                elif event == "end" and element.tag == item:
                    self._texts.append(_plain(element))
                    del table[:]

    def rows(self, place: str) -> Iterator[tuple[int, list[Cell]]]:
        """The rows of a sheet that are there, with their numbers (from 1)."""
        from openpyxl.worksheet import _reader

        parser: Any = cast("Any", _reader.WorkSheetParser)(
            None,
            self._texts,
            data_only=True,
            epoch=self._book.epoch,
            date_formats=self._book._date_formats,  # noqa: SLF001 - as openpyxl's own sheets take them
            timedelta_formats=self._book._timedelta_formats,  # noqa: SLF001
        )
        with self._archive.open(place) as stream:
            data: ElementTree.Element | None = None
            for event, element in ElementTree.iterparse(RowStream(stream), ("start", "end")):
                if event == "start":
                    data = element if element.tag == f"{_MAIN}sheetData" else data
                elif element is data:
                    return
                elif data is None:
                    element.clear()
                elif element.tag == f"{_MAIN}row":
                    yield _row(parser, element)
                    del data[:]

    def number_format(self, style: int) -> str:
        """How numbers of this style are written."""
        from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE

        number: int = self._book._cell_styles[style].numFmtId  # noqa: SLF001
        if number < BUILTIN_FORMATS_MAX_SIZE:
            return str(BUILTIN_FORMATS.get(number, ""))
        return str(self._book._number_formats[number - BUILTIN_FORMATS_MAX_SIZE])  # noqa: SLF001


def _row(parser: Any, row: ElementTree.Element) -> tuple[int, list[Cell]]:  # noqa: ANN401
    """A row with the cells in which something stands."""
    told = row.get("r")
    parser.row_counter = int(float(told)) if told is not None else parser.row_counter + 1
    parser.col_counter = 0
    cells: list[Cell] = []
    for element in row:
        found = parser.parse_cell(element)
        value = found["value"]
        formula = not value and element.find(f"{_MAIN}f") is not None
        if value is not None or formula:
            cells.append(Cell(found["column"], value, found["data_type"], found["style_id"], formula))
    return parser.row_counter, cells


def _plain(item: ElementTree.Element) -> str:
    """A text without its formatting and without how it is pronounced."""
    pieces: list[str] = []
    for element in item:
        if element.tag == f"{_MAIN}t":
            pieces.append(element.text or "")
        elif element.tag == f"{_MAIN}r":
            pieces.append(element.findtext(f"{_MAIN}t", ""))
    return "".join(pieces)
