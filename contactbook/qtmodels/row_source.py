"""Where the list gets its ids and rows from: the few reads it needs, and the store's answer to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from contactbook.store import name_styles, queries

if TYPE_CHECKING:
    from array import array
    from collections.abc import Collection, Sequence

Row = queries.ListRow
"""One line of the list."""
View = queries.View
"""What part of the book is listed: all, people, companies, starred, a tag, the trash, an import."""
FIELD_SORT = queries.FIELD_SORT
"""Begins the name of the order by a custom field."""
ALL = queries.View(kind="all")
"""Everybody who is not in the trash."""


class RowSource(Protocol):
    """The reads of the list; each answers within a few milliseconds."""

    def ids_of(self, view: View, sort: str, *, descending: bool) -> array[int]:
        """Every id of the view, in order, as 64-bit integers."""
        ...

    def search(self, text: str, view: View) -> Collection[int]:
        """The ids of the view that match, in no order."""
        ...

    def rows(self, ids: Sequence[int]) -> list[Row]:
        """The rows of some ids, in that order; a contact that is gone is left out."""
        ...

    def language(self) -> str:
        """In whose order of letters names stand, "" for the usual one."""
        ...


class StoreRows:
    """`RowSource` over the reader of an open book."""

    def __init__(self, reader: Any) -> None:  # noqa: ANN401 - ui never names its class
        self._reader = reader

    def ids_of(self, view: View, sort: str, *, descending: bool) -> array[int]:
        """Every id of the view, in order."""
        return queries.ids_of(self._reader, view, sort=sort, descending=descending)

    def search(self, text: str, view: View) -> Collection[int]:
        """The ids of the view that match."""
        return queries.search(self._reader, text, view)

    def rows(self, ids: Sequence[int]) -> list[Row]:
        """The rows of some ids."""
        return queries.rows(self._reader, ids)

    def language(self) -> str:
        """What the book's settings say of the order of letters."""
        return name_styles.name_style(self._reader).language
