"""Companies as records: found or made by name, and the people who belong to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from contactbook.domain import company_names
from contactbook.domain.contact import COMPANY, Contact
from contactbook.domain.folding import tokens
from contactbook.store import contacts
from contactbook.store.derived import KEY_LENGTH
from contactbook.store.sqlite import carray, id_array

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Mapping

    from contactbook.store.reader import Reader
    from contactbook.store.sqlite import Connection
    from contactbook.store.step import Step

NAME = "coalesce(nullif(organization, ''), full_name)"
"""SQL for the name of a company record."""


def named(connection: Connection, name: str, *, among: Iterable[int] = ()) -> list[int]:
    """The companies outside the trash that certainly have this name, the oldest first.

    `among` are contacts that may be one although no list shows them yet, as they came with the running step.
    """
    wanted = company_names.key(name)
    if not wanted:
        return []
    found = set(among)
    words = " ".join(tokens(company_names.clean(name)))[:KEY_LENGTH]
    if words:
        for sql in (_BY_ORGANIZATION, _BY_NAME):
            rows = connection.execute(sql, (words,) if sql is _BY_ORGANIZATION else (words, words + "\x02"))
            found.update(row[0] for row in rows)
    sql = f"""
        SELECT id, {NAME} FROM contact WHERE id IN carray(?) AND kind = ? AND deleted_at IS NULL ORDER BY id
    """
    if not found:
        return []
    rows = connection.execute(sql, (*id_array(sorted(found)), COMPANY)).fetchall()
    return [contact_id for contact_id, text in rows if company_names.key(text) == wanted]


_BY_ORGANIZATION = (
    "SELECT id FROM contact_row WHERE deleted_at IS NULL AND company = 1 AND organization_key = ?"
)
_BY_NAME = """
    SELECT id FROM contact_row WHERE deleted_at IS NULL AND company = 1 AND organization_key IS NULL
    AND name_key >= ? AND name_key < ?
"""


def ensure(step: Step, name: str) -> int:
    """The company of this name, which is made when there is none (R9); of several the oldest."""
    found = named(step.connection, name)
    if found:
        return found[0]
    return contacts.insert(step, Contact(kind=COMPANY, organization=company_names.clean(name)))


def by_key(connection: Connection) -> dict[str, list[int]]:
    """Every company outside the trash by its certain name. Reads all of them."""
    sql = f"SELECT id, {NAME} FROM contact WHERE kind = ? AND deleted_at IS NULL ORDER BY id"
    found: dict[str, list[int]] = {}
    for contact_id, text in connection.execute(sql, (COMPANY,)).fetchall():
        if wanted := company_names.key(text):
            found.setdefault(wanted, []).append(contact_id)
    return found


def link(step: Step, company_by_contact: Mapping[int, int | None]) -> None:
    """Say which company stands behind a contact's own organization (None: no known one)."""
    _set_links(step, "contact", "company_id", company_by_contact)
    step.touch_linked(company_by_contact, "contact")


def link_affiliations(step: Step, company_by_row: Mapping[int, int | None], owners: Iterable[int]) -> None:
    """The same for further organisations: company by id of the affiliation; `owners` are their contacts."""
    _set_links(step, "affiliation", "company_id", company_by_row)
    step.touch_linked(owners, "affiliation")


def set_parent(step: Step, contact_ids: array[int], parent_id: int | None) -> int:
    """Say whom people report to, or which company owns others; gives how many changed."""
    sql = """
        UPDATE contact SET parent_id = ?1, updated_at = ?3
        WHERE id IN carray(?2) AND parent_id IS NOT ?1 AND id IS NOT ?1 RETURNING id
    """
    done = step.connection.execute(sql, (parent_id, carray(contact_ids), step.at)).fetchall()
    step.touch(row[0] for row in done)
    return len(done)


def parents(reader: Reader, contact_id: int) -> list[int]:
    """Whom a contact reports to, and so on upwards; ends where a circle would begin."""
    found: list[int] = []
    current: int | None = contact_id
    while current is not None and current not in found:
        found.append(current)
        row = reader.one("SELECT parent_id FROM contact WHERE id = ?", (current,))
        current = row[0] if row else None
    return found[1:]


def _set_links(step: Step, table: str, column: str, links: Mapping[int, int | None]) -> None:
    step.connection.executemany(
        f"UPDATE {table} SET {column} = ? WHERE id = ?", [(target, row) for row, target in links.items()]
    )


class Person(NamedTuple):
    """Somebody of a company: their job there. `first`: it is their first organisation."""

    id: int
    name: str
    job_title: str
    department: str
    since: str
    until: str
    decision_maker: bool
    first: bool
    parent_id: int | None
    has_photo: bool


_PEOPLE = """
    SELECT contact.id, contact_row.display_name, contact.job_title, contact.department,
        coalesce(affiliation.since, ''), coalesce(affiliation.until, ''),
        coalesce(affiliation.decision_maker, 0), 1, contact.parent_id, contact_row.has_photo
    FROM contact JOIN contact_row ON contact_row.id = contact.id
    LEFT JOIN affiliation ON affiliation.id = (
        SELECT id FROM affiliation AS told WHERE told.contact_id = contact.id
        AND (told.company_id = contact.company_id)
        AND (told.since <> '' OR told.until <> '' OR told.decision_maker)
        AND told.job_title IN ('', contact.job_title) AND told.department IN ('', contact.department)
        ORDER BY position LIMIT 1)
    WHERE contact.company_id = ?1 AND contact.deleted_at IS NULL
    UNION ALL
    SELECT contact.id, contact_row.display_name, affiliation.job_title, affiliation.department,
        affiliation.since, affiliation.until, affiliation.decision_maker, 0, contact.parent_id,
        contact_row.has_photo
    FROM affiliation JOIN contact ON contact.id = affiliation.contact_id
    JOIN contact_row ON contact_row.id = contact.id
    WHERE affiliation.company_id = ?1 AND contact.deleted_at IS NULL
    AND NOT (contact.company_id IS ?1
        AND (affiliation.since <> '' OR affiliation.until <> '' OR affiliation.decision_maker)
        AND affiliation.job_title IN ('', contact.job_title)
        AND affiliation.department IN ('', contact.department))
    LIMIT ?2
"""


def people(reader: Reader, company_id: int, limit: int = 1000) -> list[Person]:
    """The people of a company outside the trash: present ones first, those who decide before others."""
    rows = reader.query(_PEOPLE, (company_id, limit))
    found = [Person._make((*row[:6], bool(row[6]), bool(row[7]), row[8], bool(row[9]))) for row in rows]
    return sorted(found, key=lambda one: (bool(one.until), not one.decision_maker, tokens(one.name)))


class Linked(NamedTuple):
    """A contact by its name, as another one shows it."""

    id: int
    name: str
    kind: str
    deleted: bool


def names(reader: Reader, contact_ids: Iterable[int]) -> dict[int, Linked]:
    """Contacts by id as others show them; those that are gone are left out."""
    wanted = sorted(set(contact_ids))
    if not wanted:
        return {}
    sql = """
        SELECT contact_row.id, display_name, kind, contact_row.deleted_at IS NOT NULL
        FROM contact_row JOIN contact ON contact.id = contact_row.id WHERE contact_row.id IN carray(?)
    """
    return {row[0]: Linked._make((*row[:3], bool(row[3]))) for row in reader.query(sql, id_array(wanted))}


def children(reader: Reader, contact_id: int, limit: int = 200) -> list[Linked]:
    """Companies that belong to this one, or people who report to this person; by name."""
    sql = "SELECT id FROM contact WHERE parent_id = ? AND deleted_at IS NULL LIMIT ?"
    found = names(reader, reader.id_list(sql, (contact_id, limit)))
    return sorted(found.values(), key=lambda one: tokens(one.name))
