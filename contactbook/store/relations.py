"""Relations as the other contact sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from contactbook.store.reader import Reader


class Incoming(NamedTuple):
    """A relation that another contact has to this one, in that one's words."""

    contact_id: int
    label: str


def incoming(reader: Reader, contact_id: int, limit: int = 200) -> list[Incoming]:
    """The relations of others to a contact, in the order in which they were made."""
    sql = "SELECT contact_id, label FROM relation WHERE related_id = ? ORDER BY id LIMIT ?"
    return [Incoming._make(row) for row in reader.query(sql, (contact_id, limit))]
