"""Company names that people carry, in groups: which are one company for certain, and which only perhaps."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contactbook.domain import company_names
from contactbook.store import companies
from contactbook.store.sqlite import carray

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from contactbook.store.reader import Reader
    from contactbook.store.sqlite import Connection
    from contactbook.store.step import Step


@dataclass(slots=True)
class NameGroup:
    """One company as people name it, and no record stands behind it for these people yet.

    `spellings`: how often each way to write it occurs (the same but for blanks, case and accents);
    `people`: the contacts; `company_id`: the record that has this name already; `like`: names of other
    groups or companies that may be the same company, the more frequent first.
    """

    name: str
    spellings: Counter[str] = field(default_factory=Counter[str])
    people: list[int] = field(default_factory=list[int])
    company_id: int | None = None
    like: list[str] = field(default_factory=list[str])


_CARRIED = """
    SELECT id, organization, id FROM contact
    WHERE company_id IS NULL AND organization <> '' AND kind <> 'company' AND deleted_at IS NULL
    UNION ALL
    SELECT affiliation.contact_id, affiliation.organization, NULL FROM affiliation
    JOIN contact ON contact.id = affiliation.contact_id
    WHERE affiliation.company_id IS NULL AND affiliation.organization <> '' AND contact.deleted_at IS NULL
"""


def groups(reader: Reader) -> list[NameGroup]:
    """Every name that people carry without a record behind it, the most frequent first."""
    found: dict[str, NameGroup] = {}
    for contact_id, text, _ in reader.query(_CARRIED):
        key = company_names.key(text)
        if not key:
            continue
        group = found.get(key)
        if group is None:
            group = found[key] = NameGroup("")
        group.spellings[company_names.clean(text)] += 1
        if contact_id not in group.people[-1:]:
            group.people.append(contact_id)
    known = companies.by_key(reader.connection)
    for key, group in found.items():
        group.name = group.spellings.most_common(1)[0][0]
        group.company_id = known.get(key, [None])[0]
    _find_alike(found, [name for key, name in _names(reader.connection, known).items() if key not in found])
    return sorted(found.values(), key=lambda group: (-len(group.people), company_names.key(group.name)))


def _names(connection: Connection, known: Mapping[str, list[int]]) -> dict[str, str]:
    """The names of company records by key."""
    ids = tuple(found[0] for found in known.values())
    if not ids:
        return {}
    sql = f"SELECT {companies.NAME} FROM contact WHERE id IN carray(?)"
    rows = connection.execute(sql, (carray(array("q", ids)),)).fetchall()
    return {company_names.key(row[0]): company_names.clean(row[0]) for row in rows}


def _find_alike(found: Mapping[str, NameGroup], others: Iterable[str]) -> None:
    loose: dict[str, list[tuple[int, str]]] = {}
    for group in found.values():
        loose.setdefault(company_names.loose_key(group.name), []).append((len(group.people), group.name))
    for name in others:
        loose.setdefault(company_names.loose_key(name), []).append((0, name))
    for group in found.values():
        alike = sorted(loose[company_names.loose_key(group.name)], reverse=True)
        group.like = [name for _, name in alike if name != group.name]


def link(step: Step, companies_by_key: Mapping[str, int]) -> None:
    """Link everybody who carries one of these names, and nobody yet, with its company."""
    own: dict[int, int | None] = {}
    for contact_id, text in step.connection.execute(
        "SELECT id, organization FROM contact WHERE company_id IS NULL AND organization <> ''"
        " AND kind <> 'company' AND deleted_at IS NULL"
    ).fetchall():
        company = companies_by_key.get(company_names.key(text))
        if company is not None and company != contact_id:
            own[contact_id] = company
    companies.link(step, own)
    rows: dict[int, int | None] = {}
    owners: set[int] = set()
    for row, owner, text in step.connection.execute(
        "SELECT id, contact_id, organization FROM affiliation WHERE company_id IS NULL AND organization <> ''"
    ).fetchall():
        company = companies_by_key.get(company_names.key(text))
        if company is not None and company != owner:
            rows[row] = company
            owners.add(owner)
    companies.link_affiliations(step, rows, owners)


def respell(step: Step, name: str, spellings: Iterable[str]) -> None:
    """Write a company's name in this one way wherever it stands in one of these, linked or not."""
    wanted = {company_names.key(text) for text in spellings}
    for table, owner in (("contact", "id"), ("affiliation", "contact_id")):
        condition = " AND kind <> 'company'" if table == "contact" else ""
        rows = step.connection.execute(
            f"SELECT id, {owner}, organization FROM {table} WHERE organization <> ''{condition}"
        ).fetchall()
        changed = [
            (row, contact)
            for row, contact, text in rows
            if text != name and company_names.key(text) in wanted
        ]
        step.connection.executemany(
            f"UPDATE {table} SET organization = ? WHERE id = ?", [(name, row) for row, _ in changed]
        )
        step.touch(contact for _, contact in changed)
