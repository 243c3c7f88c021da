"""Titles and sentences about calendars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.wording.speech import say, say_number

if TYPE_CHECKING:
    from collections.abc import Mapping


def title_of_day(label: str, name: str, year: str) -> str:
    """A birthday or another date, as a calendar shows it every year; `year` may be ""."""
    if label == "birthday":
        title = say("Birthday of {name}", name=name)
    elif label == "anniversary":
        title = say("Anniversary of {name}", name=name)
    else:
        title = f"{label or say('Date')}: {name}"
    return f"{title} ({year})" if year else title


def exported(counts: Mapping[str, int]) -> str:
    """What was written."""
    tasks = say_number(counts["tasks"], "1 follow-up", "{n} follow-ups")
    days = say_number(counts["days"], "1 birthday or other date", "{n} birthdays and other dates")
    said = say("{tasks} and {days} written.", tasks=tasks, days=days)
    if counts["left_out"]:
        said += " " + say_number(
            counts["left_out"], "1 without a day is not there.", "{n} without a day are not there."
        )
    return said


def imported(counts: Mapping[str, int]) -> str:
    """What became of the appointments of a file."""
    parts: list[str] = []
    for key, one, many in (
        ("logged", "1 meeting logged.", "{n} meetings logged."),
        ("known", "1 meeting was here already.", "{n} meetings were here already."),
        ("planned", "1 meeting ahead: it stands in Today.", "{n} meetings ahead: they stand in Today."),
        ("unmatched", "1 meeting is with nobody in the book.", "{n} meetings are with nobody in the book."),
        ("cancelled", "1 meeting was called off.", "{n} meetings were called off."),
    ):  # fmt: skip
        if counts[key]:
            parts.append(say_number(counts[key], one, many))
    return " ".join(parts) or say("No meeting logged.")
