"""Finding and reading contacts, for whoever has no models of its own: the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain import query
from contactbook.store import companies, queries, query_search, relations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from contactbook.domain.contact import Contact
    from contactbook.store.book import Book
    from contactbook.store.companies import Linked
    from contactbook.store.queries import Counts, ListRow, SourceCard
    from contactbook.store.relations import SeenFrom

SORTS = tuple(queries.SORTS)
"""The names by which a list can be sorted."""


def list_contacts(
    book: Book, *, view: str = "all", sort: str = "name", descending: bool = False, limit: int = 0
) -> Iterator[ListRow]:
    """The rows of a list in order, as many as `limit` (0: all). `view` as in `queries.View`."""
    ids = queries.ids_of(book.reader, queries.View(view), sort=sort, descending=descending)
    return _rows(book, ids[:limit] if limit else ids)


def search(
    book: Book, text: str, *, view: str = "all", sort: str = "name", descending: bool = False, limit: int = 0
) -> Iterator[ListRow]:
    """The rows of a view's contacts that a query finds, in order; but for the view "trash" it stays out.

    Raises:
        Problem: those of `understood`.
    """
    understood(book, text)
    ids = queries.ids_of(book.reader, queries.View(view), sort=sort, descending=descending)
    ids = queries.all_matches(ids, queries.search(book.reader, text, queries.View(view)))
    return _rows(book, ids[:limit] if limit else ids)


def found(book: Book, text: str) -> Sequence[int]:
    """The ids of the contacts outside the trash that a query finds, by name. Raises as `understood` does."""
    understood(book, text)
    matches = queries.search(book.reader, text)
    return queries.all_matches(queries.ids_of(book.reader, queries.View()), matches)


def understood(book: Book, text: str) -> None:
    """Look whether a query (see `domain.query`) can be answered.

    Raises:
        Problem: those of `domain.query.parse`, query.no_such_field.
    """
    query_search.check(book.reader, query.parse(text))


def show(book: Book, id_or_uid: int | str) -> Contact:
    """One contact, complete, also from the trash. Raises Problem("store.no_such_contact")."""
    return queries.load(book.reader, queries.find(book.reader, id_or_uid))


def contacts(book: Book, ids: Sequence[int]) -> Iterator[Contact]:
    """Whole contacts in the order asked; memory stays bounded."""
    return queries.load_many(book.reader, ids)


def seen_from(book: Book, contact: Contact) -> list[SeenFrom]:
    """What other contacts say they are to this one, in the word for this side."""
    return relations.seen_from(book.reader, contact)


def placed(book: Book, contact: Contact) -> tuple[Linked | None, list[Linked]]:
    """Whom the contact is under (a person's superior, a company's parent), and who is under it."""
    above = companies.names(book.reader, [contact.parent_id] if contact.parent_id else [])
    return above.get(contact.parent_id or 0), companies.children(book.reader, contact.id)


def sources(book: Book, contact_id: int) -> list[SourceCard]:
    """The original cards of a contact, the latest first."""
    return queries.source_cards(book.reader, contact_id)


def counts(book: Book) -> Counts:
    """How many people, companies, tags and imports there are."""
    return queries.counts(book.reader)


_PAGE = 500


def _rows(book: Book, ids: Sequence[int]) -> Iterator[ListRow]:
    for start in range(0, len(ids), _PAGE):
        yield from queries.rows(book.reader, ids[start : start + _PAGE])
