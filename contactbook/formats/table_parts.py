"""Compiles the columns of a mapping into steps: ways to reach a contact, addresses, organisations.

A step takes one part of a row of cells into a contact. Compiling happens once a file, so that a row costs
only the cells that it fills.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from contactbook.domain import address_lines, fields
from contactbook.domain.contact import (
    CHAT,
    EMAIL,
    PHONE,
    POINT_KINDS,
    SOCIAL,
    Address,
    Affiliation,
    Contact,
    ContactPoint,
    FieldValue,
)
from contactbook.formats import table_cells, vcard_services

if TYPE_CHECKING:
    from contactbook.formats.table_mapping import Column

Step = Callable[[list[str], Contact], None]
Remember = Callable[[str, str], None]
"""Notes a remark about the row: its code and the heading of the column."""


_PLAIN = frozenset(
    {"street", "extended", "po_box", "locality", "region", "postal_code", "country", "country_code"}
)


class LabelCache(dict[str, tuple[str, bool]]):
    """Label cells repeat from row to row: each spelling is looked up once."""

    def __missing__(self, cell: str) -> tuple[str, bool]:
        found = self[cell] = table_cells.label_of(cell)
        return found


def index_of(columns: list[Column], target: str, group: str) -> int:
    """Where the column of this target and group stands; -1 when there is none."""
    for index, column in enumerate(columns):
        if column.target == target and column.group == group:
            return index
    return -1


def split(cell: str, separator: str) -> list[str]:
    """The values of a cell that is a list; the whole cell when it is none."""
    if not separator or separator not in cell:
        return [cell]
    return [part.strip() for part in cell.split(separator) if part.strip()]


class _PointColumn(NamedTuple):
    """A compiled column: where its cells and those that belong to them stand, and what is fixed."""

    kind: str
    at: int
    label_at: int
    extra_at: int
    label: str
    service: str
    separator: str
    heading: str


def points(columns: list[Column], remember: Remember) -> list[Step]:
    """The step for e-mail addresses, phones, web addresses and accounts, in the order of the columns."""
    compiled: list[_PointColumn] = []
    for index, column in enumerate(columns):
        kind, group = column.target, column.group
        if kind not in POINT_KINDS:
            continue
        named = kind in (CHAT, SOCIAL)
        label_at = index_of(columns, f"{kind}.label", group) if group else -1
        extra_at = (
            index_of(columns, "email.type" if kind == EMAIL else "chat.service", group) if group else -1
        )
        label, service = ("", column.label) if named else (column.label, "")
        compiled.append(
            _PointColumn(kind, index, label_at, extra_at, label, service, column.separator, column.heading)
        )
    return [_points(compiled, remember)] if compiled else []


def _points(compiled: list[_PointColumn], remember: Remember) -> Step:
    cache = LabelCache()

    def step(row: list[str], contact: Contact) -> None:
        found = contact.points
        for column in compiled:
            kind, at, label_at, extra_at, label, service, separator, _ = column
            if not (cell := row[at]):
                continue
            preferred = False
            if label_at >= 0:
                label, preferred = cache[row[label_at]]
            if extra_at >= 0 and kind != EMAIL:
                service = _service(row[extra_at])
            if separator and separator in cell:
                for part in split(cell, separator):
                    found.append(ContactPoint(kind, part, label, preferred, service))
                    preferred = False
            elif kind == PHONE and not (cell[0] == "+" and cell[1:].isdigit()):
                _add_phone(column, cell, label, preferred, contact, remember)
            elif kind == EMAIL and (cell[0] == "/" or (extra_at >= 0 and row[extra_at].upper() == "EX")):
                contact.fields.append(_field(column.heading, cell))
                remember("exchange_address", column.heading)
            else:
                found.append(ContactPoint(kind, cell, label, preferred, service))

    return step


def _add_phone(
    column: _PointColumn, cell: str, label: str, preferred: bool, contact: Contact, remember: Remember
) -> None:
    value, damage = table_cells.phone_of(cell)
    if damage:
        remember(f"phone_{damage}", column.heading)
    if damage == table_cells.DAMAGED:
        contact.fields.append(_field(column.heading, value))
    else:
        contact.points.append(ContactPoint(PHONE, value, label, preferred))


def _service(cell: str) -> str:
    return vcard_services.SERVICES.get(cell.lower(), cell)


def _field(heading: str, value: str) -> FieldValue:
    return FieldValue(heading, value, fields.key_of(heading))


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
    line_at = next((index for part, index in parts if part == "line"), -1)
    blocks_at = [index for part, index in parts if part == "formatted"]
    house_at = next((index for part, index in parts if part == "house"), -1)
    lines = sorted((part, index) for part, index in parts if part in ("street2", "street3"))
    plain = [(part, index) for part, index in parts if part in _PLAIN]
    has_street = any(part == "street" for part, _ in parts)

    def step(row: list[str], contact: Contact) -> None:
        address: Address | None = None
        for name, index in plain:
            if cell := row[index]:
                if address is None:
                    address = Address()
                    setattr(address, name, cell)
                else:
                    before = getattr(address, name)
                    setattr(address, name, f"{before}\n{cell}" if before else cell)
        if house_at >= 0 and (cell := row[house_at]):
            address = address or Address()
            address.street = f"{address.street} {cell}" if address.street else cell
        for _, index in lines:
            if cell := row[index]:
                address = address or Address()
                address.street = f"{address.street}\n{cell}" if address.street else cell
        if line_at >= 0 and (cell := row[line_at]):
            address = _with_line(address, cell)
        block = "\n".join([row[index] for index in blocks_at if row[index]])
        if address is None:
            if not block:
                return
            address = Address(street=block)
        elif block and not has_street:
            address.street = f"{address.street}\n{block}" if address.street else block
        else:
            address.formatted = block
        if label_at >= 0:
            address.label, address.preferred = cache[row[label_at]]
        else:
            address.label = fixed
        contact.addresses.append(address)

    return step


def _with_line(beside: Address | None, line: str) -> Address:
    """An address with a line that holds several of its parts ("Springfield, IL 62701"); no word is left out.

    A line that contradicts what other columns say stays whole, below the street.
    """
    street = f"{beside.street}\n{line}" if beside and beside.street else line
    whole = address_lines.parse(street) or Address(street=street)
    if beside is None:
        return whole
    told = [name for name in _PLAIN if name != "street" and getattr(beside, name)]
    if any(getattr(whole, name) not in ("", getattr(beside, name)) for name in told):
        beside.street = street
        return beside
    for name in told:
        setattr(whole, name, getattr(beside, name))
    return whole


def organizations(columns: list[Column]) -> list[Step]:
    """Steps for numbered organisations: the first that is filled is the contact's own."""
    groups: dict[str, dict[str, int]] = {}
    for index, column in enumerate(columns):
        if column.target.startswith("organization."):
            groups.setdefault(column.group, {})[column.target[13:]] = index
    return [_organization(parts) for parts in groups.values()]


def further_companies(columns: list[Column]) -> list[Step]:
    """The step for a cell that lists companies: the first is the contact's own, the others stand beside."""
    separators = [one.separator for one in columns if one.target == "organization" and one.separator]
    return [_further(separators[0])] if separators else []


def _further(separator: str) -> Step:
    def step(row: list[str], contact: Contact) -> None:
        names = split(contact.organization, separator)
        if len(names) > 1:
            contact.organization = names[0]
            contact.affiliations += [Affiliation(name) for name in names[1:]]

    return step


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
