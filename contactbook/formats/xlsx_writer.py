"""Contacts to a spreadsheet of Excel: every cell is text, so that no phone loses its plus or its zeros."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, BinaryIO, cast

if TYPE_CHECKING:
    from contactbook.domain.contact import Contact
    from contactbook.formats.table_layout import Layout

LONGEST_CELL = 32_767
"""Most characters of a cell in Excel; longer text is cut off and counted in `cut`."""

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TEXT_FORMAT = "@"


class XlsxWriter:
    """Writes contacts one after the other as rows of a sheet; the file is there after `finish`.

    `cut` is the number of cells that were too long for Excel.
    """

    def __init__(self, stream: BinaryIO, layout: Layout, title: str = "Contacts") -> None:
        from openpyxl import Workbook  # slow to import, seldom needed

        self.cut = 0
        self._stream = stream
        self._layout = layout
        self._book = cast("Any", Workbook)(write_only=True)
        self._sheet: Any = self._book.create_sheet(title)
        self._sheet.freeze_panes = "A2"
        self._put(layout.heading())

    def write(self, contact: Contact) -> None:
        """One contact more."""
        self._put(self._layout.row(contact))

    def finish(self) -> None:
        """Writes the file."""
        self._book.save(self._stream)

    def _put(self, cells: list[str]) -> None:
        self._sheet.append([self._cell(text) for text in cells])

    def _cell(self, text: str) -> Any:  # noqa: ANN401 - openpyxl has no types
        if not text:
            return None
        from openpyxl.cell import WriteOnlyCell

        text = _NOT_IN_XML.sub("", text)
        if len(text) > LONGEST_CELL:
            self.cut += 1
        cell: Any = cast("Any", WriteOnlyCell)(self._sheet, text[:LONGEST_CELL])
        cell.data_type = "s"
        cell.number_format = _TEXT_FORMAT
        return cell
