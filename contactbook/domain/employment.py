"""Where a person works and worked: one list, whichever place each employment is kept at.

The first one stands in the contact itself; since when, until when and who decides there stand in an
affiliation of the same organisation, because that is what every format can carry.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from contactbook.domain import company_names
from contactbook.domain.contact import Affiliation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.domain.contact import Contact


@dataclass(slots=True)
class Employment:
    """A person within an organisation. `company_id`: its record in the book; dates are partial dates."""

    organization: str
    department: str = ""
    job_title: str = ""
    role: str = ""
    since: str = ""
    until: str = ""
    decision_maker: bool = False
    company_id: int | None = None


def employments(contact: Contact) -> list[Employment]:
    """Every employment in order, the contact's first organisation at the head."""
    rest = list(contact.affiliations)
    found: list[Employment] = []
    if contact.organization or contact.job_title or contact.department or contact.role:
        first = Employment(
            contact.organization,
            contact.department,
            contact.job_title,
            contact.role,
            company_id=contact.company_id,
        )
        details = detail_of_first(contact)
        if details is not None:
            rest.remove(details)
            first = replace(
                first, since=details.since, until=details.until, decision_maker=details.decision_maker
            )
        found.append(first)
    found += (
        Employment(
            part.organization,
            part.department,
            part.job_title,
            part.role,
            part.since,
            part.until,
            part.decision_maker,
            part.company_id,
        )
        for part in rest
    )
    return found


def set_employments(contact: Contact, wanted: Sequence[Employment]) -> None:
    """Make these the employments of a contact, the first one its own organisation."""
    first = wanted[0] if wanted else Employment("")
    contact.organization, contact.department = first.organization, first.department
    contact.job_title, contact.role, contact.company_id = first.job_title, first.role, first.company_id
    kept = [
        first
        for first in wanted[:1]
        if (first.organization or first.job_title) and (first.since or first.until or first.decision_maker)
    ]
    old = list(contact.affiliations)
    contact.affiliations = []
    for each in (*kept, *wanted[1:]):
        part = Affiliation(
            each.organization,
            each.department,
            each.job_title,
            each.role,
            each.since,
            each.until,
            each.decision_maker,
            company_id=each.company_id,
        )
        same = next((one for one in old if replace(one, origin=-1) == part), None)
        if same is not None:
            old.remove(same)
        contact.affiliations.append(same or part)


def detail_of_first(contact: Contact) -> Affiliation | None:
    """The affiliation that tells more of the contact's first organisation."""
    wanted = company_names.key(contact.organization)
    for part in contact.affiliations:
        told = part.since or part.until or part.decision_maker
        if told and (wanted or contact.job_title) and company_names.key(part.organization) == wanted:
            same_job = not part.job_title or part.job_title == contact.job_title
            same_place = not part.department or part.department == contact.department
            if same_job and same_place:
                return part
    return None
