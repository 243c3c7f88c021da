"""Reading our own table (see `layout_contactbook`): nothing is cleaned, guessed or taken apart."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from contactbook.domain import fields
from contactbook.domain.contact import (
    CHAT,
    COMPANY,
    PERSON,
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
from contactbook.formats.dialect import Dialect, key_of
from contactbook.formats.layout_contactbook import ADDRESS, AFFILIATION, EXCEL_HEADING, NAME, POINTS, SCALARS
from contactbook.formats.records import ReadCard

if TYPE_CHECKING:
    from contactbook.formats.table_rows import TableRow

Step = Callable[[list[str], Contact], None]

_NUMBERED = re.compile(r"([A-Z][\w-]+) (\d+) - (.+)")
_FIELD = re.compile(r"Field(?: \((\w+)\))?: (.*)", re.DOTALL)
_PROTECTED = re.compile(r"'(?=['=+\-@\t\r])")
_KINDS = {heading: kind for kind, heading in POINTS.items()}
_ALL_FIELDS = re.compile(
    r"(?:" + "|".join(_KINDS) + r"|address|date|relation|affiliation|photo) \d+ - .+|field.*", re.IGNORECASE
)

DIALECT = Dialect(
    NAME,
    {key_of(heading): (("field" if name == "kind" else name),) for heading, name in SCALARS.items()}
    | {key_of(EXCEL_HEADING): ("field",)},
    ("uid", "full name", "file as", "starred"),
    ((_ALL_FIELDS, lambda _: "field"),),
    separators={"tags": ","},
    least=0.9,
)
"""How our header is recognised; what its columns mean only counts under a mapping of the person's own."""

CHOSEN = replace(DIALECT, signature=("kind",), least=1.0)
CHOSEN_FOR_EXCEL = replace(CHOSEN, signature=(key_of(EXCEL_HEADING),))
"""Our header with only some of its columns, of which the first must be there."""


class OwnRowBuilder:
    """Makes a contact of each row of our own table; takes the place of `table_contacts.RowBuilder`.

    Args:
        headings: the cells of the heading, as they stand there.
    """

    def __init__(self, headings: list[str]) -> None:
        self._headings = headings
        self._excel = EXCEL_HEADING in headings
        self._steps = self._compile()

    def heading(self, index: int) -> str:
        """The heading of a column, its number (from 1) where it has none."""
        return self._headings[index] if index < len(self._headings) else str(index + 1)

    def build(self, row: TableRow) -> ReadCard | None:
        """The contact of this row, None when the row is blank."""
        cells = row.cells
        if not any(cells):
            return None
        if self._excel:
            cells = [_PROTECTED.sub("", cell, count=1) if cell[:1] == "'" else cell for cell in cells]
        width = len(self._headings)
        filled = len(cells) - cells.count("")
        contact = Contact()
        padded = cells + [""] * (width - len(cells))
        for step in self._steps:
            step(padded, contact)
        for number, cell in enumerate(cells[width:], width + 1):
            if cell:
                contact.fields.append(FieldValue(f"Column {number}", cell, f"column_{number}"))
        return ReadCard(contact, row.raw, row.line, filled, filled)

    def _compile(self) -> list[Step]:
        steps: list[Step] = []
        groups: dict[tuple[str, str], dict[str, int]] = {}
        for index, heading in enumerate(self._headings):
            numbered = _NUMBERED.fullmatch(heading)
            if numbered:
                groups.setdefault((numbered[1], numbered[2]), {})[numbered[3]] = index
            elif heading in SCALARS or heading == EXCEL_HEADING:
                steps.append(_scalar(SCALARS.get(heading, "kind"), index))
            else:
                steps.append(_field(heading, index))
        return steps + [_group(name, indexes) for (name, _), indexes in groups.items()]


def _scalar(name: str, index: int) -> Step:
    def step(row: list[str], contact: Contact) -> None:
        cell = row[index]
        if name == "kind":
            contact.kind = COMPANY if cell == COMPANY else PERSON
        elif name == "starred":
            contact.starred = bool(cell)
        elif name == "tags":
            contact.tags = _listed(cell)
        else:
            setattr(contact, name, cell)

    return step


def _listed(cell: str) -> list[str]:
    return [value for row in csv.reader(io.StringIO(cell, newline="")) for value in row]


def _field(heading: str, index: int) -> Step:
    found = _FIELD.fullmatch(heading)
    type_, label = (found[1] or "text", found[2]) if found else ("text", heading)
    key = fields.key_of(label)

    def step(row: list[str], contact: Contact) -> None:
        if row[index]:
            contact.fields.append(FieldValue(label, row[index], key, type_))

    return step


def _group(name: str, indexes: dict[str, int]) -> Step:
    """The step for the columns of one numbered part; nothing happens where all of them are empty."""
    makers: dict[str, Callable[[dict[str, str], Contact], None]] = {
        "Address": _address,
        "Date": lambda cells, contact: contact.dates.append(ContactDate(cells["Value"], cells["Label"])),
        "Relation": _relation,
        "Affiliation": _affiliation,
        "Photo": lambda cells, contact: contact.photos.append(Photo(url=cells["URL"], label=cells["Label"])),
    }
    make = makers.get(name) or _point_maker(_KINDS.get(name, ""))
    wanted = _PARTS.get(name, ("Label", "Service", "Value"))

    def step(row: list[str], contact: Contact) -> None:
        cells = dict.fromkeys(wanted, "") | {part: row[index] for part, index in indexes.items()}
        if any(cells.values()):
            make(cells, contact)

    return step


_PARTS: dict[str, tuple[str, ...]] = {
    "Address": ("Label", *ADDRESS),
    "Date": ("Label", "Value"),
    "Relation": ("Label", "Value", "UID"),
    "Affiliation": tuple(AFFILIATION),
    "Photo": ("Label", "URL"),
}


def _label(cell: str) -> tuple[str, bool]:
    return (cell[2:], True) if cell.startswith("* ") else (cell, False)


def _point_maker(kind: str) -> Callable[[dict[str, str], Contact], None]:
    def make(cells: dict[str, str], contact: Contact) -> None:
        label, preferred = _label(cells["Label"])
        service = cells["Service"] if kind in (CHAT, SOCIAL) else ""
        if kind:
            contact.points.append(ContactPoint(kind, cells["Value"], label, preferred, service))
        else:
            contact.fields.append(FieldValue(label, cells["Value"], fields.key_of(label)))

    return make


def _address(cells: dict[str, str], contact: Contact) -> None:
    label, preferred = _label(cells["Label"])
    values: dict[str, Any] = {part: cells[heading] for heading, part in ADDRESS.items()}
    contact.addresses.append(Address(**values, label=label, preferred=preferred))


def _relation(cells: dict[str, str], contact: Contact) -> None:
    contact.relations.append(Relation(cells["Value"], cells["Label"], cells["UID"]))


def _affiliation(cells: dict[str, str], contact: Contact) -> None:
    values: dict[str, Any] = {part: cells[heading] for heading, part in AFFILIATION.items()}
    values["decision_maker"] = bool(values["decision_maker"])
    contact.affiliations.append(Affiliation(**values))
