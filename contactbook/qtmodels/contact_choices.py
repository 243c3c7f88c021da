"""Contacts to choose from by typing: few rows, found as the list finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from contactbook.domain.folding import fold
from contactbook.store import queries

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from contactbook.store.book import Book
    from contactbook.store.list_queries import ListRow

_KINDS = {"person": "people", "company": "companies"}


class Candidate(NamedTuple):
    """A contact to choose, with what tells it from namesakes. `kind`: person or company."""

    id: int
    name: str
    beside: str
    kind: str


def matching(
    book: Book, text: str, *, kind: str = "", without: Collection[int] = (), limit: int = 50
) -> list[Candidate]:
    """Contacts in which all words of a text occur: by name, those whose name begins so first."""
    view = queries.View(_KINDS.get(kind, "all"))
    ids = queries.ids_of(book.reader, view)
    if text.strip():
        found = queries.search(book.reader, text, view)
        ids = queries.first_matches(ids, found, 4 * limit)
    rows = queries.rows(book.reader, [one for one in ids[: 4 * limit] if one not in without])
    wanted = fold(text.strip())
    rows.sort(key=lambda row: not fold(row.display_name).startswith(wanted))
    return [_candidate(row) for row in rows[:limit]]


def of_ids(book: Book, contact_ids: Sequence[int]) -> list[Candidate]:
    """These contacts, as far as they are there."""
    return [_candidate(row) for row in queries.rows(book.reader, contact_ids)]


def _candidate(row: ListRow) -> Candidate:
    beside = row.organization if row.kind == "person" and row.organization else row.email or row.locality
    return Candidate(row.id, row.display_name, beside, row.kind)


def name_of(book: Book, contact_id: int) -> str:
    """The name of a contact, "" for one that is gone."""
    rows = queries.rows(book.reader, [contact_id])
    return rows[0].display_name if rows else ""
