"""Compiles the columns of a mapping into steps: days, people connected, tags, pictures, custom fields."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from contactbook.domain import fields, partial_dates
from contactbook.domain.contact import Contact, ContactDate, FieldValue, Photo, Relation
from contactbook.formats import table_cells, table_parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.formats.table_mapping import Column
    from contactbook.formats.table_parts import LabelCache, Remember, Step

_ISO_LENGTH = len("1980-05-09")
_STARRED = frozenset({"starred", "starred in android"})
_SYSTEM_GROUPS = _STARRED | {"mycontacts", "my contacts"}


def dates(columns: list[Column], order: str, remember: Remember) -> list[Step]:
    """Steps for days: a cell each, with a label from the row where there is one, or three cells for one."""
    steps: list[Step] = []
    pieces: dict[str, dict[str, int]] = {}
    cache = table_parts.LabelCache()
    for index, column in enumerate(columns):
        if column.target == "date":
            label_at = table_parts.index_of(columns, "date.label", column.group) if column.group else -1
            steps.append(_date(column, index, label_at, column.order or order, cache, remember))
        elif column.target.startswith("date.") and column.target != "date.label":
            pieces.setdefault(column.label or "birthday", {})[column.target[5:]] = index
    steps.extend(_date_of_pieces(label, indexes) for label, indexes in pieces.items())
    return steps


def _date(
    column: Column, index: int, label_at: int, order: str, cache: LabelCache, remember: Remember
) -> Step:
    fixed, separator, heading = column.label, column.separator, column.heading

    def step(row: list[str], contact: Contact) -> None:
        cell = row[index]
        if not cell:
            return
        label = cache[row[label_at]][0] if label_at >= 0 else fixed
        if len(cell) == _ISO_LENGTH and cell[4] == "-" and partial_dates.is_valid(cell):
            contact.dates.append(ContactDate(cell, label))
            return
        for text in table_parts.split(cell, separator):
            value = table_cells.date_of(text, order)
            if value:
                contact.dates.append(ContactDate(value, label))
                if value == text and table_cells.is_ambiguous_date(text):
                    remember("date_ambiguous", heading)
                elif value == text and table_cells.is_day_number(text):
                    remember("date_number", heading)

    return step


def _date_of_pieces(label: str, indexes: dict[str, int]) -> Step:
    order = [indexes.get(name, -1) for name in ("year", "month", "day")]

    def step(row: list[str], contact: Contact) -> None:
        year, month, day = (row[index] if index >= 0 else "" for index in order)
        if year or month or day:
            text = "-".join(
                part
                for part in (year.zfill(4) if year else "-", month.zfill(2), day.zfill(2))
                if part != "00"
            )
            if not day or not day.isdigit():
                text = "-".join(part for part in (year, month.zfill(2) if month else "", day) if part)
            contact.dates.append(ContactDate(table_cells.date_of(text, "") or text, label))

    return step


def uid_length(columns: list[Column]) -> int | None:
    """How many characters of an identifier count, where a column says so ("uid:15"); None for all."""
    return next((int(column.label) for column in columns if column.target == "uid" and column.label), None)


def relations(columns: list[Column], uid_prefix: str) -> list[Step]:
    """Steps for people connected with the contact, by name or by the identifier of the source."""
    cache = table_parts.LabelCache()
    length = uid_length(columns)
    steps: list[Step] = []
    for index, column in enumerate(columns):
        if column.target == "organization.uid":
            steps.append(_employer(index, column.label or uid_prefix, length))
        if column.target in ("relation", "relation.uid"):
            label_at = table_parts.index_of(columns, "relation.label", column.group) if column.group else -1
            steps.append(_relation(column, index, label_at, cache, lambda cell: uid_prefix + cell[:length]))
    return steps


def _employer(index: int, prefix: str, length: int | None) -> Step:
    """The company that a person is in, by the identifier that the source has for it."""

    def step(row: list[str], contact: Contact) -> None:
        if cell := row[index]:
            contact.relations.append(Relation("", "employer", prefix + cell[:length]))

    return step


def _relation(
    column: Column, index: int, label_at: int, cache: LabelCache, uid_of: Callable[[str], str]
) -> Step:
    fixed, separator, by_uid = column.label, column.separator, column.target == "relation.uid"

    def step(row: list[str], contact: Contact) -> None:
        cell = row[index]
        if not cell:
            return
        label = cache[row[label_at]][0] if label_at >= 0 else fixed
        for text in table_parts.split(cell, separator):
            contact.relations.append(Relation("", label, uid_of(text)) if by_uid else Relation(text, label))

    return step


def custom_fields(columns: list[Column], order: str) -> list[Step]:
    """Steps for what has no home of its own: custom fields named like the heading, or by a label cell."""
    steps: list[Step] = []
    for index, column in enumerate(columns):
        if column.target == "field":
            label_at = table_parts.index_of(columns, "field.label", column.group) if column.group else -1
            steps.append(_custom_field(column, index, label_at, column.order or order))
    return steps


def _custom_field(column: Column, index: int, label_at: int, order: str) -> Step:
    name = column.label or column.heading.strip() or f"Column {index + 1}"
    key, kind, separator = fields.key_of(name), column.type, column.separator
    is_date = kind == fields.DATE

    def step(row: list[str], contact: Contact) -> None:
        cell = row[index]
        if not cell:
            return
        if is_date:
            cell = table_cells.date_of(cell, order) or cell
        label = row[label_at].lstrip("* ") if label_at >= 0 else ""
        for value in table_parts.split(cell, separator):
            if label:
                contact.fields.append(FieldValue(label, value, fields.key_of(label), kind))
            else:
                contact.fields.append(FieldValue(name, value, key, kind))

    return step


def tags(columns: list[Column], *, google: bool) -> list[Step]:
    """Steps for tags; Google's own groups say that a contact is one, or starred."""
    steps: list[Step] = []
    for index, column in enumerate(columns):
        if column.target == "tags":
            steps.append(_tags(index, column.separator, google=google))
    return steps


def _tags(index: int, separator: str, *, google: bool) -> Step:
    known: dict[str, tuple[list[str], bool]] = {}

    def step(row: list[str], contact: Contact) -> None:
        cell = row[index]
        if not cell:
            return
        found = known.get(cell)
        if found is None:
            if len(known) >= _MOST_CELLS:
                known.clear()
            found = known[cell] = _tags_of(cell, separator, google=google)
        names, starred = found
        contact.starred = contact.starred or starred
        if contact.tags:
            names = [name for name in names if name not in contact.tags]
        contact.tags += names

    return step


_MOST_CELLS = 4096
"""Cells with tags repeat from row to row: so many different ones are remembered."""


def _tags_of(cell: str, separator: str, *, google: bool) -> tuple[list[str], bool]:
    """The tags of a cell, each once, and whether it says that the contact is starred."""
    names: list[str] = []
    starred = False
    for part in _tag_parts(cell, separator):
        name = part.lstrip("* ") if google else part
        if google and part.startswith("*") and name.lower() in _SYSTEM_GROUPS:
            starred = starred or name.lower() in _STARRED
        elif name and name not in names:
            names.append(name)
    return names, starred


def _tag_parts(cell: str, separator: str) -> list[str]:
    separator = separator or (";" if ";" in cell else ",")
    if separator == "," and cell[0] == '"':
        return [part.strip() for row in csv.reader(cell.splitlines()) for part in row]
    return table_parts.split(cell, separator)


def photos(columns: list[Column]) -> list[Step]:
    """Steps for pictures, which tables give by address."""

    def at(index: int) -> Step:
        def step(row: list[str], contact: Contact) -> None:
            if row[index]:
                contact.photos.append(Photo(url=row[index]))

        return step

    return [at(index) for index, column in enumerate(columns) if column.target == "photo"]
