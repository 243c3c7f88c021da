"""What the contact pane lists of the contacts that a contact is linked with: each a click away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from contactbook.domain.employment import detail_of_first
from contactbook.ui.contacts.contact_sections import Line, Section
from contactbook.ui.widgets import spoken_dates
from contactbook.ui.widgets.spoken_labels import standard_label, translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contactbook.actions.companies import Person
    from contactbook.domain.contact import Affiliation, Contact
    from contactbook.qtmodels.contact_links import ContactLinks

SCHEME = "contact:"
"""Begins the address of a contact of the same book."""
CHART, MAKE_COMPANY = "chart:", "company:"
"""Addresses of what the pane can do: show the organisation chart, make a company of a name."""
STEP = "step:"
"""Begins the address of a step of the history."""
INSIDE = (SCHEME, CHART, MAKE_COMPANY, STEP)
"""What the window answers itself; every other address is handed to the system."""
_ORDER = (
    "reach", "web", "addresses", "staff", "below", "companies", "people", "dates", "fields", "about",
    "note", "kept",
)  # fmt: skip


def with_links(sections: Iterable[Section], contact: Contact, links: ContactLinks) -> list[Section]:
    """The sections of a contact with everybody it is linked with, from either side."""
    made = {section.key: section for section in sections}
    _relations(made, contact, links)
    _work(made, contact, links)
    _staff(made, contact, links)
    _fields(made, contact, links)
    places = {key: place for place, key in enumerate(_ORDER)}
    return sorted(
        made.values(), key=lambda section: places.get(section.key.rstrip("0123456789"), len(places))
    )


def linked_id(address: str) -> int:
    """The contact behind an address of the pane; 0 for another kind of address."""
    number = address.removeprefix(SCHEME)
    return int(number) if number != address and number.isdigit() else 0


def _relations(made: dict[str, Section], contact: Contact, links: ContactLinks) -> None:
    lines = list(made["people"].lines) if "people" in made else []
    for place, relation in enumerate(contact.relations):
        other = links.names.get(relation.related_id or 0)
        if other is not None and place < len(lines):
            lines[place] = replace(
                lines[place], text=other.name, link="" if other.deleted else _address(other.id)
            )
    for seen in links.seen_from:
        label = standard_label(seen.word)
        if not label:
            label = (
                _say("%1 of").replace("%1", standard_label(seen.label)) if seen.label else _say("Named by")
            )
        lines.append(Line(label, seen.other.name, link=_address(seen.other.id)))
    if not links.is_company:
        above = links.names.get(contact.parent_id or 0)
        if above is not None:
            lines.append(Line(_say("Reports to"), above.name, link=_address(above.id)))
        lines += (Line(_say("Direct report"), one.name, link=_address(one.id)) for one in links.below)
    _put(made, "people", translated("People"), lines)


def _work(made: dict[str, Section], contact: Contact, links: ContactLinks) -> None:
    """The first organisation too, with its dates; the pane's head names it without any."""
    old = list(made["companies"].lines) if "companies" in made else []
    lines: list[Line] = []
    details = detail_of_first(contact)
    if contact.organization and not links.is_company:
        company = links.names.get(contact.company_id or 0)
        link = _address(company.id) if company is not None and not company.deleted else ""
        lines.append(
            Line(
                _job(contact.job_title, contact.department) or _say("Works at"),
                _joined(contact.organization, _spent(details) if details is not None else ""),
                link=link or MAKE_COMPANY,
                copied=contact.organization,
                preferred=bool(details and details.decision_maker),
                hint="" if link else _say("Make a company of this name"),
            )
        )
    for place, part in enumerate(contact.affiliations):
        if place >= len(old) or part is details:
            continue
        company = links.names.get(part.company_id or 0)
        lines.append(
            replace(
                old[place],
                text=_joined(part.organization, _spent(part)),
                link=_address(company.id) if company is not None and not company.deleted else "",
                copied=part.organization,
                preferred=part.decision_maker,
            )
        )
    _put(made, "companies", translated("Companies"), lines)


def _staff(made: dict[str, Section], contact: Contact, links: ContactLinks) -> None:
    if not links.is_company:
        return
    lines = [_person(one) for one in links.people]
    if len(lines) > 1:
        lines.append(Line("", _say("Show the organisation chart"), link=CHART))
    _put(made, "staff", _say("People here"), lines)
    below: list[Line] = []
    above = links.names.get(contact.parent_id or 0)
    if above is not None:
        below.append(Line(_say("Part of"), above.name, link=_address(above.id)))
    below += (Line(_say("Owns"), one.name, link=_address(one.id)) for one in links.below)
    _put(made, "below", _say("Group"), below)


def _person(one: Person) -> Line:
    return Line(
        _job(one.job_title, one.department),
        _joined(one.name, _spent(one)),
        link=_address(one.id),
        copied=one.name,
        preferred=one.decision_maker,
    )


def _fields(made: dict[str, Section], contact: Contact, links: ContactLinks) -> None:
    """Links in custom fields."""
    if not links.fields:
        return
    for key, section in made.items():
        lines = [
            replace(line, link=_address(links.fields[contact.fields[line.place[1]].value]))
            if line.place[0] == "fields" and contact.fields[line.place[1]].value in links.fields
            else line
            for line in section.lines
        ]
        made[key] = replace(section, lines=lines)


def _put(made: dict[str, Section], key: str, title: str, lines: list[Line]) -> None:
    if lines:
        made[key] = Section(key, title, lines)
    else:
        made.pop(key, None)


def _job(title: str, department: str) -> str:
    return ", ".join(part for part in (title, department) if part)


def _years(since: str, until: str) -> str:
    if since and until:
        return f"{spoken_dates.day(since)} - {spoken_dates.day(until)}"
    if since:
        return _say("since %1").replace("%1", spoken_dates.day(since))
    return _say("until %1").replace("%1", spoken_dates.day(until)) if until else ""


def _spent(part: Affiliation | Person) -> str:
    """Since when, until when, and whether one decides there."""
    return _joined(_years(part.since, part.until), _say("decides") if part.decision_maker else "")


def _joined(*texts: str) -> str:
    return " · ".join(text for text in texts if text)


def _address(contact_id: int) -> str:
    return f"{SCHEME}{contact_id}"


def _say(text: str) -> str:
    return QCoreApplication.translate("links", text)
