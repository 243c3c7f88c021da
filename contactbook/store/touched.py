"""Which contacts a step has written to, and which of them have the derived rows that they should."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class Touched:
    """Told by whatever writes; those that were made in bulk, a million at most times, are kept packed."""

    def __init__(self) -> None:
        self._made = array("q")
        self._everybody = array("q")
        self._others: set[int] = set()
        self._derived: set[int] = set()

    def add(self, contact_ids: Iterable[int]) -> None:
        """They were written to, and their derived rows were not."""
        new = set(contact_ids)
        self._others |= new
        self._derived -= new

    def add_new(self, contact_ids: Iterable[int]) -> None:
        """They were made with their derived rows; their ids ascend, also from one call to the next."""
        self._made.extend(contact_ids)

    def add_linked(self, contact_ids: Iterable[int]) -> None:
        """They were written to where no derived row shows it."""
        new = {one for one in contact_ids if one not in self._others and not self._is_made(one)}
        self._others |= new
        self._derived |= new

    def everybody(self) -> Collection[int]:
        """All of them."""
        self._everybody = self._made[:]
        self._everybody.extend(one for one in self._others if not self._is_made(one))
        return self._everybody

    def stale(self, found: Collection[int], further: set[int]) -> tuple[Collection[int], Collection[int]]:
        """All in two collections, and those whose derived rows must be computed anew."""
        if found is self._everybody and not further:
            return found, self._others - self._derived
        every = further.union(found)
        return every, every - self._derived - (set(self._made) - self._others)

    def _is_made(self, contact_id: int) -> bool:
        place = bisect_left(self._made, contact_id)
        return place < len(self._made) and self._made[place] == contact_id
