"""Pages of rows, read when one of them is first painted, forgotten when long not asked for."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from contactbook.qtmodels.row_order import RowOrder
    from contactbook.qtmodels.row_source import Row, RowSource

PAGE = 32
PAGES = 80
"""Rows a page, pages kept: about 2,500 rows, whatever the size of the book."""


class RowCache:
    """Reads rows by id, a page of neighbours at a time, so that painting a screen is one or two reads.

    A row is kept under its id, not its place: sorting and searching do not throw it away.
    """

    def __init__(self, source: RowSource) -> None:
        self._source = source
        self._rows: OrderedDict[int, Row | None] = OrderedDict()

    def row(self, order: RowOrder, row: int) -> Row | None:
        """The row at a place of the list; None when the contact is gone (the list is about to hear of it)."""
        contact_id = order.id_at(row)
        try:
            return self._rows[contact_id]
        except KeyError:
            self._read_around(order, row)
            return self._rows.get(contact_id)

    def peek(self, contact_id: int) -> Row | None:
        """One row, without its neighbours and without keeping it."""
        if contact_id in self._rows:
            return self._rows[contact_id]
        found = self._source.rows([contact_id])
        return found[0] if found else None

    def reread(self, contact_ids: Collection[int], place: Callable[[Row], object]) -> bool:
        """Reads a few held rows again; False, with nothing done, where by `place` one may have moved."""
        if len(contact_ids) > PAGE or not all(each in self._rows for each in contact_ids):
            return False
        fresh = {row.id: row for row in self._source.rows(list(contact_ids))}
        for each in contact_ids:
            old, new = self._rows[each], fresh.get(each)
            if old is None or new is None or place(old) != place(new):
                return False
        self._rows.update(fresh)
        return True

    def forget(self, contact_ids: Collection[int]) -> None:
        """These rows are read again when next asked for."""
        for contact_id in contact_ids:
            self._rows.pop(contact_id, None)

    def clear(self) -> None:
        """Forgets every row."""
        self._rows.clear()

    def held(self) -> Iterator[int]:
        """The ids whose rows are held."""
        return iter(self._rows)

    def _read_around(self, order: RowOrder, row: int) -> None:
        """Reads what is missing of the page around a row."""
        first = max(0, row - row % PAGE)
        last = min(len(order), first + PAGE)
        wanted = [each for each in order.slice(first, last) if each not in self._rows]
        found = {each.id: each for each in self._source.rows(wanted)}
        for each in wanted:
            self._rows[each] = found.get(each)
        while len(self._rows) > PAGE * PAGES:
            self._rows.popitem(last=False)
