"""A table as Google Contacts writes and takes it today ("First Name ... - Label").

What Google has no column for (gender, chat, social accounts, further organisations) goes into its custom
fields.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain.contact import CHAT, EMAIL, PHONE, SOCIAL, URL, Address, Contact
from contactbook.domain.service_names import service_name
from contactbook.formats.contact_texts import affiliation_text, always_unheld, restated_name

if TYPE_CHECKING:
    from contactbook.formats.table_layout import Widths

_SEPARATOR = " ::: "
_NAMES = {
    "First Name": "given", "Middle Name": "middle", "Last Name": "family",
    "Phonetic First Name": "phonetic_given",
    "Phonetic Middle Name": "phonetic_middle", "Phonetic Last Name": "phonetic_family",
    "Name Prefix": "prefix",
    "Name Suffix": "suffix", "Nickname": "nickname", "File As": "file_as",
    "Organization Name": "organization",
    "Organization Title": "job_title", "Organization Department": "department",
}  # fmt: skip
_PARTS = ("given", "middle", "family", "organization")
_OTHER = ("Birthday", "Notes", "Photo", "Labels")
_ADDRESS = (
    "Label",
    "Formatted",
    "Street",
    "City",
    "PO Box",
    "Region",
    "Postal Code",
    "Country",
    "Extended Address",
)
_PAIRS = {EMAIL: "E-mail", PHONE: "Phone"}


class GoogleLayout:
    """The layout for contacts of these widths."""

    def __init__(self, widths: Widths) -> None:
        self._widths = widths
        points = widths.points
        self._custom = points[CHAT] + points[SOCIAL] + widths.affiliations + widths.most_fields + 2

    def heading(self) -> list[str]:
        """The cells of the heading."""
        widths = self._widths
        cells = [*_NAMES, *_OTHER]
        for kind, name in _PAIRS.items():
            cells += _numbered(name, ("Label", "Value"), widths.points[kind])
        cells += _numbered("Address", _ADDRESS, widths.addresses)
        cells += _numbered("Relation", ("Label", "Value"), widths.relations)
        cells += _numbered("Website", ("Label", "Value"), widths.points[URL])
        cells += _numbered("Event", ("Label", "Value"), widths.dates)
        return cells + _numbered("Custom Field", ("Label", "Value"), self._custom)

    def row(self, contact: Contact) -> list[str]:
        """The cells of a contact."""
        widths = self._widths
        birthday = next((day for day in contact.dates if day.label == "birthday"), None)
        photo = next((photo.url for photo in contact.photos if photo.url), "")
        held = [tag for tag in contact.tags if _SEPARATOR not in tag]
        tags = [*held, *(["* starred"] if contact.starred else []), "* myContacts"]
        cells = [getattr(contact, name) for name in _NAMES.values()]
        if not any(map(contact.__getattribute__, _PARTS)):
            cells[0] = contact.full_name
        cells += [birthday.value if birthday else "", contact.note, photo, _SEPARATOR.join(tags)]
        for kind in _PAIRS:
            pairs = [(_label(point.label, point.preferred), point.value) for point in contact.points_of(kind)]
            cells += _filled(pairs, widths.points[kind])
        addresses = [_address(address) for address in contact.addresses]
        cells += _filled(addresses, widths.addresses, len(_ADDRESS))
        cells += _filled([(_label(part.label), part.text) for part in contact.relations], widths.relations)
        urls = [(_label(point.label, point.preferred), point.value) for point in contact.points_of(URL)]
        cells += _filled(urls, widths.points[URL])
        events = [(_label(day.label), day.value) for day in contact.dates if day is not birthday]
        cells += _filled(events, widths.dates)
        return cells + _filled(_custom(contact), self._custom)

    def unheld(self, contact: Contact) -> list[str]:
        """What has no column but at best a custom field, one code of `fidelity.items` for each property."""
        codes = [name for name in ("language", "role", "gender") if getattr(contact, name)]
        if contact.full_name and not restated_name(contact) and any(map(contact.__getattribute__, _PARTS)):
            codes.append("full_name")
        codes += [point.kind for point in contact.points if point.kind in (CHAT, SOCIAL)]
        codes += ["tag" for tag in contact.tags if _SEPARATOR in tag]
        return codes + ["affiliation"] * len(contact.affiliations) + always_unheld(contact)


def _custom(contact: Contact) -> list[tuple[str, str]]:
    """What Google knows no column for, as pairs of a label and a value."""
    pairs = [(name.capitalize(), value) for name in ("role", "gender") if (value := getattr(contact, name))]
    pairs += [
        (service_name(point.service) or point.label or "Chat", point.value)
        for point in contact.points
        if point.kind in (CHAT, SOCIAL)
    ]
    pairs += [("Organization", affiliation_text(part)) for part in contact.affiliations]
    return pairs + [(value.label, value.value) for value in contact.fields]


def _label(label: str, preferred: bool = False) -> str:
    shown = label.title() if label.islower() and label.isascii() else label
    return f"* {shown}" if preferred else shown


def _address(address: Address) -> tuple[str, ...]:
    return (
        _label(address.label, address.preferred),
        address.formatted,
        address.street,
        address.locality,
        address.po_box,
        address.region,
        address.postal_code,
        address.country or address.country_code,
        address.extended,
    )


def _numbered(name: str, parts: tuple[str, ...], count: int) -> list[str]:
    return [f"{name} {number} - {part}" for number in range(1, count + 1) for part in parts]


def _filled(groups: list[tuple[str, ...]], count: int, width: int = 2) -> list[str]:
    cells = [cell for group in groups[:count] for cell in group]
    return cells + [""] * (width * count - len(cells))
