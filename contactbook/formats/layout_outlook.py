"""A table as Outlook for the desktop takes it: its 92 English columns, each of which holds one thing.

Where a contact has more of something than Outlook has columns for, the surplus goes into the notes, a line
each.
"""

from __future__ import annotations

from contactbook.domain import partial_dates
from contactbook.domain.contact import CHAT, EMAIL, PHONE, SOCIAL, URL, Address, Contact
from contactbook.formats.contact_texts import Rest, affiliation_text, always_unheld, place_text, restated_name

HEADING = tuple(
    """
Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,
Business Street 2,Business Street 3,Business City,Business State,Business Postal Code,
Business Country/Region,Home Street,Home Street 2,Home Street 3,Home City,Home State,Home Postal Code,
Home Country/Region,Other Street,Other Street 2,Other Street 3,Other City,Other State,Other Postal Code,
Other Country/Region,Assistant's Phone,Business Fax,Business Phone,Business Phone 2,Callback,Car Phone,
Company Main Phone,Home Fax,Home Phone,Home Phone 2,ISDN,Mobile Phone,Other Fax,Other Phone,Pager,
Primary Phone,Radio Phone,TTY/TDD Phone,Telex,Account,Anniversary,Assistant's Name,Billing Information,
Birthday,Business Address PO Box,Categories,Children,Directory Server,E-mail Address,E-mail Type,
E-mail Display Name,E-mail 2 Address,E-mail 2 Type,E-mail 2 Display Name,E-mail 3 Address,E-mail 3 Type,
E-mail 3 Display Name,Gender,Government ID Number,Hobby,Home Address PO Box,Initials,Internet Free Busy,
Keywords,Language,Location,Manager's Name,Mileage,Notes,Office Location,Organizational ID Number,
Other Address PO Box,Priority,Private,Profession,Referred By,Sensitivity,Spouse,User 1,User 2,User 3,
User 4,Web Page
""".replace("\n", "").split(",")
)
_PHONES = {
    "assistant": ("Assistant's Phone",), "work fax": ("Business Fax",), "work": ("Business Phone",
    "Business Phone 2"),
    "callback": ("Callback",), "car": ("Car Phone",), "company main": ("Company Main Phone",),
    "home fax": ("Home Fax",),
    "home": ("Home Phone", "Home Phone 2"), "isdn": ("ISDN",), "mobile": ("Mobile Phone",),
    "other fax": ("Other Fax",),
    "fax": ("Other Fax", "Business Fax", "Home Fax"), "other": ("Other Phone",), "pager": ("Pager",),
    "main": ("Company Main Phone",), "primary": ("Primary Phone",), "radio": ("Radio Phone",),
    "textphone": ("TTY/TDD Phone",), "telex": ("Telex",), "": ("Primary Phone", "Other Phone"),
}  # fmt: skip
_PLACES = {"work": "Business", "home": "Home"}
_RELATIONS = {
    "spouse": "Spouse", "child": "Children", "manager": "Manager's Name", "assistant": "Assistant's Name",
    "referred by": "Referred By",
}  # fmt: skip
_SCALARS = {
    "prefix": "Title", "given": "First Name", "middle": "Middle Name", "family": "Last Name",
    "suffix": "Suffix",
    "organization": "Company", "department": "Department", "job_title": "Job Title", "gender": "Gender",
    "language": "Language",
}  # fmt: skip
_DAYS = {"birthday": "Birthday", "anniversary": "Anniversary"}
_NO_COLUMN = {
    "Nickname": "nickname", "Phonetic first name": "phonetic_given", "Phonetic last name": "phonetic_family",
    "Role": "role",
}  # fmt: skip
_STREETS = 3
_ADDRESSES = ("E-mail Address", "E-mail 2 Address", "E-mail 3 Address")


class OutlookLayout:
    """The layout; it is the same for all contacts."""

    def heading(self) -> list[str]:
        """The cells of the heading."""
        return list(HEADING)

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
        if not any((contact.given, contact.middle, contact.family, contact.organization)):
            cells["First Name"] = contact.full_name
        surplus = Rest()
        for label, name in _NO_COLUMN.items():
            surplus.add(name, label, getattr(contact, name))
        if contact.full_name and not restated_name(contact) and "First Name" in cells:
            surplus.add("full_name", "Name", contact.full_name)
        self._points(contact, cells, surplus)
        for address in contact.addresses:
            _address(address, cells, surplus)
        for day in contact.dates:
            column = "" if None in partial_dates.parts(day.value) else _DAYS.get(day.label, "")
            _put(cells, (column,), day.value, "date", day.label, surplus)
        for part in contact.relations:
            _put(cells, (_RELATIONS.get(part.label, ""),), part.text, "relation", part.label, surplus)
        for part in contact.affiliations:
            surplus.add("affiliation", "", affiliation_text(part))
        for value in contact.fields:
            surplus.add("custom_field", value.label, value.value)
        cells["Categories"] = ";".join(tag for tag in contact.tags if ";" not in tag)
        for tag in contact.tags:
            surplus.add("tag", "Tag", tag if ";" in tag else "")
        cells["Notes"] = "\n".join(filter(None, (contact.note, *surplus.lines)))
        return [cells.get(heading, "") for heading in HEADING], surplus

    @staticmethod
    def _points(contact: Contact, cells: dict[str, str], surplus: Rest) -> None:
        for point in sorted(contact.points, key=lambda point: not point.preferred):
            if point.kind == EMAIL:
                held = _put(cells, _ADDRESSES, point.value, EMAIL, "E-mail", surplus)
                surplus.give_up(point.label if held else "")
            elif point.kind == PHONE:
                places = _PHONES.get(point.label, ("Other Phone",))
                held = _put(cells, places, point.value, PHONE, f"Phone {point.label}".strip(), surplus)
                known = point.label in _PHONES or point.label == "other"
                surplus.give_up(point.label if held and not known else "")
            elif point.kind == URL:
                held = _put(cells, ("Web Page",), point.value, URL, "Web", surplus)
                surplus.give_up(point.label if held else "")
            elif point.kind in (CHAT, SOCIAL):
                surplus.add(point.kind, point.service or point.label or point.kind, point.value)


def _put(
    cells: dict[str, str], places: tuple[str, ...], value: str, code: str, label: str, surplus: Rest
) -> bool:
    """Puts a value into the first of these columns that is empty, or with its label among the surplus."""
    for heading in places:
        if heading in HEADING and not cells.get(heading):
            cells[heading] = value
            return True
    surplus.add(code, label, value)
    return False


def _address(address: Address, cells: dict[str, str], surplus: Rest) -> None:
    place = _PLACES.get(address.label, "Other")
    if any(heading.startswith(place) and heading.split(" ", 1)[1] in _PARTS for heading in cells):
        place = next((name for name in ("Business", "Home", "Other") if f"{name} City" not in cells), "")
    if not place:
        surplus.add("address", "", place_text(address))
        return
    if _PLACES.get(address.label, "Other" if address.label in ("", "other") else "") != place:
        surplus.give_up(address.label)
    lines = [line for line in (address.street or address.formatted).split("\n") if line]
    if address.extended:
        lines.append(address.extended)
    streets = [*lines[: _STREETS - 1], " ".join(lines[_STREETS - 1 :])]
    values = {f"Street{suffix}": line for suffix, line in zip(("", " 2", " 3"), streets, strict=False)}
    values |= {
        "City": address.locality,
        "State": address.region,
        "Postal Code": address.postal_code,
        "Country/Region": address.country or address.country_code,
        "Address PO Box": address.po_box,
    }
    for part, value in values.items():
        if value or part == "City":
            cells[f"{place} {part}"] = value


_PARTS = frozenset({"Street", "City", "State", "Postal Code", "Country/Region", "Address PO Box"})
