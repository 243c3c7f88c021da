"""Our own table: every value of a contact has its column, and reading it gives the contact again.

Left out are only the bytes of photos and the properties that we keep without understanding them: those are
for JSON and vCard. In a table for Excel the first heading says so, and cells that Excel would calculate begin
with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from contactbook.domain.contact import CHAT, EMAIL, PHONE, SOCIAL, URL, Contact
from contactbook.formats.contact_texts import always_unheld
from contactbook.formats.table_layout import KINDS, Widths

if TYPE_CHECKING:
    from collections.abc import Iterable

NAME = "contactbook"
EXCEL_HEADING = "Kind (Excel)"

SCALARS = {
    "Kind": "kind", "UID": "uid", "Prefix": "prefix", "First Name": "given", "Middle Name": "middle",
    "Last Name": "family", "Suffix": "suffix", "Nickname": "nickname",
    "Phonetic First Name": "phonetic_given",
    "Phonetic Middle Name": "phonetic_middle", "Phonetic Last Name": "phonetic_family",
    "Full Name": "full_name",
    "File As": "file_as", "Organization": "organization", "Department": "department",
    "Job Title": "job_title",
    "Role": "role", "Gender": "gender", "Language": "language", "Starred": "starred", "Tags": "tags",
    "Notes": "note",
}  # fmt: skip
POINTS = {EMAIL: "E-mail", PHONE: "Phone", URL: "Website", CHAT: "Chat", SOCIAL: "Social"}
ADDRESS = {
    "Street": "street", "Extended": "extended", "PO Box": "po_box", "City": "locality", "Region": "region",
    "Postal Code": "postal_code", "Country": "country", "Country Code": "country_code",
    "Formatted": "formatted",
}  # fmt: skip
AFFILIATION = {
    "Name": "organization", "Department": "department", "Title": "job_title", "Role": "role",
    "Since": "since",
    "Until": "until", "Decision Maker": "decision_maker",
}  # fmt: skip


def _starred_label(label: str, preferred: bool) -> str:
    return f"* {label}" if preferred else label


def listed(values: Iterable[str]) -> str:
    """Several values in one cell, quoted like a line of CSV where need be."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(values)
    return text.getvalue()[:-2]


class ContactbookLayout:
    """The layout for contacts of these widths."""

    def __init__(self, widths: Widths, *, excel: bool = False) -> None:
        self._widths = widths
        self._excel = excel

    def heading(self) -> list[str]:
        """The cells of the heading."""
        widths = self._widths
        cells = [EXCEL_HEADING if self._excel and name == "Kind" else name for name in SCALARS]
        for kind in KINDS:
            parts = ("Label", "Service", "Value") if kind in (CHAT, SOCIAL) else ("Label", "Value")
            cells += _numbered(POINTS[kind], parts, widths.points[kind])
        cells += _numbered("Address", ("Label", *ADDRESS), widths.addresses)
        cells += _numbered("Date", ("Label", "Value"), widths.dates)
        cells += _numbered("Relation", ("Label", "Value", "UID"), widths.relations)
        cells += _numbered("Affiliation", tuple(AFFILIATION), widths.affiliations)
        cells += _numbered("Photo", ("Label", "URL"), widths.photos)
        for (label, type_), count in widths.fields.items():
            cells += [f"Field: {label}" if type_ == "text" else f"Field ({type_}): {label}"] * count
        return cells

    def row(self, contact: Contact) -> list[str]:
        """The cells of a contact."""
        cells = [self._scalar(contact, name) for name in SCALARS.values()]
        widths = self._widths
        for kind in KINDS:
            points = contact.points_of(kind)
            named = kind in (CHAT, SOCIAL)
            for point in points:
                cells.append(_starred_label(point.label, point.preferred))
                cells += [point.service, point.value] if named else [point.value]
            cells += [""] * ((3 if named else 2) * (widths.points[kind] - len(points)))
        for address in contact.addresses:
            cells.append(_starred_label(address.label, address.preferred))
            cells += [getattr(address, part) for part in ADDRESS.values()]
        cells += [""] * ((1 + len(ADDRESS)) * (widths.addresses - len(contact.addresses)))
        for day in contact.dates:
            cells += [day.label, day.value]
        cells += [""] * (2 * (widths.dates - len(contact.dates)))
        for relation in contact.relations:
            cells += [relation.label, relation.text, relation.uid]
        cells += [""] * (3 * (widths.relations - len(contact.relations)))
        for affiliation in contact.affiliations:
            cells += [_cell(getattr(affiliation, part)) for part in AFFILIATION.values()]
        cells += [""] * (len(AFFILIATION) * (widths.affiliations - len(contact.affiliations)))
        pictures = [photo for photo in contact.photos if photo.url]
        for photo in pictures:
            cells += [photo.label, photo.url]
        cells += [""] * (2 * (widths.photos - len(pictures)))
        return cells + self._fields(contact)

    def unheld(self, contact: Contact) -> list[str]:
        """What has no column, as codes of `fidelity.items`, one for each property."""
        return always_unheld(contact)

    @staticmethod
    def _scalar(contact: Contact, name: str) -> str:
        if name == "tags":
            return listed(contact.tags) if contact.tags else ""
        return _cell(getattr(contact, name))

    def _fields(self, contact: Contact) -> list[str]:
        values: dict[tuple[str, str], list[str]] = {}
        for value in contact.fields:
            values.setdefault((value.label, value.type), []).append(value.value)
        cells: list[str] = []
        for name, count in self._widths.fields.items():
            own = values.get(name, [])
            cells += own + [""] * (count - len(own))
        return cells


def _cell(value: str | bool) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return value


def _numbered(name: str, parts: tuple[str, ...], count: int) -> list[str]:
    return [f"{name} {number} - {part}" for number in range(1, count + 1) for part in parts]
