"""What a signature says of a contact that the book does not say, or says otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from contactbook.domain import address_layouts, company_names, emails, employment, phones, point_keys
from contactbook.domain.contact import COMPANY, EMAIL, PHONE, SOCIAL, URL, ContactPoint
from contactbook.domain.folding import tokens

if TYPE_CHECKING:
    from contactbook.domain.contact import Address, Contact

JOB_TITLE, ORGANIZATION, ADDRESS = "job_title", "organization", "address"
_ALIKE = 4
"""Letters by which two spellings of a street are one."""
_STREET_WORDS = frozenset(
    "ul ulica al aleja os str strasse street st road rd avenue ave lane ln platz pl via rue av calle".split()
)
_WORK_LABELS = ("work", "")
_POINTS = (PHONE, EMAIL, URL, SOCIAL)


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that is new; `before`: what it replaces.

    `field`: JOB_TITLE, ORGANIZATION, ADDRESS, or a kind of point, whose network is `service`.
    """

    field: str
    after: str
    before: str = ""
    label: str = ""
    address: Address | None = None
    service: str = ""


def details(contact: Contact, said: Contact) -> list[Detail]:
    """What the contact of a signature has beyond the one of the book."""
    found: list[Detail] = []
    if contact.kind != COMPANY:
        if said.organization and not _works_at(contact, said.organization):
            found.append(Detail(ORGANIZATION, said.organization, contact.organization))
        if said.job_title and tokens(said.job_title) != tokens(contact.job_title):
            found.append(Detail(JOB_TITLE, said.job_title, contact.job_title))
    region = point_keys.region_of(contact)
    known = {_point_key(point, region) for point in contact.points}
    for kind in _POINTS:
        for point in said.points_of(kind):
            key = _point_key(point, region)
            if key not in known:
                known.add(key)
                found.append(Detail(kind, point.value, label=point.label, service=point.service))
    for address in said.addresses:
        if address.street and not any(_same_place(address, held) for held in contact.addresses):
            before = _replaced(contact)
            old = in_one_line(before) if before is not None else ""
            found.append(Detail(ADDRESS, in_one_line(address), old, address.label, address))
    return found


def take(contact: Contact, detail: Detail) -> None:
    """Write one thing into a contact: a point is added, everything else replaces what stood there."""
    if detail.field in _POINTS:
        point = ContactPoint(detail.field, detail.after, label=detail.label, service=detail.service)
        contact.points.append(point)
    elif detail.field == JOB_TITLE:
        contact.job_title = detail.after
    elif detail.field == ORGANIZATION:
        contact.organization = detail.after
    elif detail.address is not None:
        fresh, before = replace(detail.address), _replaced(contact)
        if before is None or in_one_line(before) != detail.before:
            contact.addresses.append(fresh)
        else:
            fresh.label, fresh.preferred = before.label, before.preferred
            contact.addresses[contact.addresses.index(before)] = fresh


def in_one_line(address: Address) -> str:
    """An address as its country writes it, with commas instead of lines."""
    return ", ".join(line for line in address_layouts.lines(address) if line)


def _point_key(point: ContactPoint, region: str) -> tuple[str, str]:
    """By which two spellings are one: of a number, an address, or a place on the web."""
    if point.kind == PHONE:
        return PHONE, phones.key(point.value, region)
    if point.kind == EMAIL:
        return EMAIL, emails.key(point.value) or point.value
    place = point.value.casefold().partition("://")
    return URL, (place[2] or place[0]).removeprefix("www.").rstrip("/")


def _works_at(contact: Contact, organization: str) -> bool:
    """Whether somebody works there already, whichever way the name is spelled."""
    wanted = company_names.loose_key(organization)
    return any(company_names.loose_key(one.organization) == wanted for one in employment.employments(contact))


def _replaced(contact: Contact) -> Address | None:
    """The one address at work that a new one takes the place of; None when there is none, or several."""
    at_work = [one for one in contact.addresses if one.label in _WORK_LABELS]
    return at_work[0] if len(at_work) == 1 else None


def _same_place(one: Address, other: Address) -> bool:
    """Whether two addresses are the same house: code, numbers and how the words of the street begin."""
    if one.postal_code and other.postal_code and tokens(one.postal_code) != tokens(other.postal_code):
        return False
    words = [word for word in tokens(one.street) if word not in _STREET_WORDS]
    there = tokens(" ".join((other.street, other.extended, other.formatted)))
    if any(word[0].isdigit() and word not in there for word in words):
        return False
    return all(any(_begin_alike(word, each) for each in there) for word in words if not word[0].isdigit())


def _begin_alike(one: str, other: str) -> bool:
    """So do "hauptstr" and "hauptstrasse"."""
    return one[:_ALIKE] == other[:_ALIKE]
