"""Relations as the other contact sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from contactbook.domain import relation_words
from contactbook.store import companies

if TYPE_CHECKING:
    from contactbook.domain.contact import Contact
    from contactbook.store.companies import Linked
    from contactbook.store.reader import Reader


class SeenFrom(NamedTuple):
    """A relation from the other side: `word` is "" where only the other one's `label` is known."""

    other: Linked
    word: str
    label: str


def seen_from(reader: Reader, contact: Contact, limit: int = 200) -> list[SeenFrom]:
    """What others outside the trash say of a contact, without what it says itself; the oldest first."""
    sql = "SELECT contact_id, label FROM relation WHERE related_id = ? ORDER BY id LIMIT ?"
    rows = reader.query(sql, (contact.id, limit))
    others = companies.names(reader, (row[0] for row in rows))
    told = {(relation.related_id, relation.label.strip().lower()) for relation in contact.relations}
    found: list[SeenFrom] = []
    for contact_id, label in rows:
        other, word = others.get(contact_id), relation_words.inverse(label)
        if other is None or other.deleted or (other.id, word) in told:
            continue
        told.add((other.id, word or label))
        found.append(SeenFrom(other, word, label))
    return found
