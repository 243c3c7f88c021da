"""The order of the list: an array of ids; a search shows its first page before the rest is sorted out."""

from __future__ import annotations

from array import array
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

FIRST_PAGE = 128
"""Rows that are put in order at once: two screens."""
PIECE = 4096
"""Ids that a search puts out between two frames; a few milliseconds."""


class RowOrder:
    """The ids of `base` that are among `matches`, in the order of `base`; all of it when `matches` is None.

    Its length is known at once, its head too; the tail is filled in by `advance`, a piece at a time between
    two frames, or all at once by any access beyond the head.
    """

    def __init__(self, base: array[int], matches: Collection[int] | None = None) -> None:
        self._rest: Iterator[int] | None = None
        self._count = len(base)
        self._ids = base
        if matches is not None:
            wanted = matches if isinstance(matches, (set, frozenset)) else frozenset(matches)
            found = filter(wanted.__contains__, base)
            self._ids = array("q", islice(found, FIRST_PAGE))
            self._rest, self._count = found, len(wanted)
            if self._count <= FIRST_PAGE:
                self._rest, self._count = None, len(self._ids)

    def __len__(self) -> int:
        return self._count

    @property
    def is_complete(self) -> bool:
        """Whether the tail is there too."""
        return self._rest is None

    @property
    def ids(self) -> array[int]:
        """All ids in order; not to be changed."""
        self.complete()
        return self._ids

    def advance(self, rows: int = PIECE) -> None:
        """Fills in a piece of the tail."""
        if self._rest is not None:
            before = len(self._ids)
            self._ids.extend(islice(self._rest, rows))
            if len(self._ids) < before + rows:
                self._rest = None

    def complete(self) -> None:
        """Fills in all of the tail."""
        if self._rest is not None:
            self._ids.extend(self._rest)
            self._rest = None

    @property
    def kept_its_word(self) -> bool:
        """Whether the length promised was right; a match may have left the view meanwhile."""
        return not self.is_complete or len(self._ids) == self._count

    def id_at(self, row: int) -> int:
        """The id in a row; 0 beyond the end."""
        if row >= len(self._ids):
            self.complete()
        return self._ids[row] if 0 <= row < len(self._ids) else 0

    def slice(self, first: int, last: int) -> array[int]:
        """The ids of rows `first` up to, not including, `last`."""
        if last > len(self._ids):
            self.complete()
        return self._ids[first:last]

    def row_of(self, contact_id: int) -> int:
        """The row of an id, -1 when it is not there; walks the array."""
        try:
            return self.ids.index(contact_id)
        except ValueError:
            return -1

    def row_in_head(self, contact_id: int) -> int:
        """As `row_of`, but looks no further than what is in order already."""
        try:
            return self._ids.index(contact_id)
        except ValueError:
            return -1

    def rows_of(self, contact_ids: Collection[int]) -> list[int]:
        """The rows of some ids, ascending; one walk for all of them."""
        if len(contact_ids) < 4:
            found = sorted(map(self.row_of, contact_ids))
            return [row for row in found if row >= 0]
        wanted = contact_ids if isinstance(contact_ids, (set, frozenset)) else frozenset(contact_ids)
        return [row for row, contact_id in enumerate(self.ids) if contact_id in wanted]


def difference(old: array[int], new: array[int]) -> tuple[int, int, int]:
    """Where two orders differ: (rows alike at the start, rows of `old` between, rows of `new` between)."""
    shortest = min(len(old), len(new))
    start = _alike(shortest, lambda count: old[:count] == new[:count])
    end = _alike(shortest - start, lambda count: old[len(old) - count :] == new[len(new) - count :])
    return start, len(old) - start - end, len(new) - start - end


def _alike(limit: int, same: Callable[[int], bool]) -> int:
    """The largest count up to `limit` for which `same(count)` holds (it holds for every smaller one too)."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if same(middle):
            low = middle
        else:
            high = middle - 1
    return low
