"""From the first rows of a table to a mapping: by dialect, by name, by what the cells look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain import address_lines, folding
from contactbook.domain.entry_columns import CONTACTS
from contactbook.formats import (
    column_contents,
    column_values,
    dialect_thunderbird,
    dialects,
    entry_table,
    table_cells,
)
from contactbook.formats.table_mapping import Column, Mapping, holds_dates

if TYPE_CHECKING:
    from collections.abc import Sequence

REASON_HEADING = "Why Contactbook refused this row"
"""The first column of the files in which refused rows are given back."""


def guess_mapping(
    headings: Sequence[str],
    samples: Sequence[Sequence[str]],
    delimiter: str = "",
    rows_are: str = CONTACTS,
) -> Mapping:
    """What the columns of a table mean, with a confidence for each.

    Args:
        headings: the cells of the heading row.
        samples: rows below it; several hundred make better guesses than a few.
        delimiter: what stands between the cells, a hint of the country the table comes from.
        rows_are: as `ReadOptions.rows_are`.
    """
    if rows_are != CONTACTS and (entries := entry_table.guess_mapping(headings, rows_are)) is not None:
        pass_over_reasons(entries)
        entries.date_order = date_order(entries, samples)
        return entries
    dialect, _ = dialects.recognise(headings)
    if dialect is None:
        dialect = dialect_thunderbird.by_position(headings, samples)
    known = dialect.columns_of(headings) if dialect else [None] * len(headings)
    guesses: dict[int, Column] = {}
    for index, heading in enumerate(headings):
        if known[index] is None:
            guesses[index] = column_values.guess_column(
                heading, [row[index] for row in samples if index < len(row)]
            )
    if dialect is not None:
        mapping = dialects.mapping_of(dialect, headings, guesses)
        _pass_over_defaults(mapping, guesses, samples, dialect.ignore)
    else:
        mapping = Mapping([guesses[index] for index in range(len(headings))])
        column_contents.find(mapping, samples)
    mapping.delimiter = delimiter
    pass_over_reasons(mapping)
    tell_apart(mapping)
    _tell_lines(mapping, samples)
    _tell_lists(mapping, samples)
    mapping.unprotect = is_protected(samples)
    mapping.date_order = date_order(mapping, samples) or mapping.date_order
    return mapping


def is_protected(samples: Sequence[Sequence[str]]) -> bool:
    """Whether an export for Excel put an apostrophe or tab before every cell that Excel would calculate.

    A single cell that stands bare proves that nobody did (R31).
    """
    protected = False
    for row in samples:
        for cell in row:
            if cell[:1] in _CALCULATED and len(cell) > 1:
                return False
            protected = protected or (
                cell[:1] in "'\t" and cell[1:2] in _CALCULATED and len(cell) > _PROTECTED
            )
    return protected


_CALCULATED = ("=", "+", "-", "@")
_PROTECTED = 2


def _pass_over_defaults(
    mapping: Mapping, guesses: dict[int, Column], samples: Sequence[Sequence[str]], defaults: tuple[str, ...]
) -> None:
    """Columns that the program fills with the same nothing in every row ("Private: False") say nothing."""
    for index in guesses:
        cells = {folding.fold(row[index].strip()) for row in samples if index < len(row)} - {""}
        if cells and cells.issubset(defaults):
            mapping.columns[index].ignore = defaults


def _tell_lists(mapping: Mapping, samples: Sequence[Sequence[str]]) -> None:
    """Columns with several e-mail addresses in a cell are split where those are separated."""
    for index, column in enumerate(mapping.columns):
        if column.target == "email" and not column.separator:
            cells = [row[index] for row in samples if index < len(row)]
            column.separator = column_values.between_addresses(cells)


def _tell_lines(mapping: Mapping, samples: Sequence[Sequence[str]]) -> None:
    """A street column without a column for the town may hold whole addresses: most cells must say so."""
    groups = {column.group for column in mapping.columns if column.target in _PLACES}
    for index, column in enumerate(mapping.columns):
        if mapping.dialect or column.target not in _STREETS or column.group in groups:
            continue
        cells = [row[index] for row in samples if index < len(row) and row[index].strip()]
        whole = sum(address_lines.parse(cell) is not None for cell in cells)
        if cells and whole >= _MOST * len(cells):
            column.target = "address.line"


_PLACES = ("address.locality", "address.postal_code")
_STREETS = ("address.street", "address.formatted")
_MOST = 0.6


def pass_over_reasons(mapping: Mapping) -> None:
    """Leave out the column that says why rows were refused, when corrected rows come back."""
    for column in mapping.columns:
        if column.heading == REASON_HEADING:
            column.target, column.confidence = "skip", 100


def tell_apart(mapping: Mapping) -> None:
    """Settles what one column alone cannot.

    A Title beside a job is a form of address, a Name beside a first name the family name; of a single thing
    there is one column.
    """
    columns = mapping.columns
    targets = [column.target for column in columns]
    taken: set[str] = set()
    if "given" in targets and "family" not in targets:
        for column in columns:
            if column.target == "full_name" and len(folding.tokens(column.heading)) == 1:
                column.target = "family"
    for column in columns:
        if (
            column.target == "job_title"
            and targets.count("job_title") > 1
            and column.heading.strip().lower() == "title"
        ):
            column.target = "prefix"
        if column.target in _ONLY_ONE:
            if column.target in taken and column.confidence < 100:
                column.target, column.label, column.group, column.confidence = "field", "", "", 0
            taken.add(column.target)


_ONLY_ONE = frozenset(
    {
        "uid",
        "full_name",
        "given",
        "family",
        "nickname",
        "suffix",
        "file_as",
        "gender",
        "language",
        "photo",
    }
    | {"organization", "department", "job_title", "role"}
)


def date_order(mapping: Mapping, samples: Sequence[Sequence[str]]) -> str:
    """The order of day and month that all date columns agree with; "" when the table does not tell.

    Where columns contradict each other, each gets the order that it tells itself (R32).
    """
    told: dict[int, str] = {}
    for index, column in enumerate(mapping.columns):
        if holds_dates(column):
            cells = [row[index] for row in samples if index < len(row) and row[index]]
            if order := table_cells.order_of(cells):
                told[index] = order
    orders = set(told.values())
    if len(orders) == 1:
        return orders.pop()
    for index, order in told.items():
        mapping.columns[index].order = mapping.columns[index].order or order
    return ""
