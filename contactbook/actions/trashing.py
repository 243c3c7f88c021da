"""The trash: emptied after a time, and erasing for good on demand."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from contactbook.domain.changes import Changes
from contactbook.settings import declarations
from contactbook.store import book_settings, contacts, erasure, trash_queries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.store.book import Book

DAY_MS = 86_400_000


def days_kept(book: Book) -> int:
    """After how many days the trash empties itself; 0 for never."""
    setting = declarations.TRASH_DAYS
    return setting.read(book_settings.values(book.reader).get(setting.key, setting.default))


def keep_days(book: Book, days: int) -> Changes:
    """Let the trash empty itself after so many days; 0: never. Raises ValueError for less."""
    setting = declarations.TRASH_DAYS
    with book.step("setting", key=setting.key, days=setting.check(days)) as step:
        book_settings.put(step, setting.key, days)
    return step.changes


def empty_old(book: Book, *, now: int = 0) -> Changes:
    """Delete what has lain in the trash for longer than the setting says; one step that tells how many.

    Args:
        book: the book.
        now: milliseconds since 1970 UTC; 0 for the present.
    """
    days = days_kept(book)
    if not days:
        return Changes()
    before = (now or time.time_ns() // 1_000_000) - days * DAY_MS
    if not trash_queries.older(book.reader, before, limit=1):
        return Changes()
    with book.step("empty_trash", days=days) as step:
        step.data["contacts"] = contacts.erase(step, trash_queries.older(step.reader, before))
    return step.changes


def empty(book: Book) -> Changes:
    """Delete all that lies in the trash; as long as the history keeps the step, undo brings it back."""
    with book.step("empty_trash") as step:
        step.data["contacts"] = contacts.erase(step, trash_queries.older(step.reader, 1 << 62))
    return step.changes


def erase(book: Book, ids: Sequence[int]) -> Changes:
    """Erase contacts for good, from the history as well: nothing brings them back but an older backup."""
    if not trash_queries.there(book.reader, ids):
        return Changes()
    with book.step("erase") as step:
        step.data["contacts"] = erasure.erase(step, ids)
    return step.changes
