"""Times of day as people write them: 14:05, 9h30, 9 Uhr, 2:30 pm, "at 3", noon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contactbook.domain.when_languages import Language

_HALF = r"(?P<half>a\.?m\.?|p\.?m\.?)"
_BEFORE = r"(?:(?:um|at|a las|a la|a|alle|alle ore|ore|om|o|godz\.?|vers|gegen|about|around) )?"
_AFTER = r"(?: ?(?:uhr|uur|h|godz\.?))?"
_CLEAR = (
    rf"{_BEFORE}(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?::\d\d)?(?: ?{_HALF})?{_AFTER}",
    rf"{_BEFORE}(?P<hour>\d{{1,2}})(?:\.(?P<minute>\d\d))? ?{_HALF}",
    rf"{_BEFORE}(?P<hour>\d{{1,2}}) ?h ?(?P<minute>\d\d)?",
    rf"{_BEFORE}(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d\d))? ?(?:uhr|uur)(?: (?P<late>\d\d))?",
    r"(?:um|at|a las|a la|alle|alle ore|om|o|godz\.?|a) (?P<hour>\d{1,2})(?:\.(?P<minute>\d\d))?",
    r"(?<= )(?P<hour>\d{1,2})\.(?P<minute>\d\d)$",
    r"(?<=[a-z] )(?P<hour>\d{1,2})$",
)
_PATTERNS = tuple(re.compile(rf"(?<![\w:.])(?:{pattern})(?![\w:])") for pattern in _CLEAR)
_BARE = (4, 6)
"""Which of them name a bare hour, which English speakers mean in the afternoon when it is small."""
_EARLIEST_GUESS = 7


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `guessed` when it could also be twelve hours earlier."""

    time: time
    guessed: bool = False


def take(phrase: str, language: Language) -> tuple[Clock | None, str]:
    """The time in a folded phrase, and the phrase without it; None when there is none.

    Raises:
        ValueError: 25:00 and the like.
    """
    for number, pattern in enumerate(_PATTERNS):
        found = pattern.search(phrase)
        if found is not None and _makes_sense(found, phrase, number):
            rest = " ".join((phrase[: found.start()] + " " + phrase[found.end() :]).split())
            return _clock(found, language, bare=number in _BARE), rest
    words = _words(language).search(phrase)
    if words is None:
        return None, phrase
    rest = " ".join((phrase[: words.start()] + " " + phrase[words.end() :]).split())
    hour, minute = language.times[words[0]]
    return Clock(time(hour, minute)), rest


@cache
def _words(language: Language) -> re.Pattern[str]:
    inside = "|".join(re.escape(word) for word in sorted(language.times, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{inside})(?!\w)")


def _makes_sense(found: re.Match[str], phrase: str, number: int) -> bool:
    """A bare "14.30" or "9" at the end is a time only behind a day; alone it is the day itself."""
    return number < 5 or bool(phrase[: found.start()].strip())


def _clock(found: re.Match[str], language: Language, *, bare: bool) -> Clock:
    groups = found.groupdict()
    hour, minute = int(groups["hour"]), int(groups.get("minute") or groups.get("late") or 0)
    half = (groups.get("half") or "").replace(".", "")
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(found[0])
        return Clock(time(hour % 12 + (12 if half == "pm" else 0), minute))
    if hour == 24 and not minute:
        hour = 0
    if bare and language.code == "en" and 1 <= hour < _EARLIEST_GUESS and groups.get("minute") is None:
        return Clock(time(hour + 12, minute), guessed=True)
    return Clock(time(hour, minute))
