"""What was bought and given, added up."""

from __future__ import annotations

from typing import NamedTuple


class Total(NamedTuple):
    """Purchases or donations in one currency: how many, their sum in minor units, when the last one was.

    `priced`: how many of them name an amount.
    """

    kind: str
    currency: str
    entries: int
    priced: int
    amount: int
    last_at: int

    @property
    def average(self) -> int:
        """Of those that name an amount, in minor units."""
        return round(self.amount / self.priced) if self.priced else 0
