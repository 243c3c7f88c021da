"""Contacts to delimited text, in our own layout and those that other programs read."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, BinaryIO

from contactbook.formats import layout_crm
from contactbook.formats.layout_contactbook import ContactbookLayout
from contactbook.formats.layout_google import GoogleLayout
from contactbook.formats.layout_outlook import OutlookLayout
from contactbook.formats.layout_thunderbird import ThunderbirdLayout
from contactbook.formats.slot_layout import SlotLayout

if TYPE_CHECKING:
    from contactbook.domain.contact import Contact
    from contactbook.formats.table_layout import Layout, Widths

_SLOTS = {
    "mailchimp": layout_crm.MAILCHIMP, "hubspot": layout_crm.HUBSPOT, "salesforce": layout_crm.SALESFORCE,
}  # fmt: skip
LAYOUTS = ("contactbook", "google", "outlook", "thunderbird", *_SLOTS)
_CALCULATED = ("=", "+", "-", "@", "\t", "\r", "'=", "'+", "'-", "'@", "'\t", "'\r", "''")
_BOM = "\ufeff"


def layout_of(name: str, widths: Widths, *, excel: bool = False) -> Layout:
    """A layout by its name.

    Args:
        name: one of LAYOUTS.
        widths: measured over every contact that will be written.
        excel: whether the table is made for Excel (our own layout says so in its heading).
    """
    if name == "google":
        return GoogleLayout(widths)
    if name == "outlook":
        return OutlookLayout()
    if name == "thunderbird":
        return ThunderbirdLayout()
    if name in _SLOTS:
        return SlotLayout(_SLOTS[name], widths)
    return ContactbookLayout(widths, excel=excel)


class CsvWriter:
    """Writes contacts one after the other as rows.

    Args:
        stream: takes the bytes.
        layout: see `layout_of`.
        delimiter: what stands between cells; Excel wants the list separator of the person's country.
        mark: whether a byte order mark stands first, by which Excel knows UTF-8.
        excel: puts an apostrophe before cells that Excel would calculate (= + - @). Only our own layout tells
            a reader
            that it did, so that the apostrophes are taken off again.
    """

    def __init__(
        self,
        stream: BinaryIO,
        layout: Layout,
        *,
        delimiter: str = ",",
        mark: bool = True,
        excel: bool = False,
    ) -> None:
        self._stream = stream
        self._layout = layout
        self._excel = excel
        self._line = io.StringIO(newline="")
        self._writer = csv.writer(self._line, delimiter=delimiter, lineterminator="\r\n")
        if mark:
            stream.write(_BOM.encode())
        self._put(layout.heading())

    def write(self, contact: Contact) -> None:
        """One contact more."""
        cells = self._layout.row(contact)
        if self._excel:
            cells = ["'" + cell if cell.startswith(_CALCULATED) else cell for cell in cells]
        self._put(cells)

    def finish(self) -> None:
        """What stands after the last contact: nothing."""

    def _put(self, cells: list[str]) -> None:
        self._line.seek(0)
        self._line.truncate()
        self._writer.writerow(cells)
        self._stream.write(self._line.getvalue().encode("utf-8", "surrogatepass"))
