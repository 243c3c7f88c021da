"""What the contact pane lists of a contact: sections of labelled lines, without any widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from contactbook.domain import address_layouts, names, phones
from contactbook.domain.contact import CHAT, EMAIL, PHONE, SOCIAL, URL, Address, Contact, ContactPoint
from contactbook.domain.service_names import service_name
from contactbook.ui.fields.field_words import spoken_value
from contactbook.ui.widgets import spoken_dates
from contactbook.ui.widgets.spoken_labels import standard_label, translated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from contactbook.domain.form_sections import ShownSection

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
    place: tuple[str, int] = ("", 0)
    """Where it is edited: attribute of the contact (kind of a contact point), and which of its parts."""

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


def sections(contact: Contact, form: Sequence[ShownSection] = ()) -> list[Section]:
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
        *_fields(contact, form),
        Section("about", translated("About"), list(_about(contact))),
        Section("note", translated("Note"), _note(contact)),
        Section("kept", translated("Kept as it came"), list(_extras(contact))),
    ]
    return [section for section in made if section.lines]


def subtitle(contact: Contact) -> str:
    """Job and organisation under the name, "" without either."""
    work = ", ".join(part for part in (contact.job_title, contact.department) if part)
    name = contact.organization if contact.organization != _shown_name(contact) else ""
    return " · ".join(part for part in (work, name) if part)


def address_lines(address: Address) -> str:
    """The address as a block, as its country writes it."""
    return "\n".join(address_layouts.lines(address))


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
    return names.display_name(contact)


def _points(contact: Contact, *kinds: str) -> Iterator[Line]:
    counts = dict.fromkeys(kinds, 0)
    for point in contact.points:
        if point.kind in kinds:
            counts[point.kind] += 1
            yield Line(
                _point_label(point),
                phones.display(point.value) if point.kind == PHONE else point.value,
                link=(link := _point_link(point)),
                copied=point.value,
                preferred=point.preferred,
                hint=spoken_link(link) if point.kind in (URL, CHAT, SOCIAL) else "",
                left_to_right=True,
                place=(point.kind, counts[point.kind] - 1),
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
    service = service_name(point.service)
    return f"{service} ({label.lower()})" if label and label.casefold() != service.casefold() else service


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
    for at, address in enumerate(contact.addresses):
        text = address_lines(address)
        one_line = text.replace("\n", ", ")
        link = "geo:0,0?q=" + quote(one_line) if text else ""
        label = standard_label(address.label) or translated("Address")
        yield Line(label, text, link=link, preferred=address.preferred, place=("addresses", at))


def _dates(contact: Contact) -> Iterator[Line]:
    for at, date in enumerate(contact.dates):
        text = spoken_dates.day(date.value)
        years = spoken_dates.age(date.value) if date.label in ("birthday", "anniversary") else None
        if years is not None:
            spoken = QCoreApplication.translate("contact", "%n years", "", years).replace("%n", str(years))
            text = f"{text} ({spoken})"
        yield Line(standard_label(date.label), text, copied=date.value, place=("dates", at))


def _relations(contact: Contact) -> Iterator[Line]:
    for at, relation in enumerate(contact.relations):
        yield Line(standard_label(relation.label), relation.text or relation.uid, place=("relations", at))


def _affiliations(contact: Contact) -> Iterator[Line]:
    for at, part in enumerate(contact.affiliations):
        work = ", ".join(text for text in (part.job_title, part.department) if text)
        yield Line(work, part.organization, place=("affiliations", at))


def _about(contact: Contact) -> Iterator[Line]:
    phonetic = " ".join(
        part for part in (contact.phonetic_given, contact.phonetic_middle, contact.phonetic_family) if part
    )
    for label, value, attribute in (
        (translated("Nickname"), contact.nickname, "nickname"),
        (translated("Sounds like"), phonetic, "phonetic_given"),
        (translated("Role"), contact.role, "role"),
        (translated("Gender"), standard_label(contact.gender), "gender"),
        (translated("Language"), contact.language, "language"),
        (translated("Filed as"), contact.file_as, "file_as"),
    ):
        if value:
            yield Line(label, value, place=(attribute, 0))


def _note(contact: Contact) -> list[Line]:
    return [Line("", contact.note, place=("note", 0))] if contact.note else []


def _fields(contact: Contact, form: Sequence[ShownSection]) -> Iterator[Section]:
    """Custom fields in the sections of the form, as people write them; what no form knows, after it."""
    shown: set[str] = set()
    for number, part in enumerate(form):
        lines = [
            Line(field.label, spoken_value(field, value.value), copied=value.value, place=("fields", at))
            for field in part.fields
            for at, value in enumerate(contact.fields)
            if value.key == field.key
        ]
        shown.update(field.key for field in part.fields)
        yield Section(f"fields{number}", part.title or translated("Custom fields"), lines)
    rest = [
        Line(value.label, value.value, place=("fields", at))
        for at, value in enumerate(contact.fields)
        if value.key not in shown
    ]
    yield Section("fields", translated("Custom fields"), rest)


def _extras(contact: Contact) -> Iterator[Line]:
    for at, extra in enumerate(contact.extras):
        shown = extra.value if len(extra.value) <= 200 else extra.value[:200] + "…"
        yield Line(extra.name, shown, place=("extras", at))
