"""Bounded reads of one contact for the pane: what the GUI thread may ask of the store between two frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain.problems import Problem
from contactbook.store import queries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.domain.contact import Contact
    from contactbook.domain.names import NameStyle
    from contactbook.store.book import Book
    from contactbook.store.queries import ListRow


def contact_of(book: Book, contact_id: int) -> Contact | None:
    """The contact, None when it is no longer there."""
    try:
        return queries.load(book.reader, contact_id)
    except Problem as problem:
        if problem.code == "store.no_such_contact":
            return None
        raise


LARGE = 512 << 10
"""Bytes of pictures that may be read, and decoded, between two frames."""


def shown_contact(book: Book, contact_id: int) -> Contact | None:
    """The contact, None when it is no longer there; large pictures are without their bytes (`picture`)."""
    if queries.picture_bytes(book.reader, contact_id) <= LARGE:
        return contact_of(book, contact_id)
    return next(queries.load_many(book.reader, (contact_id,), pictures=False), None)


def rows_of(book: Book, contact_ids: Sequence[int]) -> list[ListRow]:
    """What a list shows of these contacts, in this order; a page of them, not thousands."""
    return queries.rows(book.reader, contact_ids)


def steps_of(book: Book, contact_id: int, limit: int = 100) -> list[queries.HistoryRow]:
    """What was done to the contact, newest first."""
    return queries.history(book.reader, contact=contact_id, limit=limit)


def name_style(book: Book) -> NameStyle:
    """How the book shows and orders names."""
    return queries.name_style(book.reader)


def lookalikes_of(book: Book, contact: Contact) -> list[tuple[int, str, str]]:
    """Who is perhaps the contact that is being typed: id, name, and the e-mail or phone that is the same."""
    return [(one.id, one.display_name, one.value) for one in queries.lookalikes(book.reader, contact)]
