"""Tables among the formats of an export: what they are made with, their columns, and their writers."""

from __future__ import annotations

import locale
import os
import sys
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from contactbook.domain import list_separators
from contactbook.domain.problems import Problem
from contactbook.formats import fidelity
from contactbook.formats.chosen_columns import CUSTOM_FIELDS, FIELD, ChosenColumns, topics
from contactbook.formats.csv_writer import CsvWriter, layout_of
from contactbook.formats.table_layout import Widths, measured
from contactbook.formats.xlsx_writer import LONGEST_CELL, XlsxWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from contactbook.domain.contact import Contact
    from contactbook.formats.fidelity import Fidelity
    from contactbook.formats.table_layout import Layout

OURS = "contactbook"
NO_MARK = frozenset({"salesforce"})
"""Data Loader takes a byte order mark for a part of the first heading."""

DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t"}


@dataclass(frozen=True, slots=True)
class TableOptions:
    """How a table of ours is written.

    Args:
        columns: what its columns are about (see `columns`); none for all of them.
        for_excel: cells that Excel would calculate begin with an apostrophe, which an import takes off again.
        delimiter: one of `DELIMITERS`; "" for what spreadsheets of this country expect.
    """

    columns: tuple[str, ...] = ()
    for_excel: bool = False
    delimiter: str = ""


@dataclass(slots=True)
class TableShape:
    """The options, and how much the contacts to be written need."""

    options: TableOptions = field(default_factory=TableOptions)
    widths: Widths = field(default_factory=Widths)


def columns(labels: Sequence[str] = ()) -> list[str]:
    """What the columns of our own tables can be about, in their order.

    `labels` are those of custom fields: each can be chosen by itself then, as "Field: " and its label.
    """
    widths = Widths(addresses=1, dates=1, relations=1, affiliations=1, photos=1)
    widths.points = dict.fromkeys(widths.points, 1)
    widths.fields = {("", "text"): 1}
    found = topics(layout_of(OURS, widths).heading())
    if labels:
        found = [name for name in found if name != CUSTOM_FIELDS] + [FIELD + label for label in labels]
    return list(dict.fromkeys(found))


def checked(to: str, options: TableOptions, labels: Sequence[str] | None = None) -> TableOptions:
    """The options, when they go with the format, with "Field: Stage" for a column that was called "Stage".

    Args:
        to: the format.
        options: what was asked for.
        labels: those of the custom fields that there are, None where it is not known yet.

    Raises:
        Problem: export.option_not_for_format, export.no_such_column, export.no_such_delimiter.
    """
    if options.columns and to not in ("csv", "xlsx"):
        raise Problem("export.option_not_for_format", option="columns", format=to)
    if (options.for_excel or options.delimiter) and to != "csv":
        option = "for-excel" if options.for_excel else "delimiter"
        raise Problem("export.option_not_for_format", option=option, format=to)
    if options.delimiter and options.delimiter not in DELIMITERS:
        raise Problem("export.no_such_delimiter", value=options.delimiter, choices=tuple(DELIMITERS))
    known = {*columns(), *columns(labels or ())}
    names = [name if name in known or name.startswith(FIELD) else FIELD + name for name in options.columns]
    for name, said in zip(names, options.columns, strict=True):
        if name not in known and (labels is not None or name != said):
            raise Problem("export.no_such_column", name=said, choices=columns(labels or ()))
    return replace(options, columns=tuple(names))


def csv_writer(name: str) -> Callable[[BinaryIO, TableShape], _Table]:
    """Makes the writers of delimited text in a layout."""
    return partial(_csv, name)


def xlsx_writer(stream: BinaryIO, shape: TableShape) -> _Table:
    """The writer of a spreadsheet."""
    layout = _chosen(layout_of(OURS, shape.widths), shape.options)
    return _Table(XlsxWriter(stream, layout), layout.unheld, in_excel=True)


def unheld(name: str) -> Callable[[Contact], list[str]]:
    """What a layout has no column for, contact by contact."""
    return lambda contact: layout_of(name, measured([contact])).unheld(contact)


def unheld_in_spreadsheet(contact: Contact) -> list[str]:
    """As for our own table, and what is longer than a cell may be."""
    return layout_of(OURS, measured([contact])).unheld(contact) + _too_long(contact)


def _too_long(contact: Contact) -> list[str]:
    """Codes of what a cell of Excel cuts off: texts that people can make long."""
    texts = [
        ("note", contact.note),
        *((point.kind, point.value) for point in contact.points),
        *(("address", text) for each in contact.addresses for text in (each.formatted, each.street)),
        *(("relation", relation.text) for relation in contact.relations),
        *(("custom_field", value.value) for value in contact.fields),
    ]
    return [code for code, text in texts if len(text) > LONGEST_CELL]


def system_separator() -> str:
    """The list separator of this computer: what Windows says, else by the language of the system."""
    if sys.platform == "win32":
        import winreg

        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, r"Control Panel\International") as key:
            return str(winreg.QueryValueEx(key, "sList")[0])[:1] or ","
    named = next((os.environ[name] for name in ("LC_ALL", "LC_NUMERIC", "LANG") if os.environ.get(name)), "")
    return list_separators.of_locale(named or locale.getlocale()[0] or "")


class _Table:
    """A writer of rows as a writer of contacts."""

    def __init__(
        self,
        rows: CsvWriter | XlsxWriter,
        unheld_of: Callable[[Contact], Sequence[str]],
        *,
        in_excel: bool = False,
    ) -> None:
        self._rows = rows
        self._unheld = unheld_of
        self._in_excel = in_excel

    def write(self, contact: Contact, original: bytes | None) -> Fidelity:
        """One row more."""
        self._rows.write(contact)
        codes = list(self._unheld(contact))
        if self._in_excel:
            codes += _too_long(contact)
        return fidelity.without(contact, codes)

    def finish(self) -> None:
        """The end of the table."""
        self._rows.finish()


def _csv(name: str, stream: BinaryIO, shape: TableShape) -> _Table:
    options = shape.options
    layout = _chosen(layout_of(name, shape.widths, excel=options.for_excel), options)
    delimiter = DELIMITERS.get(options.delimiter, ",")
    if name == OURS and not options.delimiter:
        delimiter = system_separator()
    rows = CsvWriter(stream, layout, delimiter=delimiter, mark=name not in NO_MARK, excel=options.for_excel)
    return _Table(rows, layout.unheld)


def _chosen(layout: Layout, options: TableOptions) -> Layout:
    return ChosenColumns(layout, options.columns) if options.columns else layout
