"""Where each letter begins in the list, for the A-Z strip and typing ahead: found by halving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain import collation
from contactbook.domain.folding import fold

if TYPE_CHECKING:
    from contactbook.qtmodels.contact_table import ContactTable

_LETTERED = {
    "name": "sort_name",
    "organization": "organization",
    "email": "email",
    "locality": "locality",
} | {name: name for name in ("job_title", "country")}
"""The orders that go by letter, and the field of a row that they go by."""
SEARCHED = 400
"""Rows that typing ahead looks at, at most, after the one in hand."""


def letters(language: str = "") -> tuple[str, ...]:
    """The strip: digits and signs, the letters of a language in its order, every other script."""
    return ("#", *collation.alphabet(language), "…")


class LetterIndex:
    """The letters of what a table lists now; made anew whenever that changes."""

    def __init__(self, table: ContactTable) -> None:
        self._table = table
        sort, self._descending = table.sorting
        self._field = _LETTERED.get(sort, "")
        self._language = table.listing.language if sort == "name" else ""
        self.letters = letters(self._language)
        self._places = {letter: place for place, letter in enumerate(self.letters)}
        self._starts: dict[int, int] = {}

    def rank(self, text: str) -> int:
        """Place of a text's letter in `letters`; beyond its end for no text at all, which stands last."""
        return self._places.get(collation.letter(text, self._language), len(self.letters))

    @property
    def usable(self) -> bool:
        """Whether the list is in an order that goes by letter."""
        return bool(self._field)

    def start(self, letter: int) -> int:
        """The first row of a letter (its place in `letters`), or where it would stand."""
        if letter not in self._starts:
            self._starts[letter] = self._first_row(letter)
        return self._starts[letter]

    def present(self, letter: int) -> bool:
        """Whether any row begins with the letter."""
        if self._descending:
            return self.start(letter) < self.start(letter - 1)
        return self.start(letter) < self.start(letter + 1)

    def letter_at(self, row: int) -> int:
        """Which letter a row begins with; -1 where there is none."""
        found = self._table.row(row)
        if found is None or not self._field:
            return -1
        letter = self.rank(getattr(found, self._field))
        return letter if letter < len(self.letters) else -1

    def _first_row(self, letter: int) -> int:
        """By halving; in a list that runs backwards "first" is the first row at or before the letter."""
        low, high = 0, self._table.rowCount()
        while low < high:
            middle = (low + high) // 2
            if self._stands_before(middle, letter):
                low = middle + 1
            else:
                high = middle
        return low

    def _stands_before(self, row: int, letter: int) -> bool:
        found = self._table.listing.peek(row)
        if found is None:
            return False
        own = self.rank(getattr(found, self._field))
        if self._descending:
            return own != len(self.letters) and own > letter
        return own < letter


def typed_ahead(table: ContactTable, typed: str, start: int) -> int:
    """The next row from `start` on, going round, with a word of the name that begins so; -1: none."""
    wanted = fold(typed)
    candidates = frozenset(table.listing.matching(typed)) if wanted else frozenset()
    count, looked = table.rowCount(), 0
    start = start if start < count else 0
    if not candidates:
        return -1
    for rows in (range(start, count), range(start)):
        for row in rows:
            if table.id_at(row) not in candidates:
                continue
            found = table.row(row)
            looked += 1
            if found is not None and _begins(f"{found.display_name} {found.sort_name}", wanted):
                return row
            if looked == SEARCHED:
                return -1
    return -1


def _begins(name: str, wanted: str) -> bool:
    folded = fold(name)
    return folded.startswith(wanted) or f" {wanted}" in folded
