"""Layouts in which each column holds one thing: described as data, filled from the fullest contact down.

What a contact has beyond the columns goes into the notes, a line each, where the layout has notes; either
way `unheld` says what it was.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contactbook.domain import names, partial_dates
from contactbook.domain.contact import CHAT, COMPANY, EMAIL, PHONE, SOCIAL, URL, Address, Contact
from contactbook.formats.contact_texts import (
    TEXTS,
    affiliation_text,
    always_unheld,
    label_text,
    place_text,
    restated_name,
)
from contactbook.formats.fidelity import LABEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from contactbook.formats.table_layout import Widths

LINE = "line"
"""In place of the part of an address: all of it in one cell."""


@dataclass(frozen=True, slots=True)
class Slots:
    """The columns of a layout and what each is for.

    Args:
        heading: every column, in order.
        texts: from the contact's attribute to its column.
        emails: columns for addresses, the preferred first.
        phones: from a label to its columns; "" for every other label.
        urls: likewise.
        places: for each address that can be held its labels (none: any) and the columns of its parts.
        days: from a label to its column, or to those of year, month and day.
        relations: from a label to its column.
        tags: the column of tags.
        note: the column of notes, which also takes what has no column.
        many: columns that hold several values, and what stands between them ("" for attributes that may be
            repeated).
        fields: whether each custom field gets a column of its own.
        required_name: a column that may not be empty.
        id_column: holds the contact's own id of that program, which its UID begins with `id_prefix`.
        month_first: days are written MM/DD, without a year.
        whole_days: a day without its year, or the like, is refused by that program.
    """

    heading: tuple[str, ...]
    texts: Mapping[str, str]
    emails: tuple[str, ...] = ()
    phones: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    urls: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    places: tuple[tuple[tuple[str, ...], Mapping[str, str]], ...] = ()
    days: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    relations: Mapping[str, str] = field(default_factory=dict[str, str])
    tags: str = ""
    note: str = ""
    many: Mapping[str, str] = field(default_factory=dict[str, str])
    fields: bool = False
    required_name: str = ""
    id_column: str = ""
    id_prefix: str = ""
    month_first: bool = False
    whole_days: bool = False


class SlotLayout:
    """The layout of some slots, for contacts of these widths."""

    def __init__(self, slots: Slots, widths: Widths) -> None:
        self._slots = slots
        self._fields = tuple(dict.fromkeys(label for label, _ in widths.fields)) if slots.fields else ()

    def heading(self) -> list[str]:
        """The cells of the heading."""
        return [*self._slots.heading, *self._fields]

    def row(self, contact: Contact) -> list[str]:
        """The cells of a contact."""
        cells, fields, _ = self._filled(contact)
        many = self._slots.many
        row = [many.get(name, "").join(cells.get(name, ())) for name in self._slots.heading]
        return [*row, *("; ".join(fields.get(name, ())) for name in self._fields)]

    def values(self, contact: Contact) -> dict[str, list[str]]:
        """By column the values of a contact, for formats whose attributes may be repeated."""
        return self._filled(contact)[0]

    def unheld(self, contact: Contact) -> list[str]:
        """What has no column of its own, as codes of `fidelity.items`, one for each property."""
        return self._filled(contact)[2]

    def _filled(self, contact: Contact) -> tuple[dict[str, list[str]], dict[str, list[str]], list[str]]:
        """Cells by column, by custom field, and the codes of what has no column."""
        filling = _Filling(self._slots)
        filling.take_texts(contact)
        filling.take_points(contact)
        for address in sorted(contact.addresses, key=lambda address: not address.preferred):
            filling.take_address(address)
        for day in contact.dates:
            filling.take_day(day.label, day.value)
        for relation in contact.relations:
            column = self._slots.relations.get(relation.label, "")
            filling.put((column,), relation.text, "relation", label_text(relation.label, "Relation"))
        for part in contact.affiliations:
            filling.put((), affiliation_text(part), "affiliation", "Also")
        fields: dict[str, list[str]] = {}
        for value in contact.fields:
            if value.label in self._fields:
                fields.setdefault(value.label, []).append(value.value)
            else:
                filling.put((), value.value, "custom_field", value.label)
        for tag in contact.tags:
            filling.put((self._slots.tags,), tag, "tag", "Tag")
        filling.end(contact)
        return filling.cells, fields, filling.unheld + always_unheld(contact)


class _Filling:
    """One row on its way."""

    def __init__(self, slots: Slots) -> None:
        self._slots = slots
        self._columns = frozenset(slots.heading)
        self.cells: dict[str, list[str]] = {}
        self.unheld: list[str] = []
        self._rest: list[str] = []

    def put(self, columns: Iterable[str], value: str, code: str, label: str) -> str:
        """Into the first column with room, whose name is given back; otherwise a line of the notes.

        What would read like two values of a list goes into the notes as well.
        """
        if not value:
            return ""
        for column in columns:
            if column in self._columns and (column not in self.cells or column in self._slots.many):
                between = self._slots.many.get(column, "")
                if between and between in value:
                    continue
                self.cells.setdefault(column, []).append(value)
                return column
        self.unheld.append(code)
        self._rest.append(f"{label}: {value}")
        return ""

    def take_texts(self, contact: Contact) -> None:
        """The texts of the contact itself."""
        slots = self._slots
        for name, label in TEXTS.items():
            value = getattr(contact, name)
            if value and not (name == "full_name" and name not in slots.texts and restated_name(contact)):
                self.put((slots.texts.get(name, ""),), value, name, label)
        if slots.required_name and slots.required_name not in self.cells:
            self.put((slots.required_name,), names.display_name(contact), "", "")
            self.unheld += ["kind"] * (contact.kind == COMPANY)
        if slots.id_prefix and contact.uid.startswith(slots.id_prefix):
            self.put((slots.id_column,), contact.uid.removeprefix(slots.id_prefix), "uid", "UID")

    def take_points(self, contact: Contact) -> None:
        """Ways to reach it, the preferred first."""
        slots = self._slots
        for point in sorted(contact.points, key=lambda point: not point.preferred):
            own: tuple[str, ...] = ()
            others: tuple[str, ...] = ()
            if point.kind == EMAIL:
                others = slots.emails
            elif point.kind == PHONE:
                own, others = slots.phones.get(point.label, ()), slots.phones.get("", ())
            elif point.kind == URL:
                own, others = slots.urls.get(point.label, ()), slots.urls.get("", ())
            name = point.service if point.kind in (CHAT, SOCIAL) else point.kind
            told = label_text(point.label or name, point.kind)
            column = self.put(own + others, point.value, point.kind, told)
            if column and column not in own and point.label:
                self.unheld.append(LABEL)

    def take_address(self, address: Address) -> None:
        """An address, into the first columns for its label that are free."""
        for labels, columns in self._slots.places:
            free = self.cells.keys().isdisjoint(columns.values())
            if free and (not labels or address.label in labels):
                self._put_parts(address, columns)
                self.unheld += [LABEL] * (not labels and address.label != "")
                return
        self.put((), place_text(address), "address", label_text(address.label, "Address"))

    def _put_parts(self, address: Address, columns: Mapping[str, str]) -> None:
        if LINE in columns:
            self.put((columns[LINE],), place_text(address), "address", "Address")
            return
        bare = not any((address.street, address.locality, address.postal_code, address.region))
        values = {part: getattr(address, part) for part in columns}
        values["country"] = address.country or address.country_code
        if "street" in columns:
            lines = [address.formatted if bare else address.street]
            lines += [getattr(address, part) for part in ("extended", "po_box") if part not in columns]
            values["street"] = "\n".join(filter(None, lines))
        for part, column in columns.items():
            self.put((column,), values[part], "address", part)

    def take_day(self, label: str, value: str) -> None:
        """A day, in one column or three."""
        columns = self._slots.days.get(label, ())
        parts = partial_dates.parts(value)
        partial = self._slots.whole_days and None in parts
        if not self.cells.keys().isdisjoint(columns) or not columns or partial:
            self.put((), value, "date", label_text(label, "Date"))
        elif self._slots.month_first:
            year, month, day = parts
            if month and day:
                self.put(columns, f"{month:02}/{day:02}", "date", label)
            if year or not (month and day):
                self.unheld.append("date")
        elif len(columns) == 1:
            self.put(columns, value, "date", label)
        elif any(parts):
            for column, part in zip(columns, parts, strict=True):
                self.put((column,), str(part or ""), "date", label)
        else:
            self.put((), value, "date", label_text(label, "Date"))

    def end(self, contact: Contact) -> None:
        """The notes, and under them what had no column."""
        note = "\n".join(filter(None, (contact.note, *self._rest)))
        if self._slots.note and note:
            self.cells[self._slots.note] = [note]
        elif contact.note and not self._slots.note:
            self.unheld.append("note")
