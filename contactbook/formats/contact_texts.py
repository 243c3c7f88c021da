"""Parts of a contact as one line of text, and its names for people, as tables and notes say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain import names
from contactbook.formats.fidelity import EXTRA, LABEL, STAMPS

if TYPE_CHECKING:
    from contactbook.domain.contact import Address, Affiliation, Contact

TEXTS = {
    "prefix": "Title", "given": "First name", "middle": "Middle name", "family": "Last name",
    "suffix": "Suffix", "full_name": "Name", "nickname": "Nickname", "phonetic_given": "Phonetic first name",
    "phonetic_middle": "Phonetic middle name", "phonetic_family": "Phonetic last name", "file_as": "File as",
    "organization": "Company", "department": "Department", "job_title": "Job title", "role": "Role",
    "gender": "Gender", "language": "Language",
}  # fmt: skip
"""The contact's own texts but the note, in the order in which they are put down, and what they are called."""


def restated_name(contact: Contact) -> bool:
    """Whether the full name says no more than the parts of the name do, or the company's name."""
    parts = " ".join(contact.full_name.split())
    return parts in (names.compose(contact), contact.organization)


def affiliation_text(part: Affiliation) -> str:
    """A further organisation on one line."""
    return ", ".join(filter(None, (part.organization, part.department, part.job_title)))


def place_text(address: Address) -> str:
    """An address on one line, or as it was formatted."""
    town = " ".join(filter(None, (address.postal_code, address.locality)))
    parts = (address.po_box, address.extended, address.street, town, address.region)
    said = ", ".join(filter(None, (*parts, address.country or address.country_code)))
    return address.formatted or said.replace("\n", ", ")


def label_text(label: str, usual: str) -> str:
    """A label at the head of a line."""
    text = label or usual
    return text[:1].upper() + text[1:]


def always_unheld(contact: Contact) -> list[str]:
    """What no table holds: the bytes of pictures, and properties kept without being understood."""
    photos = ["photo" for photo in contact.photos if photo.data or not photo.url]
    return photos + [EXTRA for extra in contact.extras if extra.name.upper() not in STAMPS]


class Rest:
    """What a layout has no column for: `codes` of `fidelity.items`, and `lines` for the notes."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self.lines: list[str] = []

    def add(self, code: str, label: str, value: str) -> None:
        """One property more, unless it is empty."""
        if value:
            self.codes.append(code)
            self.lines.append(f"{label}: {value}" if label else value)

    def give_up(self, label: str) -> None:
        """A label whose value has a column; "" for none."""
        if label:
            self.codes.append(LABEL)
