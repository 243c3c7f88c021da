"""Calendars out of and into the book (contactbook.actions.calendars)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import vobject

from contactbook.actions import calendars, editing, following_up, timelines, undoing
from contactbook.domain.follow_ups import FollowUp
from contactbook.domain.problems import Problem
from contactbook.wording import calendar_words
from tests.actions.conftest import tables

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book

NOW = datetime(2026, 3, 10, tzinfo=UTC)
EVENT = """BEGIN:VEVENT
UID:{0}
DTSTART:202603{0}T093000Z
DURATION:PT1H
SUMMARY:Lunch {0}
ORGANIZER:mailto:ada@a.example
ATTENDEE:mailto:{1}
END:VEVENT
"""


def person(book: Book, name: str, **values: object) -> int:
    (contact_id,) = editing.add_contact(book, {"given": name, **values}).made
    return contact_id


def test_open_follow_ups_and_dates_are_written(book: Book, tmp_path: Path) -> None:
    ada = person(book, "Ada", **{"date.birthday": "1980-05-09"})
    gone = person(book, "Ben", **{"date.birthday": "--02-29"})
    following_up.add_follow_up(book, FollowUp(title="Offer", due="2026-12-01", contacts=[ada]))
    following_up.add_follow_up(book, FollowUp(title="Done", due="2026-12-01", contacts=[gone]))
    path = tmp_path / "out.ics"
    counts = calendars.export_calendar(book, path, calendar_words.title_of_day, now=NOW)
    assert counts == {"tasks": 2, "days": 2}
    editing.trash(book, [gone])
    assert calendars.export_calendar(book, path, calendar_words.title_of_day) == {"tasks": 1, "days": 1}
    calendar = vobject.readOne(path.read_text("utf-8"))
    assert calendar.vtodo.summary.value == "Offer (Ada)"
    assert calendar.vevent.summary.value == "Birthday of Ada (1980)"


def test_past_meetings_are_logged_once_with_everybody(book: Book, tmp_path: Path) -> None:
    ada, ben = person(book, "Ada", email="ada@a.example"), person(book, "Ben", email="ben@b.example")
    events = EVENT.format("02", "ben@b.example") + EVENT.format("20", "x@x.example")
    events += EVENT.format("03", "cy@c.example").replace("ada@", "nobody@")
    path = tmp_path / "in.ics"
    path.write_text(f"BEGIN:VCALENDAR\n{events}END:VCALENDAR\n", "utf-8")
    before = tables(book)
    report = calendars.import_calendar(book, [path], now=NOW)
    assert report.counts == {"logged": 1, "known": 0, "ahead": 1, "unmatched": 1, "cancelled": 0}
    (meeting,) = timelines.timeline(book, ben)
    assert (meeting.kind, meeting.subject, meeting.duration, sorted(meeting.contacts)) == (
        "meeting", "Lunch 02", 3600, sorted([ada, ben]),
    )  # fmt: skip
    again = calendars.import_calendar(book, [path], now=NOW)
    assert (again.counts["logged"], again.counts["known"]) == (0, 1)
    undoing.undo(book, report.changes.step if report.changes else 0)
    assert tables(book) == before
    with pytest.raises(Problem, match="none"):
        calendars.import_calendar(book, [_no_calendar(tmp_path)])


def _no_calendar(folder: Path) -> Path:
    path = folder / "no.ics"
    path.write_bytes(b"hello")
    return path
