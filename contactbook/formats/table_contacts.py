"""Rows of cells to contacts, by a mapping compiled once for the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain import column_words, company_names, fields, folding, name_order, names
from contactbook.domain.contact import COMPANY, EMAIL, PHONE, Contact, FieldValue
from contactbook.formats import table_cells, table_facts, table_parts
from contactbook.formats.records import ReadCard, Remark
from contactbook.formats.table_cleaning import Cleaner
from contactbook.formats.table_mapping import FAMILY_FIRST, SCALARS, Column, Mapping, from_spec

if TYPE_CHECKING:
    from contactbook.formats.table_parts import Step
    from contactbook.formats.table_rows import TableRow

_PLAINLY_PEOPLE = column_words.PERSON_KINDS - {"household", "haushalt"}
_JOINERS = {"note": "\n\n"}


class RowBuilder:
    """Makes a contact of each row.

    Args:
        mapping: what the columns mean.
    """

    def __init__(self, mapping: Mapping) -> None:
        self._mapping = mapping
        self._columns = self._with_constants(mapping)
        self._width = len(mapping.columns)
        self._constants = [value for _, value in mapping.constants]
        self._ignored = [
            (index, frozenset(column.ignore)) for index, column in enumerate(self._columns) if column.ignore
        ]
        self._skipped = [index for index, column in enumerate(self._columns) if column.target == "skip"]
        self._remarks: list[tuple[str, str]] = []
        self._cleaner = Cleaner(mapping, self._columns, self._remember)
        self._steps = self._compile()

    def build(self, row: TableRow) -> ReadCard | None:
        """The contact of this row, None when the row is blank."""
        cells = self._cleaner.clean(row.raw, row.cells)
        filled = len(cells) - cells.count("")
        if not filled:
            return None
        width = self._width
        beyond: list[str] = []
        if len(cells) != width:
            beyond = cells[width:]
            cells[width:] = [""] * (width - len(cells))
        for index, texts in self._ignored:
            cell = cells[index]
            if cell and folding.fold(cell) in texts:
                cells[index] = ""
                filled -= 1
        cells += self._constants
        contact = Contact()
        for step in self._steps:
            step(cells, contact)
        for number, cell in enumerate(beyond, width + 1):
            if cell:
                contact.fields.append(FieldValue(f"Column {number}", cell, f"column_{number}"))
        self._finish(contact)
        kept = sum(cells[index] != "" for index in self._skipped) if self._skipped else 0
        card = ReadCard(contact, row.raw, row.line, filled, filled - kept, kept)
        if self._remarks:
            card.remarks = [Remark(code, row.line, detail) for code, detail in self._remarks]
            self._remarks.clear()
        return card

    def heading(self, index: int) -> str:
        """The heading of a column, its number (from 1) where it has none."""
        return self._columns[index].heading if index < self._width else str(index + 1)

    def _remember(self, code: str, heading: str) -> None:
        self._remarks.append((code, heading))

    @staticmethod
    def _with_constants(mapping: Mapping) -> list[Column]:
        return mapping.columns + [from_spec("", spec) for spec, _ in mapping.constants]

    def _compile(self) -> list[Step]:
        columns = self._columns
        return [
            self._scalars(columns),
            *_turned_names(columns),
            *table_parts.further_companies(columns),
            *table_parts.organizations(columns),
            *table_parts.points(columns, self._remember),
            *table_parts.addresses(columns),
            *table_facts.dates(columns, self._mapping.date_order, self._remember),
            *table_facts.relations(columns, self._mapping.uid_prefix),
            *table_facts.tags(columns, google=self._mapping.dialect == "google"),
            *table_facts.photos(columns),
            *table_facts.custom_fields(columns, self._mapping.date_order),
            *self._derived(columns),
        ]

    def _scalars(self, columns: list[Column]) -> Step:
        plain = [(index, column.target) for index, column in enumerate(columns) if column.target in SCALARS]
        plain = [(index, target) for index, target in plain if target not in ("starred", "uid")]
        flags = [index for index, column in enumerate(columns) if column.target == "starred"]
        uids = [index for index, column in enumerate(columns) if column.target == "uid"]
        prefix, length = self._mapping.uid_prefix, table_facts.uid_length(columns)

        def step(row: list[str], contact: Contact) -> None:
            for index, target in plain:
                if cell := row[index]:
                    before = getattr(contact, target)
                    if before and before != cell:
                        cell = f"{before}{_JOINERS.get(target, ' ')}{cell}"
                    setattr(contact, target, cell)
            for index in flags:
                contact.starred = contact.starred or row[index].lower() in ("1", "true", "yes", "x", "*")
            for index in uids:
                if row[index] and not contact.uid:
                    contact.uid = prefix + row[index][:length]

        return step

    def _derived(self, columns: list[Column]) -> list[Step]:
        """Columns a program fills from other columns: kept only where they say something of their own."""
        steps: list[Step] = []
        for index, column in enumerate(columns):
            if column.target == "initials":
                steps.append(_initials(index, column.heading))
            elif column.target == "kind":
                steps.append(_kind(index, column.heading))
            elif column.target == "email.name":
                steps.append(_email_name(index, column.heading))
            elif column.target == "phone.preferred":
                steps.append(_preferred_phone(index, column.heading))
            elif column.target == "email.type":
                steps.append(_email_type(index, column.heading))
        return steps

    def _finish(self, contact: Contact) -> None:
        named = contact.given or contact.family or contact.middle
        if not named and contact.organization and folding.fold(contact.prefix) in column_words.COMPANY_TITLES:
            contact.prefix = ""  # it says that this is a company, which the contact says by its kind
        if COMPANY in (self._mapping.kind, contact.kind) or (
            not named and not contact.organization and company_names.is_one(contact.full_name)
        ):
            contact.kind = COMPANY
            if contact.full_name and not contact.organization:
                contact.organization, contact.full_name = contact.full_name, ""
        elif not named and contact.organization and contact.full_name in ("", contact.organization):
            if not contact.job_title:
                contact.kind = COMPANY
        elif not named and contact.full_name and "@" not in contact.full_name:
            contact.prefix, contact.given, contact.middle, contact.family, contact.suffix = self._split_name(
                contact
            )

    @staticmethod
    def _split_name(contact: Contact) -> tuple[str, str, str, str, str]:
        parts = names.parse_full_name(contact.full_name)
        return (
            contact.prefix or parts.prefix,
            parts.given,
            parts.middle,
            parts.family,
            contact.suffix or parts.suffix,
        )


def _turned_names(columns: list[Column]) -> list[Step]:
    return [_turned(index) for index, column in enumerate(columns) if column.target == FAMILY_FIRST]


def _turned(index: int) -> Step:
    """A name written family name first is shown as the names of the other contacts are."""

    def step(row: list[str], contact: Contact) -> None:
        cell = row[index]
        known = contact.given or contact.family or contact.full_name
        if not cell or known or "," in cell or company_names.is_one(cell):
            contact.full_name = contact.full_name or cell
            return
        parts = name_order.parse_family_first(cell)
        contact.given, contact.middle, contact.family = (
            parts.given,
            contact.middle or parts.middle,
            parts.family,
        )
        contact.prefix, contact.suffix = contact.prefix or parts.prefix, contact.suffix or parts.suffix

    return step


def _initials(index: int, heading: str) -> Step:
    def step(row: list[str], contact: Contact) -> None:
        if cell := row[index]:
            own = [name[:1] for name in (contact.given, contact.middle, contact.family) if name]
            if [letter for letter in cell if letter.isalpha()] != own:
                contact.fields.append(FieldValue(heading, cell, fields.key_of(heading)))

    return step


def _kind(index: int, heading: str) -> Step:
    def step(row: list[str], contact: Contact) -> None:
        kind = folding.fold(row[index]).strip()
        person = contact.given or contact.family or contact.full_name not in ("", contact.organization)
        if kind in column_words.COMPANY_KINDS and not (person and contact.organization):
            contact.kind = COMPANY  # else it is that of the person, who becomes the contact
        elif kind and kind not in _PLAINLY_PEOPLE:
            contact.fields.append(FieldValue(heading, row[index], fields.key_of(heading)))

    return step


def _email_name(index: int, heading: str) -> Step:
    def step(row: list[str], contact: Contact) -> None:
        if (cell := row[index]) and not _is_own_name(cell, contact):
            contact.fields.append(FieldValue(heading, cell, fields.key_of(heading)))

    return step


def _is_own_name(cell: str, contact: Contact) -> bool:
    """Whether the name shown with an e-mail address is only the contact's, the address behind or for it."""
    for point in contact.points:
        if point.kind == EMAIL and point.value and point.value in cell:
            for written in (f"({point.value})", f"<{point.value}>", point.value):
                cell = cell.replace(written, "").strip()
    own = (
        contact.full_name,
        f"{contact.given} {contact.family}",
        f"{contact.family} {contact.given}",
        f"{contact.given} {contact.middle} {contact.family}",
        contact.organization,
    )
    return not cell or cell in own or folding.tokens(cell) in map(folding.tokens, own)


def _email_type(index: int, heading: str) -> Step:
    def step(row: list[str], contact: Contact) -> None:
        if row[index] and row[index].upper() not in ("SMTP", "EX"):
            contact.fields.append(FieldValue(heading, row[index], fields.key_of(heading)))

    return step


def _preferred_phone(index: int, heading: str) -> Step:
    def step(row: list[str], contact: Contact) -> None:
        if not (cell := row[index]):
            return
        label, _ = table_cells.label_of(cell)
        for point in contact.points:
            if point.kind == PHONE and point.label == label:
                point.preferred = True
                return
        contact.fields.append(FieldValue(heading, cell, fields.key_of(heading)))

    return step
