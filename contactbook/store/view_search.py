"""Searching within one part of the book, by what a person typed into the search field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.store.list_queries import ALL, View, members
from contactbook.store.query_search import matching_text

if TYPE_CHECKING:
    from contactbook.store.reader import Reader

_TRASH = "SELECT id FROM contact_row WHERE deleted_at IS NOT NULL"


def search(reader: Reader, text: str, view: View = View()) -> set[int]:  # noqa: B008 - frozen
    """The ids of every contact of the view that matches, in no order; for no words the whole view.

    A word matches the beginning of a word anywhere in the contact, and from three characters on any part of
    an e-mail address. Digits match any part of a phone number, however either is grouped, with or without +,
    00 or leading 0 (R23). Case, accents and special letters do not count. Terms, quotes and brackets: see
    `domain.query`.
    """
    found = matching_text(reader, text)
    if found is None:
        return members(reader, view)
    if not found:
        return set()
    if view.kind == ALL:
        found.difference_update(reader.id_list(_TRASH))
        return found
    return found & members(reader, view)
