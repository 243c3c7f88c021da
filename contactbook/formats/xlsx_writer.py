"""Contacts to a spreadsheet of Excel: every cell is text, so that no phone loses its plus or its zeros.

The few parts that such a file needs (ECMA-376 part 1, chapters 12 and 18) are written straight into it. A
library would keep the rows in a temporary file first, in the clear, where a killed program leaves them.
"""

from __future__ import annotations

import re
import zipfile
from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO
from xml.sax.saxutils import escape, quoteattr

from contactbook.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contactbook.domain.contact import Contact
    from contactbook.formats.table_layout import Layout

LONGEST_CELL = 32_767
"""Most characters of a cell in Excel; longer text is cut off and counted in `cut`."""

MOST_ROWS = 1_048_576
"""Rows that Excel opens, the heading among them."""

_NOT_IN_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_TO_ESCAPE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]|_(?=x[0-9A-Fa-f]{4}_)")
"""What is written as an escape, and what would read like one (ECMA-376 part 1, 22.9.2.19, ST_Xstring)."""
_RETURN = {"\r": "&#13;"}
"""XML readers turn a bare carriage return into a line feed."""
_FLUSH = 1 << 18

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_LINKS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_LINKS}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'<styleSheet xmlns="{_MAIN}">'
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>'
        "</cellXfs>"
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ),
}
"""The same in every file; styles 1 and 2 are the number format 49 ("@"), text; 2 is bold."""

_SHEET_HEAD = (
    f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    "</sheetView></sheetViews>"
)
_TEXT, _BOLD = 1, 2
_WIDTHS = {"E-mail": 28, "Notes": 40, "UID": 12, "Street": 26, "Organization": 24, "Tags": 20, "URL": 28}
"""Characters that a column has room for, by a word of its heading; otherwise as its heading needs."""
_NARROWEST, _WIDEST = 10, 24


class _Package(zipfile.ZipFile):
    """A zip that is left alone when it was not finished: its stream is closed by then."""

    def __del__(self) -> None: ...


class _Outlet:
    """The stream of a package, deaf once it is closed.

    A sheet that is thrown away half-written ends itself whenever it is collected, by then into a closed
    stream: from Python 3.13 on that would be told as an error that nobody can catch.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    @property
    def closed(self) -> bool:
        """Whether nothing can arrive any more."""
        return self._stream.closed

    def write(self, data: bytes) -> int:
        """Pass bytes on, or drop them when the stream is closed."""
        return len(data) if self.closed else self._stream.write(data)

    def tell(self) -> int:
        """Bytes from the beginning."""
        return 0 if self.closed else self._stream.tell()

    def seek(self, place: int, whence: int = 0) -> int:
        """Go to a place, as streams do."""
        return 0 if self.closed else self._stream.seek(place, whence)

    def flush(self) -> None:
        """Hand on what waits."""
        if not self.closed:
            self._stream.flush()

    def close(self) -> None:
        """The stream belongs to whoever opened it and stays open."""


class XlsxWriter:
    """Writes contacts one after the other as rows of a sheet; the file is there after `finish`.

    `cut` is the number of cells that were too long for Excel. The heading stays in sight and is filtered by.
    """

    def __init__(self, stream: BinaryIO, layout: Layout, title: str = "Contacts") -> None:
        self.cut = 0
        self._layout = layout
        self._title = title
        self._row = 0
        heading = layout.heading()
        self._columns = len(heading)
        self._waiting = [_XML, _SHEET_HEAD, _widths(heading), "<sheetData>"]
        self._size = 0
        self._outlet = _Outlet(stream)
        self._zip = _Package(self._outlet, "w", zipfile.ZIP_DEFLATED, compresslevel=6)
        self._sheet = self._zip.open("xl/worksheets/sheet1.xml", "w", force_zip64=True)
        self._put(heading, _BOLD)

    def write(self, contact: Contact) -> None:
        """One contact more.

        Raises:
            Problem: `export.too_many_rows`, Excel opens no sheet of more than MOST_ROWS.
        """
        if self._row >= MOST_ROWS:
            raise Problem("export.too_many_rows")
        self._put(self._layout.row(contact))

    def finish(self) -> None:
        """The end of the sheet, and the parts around it. Raises ValueError when the stream was closed."""
        if self._outlet.closed:
            raise ValueError("write to closed file")
        all_cells = f"A1:{_letters(max(self._columns, 1) - 1)}{self._row}"
        self._waiting.append(f'</sheetData><autoFilter ref="{all_cells}"/></worksheet>')
        self._flush()
        self._sheet.close()
        sheets = f'<sheets><sheet name={quoteattr(self._title)} sheetId="1" r:id="rId1"/></sheets>'
        workbook = f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}">{sheets}</workbook>'
        for name, text in (_PARTS | {"xl/workbook.xml": workbook}).items():
            self._zip.writestr(name, _XML + text)
        self._zip.close()

    def _put(self, texts: Iterable[str], style: int = _TEXT) -> None:
        self._row += 1
        cells = [self._cell(text, column, style) for column, text in enumerate(texts) if text]
        line = f'<row r="{self._row}">{"".join(cells)}</row>'
        self._waiting.append(line)
        self._size += len(line)
        if self._size > _FLUSH:
            self._flush()

    def _flush(self) -> None:
        self._sheet.write("".join(self._waiting).encode())
        self._waiting, self._size = [], 0

    def _cell(self, text: str, column: int, style: int) -> str:
        text = _NOT_IN_XML.sub("", text)
        if len(text) > LONGEST_CELL:
            self.cut += 1
            text = text[:LONGEST_CELL]
        text = _TO_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
        inside = f'<is><t xml:space="preserve">{escape(text, _RETURN)}</t></is>'
        return f'<c r="{_letters(column)}{self._row}" s="{style}" t="inlineStr">{inside}</c>'


def _widths(heading: list[str]) -> str:
    """How wide the columns are, in characters."""
    columns: list[str] = []
    for number, text in enumerate(heading, 1):
        told = [width for word, width in _WIDTHS.items() if word in text and "Label" not in text]
        width = told[0] if told else min(max(len(text) + 3, _NARROWEST), _WIDEST)
        columns.append(f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>')
    return f"<cols>{''.join(columns)}</cols>" if columns else ""


@lru_cache(maxsize=1 << 14)
def _letters(column: int) -> str:
    """The name of a column, from 0: A, B, ... Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
