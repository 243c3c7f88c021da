"""Days and moments as people type them at the command line, in the language of the computer."""

from __future__ import annotations

import locale
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contactbook.domain.when_words import When


def now() -> datetime:
    """The present, with the time zone of the computer."""
    return datetime.now().astimezone()


def language() -> str:
    """Of the person, such as "de_DE"."""
    return locale.getlocale(locale.LC_TIME)[0] or locale.getlocale()[0] or "en"


def read(text: str, *, past: bool = False) -> When:
    """A day, with a time or without. Raises Problem("when.not_understood")."""
    from contactbook.domain import when_words

    return when_words.read(text, now(), locale=language(), past=past)


def day_start(text: str, *, later: int = 0) -> int:
    """When a day that has been begins, or the one so many days later; milliseconds since 1970 UTC."""
    from datetime import timedelta

    from contactbook.domain import follow_ups

    return follow_ups.day_start(read(text, past=True).day + timedelta(days=later), now())
