"""Part of a value marked with the mouse, to be copied."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters of the value in a row, from where the mouse was pressed to where it is now."""

    row: int = -1
    anchor: int = 0
    end: int = 0

    def __bool__(self) -> bool:
        return self.row >= 0 and self.anchor != self.end

    @property
    def start(self) -> int:
        """The first character that is marked."""
        return min(self.anchor, self.end)

    @property
    def length(self) -> int:
        """How many are marked."""
        return abs(self.end - self.anchor)


NOTHING = Marked()
