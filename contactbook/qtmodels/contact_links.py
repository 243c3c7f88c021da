"""Bounded reads of whom a contact is linked with: companies, people, relations from either side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contactbook.domain import relation_words
from contactbook.domain.contact import COMPANY
from contactbook.store import companies, relations

if TYPE_CHECKING:
    from contactbook.domain.contact import Contact
    from contactbook.store.book import Book
    from contactbook.store.companies import Linked, Person

MOST_PEOPLE = 200
"""People of a company that its pane lists."""


@dataclass(frozen=True, slots=True)
class SeenFrom:
    """A relation from the other side: `word` is "" where only the other one's `label` is known."""

    other: Linked
    word: str
    label: str


@dataclass(slots=True)
class ContactLinks:
    """Everybody a contact is linked with. `names`: contacts by id, for links the contact itself holds."""

    names: dict[int, Linked] = field(default_factory=dict[int, "Linked"])
    seen_from: list[SeenFrom] = field(default_factory=list[SeenFrom])
    people: list[Person] = field(default_factory=list["Person"])
    below: list[Linked] = field(default_factory=list["Linked"])
    is_company: bool = False


def links_of(book: Book, contact: Contact) -> ContactLinks:
    """Whom the contact is linked with, both ways."""
    reader = book.reader
    own = [relation.related_id for relation in contact.relations]
    own += [part.company_id for part in contact.affiliations]
    own += [contact.company_id, contact.parent_id]
    incoming = relations.incoming(reader, contact.id)
    ids = {one for one in own if one is not None} | {row.contact_id for row in incoming}
    found = ContactLinks(companies.names(reader, ids), is_company=contact.kind == COMPANY)
    told = {(relation.related_id, relation.label.strip().lower()) for relation in contact.relations}
    for row in incoming:
        other = found.names.get(row.contact_id)
        word = relation_words.inverse(row.label)
        if other is None or other.deleted or (other.id, word) in told:
            continue
        told.add((other.id, word or row.label))
        found.seen_from.append(SeenFrom(other, word, row.label))
    found.below = companies.children(reader, contact.id)
    if found.is_company:
        found.people = companies.people(reader, contact.id, MOST_PEOPLE)
    return found
