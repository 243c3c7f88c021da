"""A table as Thunderbird takes it: 37 English columns.

What has no column goes into its four custom fields and the notes.
"""

from __future__ import annotations

from contactbook.domain import partial_dates
from contactbook.domain.contact import CHAT, EMAIL, PHONE, URL, Address, Contact
from contactbook.formats import dialect_thunderbird
from contactbook.formats.contact_texts import Rest, always_unheld, place_text

_HEADING = dialect_thunderbird.headings_of("en")
_PHONES = {"work": "Work Phone", "home": "Home Phone", "pager": "Pager Number", "mobile": "Mobile Number"}
_SCALARS = {
    "given": "First Name", "family": "Last Name", "full_name": "Display Name", "nickname": "Nickname",
    "job_title": "Job Title", "department": "Department", "organization": "Organization",
}  # fmt: skip
_NO_COLUMN = {
    "Title": "prefix", "Middle name": "middle", "Suffix": "suffix", "Role": "role", "Gender": "gender",
    "Phonetic first name": "phonetic_given", "Phonetic last name": "phonetic_family", "Language": "language",
}  # fmt: skip
_CUSTOM = ("Custom 1", "Custom 2", "Custom 3", "Custom 4")


class ThunderbirdLayout:
    """The layout; it is the same for all contacts."""

    def heading(self) -> list[str]:
        """The cells of the heading."""
        return list(_HEADING)

    def row(self, contact: Contact) -> list[str]:
        """The cells of a contact."""
        return self._filled(contact)[0]

    def unheld(self, contact: Contact) -> list[str]:
        """What has no column, as codes of `fidelity.items`, one for each property."""
        return [*self._filled(contact)[1].codes, *always_unheld(contact)]

    def _filled(self, contact: Contact) -> tuple[list[str], Rest]:
        cells = {
            heading: getattr(contact, name) for name, heading in _SCALARS.items() if getattr(contact, name)
        }
        cells.setdefault(
            "Display Name", contact.organization if not (contact.given or contact.family) else ""
        )
        surplus = Rest()
        for label, name in _NO_COLUMN.items():
            surplus.add(name, label, getattr(contact, name))
        for point in sorted(contact.points, key=lambda point: not point.preferred):
            label = f"{point.kind} {point.service or point.label}".strip()
            held = _put(cells, _columns_of(point.kind, point.label), point.value, point.kind, label, surplus)
            surplus.give_up(point.label if held and point.kind in (EMAIL, CHAT) else "")
        for address in contact.addresses:
            _address(address, cells, surplus)
        for day in contact.dates:
            parts = partial_dates.parts(day.value)
            if day.label == "birthday" and any(parts) and "Birth Year" not in cells:
                names = ("Birth Year", "Birth Month", "Birth Day")
                cells |= {name: str(part) if part else "" for name, part in zip(names, parts, strict=True)}
            else:
                surplus.add("date", day.label, day.value)
        for relation in contact.relations:
            surplus.add("relation", relation.label, relation.text)
        for part in contact.affiliations:
            surplus.add("affiliation", "", part.organization)
        for tag in contact.tags:
            surplus.add("tag", "Tag", tag)
        for value in contact.fields:
            held = _put(cells, _CUSTOM, value.value, "custom_field", value.label, surplus)
            surplus.give_up(value.label if held else "")
        cells["Notes"] = "\n".join(filter(None, (contact.note, *surplus.lines)))
        return [cells.get(heading, "") for heading in _HEADING], surplus


def _columns_of(kind: str, label: str) -> tuple[str, ...]:
    if kind == EMAIL:
        return ("Primary Email", "Secondary Email")
    if kind == PHONE:
        return ("Fax Number",) if "fax" in label else (_PHONES.get(label, ""),)
    if kind == URL:
        return ("Web Page 2", "Web Page 1") if label == "home" else ("Web Page 1", "Web Page 2")
    return ("Screen Name",) if kind == CHAT else ()


def _put(
    cells: dict[str, str], places: tuple[str, ...], value: str, code: str, label: str, surplus: Rest
) -> bool:
    """Puts a value into the first of these columns that is empty, or with its label among the surplus."""
    for heading in places:
        if heading in _HEADING and not cells.get(heading):
            cells[heading] = value
            return True
    surplus.add(code, label, value)
    return False


def _address(address: Address, cells: dict[str, str], surplus: Rest) -> None:
    place = "Work" if address.label == "work" else "Home"
    if f"{place} City" in cells:
        place = "Home" if place == "Work" else "Work"
    if f"{place} City" in cells:
        surplus.add("address", "", place_text(address))
        return
    if address.label.lower() != place.lower():
        surplus.give_up(address.label)
    cells |= {
        f"{place} Address": (address.street or address.formatted).replace("\n", ", "),
        f"{place} Address 2": " ".join(filter(None, (address.extended, address.po_box))),
        f"{place} City": address.locality,
        f"{place} State": address.region,
        f"{place} ZipCode": address.postal_code,
        f"{place} Country": address.country or address.country_code,
    }
