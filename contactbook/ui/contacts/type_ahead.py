"""Typing in the list goes to the next name that begins so; the same letter again goes to the one after."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from contactbook.qtmodels.letter_index import typed_ahead

if TYPE_CHECKING:
    from contactbook.qtmodels.contact_table import ContactTable


class TypeAhead:
    """Collects what is typed in one go (with pauses under about a second)."""

    def __init__(self, table: ContactTable) -> None:
        self._table = table
        self._typed = ""
        self._at = 0.0

    def row_for(self, character: str, current: int) -> int:
        """The row to go to after one more character, -1 for none; `current` is the row in hand."""
        now = monotonic()
        together = now - self._at < 2 * QApplication.keyboardInputInterval() / 1000
        self._at = now
        self._typed = self._typed + character if together else character
        repeated = len(set(self._typed)) == 1
        if repeated:
            return typed_ahead(self._table, self._typed[0], current + 1)
        return typed_ahead(self._table, self._typed, max(0, current))
