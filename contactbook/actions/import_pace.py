"""How far an import is, told a few times a second; and where it stops when the person has had enough."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from contactbook.domain.problems import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

PROGRESS_SECONDS = 0.05


class Pace:
    """Tells how far the import is, a few times a second, and stops it when the person has had enough."""

    def __init__(
        self,
        total: int,
        progress: Callable[[int, int, int], object] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._total = total
        self._progress = progress
        self._cancelled = cancelled
        self._next = 0.0
        self._position = 0
        self._cards = 0

    def tick(self, position: int) -> None:
        """Note the bytes read. Raises Cancelled."""
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
        self._position = max(self._position, min(position, self._total))
        now = time.monotonic()
        if self._progress is not None and now >= self._next:
            self._next = now + PROGRESS_SECONDS
            self._progress(self._position, self._total, self._cards)

    def count(self, cards: int, position: int = 0) -> None:
        """Note the cards written, and the bytes read where they are known. Raises Cancelled."""
        self._cards = cards
        self.tick(max(position, self._position))

    def done(self) -> None:
        """Say that all of it is done."""
        if self._progress is not None:
            self._progress(self._total, self._total, self._cards)
