"""Row ids that stay unique across copies of a book, so that copies can be merged later."""

from __future__ import annotations

import re
import secrets
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

EPOCH_2020 = 1_577_836_800_000
"""Milliseconds between 1970-01-01 and 2020-01-01, UTC."""

COUNTER_BITS = 22
_COUNTER_MASK = (1 << COUNTER_BITS) - 1
_MILLISECOND_BITS = 41
_LAST_SANE = 1 << 62
"""Half of what there is: an id beyond was made by nobody, and leaves no room above it."""


class IdSource:
    """Hands out 63-bit ids: 41 bits of milliseconds since 2020 UTC, 22 bits of a counter with a random start.

    Ids of one source are strictly increasing, also when the clock stands still or steps back. By a clock
    before 2020 or beyond 2089 they start anywhere: those of the next start must not meet them. Safe across
    threads.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._millisecond = 0
        self._counter = secrets.randbits(COUNTER_BITS)

    def take(self, count: int = 1) -> range:
        """`count` fresh ids in ascending order (several for one row each; a block never repeats)."""
        with self._lock:
            now = self._now_id()
            start = max(self._last_id() + 1, now)
            self._millisecond, self._counter = divmod(start + count - 1, 1 << COUNTER_BITS)
            return range(start, start + count)

    def one(self) -> int:
        """One fresh id."""
        return self.take()[0]

    def rise_above(self, there: int) -> None:
        """Hand out nothing up to this id: what comes is newer than what is there, whatever the clock says."""
        with self._lock:
            if self._last_id() < there < _LAST_SANE:
                self._millisecond, self._counter = divmod(there, 1 << COUNTER_BITS)

    def _last_id(self) -> int:
        return self._millisecond << COUNTER_BITS | self._counter

    def _now_id(self) -> int:
        now = time.time_ns() // 1_000_000 - EPOCH_2020
        if now >> _MILLISECOND_BITS:  # out of range on either side: the clock is wrong
            self._millisecond = self._millisecond or secrets.randbits(_MILLISECOND_BITS - 1)
            return 0
        return now << COUNTER_BITS | ((self._counter + 1) & _COUNTER_MASK)


ids = IdSource()
"""The process's own source."""

_BEGINNING = "c0117ac7-b00c-8"
_UID = re.compile(r"c0117ac7-b00c-(8[0-9a-f]{3})-([89ab][0-9a-f]{3})-([0-9a-f]{12})")


def uid_of(row_id: int) -> str:
    """The UID that a contact without one is exported with: a UUID of version 8 (RFC 9562) with its id."""
    high, low = row_id >> 48, row_id & 0xFFFF_FFFF_FFFF
    return f"c0117ac7-b00c-{0x8000 | high >> 14:04x}-{0x8000 | high & 0x3FFF:04x}-{low:012x}"


def lent_ids(uids: Collection[str]) -> dict[int, str]:
    """The UIDs among these that `uid_of` made, by the id in them; hardly anything to do where none is."""
    if _BEGINNING not in "\n".join(uids).lower():
        return {}
    return {found: uid for uid in uids if (found := id_of(uid))}


def id_of(uid: str) -> int:
    """The id in a UID that `uid_of` made, 0 for any other UID."""
    found = _UID.fullmatch(uid.lower())
    if found is None:
        return 0
    high = (int(found[1], 16) & 0xFFF) << 14 | int(found[2], 16) & 0x3FFF
    return high << 48 | int(found[3], 16)
