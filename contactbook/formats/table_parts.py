"""Compiles a mapping into steps: each takes one kind of part from a row of cells into a contact.

Compiling happens once a file, so that a row costs only the cells that it fills.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from contactbook.domain import emails, fields, labels
from contactbook.domain.contact import (
    CHAT,
    EMAIL,
    PHONE,
    POINT_KINDS,
    SOCIAL,
    Address,
    Affiliation,
    Contact,
    ContactDate,
    ContactPoint,
    FieldValue,
    Photo,
    Relation,
)
from contactbook.formats import table_cells

if TYPE_CHECKING:
    from contactbook.formats.table_mapping import Column

Step = Callable[[list[str], Contact], None]
Remember = Callable[[str, str], None]
"""Notes a remark about the row: its code and the heading of the column."""

_STARRED = frozenset({"starred", "starred in android"})
_SYSTEM_GROUPS = frozenset({"mycontacts", "my contacts"})


class LabelCache(dict[str, tuple[str, bool]]):
    """Label cells repeat from row to row: each spelling is looked up once."""

    def __missing__(self, cell: str) -> tuple[str, bool]:
        found = self[cell] = table_cells.label_of(cell)
        return found


def _index_of(columns: list[Column], target: str, group: str) -> int:
    for index, column in enumerate(columns):
        if column.target == target and column.group == group:
            return index
    return -1


def _split(cell: str, separator: str) -> list[str]:
    if not separator or separator not in cell:
        return [cell]
    return [part.strip() for part in cell.split(separator) if part.strip()]


def points(columns: list[Column], remember: Remember) -> list[Step]:
    """Steps for e-mail addresses, phones, web addresses and accounts, in the order of the columns."""
    cache = LabelCache()
    steps: list[Step] = []
    for index, column in enumerate(columns):
        if column.target not in POINT_KINDS:
            continue
        group = column.group
        steps.append(
            _point(
                column,
                index,
                _index_of(columns, f"{column.target}.label", group) if group else -1,
                _index_of(columns, "email.type" if column.target == EMAIL else "chat.service", group)
                if group
                else -1,
                cache,
                remember,
            )
        )
    return steps


def _point(
    column: Column, index: int, label_at: int, extra_at: int, cache: LabelCache, remember: Remember
) -> Step:
    kind, separator, heading = column.target, column.separator, column.heading
    named = kind in (CHAT, SOCIAL)
    fixed, service = ("", column.label) if named else (column.label, "")

    def step(row: list[str], contact: Contact) -> None:
        cell = row[index]
        if not cell:
            return
        label, preferred = cache[row[label_at]] if label_at >= 0 else (fixed, False)
        for value in (cell,) if not separator or separator not in cell else _split(cell, separator):
            key, network = "", service
            if kind == EMAIL:
                if (extra_at >= 0 and row[extra_at].upper() == "EX") or value[:3].lower() == "/o=":
                    contact.fields.append(_field(heading, value))
                    remember("exchange_address", heading)
                    continue
                key = emails.key(value)
            elif kind == PHONE:
                value, damage = table_cells.phone_of(value)
                if damage:
                    remember(f"phone_{damage}", heading)
                    if damage == table_cells.DAMAGED:
                        contact.fields.append(_field(heading, value))
                        continue
            elif extra_at >= 0:
                network = row[extra_at] or service
            contact.points.append(ContactPoint(kind, value, label, preferred, network, key))

    return step


def _field(heading: str, value: str, kind: str = "text") -> FieldValue:
    return FieldValue(heading, value, fields.key_of(heading), kind)


def addresses(columns: list[Column]) -> list[Step]:
    """Steps for postal addresses: the columns of one group make one address."""
    groups: dict[str, list[tuple[str, int]]] = {}
    fixed: dict[str, str] = {}
    for index, column in enumerate(columns):
        if column.target.startswith("address."):
            groups.setdefault(column.group, []).append((column.target[8:], index))
            fixed[column.group] = fixed.get(column.group) or column.label
    cache = LabelCache()
    return [_address(parts, fixed[group], cache) for group, parts in groups.items()]


def _address(parts: list[tuple[str, int]], fixed: str, cache: LabelCache) -> Step:
    label_at = next((index for part, index in parts if part == "label"), -1)
    block_at = next((index for part, index in parts if part == "formatted"), -1)
    further = [index for part, index in parts if part in ("street2", "street3")]
    plain = [
        (part, index) for part, index in parts if part not in ("label", "formatted", "street2", "street3")
    ]

    def step(row: list[str], contact: Contact) -> None:
        address: Address | None = None
        for name, index in plain:
            if cell := row[index]:
                if address is None:
                    address = Address()
                elif before := getattr(address, name):
                    cell = f"{before}\n{cell}"
                setattr(address, name, cell)
        for index in further:
            if cell := row[index]:
                address = address or Address()
                address.street = f"{address.street}\n{cell}" if address.street else cell
        block = row[block_at] if block_at >= 0 else ""
        if address is None:
            if not block:
                return
            address = Address(street=block)
        elif block:
            address.formatted = block
        address.label, address.preferred = cache[row[label_at]] if label_at >= 0 else (fixed, False)
        contact.addresses.append(address)

    return step


def organizations(columns: list[Column]) -> list[Step]:
    """Steps for numbered organisations: the first that is filled is the contact's own."""
    groups: dict[str, dict[str, int]] = {}
    for index, column in enumerate(columns):
        if column.target.startswith("organization."):
            groups.setdefault(column.group, {})[column.target[13:]] = index
    return [_organization(parts) for parts in groups.values()]


def _organization(parts: dict[str, int]) -> Step:
    indexes = tuple(parts.get(name, -1) for name in ("name", "department", "title", "role"))

    def step(row: list[str], contact: Contact) -> None:
        name, department, title, role = (row[index] if index >= 0 else "" for index in indexes)
        if not (name or department or title or role):
            return
        if contact.organization or contact.department or contact.job_title or contact.role:
            contact.affiliations.append(Affiliation(name, department, title, role))
            return
        contact.organization, contact.department, contact.job_title, contact.role = (
            name,
            department,
            title,
            role,
        )

    return step


def dates(columns: list[Column], order: str, remember: Remember) -> list[Step]:
    """Steps for days: a cell each, with a label from the row where there is one, or three cells for one."""
    steps: list[Step] = []
    pieces: dict[str, dict[str, int]] = {}
    cache = LabelCache()
    for index, column in enumerate(columns):
        if column.target == "date":
            label_at = _index_of(columns, "date.label", column.group) if column.group else -1
            steps.append(_date(column, index, label_at, order, cache, remember))
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
        for text in _split(cell, separator):
            value = table_cells.date_of(text, order)
            if value:
                contact.dates.append(ContactDate(value, label))
                if value == text and table_cells.is_ambiguous_date(text):
                    remember("date_ambiguous", heading)

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


def relations(columns: list[Column]) -> list[Step]:
    """Steps for people connected with the contact, by name or by the identifier of the source."""
    cache = LabelCache()
    steps: list[Step] = []
    for index, column in enumerate(columns):
        if column.target in ("relation", "relation.uid"):
            label_at = _index_of(columns, "relation.label", column.group) if column.group else -1
            steps.append(_relation(column, index, label_at, cache))
    return steps


def _relation(column: Column, index: int, label_at: int, cache: LabelCache) -> Step:
    fixed, separator, by_uid = column.label, column.separator, column.target == "relation.uid"

    def step(row: list[str], contact: Contact) -> None:
        cell = row[index]
        if not cell:
            return
        label = cache[row[label_at]][0] if label_at >= 0 else fixed
        for text in _split(cell, separator):
            contact.relations.append(Relation("", label, text) if by_uid else Relation(text, label))

    return step


def custom_fields(columns: list[Column]) -> list[Step]:
    """Steps for what has no home of its own: custom fields named like the heading, or by a label cell."""
    steps: list[Step] = []
    for index, column in enumerate(columns):
        if column.target == "field":
            label_at = _index_of(columns, "field.label", column.group) if column.group else -1
            steps.append(_custom_field(column, index, label_at))
    return steps


def _custom_field(column: Column, index: int, label_at: int) -> Step:
    name = column.label or column.heading.strip() or f"Column {index + 1}"
    key, kind, separator = fields.key_of(name), column.type, column.separator

    def step(row: list[str], contact: Contact) -> None:
        cell = row[index]
        if not cell:
            return
        label = row[label_at].lstrip("* ") if label_at >= 0 else ""
        for value in _split(cell, separator):
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
    def step(row: list[str], contact: Contact) -> None:
        cell = row[index]
        if not cell:
            return
        for part in _split(cell, separator or (";" if ";" in cell else ",")):
            name = part.lstrip("* ") if google else part.strip('"')
            if google and part.startswith("*"):
                if name.lower() in _STARRED:
                    contact.starred = True
                    continue
                if name.lower() in _SYSTEM_GROUPS:
                    continue
            if name and name not in contact.tags:
                contact.tags.append(name)

    return step


def photos(columns: list[Column]) -> list[Step]:
    """Steps for pictures, which tables give by address."""

    def at(index: int) -> Step:
        def step(row: list[str], contact: Contact) -> None:
            if row[index]:
                contact.photos.append(Photo(url=row[index]))

        return step

    return [at(index) for index, column in enumerate(columns) if column.target == "photo"]


def is_standard_label(text: str) -> bool:
    """Whether a heading's label is one of our words."""
    return labels.is_standard(text)
