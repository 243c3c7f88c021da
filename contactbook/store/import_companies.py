"""Makes the companies that imported people are in: one for each name, however many people it has (R9)."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from contactbook.domain import company_names
from contactbook.domain.contact import COMPANY, Contact
from contactbook.store import bulk, companies
from contactbook.store.sqlite import id_array

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contactbook.store.step import Step

EMPLOYER = "employer"
"""The relation by which a table names a person's company by its identifier."""

_CHUNK = 500

_NAMES = """
    SELECT DISTINCT organization FROM contact
    WHERE id IN carray(?) AND company_id IS NULL AND organization <> '' AND kind <> 'company'
"""
_IDENTIFIED = """
    SELECT contact.organization, relation.uid FROM relation JOIN contact ON contact.id = relation.contact_id
    WHERE contact.id IN carray(?1) AND relation.label = ?2 AND relation.uid <> '' AND organization <> ''
    AND NOT EXISTS (SELECT 1 FROM contact AS there WHERE there.uid = relation.uid)
"""
_EMPLOYED = """
    SELECT contact.id, company.id, contact.organization, coalesce(nullif(company.organization, ''),
        company.full_name)
    FROM relation JOIN contact ON contact.id = relation.contact_id
    JOIN contact AS company ON company.id = relation.related_id
    WHERE relation.label = ? AND company.kind = 'company' AND contact.company_id IS NOT company.id
    AND contact.kind <> 'company'
"""


@dataclass(frozen=True, slots=True)
class _Made:
    """A company that no card stands for."""

    contact: Contact
    raw: bytes = b""
    line: int = 0


def make(step: Step, contact_ids: Iterable[int]) -> int:
    """Make a company of every name that these people are in and no company has; gives how many were made.

    A company that the people's table names by an identifier gets it as its UID, so that a table of the
    companies themselves meets it later.
    """
    people = id_array(array("q", contact_ids))
    names = [row[0] for row in step.connection.execute(_NAMES, people).fetchall()]
    if not names:
        return 0
    uids: dict[str, set[str]] = {}
    for name, uid in step.connection.execute(_IDENTIFIED, (*people, EMPLOYER)).fetchall():
        uids.setdefault(company_names.key(name), set()).add(uid)
    known = companies.by_key(step.connection)
    made: dict[str, _Made] = {}
    for name in names:
        key = company_names.key(name)
        if key and key not in known and key not in made:
            own = uids.get(key, set())
            uid = own.pop() if len(own) == 1 else ""
            made[key] = _Made(Contact(kind=COMPANY, organization=company_names.clean(name), uid=uid))
    cards = [(0, one) for one in made.values()]
    for start in range(0, len(cards), _CHUNK):
        bulk.insert_prepared(step, bulk.prepare(cards[start : start + _CHUNK], now=step.at), {})
    return len(cards)


def employ(step: Step) -> None:
    """Put people into the companies that their tables named by an identifier, once both are there."""
    rows = step.connection.execute(_EMPLOYED, (EMPLOYER,)).fetchall()
    if not rows:
        return
    companies.link(step, {person: company for person, company, _, _ in rows})
    nameless = [(name, person) for person, _, own, name in rows if not own]
    step.connection.executemany("UPDATE contact SET organization = ? WHERE id = ?", nameless)
    step.touch(person for _, person in nameless)
