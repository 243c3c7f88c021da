"""From the first rows of a table to a mapping: by dialect, by name, by what the cells look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain import address_lines, column_names, column_words, folding, name_order
from contactbook.domain.column_words import CONTACT_PERSONS, SECOND_FAMILY
from contactbook.domain.entry_columns import CONTACTS
from contactbook.formats import (
    column_contents,
    column_values,
    dialect_thunderbird,
    dialects,
    entry_table,
    table_cells,
)
from contactbook.formats.table_mapping import FAMILY_FIRST, Column, Mapping, holds_dates

if TYPE_CHECKING:
    from collections.abc import Sequence

REASON_HEADING = "Why Contactbook refused this row"
"""The first column of the files in which refused rows are given back."""

_PLACES = ("address.locality", "address.postal_code")
_IN_STREETS = ("address.street", "address.house", "address.street2", "address.street3", "address.extended")
_STREETS = ("address.street", "address.formatted")
_MOST = 0.6
"""Share of the cells that must say so."""
_CERTAIN = 100

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
        mapping = Mapping([guesses[index] for index in range(len(headings))], fillers=True)
        column_contents.find(mapping, samples)
    mapping.delimiter = delimiter
    pass_over_reasons(mapping)
    tell_apart(mapping)
    _tell_names(mapping, samples)
    _tell_name_order(mapping, samples)
    _tell_places(mapping)
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
            column.separator = column_values.between_addresses(cells, named=True)


def _tell_places(mapping: Mapping) -> None:
    """A "Home address" beside a plain "Town" and "Postal code" is one address: it gets the home's label."""
    groups: dict[str, list[Column]] = {}
    for column in mapping.columns if not mapping.dialect else ():
        if column.target.startswith("address."):
            groups.setdefault(column.group, []).append(column)
    for columns in groups.values():
        further = any(one.target == "address.street2" for one in columns)
        for one in columns:
            if further and one.target == "address.formatted":  # "Address" beside "Address 2" is its street
                one.target = "address.street"
    streets = [
        group for group, columns in groups.items() if all(one.target in _IN_STREETS for one in columns)
    ]
    rest = [group for group in groups if group not in streets]
    if len(streets) != 1 or len(rest) != 1:
        return
    label = groups[streets[0]][0].label
    if label and not any(one.label or one.target in _IN_STREETS for one in groups[rest[0]]):
        for column in groups[rest[0]]:
            column.label, column.group = label, streets[0]


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
    for here, missing in (("given", "family"), ("family", "given")):
        if here in targets and missing not in targets:
            for column in columns:
                if column.target == "full_name" and len(folding.tokens(column.heading)) == 1:
                    column.target = missing
    _tell_contact_person(columns)
    for column in columns:
        if (
            column.target == "job_title"
            and targets.count("job_title") > 1
            and column.heading.strip().lower() == "title"
        ):
            column.target = "prefix"
    best: dict[str, int] = {}
    for column in columns:
        best[column.target] = max(column.confidence, best.get(column.target, 0))
    for column in columns:
        if column.target not in _ONLY_ONE or column.confidence == _CERTAIN:
            taken.add(column.target)
        elif column.target in taken or column.confidence < best[column.target]:
            if " ".join(folding.tokens(column.heading)) not in SECOND_FAMILY:
                _keep_as_field(column)
        else:
            taken.add(column.target)


def _tell_contact_person(columns: Sequence[Column]) -> None:
    """A customer who has a contact person beside them is a company, and that person the contact."""
    whole = [column for column in columns if column.target == "full_name"]
    persons = [one for one in whole if " ".join(folding.tokens(one.heading)) in CONTACT_PERSONS]
    others = [one for one in whole if one not in persons]
    if len(persons) == len(others) == 1 and all(column.target != "organization" for column in columns):
        others[0].target = "organization"


def _keep_as_field(column: Column) -> None:
    column.target, column.label, column.group, column.confidence = "field", "", "", 0


def _tell_names(mapping: Mapping, samples: Sequence[Sequence[str]]) -> None:
    """Beside first and last name, what is called a name may be that of a company: then it holds neither."""
    at = {column.target: index for index, column in enumerate(mapping.columns)}
    whole = at.get("full_name", -1)
    parts = [at[name] for name in ("given", "family") if name in at]
    if mapping.dialect or whole < 0 or not parts:
        return
    rows = [row for row in samples if whole < len(row) and row[whole].strip()]
    named = [row for row in rows if any(part < len(row) and row[part].strip() for part in parts)]
    other = sum(not _holds_one(row[whole], [row[part] for part in parts if part < len(row)]) for row in named)
    column = mapping.columns[whole]
    if named and other >= _MOST * len(named):
        if "organization" in at:
            _keep_as_field(column)
        else:
            column.target = "organization"
    elif len(words := column_names.words_of(column.heading)) == 1 and words[0] in column_words.RECORDS:
        _keep_as_field(column)  # "Customer" beside the parts of the name says it once more, in another order


def _tell_name_order(mapping: Mapping, samples: Sequence[Sequence[str]]) -> None:
    """Whether whole names are written family name first; where rows contradict each other it is less sure."""
    mails = [index for index, column in enumerate(mapping.columns) if column.target == "email"]
    for index, column in enumerate(mapping.columns):
        if column.target != "full_name" or mapping.dialect:
            continue
        named = [row for row in samples if index < len(row) and row[index].strip()]
        votes = name_order.count_votes([(row[index], _first_of(row, mails)) for row in named])
        said = name_order.order_in_heading(column_names.words_of(column.heading)) == "family"
        fewest, rival = (0, votes.given_first) if said else (_FEW_NAMES, votes.given_first * _CLEARLY)
        if votes.family_first >= max(fewest, rival):
            column.target = FAMILY_FIRST
        if min(votes) * _OFTEN > sum(votes):
            column.confidence = min(column.confidence, _UNSURE)


_FEW_NAMES, _CLEARLY, _OFTEN = 2, 3, 5
"""Names that must show their order where the heading does not, how many of them for each that shows the other
order, and the part of them from which on the order is unsure."""
_UNSURE = 50


def _first_of(row: Sequence[str], columns: Sequence[int]) -> str:
    return next((row[index] for index in columns if index < len(row) and row[index]), "")


def _holds_one(whole: str, parts: Sequence[str]) -> bool:
    words = folding.tokens(whole)
    return any(word in words for part in parts for word in folding.tokens(part))


def date_order(mapping: Mapping, samples: Sequence[Sequence[str]]) -> str:
    """The order of day and month that all date columns agree with; "" when the table does not tell.

    Where they leave it open, the days in other columns ("Joined") decide: one program wrote them all.

    Where columns contradict each other, each gets the order that it tells itself (R32).
    """
    told: dict[int, str] = {}
    beside: set[str] = set()
    for index, column in enumerate(mapping.columns):
        cells = [row[index] for row in samples if index < len(row) and row[index]]
        if holds_dates(column):
            if order := table_cells.order_of(cells):
                told[index] = order
        elif column.target == "field":
            beside.add(table_cells.order_of(cells))
    orders = set(told.values()) or beside - {""}
    if len(orders) == 1:
        return orders.pop()
    for index, order in told.items():
        mapping.columns[index].order = mapping.columns[index].order or order
    return ""
