"""What the list holds at a time: a part of the book, its order, a search, the rows that were looked at."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

from contactbook.qtmodels import row_source
from contactbook.qtmodels.row_cache import RowCache
from contactbook.qtmodels.row_order import RowOrder

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from contactbook.qtmodels.row_source import Row, RowSource, View


class Asked(NamedTuple):
    """What decides what is listed."""

    view: View
    sort: str
    descending: bool
    text: str


class Found(NamedTuple):
    """What was asked for and what stands there: every id of the view, and those that the search leaves.

    `matches` is None when nothing is searched.
    """

    asked: Asked
    base: array[int]
    matches: Collection[int] | None

    @property
    def order(self) -> RowOrder:
        """What is to be listed."""
        everybody = self.matches is None or len(self.matches) == len(self.base)  # both are of the same view
        return RowOrder(self.base, None if everybody else self.matches)


class Listing:
    """The reads behind `ContactTable`, without Qt: it decides what is listed and never tells anybody."""

    def __init__(self, source: RowSource | None = None, sort: str = "name") -> None:
        self._source = source
        self._cache = RowCache(source) if source is not None else None
        self.view: View = row_source.ALL
        self.sort = sort
        self.descending = False
        self.text = ""
        self.base: array[int] = array("q")
        """Every id of the view, in order."""
        self.order = RowOrder(self.base)
        """Those that the search leaves."""

    @property
    def language(self) -> str:
        """In whose order of letters names stand: a code of `domain.collation`, "" for the usual one."""
        return self._source.language() if self._source is not None else ""

    @property
    def asked(self) -> Asked:
        """What decides what is listed now."""
        return Asked(self.view, self.sort, self.descending, self.text)

    def read_base(self) -> None:
        """Reads the ids of the view anew."""
        if self._source is not None:
            self.base = self._source.ids_of(self.view, self.sort, descending=self.descending)

    def searched(self) -> RowOrder:
        """What the search leaves of the view now."""
        searching = self._source is not None and self.text.strip()
        return Found(self.asked, self.base, self.matching(self.text) if searching else None).order

    def reading(self) -> Callable[[RowSource], Found]:
        """What reads all of that from a source of another thread."""
        asked = self.asked

        def read(source: RowSource) -> Found:
            base = source.ids_of(asked.view, asked.sort, descending=asked.descending)
            return Found(asked, base, source.search(asked.text, asked.view) if asked.text.strip() else None)

        return read

    def matching(self, text: str) -> Collection[int]:
        """The contacts of the view that a search for `text` would leave."""
        return () if self._source is None else self._source.search(text, self.view)

    def row(self, row: int) -> Row | None:
        """The row at a place of the list, with its neighbours read along."""
        return self._cache.row(self.order, row) if self._cache is not None else None

    def peek(self, row: int) -> Row | None:
        """As `row`, but reads that one row alone: for probes far apart."""
        return self._cache.peek(self.order.id_at(row)) if self._cache is not None else None

    def held(self) -> list[int]:
        """The contacts whose rows are held in memory (bounded, see `row_cache`)."""
        return list(self._cache.held()) if self._cache is not None else []

    def forget(self, contact_ids: Collection[int] | None) -> None:
        """These rows (None: all) are read again when next looked at."""
        if self._cache is not None and contact_ids is None:
            self._cache.clear()
        elif self._cache is not None and contact_ids is not None:
            self._cache.forget(contact_ids)

    def reread(self, contact_ids: Collection[int]) -> bool:
        """Reads a few rows again; False, with nothing done, where one may have moved, come or gone."""
        asks_more = self.text or self.view.kind == "segment"  # what else decides is not in the rows
        return self._cache is not None and not asks_more and self._cache.reread(contact_ids, self._place)

    def _place(self, row: Row) -> tuple[object, ...]:
        """All that says whether and where a row is listed: while this stays, no other row moves."""
        return (
            row.sort_name,
            row.deleted_at,
            row.fields if self.sort.startswith(row_source.FIELD_SORT) else getattr(row, self.sort, None),
            row.kind,
            row.starred if self.view.kind == "starred" else None,
            row.tags if self.view.kind == "tag" else None,
        )
