"""How often one is in touch: the rhythm wanted, the rhythm that the entries show, and how late one is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST_GAPS = 3
"""With fewer intervals between entries nothing is learnt."""
LATEST_GAPS = 24
"""How many of the latest intervals count."""
DAY = 86_400_000

GREEN, AMBER, RED = "green", "amber", "red"


def usual_days(days: Iterable[int]) -> int | None:
    """The median number of days between days with entries (numbers of days, any order); None: too few.

    Of an even number of intervals the lower one of the middle counts.
    """
    ordered = sorted(set(days))[-LATEST_GAPS - 1 :]
    gaps = sorted(after - before for before, after in pairwise(ordered))
    return gaps[(len(gaps) - 1) // 2] if len(gaps) >= LEAST_GAPS else None


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What holds for one contact; times in milliseconds since 1970 UTC.

    `wanted`: days somebody asked for, on the contact or the strictest of its tags; `usual`: days learnt from
    the entries; `last_at`: the latest entry, `since`: when the contact was added.
    """

    wanted: int | None = None
    usual: int | None = None
    last_at: int | None = None
    since: int = 0

    @property
    def days(self) -> int | None:
        """What one is measured by: what is wanted, else what is usual."""
        return self.wanted or self.usual

    @property
    def due_at(self) -> int | None:
        """When one should be in touch again; None without any rhythm."""
        if not self.days:
            return None
        return (self.last_at if self.last_at is not None else self.since) + self.days * DAY

    def elapsed(self, now: int) -> int:
        """Whole days since the last entry, or since the contact was added."""
        return max(0, (now - (self.last_at if self.last_at is not None else self.since)) // DAY)

    def light(self, now: int) -> str:
        """Green in time, amber when it is time, red half a rhythm later; "" without any rhythm."""
        return light(self.due_at, self.days, now)


def light(due_at: int | None, days: int | None, now: int) -> str:
    """The traffic light of a moment by which one should be in touch, and the rhythm behind it."""
    if due_at is None or not days:
        return ""
    late = now - due_at
    return GREEN if late <= 0 else AMBER if late <= days * DAY // 2 else RED
