"""Old steps of the history lose what it takes to undo them; when, by whom and what was done stays."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from contactbook.store.sqlite import id_array
from contactbook.vault.failures import explained

if TYPE_CHECKING:
    from contactbook.store.book import Book

_DAY = 24 * 60 * 60 * 1000
_YEAR = 366 * _DAY

_CHANGESETS = """
    SELECT basis, max(history.at) AS latest,
        (SELECT sum(length(data)) FROM history_part WHERE history_id = basis) AS bytes
    FROM history GROUP BY basis HAVING bytes IS NOT NULL ORDER BY max(history.id) DESC
"""
"""Each changeset with the last step that needs it (an undo has none of its own), the latest first."""


def thin(book: Book, *, days: int, size: int, now: int = 0) -> int:
    """Forget the changesets of old steps; gives how many. The last step can always be undone.

    None goes for its age while more than a year lies between the old steps and those that followed: the clock
    was wrong then or is wrong now, or nobody has used the book for so long.

    Args:
        book: open for writing.
        days: how long a step can be undone; 0 for ever.
        size: bytes that all changesets together may fill, the oldest go first; 0 for no limit.
        now: milliseconds since 1970 UTC; 0 for the present.

    Raises:
        Problem: what the disk has to say.
    """
    now = now or time.time_ns() // 1_000_000
    connection = book.writer.connection
    with book.writer.lock, explained(book.path):
        found = connection.execute(_CHANGESETS).fetchall()
        oldest = _oldest([latest for _basis, latest, _filled in found], days * _DAY, now)
        held = 0
        stale: list[int] = []
        for number, (basis, latest, filled) in enumerate(found):
            held += filled
            if number and (latest < oldest or (size and held > size)):
                stale.append(basis)
        if stale:
            connection.execute("DELETE FROM history_part WHERE history_id IN carray(?)", id_array(stale))
    return len(stale)


def _oldest(times: list[int], span: int, now: int) -> int:
    """The time before which steps are too old; 0 when none is. All in milliseconds since 1970 UTC."""
    edge = now - span
    old = [at for at in times if at < edge]
    if not span or not old or min((at for at in times if at >= edge), default=now) - max(old) > _YEAR:
        return 0
    return edge
