"""What the contact pane lists of a contact: sections of labelled lines, without any widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from contactbook.domain import phones
from contactbook.domain.contact import CHAT, EMAIL, PHONE, SOCIAL, URL, Address, Contact, ContactPoint
from contactbook.ui.widgets import spoken_dates
from contactbook.ui.widgets.spoken_labels import standard_label, translated

if TYPE_CHECKING:
    from collections.abc import Iterator

WEB_SCHEMES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Line:
    """One value: its label, what is shown and copied, and the address a click opens ("" for none).

    `hint` is said while the mouse rests on it; `left_to_right` keeps numbers and addresses of the net in
    their order in a window that runs from right to left.
    """

    label: str
    text: str
    link: str = ""
    copied: str = ""
    preferred: bool = False
    hint: str = ""
    left_to_right: bool = False

    @property
    def clipboard(self) -> str:
        """What copying the line puts on the clipboard."""
        return self.copied or self.text


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of lines; `key` is stable, `title` translated."""

    key: str
    title: str
    lines: list[Line]


def sections(contact: Contact) -> list[Section]:
    """Every section that has something to show, in the order of the pane."""
    made = [
        Section(
            "reach", translated("Phone and e-mail"), [*_points(contact, PHONE), *_points(contact, EMAIL)]
        ),
        Section("web", translated("Web and chat"), [*_points(contact, URL), *_points(contact, CHAT, SOCIAL)]),
        Section("addresses", translated("Addresses"), list(_addresses(contact))),
        Section("dates", translated("Dates"), list(_dates(contact))),
        Section("people", translated("People"), list(_relations(contact))),
        Section("companies", translated("Companies"), list(_affiliations(contact))),
        Section(
            "fields",
            translated("Custom fields"),
            [Line(value.label, value.value) for value in contact.fields],
        ),
        Section("about", translated("About"), list(_about(contact))),
        Section("note", translated("Note"), [Line("", contact.note)] if contact.note else []),
        Section("kept", translated("Kept as it came"), list(_extras(contact))),
    ]
    return [section for section in made if section.lines]


def subtitle(contact: Contact) -> str:
    """Job and organisation under the name, "" without either."""
    work = ", ".join(part for part in (contact.job_title, contact.department) if part)
    name = contact.organization if contact.organization != _shown_name(contact) else ""
    return " · ".join(part for part in (work, name) if part)


def address_lines(address: Address) -> str:
    """The address as a block: as formatted by its source, otherwise street, town, region and country."""
    if address.formatted and not (address.street or address.locality):
        return address.formatted
    town = " ".join(part for part in (address.postal_code, address.locality) if part)
    parts = (address.po_box, address.extended, address.street, town, address.region, address.country)
    return "\n".join(part for part in parts if part) or address.formatted


def first_link(contact: Contact, scheme: str) -> str:
    """What a button of the pane opens: "tel:", "mailto:" or "geo:" of the preferred value, "" without one."""
    if scheme == "geo:":
        found = next((line for line in _addresses(contact) if line.link), None)
    else:
        kind = PHONE if scheme == "tel:" else EMAIL
        lines = sorted(_points(contact, kind), key=lambda line: not line.preferred)
        found = next((line for line in lines if line.link), None)
    return found.link if found else ""


def spoken_link(link: str) -> str:
    """An address for people's eyes: no scheme of telephones and mail, no signs of encoding."""
    return unquote(link.removeprefix("tel:").removeprefix("mailto:").removeprefix("geo:0,0?q="))


def _shown_name(contact: Contact) -> str:
    return contact.full_name or contact.organization


def _points(contact: Contact, *kinds: str) -> Iterator[Line]:
    for point in contact.points:
        if point.kind in kinds:
            yield Line(
                _point_label(point),
                phones.display(point.value) if point.kind == PHONE else point.value,
                link=(link := _point_link(point)),
                copied=point.value,
                preferred=point.preferred,
                hint=spoken_link(link) if point.kind in (URL, CHAT, SOCIAL) else "",
                left_to_right=True,
            )


_POINT_WORDS = {
    PHONE: QT_TRANSLATE_NOOP("contact", "Phone"),
    EMAIL: QT_TRANSLATE_NOOP("contact", "E-mail"),
    URL: QT_TRANSLATE_NOOP("contact", "Website"),
    CHAT: QT_TRANSLATE_NOOP("contact", "Chat"),
    SOCIAL: QT_TRANSLATE_NOOP("contact", "Profile"),
}
"""What a value is called that came without a label of its own."""


def _point_label(point: ContactPoint) -> str:
    label = standard_label(point.label)
    if not point.service:
        return label or translated(str(_POINT_WORDS[point.kind]))
    service = point.service[:1].upper() + point.service[1:]
    return f"{service} ({label.lower()})" if label else service


def _point_link(point: ContactPoint) -> str:
    value = point.value.strip()
    if point.kind == EMAIL:
        return "mailto:" + quote(value, safe="@+.")
    if point.kind == PHONE:
        number = point.key or value
        return "tel:" + quote(number, safe="+;=*#")
    if value.lower().startswith(WEB_SCHEMES):
        return value
    return "https://" + value if point.kind == URL and "." in value and ":" not in value else ""


def _addresses(contact: Contact) -> Iterator[Line]:
    for address in contact.addresses:
        text = address_lines(address)
        one_line = text.replace("\n", ", ")
        link = "geo:0,0?q=" + quote(one_line) if text else ""
        label = standard_label(address.label) or translated("Address")
        yield Line(label, text, link=link, preferred=address.preferred)


def _dates(contact: Contact) -> Iterator[Line]:
    for date in contact.dates:
        text = spoken_dates.day(date.value)
        years = spoken_dates.age(date.value) if date.label in ("birthday", "anniversary") else None
        if years is not None:
            spoken = QCoreApplication.translate("contact", "%n years", "", years).replace("%n", str(years))
            text = f"{text} ({spoken})"
        yield Line(standard_label(date.label), text, copied=date.value)


def _relations(contact: Contact) -> Iterator[Line]:
    for relation in contact.relations:
        yield Line(standard_label(relation.label), relation.text or relation.uid)


def _affiliations(contact: Contact) -> Iterator[Line]:
    for part in contact.affiliations:
        work = ", ".join(text for text in (part.job_title, part.department) if text)
        yield Line(work, part.organization)


def _about(contact: Contact) -> Iterator[Line]:
    phonetic = " ".join(
        part for part in (contact.phonetic_given, contact.phonetic_middle, contact.phonetic_family) if part
    )
    for label, value in (
        (translated("Nickname"), contact.nickname),
        (translated("Sounds like"), phonetic),
        (translated("Role"), contact.role),
        (translated("Gender"), contact.gender),
        (translated("Language"), contact.language),
        (translated("Filed as"), contact.file_as),
    ):
        if value:
            yield Line(label, value)


def _extras(contact: Contact) -> Iterator[Line]:
    for extra in contact.extras:
        yield Line(extra.name, extra.value if len(extra.value) <= 200 else extra.value[:200] + "…")
