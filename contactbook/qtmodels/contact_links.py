"""Bounded reads of whom a contact is linked with: companies, people, relations from either side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contactbook.domain import fields
from contactbook.domain.contact import COMPANY
from contactbook.domain.folding import fold
from contactbook.store import companies, field_links, queries, relations

if TYPE_CHECKING:
    from contactbook.domain.contact import Contact
    from contactbook.store.book import Book
    from contactbook.store.companies import Linked, Person
    from contactbook.store.reader import Reader
    from contactbook.store.relations import SeenFrom

MOST_PEOPLE = 200
"""People of a company that its pane lists."""
MOST_LOOKED_AT, MOST_OFFERED = 300, 8
"""Companies that fit some letters: looked at, and offered."""


@dataclass(slots=True)
class ContactLinks:
    """Everybody a contact is linked with.

    `names`: contacts by id, for links the contact itself holds; `fields`: ids by the values of custom fields
    that are links.
    """

    names: dict[int, Linked] = field(default_factory=dict[int, "Linked"])
    fields: dict[str, int] = field(default_factory=dict[str, int])
    seen_from: list[SeenFrom] = field(default_factory=list["SeenFrom"])
    people: list[Person] = field(default_factory=list["Person"])
    below: list[Linked] = field(default_factory=list["Linked"])
    is_company: bool = False


def companies_like(reader: Reader, text: str) -> list[str]:
    """Names of companies in which these words occur, those that begin with them first."""
    ids = sorted(queries.search(reader, text, queries.View(kind="companies")))[:MOST_LOOKED_AT]
    names = {row.display_name for row in queries.rows(reader, ids)}
    wanted = fold(text)
    return sorted(names, key=lambda name: (not fold(name).startswith(wanted), fold(name)))[:MOST_OFFERED]


def links_of(book: Book, contact: Contact) -> ContactLinks:
    """Whom the contact is linked with, both ways."""
    reader = book.reader
    own = [relation.related_id for relation in contact.relations]
    own += [part.company_id for part in contact.affiliations]
    own += [contact.company_id, contact.parent_id]
    linked = {
        part.value: one
        for part in contact.fields
        if part.type == fields.CONTACT and (one := field_links.target(reader, part.value))
    }
    ids = {one for one in (*own, *linked.values()) if one is not None}
    found = ContactLinks(companies.names(reader, ids), linked, is_company=contact.kind == COMPANY)
    found.seen_from = relations.seen_from(reader, contact)
    found.below = companies.children(reader, contact.id)
    if found.is_company:
        found.people = companies.people(reader, contact.id, MOST_PEOPLE)
    return found
