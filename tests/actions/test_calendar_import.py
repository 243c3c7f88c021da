"""Calendars into the book (contactbook.actions.calendar_import)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from contactbook.actions import editing, following_up, timelines, undoing
from contactbook.actions.calendar_import import CalendarReport, import_calendar
from contactbook.domain.problems import Problem
from contactbook.store import queries
from tests.actions.conftest import tables

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.domain.follow_ups import FollowUp
    from contactbook.store.book import Book

NOW = datetime(2026, 3, 10, tzinfo=UTC)
LATER = datetime(2026, 3, 21, tzinfo=UTC)


def event(uid: str, start: str, *more: str, who: str = "ada@a.example") -> str:
    lines = [f"UID:{uid}", f"DTSTART:{start}", "DURATION:PT1H", f"SUMMARY:Lunch {uid}", *more]
    return "\n".join(("BEGIN:VEVENT", *lines, f"ATTENDEE;CN=Cy Young:mailto:{who}", "END:VEVENT", ""))


class Calendar:
    """A file that is read into the book, again and again."""

    def __init__(self, book: Book, folder: Path) -> None:
        self._book, self._path = book, folder / "in.ics"
        (self.ada,) = editing.add_contact(book, {"given": "Ada", "email": "ada@a.example"}).made

    def read(self, *events: str, now: datetime = NOW, **options: object) -> CalendarReport:
        self._path.write_text(f"BEGIN:VCALENDAR\n{''.join(events)}END:VCALENDAR\n", "utf-8")
        return import_calendar(self._book, [self._path], now=now, **options)  # type: ignore[arg-type]

    def met(self) -> list[str]:
        entries = timelines.timeline(self._book, self.ada)
        return [f"{datetime.fromtimestamp(one.occurred_at / 1000, UTC):%d.%m.}" for one in entries]

    def planned(self) -> list[FollowUp]:
        return timelines.open_follow_ups(self._book, self.ada)

    def days(self) -> list[str]:
        ahead = (datetime.fromtimestamp((task.due_at or 0) / 1000, UTC) for task in self.planned())
        return [f"{each:%d.%m. %H:%M}" for each in ahead]


@pytest.fixture
def calendar(book: Book, tmp_path: Path) -> Calendar:
    return Calendar(book, tmp_path)


def test_what_took_place_is_logged_once_with_everybody(book: Book, calendar: Calendar) -> None:
    (ben,) = editing.add_contact(book, {"given": "Ben", "email": "ben@b.example"}).made
    before = tables(book)
    events = (
        event("1", "20260302T093000Z", "ORGANIZER:mailto:ben@b.example"),
        event("2", "20260303", who="x@x.example"),
    )
    report = calendar.read(*events)
    assert report.counts == {"logged": 1, "known": 0, "planned": 0, "unmatched": 1, "cancelled": 0}
    (meeting,) = timelines.timeline(book, ben)
    assert (meeting.kind, meeting.subject, meeting.duration) == ("meeting", "Lunch 1", 3600)
    assert sorted(meeting.contacts) == sorted([calendar.ada, ben])
    again = calendar.read(*events)
    assert (again.counts["logged"], again.counts["known"]) == (0, 1)
    undoing.undo(book, report.changes.step if report.changes else 0)
    assert tables(book) == before


def test_what_is_ahead_stands_in_today_and_becomes_an_entry_when_it_is_done(
    book: Book, calendar: Calendar
) -> None:
    one = event("1", "20260320T093000Z", "LOCATION:Harbour")
    assert calendar.read(one).counts["planned"] == 1
    assert calendar.read(one).counts["known"] == 1
    (task,) = calendar.planned()
    assert (task.title, task.note, task.timed, calendar.days()) == (
        "Lunch 1", "Harbour", True, ["20.03. 09:30"],
    )  # fmt: skip
    following_up.finish(book, [task.id], now=LATER)
    (entry,) = timelines.timeline(book, calendar.ada)
    assert (entry.kind, entry.duration, calendar.met()) == ("meeting", 3600, ["20.03."])
    again = calendar.read(one, now=LATER)
    assert (again.counts["logged"], again.counts["known"], calendar.planned()) == (0, 1, [])


def test_what_took_place_meanwhile_is_logged_and_no_longer_planned(calendar: Calendar) -> None:
    one = event("1", "20260320T093000Z")
    calendar.read(one)
    assert calendar.read(one, now=LATER).counts["logged"] == 1
    assert (calendar.met(), calendar.planned()) == (["20.03."], [])


def test_what_was_moved_moves_and_what_was_called_off_goes(book: Book, calendar: Calendar) -> None:
    calendar.read(event("1", "20260320T093000Z"))
    (task,) = calendar.planned()
    following_up.snooze(book, [task.id], 3, now=NOW)
    snoozed = calendar.days()
    calendar.read(event("1", "20260320T093000Z"))
    assert calendar.days() == snoozed
    calendar.read(event("1", "20260324T100000Z"))
    assert calendar.days() == ["24.03. 10:00"]
    assert calendar.read(event("1", "20260324T100000Z", "STATUS:CANCELLED")).counts["cancelled"] == 1
    assert calendar.planned() == []


def test_of_a_series_every_time_is_logged_and_the_next_one_planned(book: Book, calendar: Calendar) -> None:
    series = event("1", "20260202T093000Z", "RRULE:FREQ=WEEKLY;BYDAY=MO", "EXDATE:20260209T093000Z")
    moved = event("1", "20260217T140000Z", "RECURRENCE-ID:20260216T093000Z")
    report = calendar.read(series, moved)
    assert calendar.met() == ["09.03.", "02.03.", "23.02.", "17.02.", "02.02."]
    assert report.counts["logged"] == 5
    (task,) = calendar.planned()
    assert (task.repeat, calendar.days()) == ("FREQ=WEEKLY;BYDAY=MO", ["16.03. 09:30"])
    following_up.finish(book, [task.id], now=datetime(2026, 3, 16, 11, tzinfo=UTC))
    assert calendar.days() == ["23.03. 09:30"]
    again = calendar.read(series, moved, now=LATER)
    assert (again.counts["logged"], calendar.met()[0], calendar.days()) == (0, "16.03.", ["23.03. 09:30"])
    calendar.read(series, moved, now=datetime(2026, 3, 25, tzinfo=UTC))
    assert (calendar.met()[0], calendar.days()) == ("23.03.", ["30.03. 09:30"])


def finished(book: Book, calendar: Calendar, now: datetime) -> list[str]:
    """What is planned after the one that is planned was done."""
    following_up.finish(book, [task.id for task in calendar.planned()], now=now)
    return calendar.days()


def test_a_rule_beyond_our_words_is_kept_and_gives_the_next_time(book: Book, calendar: Calendar) -> None:
    rule = "FREQ=YEARLY;BYMONTH=2,5;BYDAY=1MO"
    calendar.read(event("1", "20260202T093000Z", f"RRULE:{rule}"))
    (task,) = calendar.planned()
    assert (task.repeat, calendar.days()) == (rule, ["04.05. 09:30"])
    assert finished(book, calendar, datetime(2026, 5, 4, 12, tzinfo=UTC)) == ["01.02. 09:30"]
    (task,) = calendar.planned()
    following_up.change_follow_up(book, replace(task, priority=1))
    assert calendar.planned()[0].repeat == rule


@pytest.mark.parametrize(
    ("rule", "first", "days"),
    [
        ("FREQ=MONTHLY;BYDAY=2TU", "20260210T093000Z", ["10.03. 09:30", "14.04. 09:30"]),
        ("FREQ=MONTHLY;BYDAY=2TU,4TU", "20260210T093000Z", ["10.03. 09:30", "24.03. 09:30", "14.04. 09:30"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "20260228T093000Z", ["31.03. 09:30", "30.04. 09:30"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "20260131T093000Z", ["31.03. 09:30", "31.05. 09:30"]),
        ("FREQ=WEEKLY;INTERVAL=3;WKST=SU", "20260302T093000Z", ["23.03. 09:30", "13.04. 09:30"]),
        ("FREQ=WEEKLY;COUNT=4", "20260302T093000Z", ["16.03. 09:30", "23.03. 09:30"]),
        ("FREQ=DAILY;UNTIL=20260311T093000Z", "20260309T093000Z", ["10.03. 09:30", "11.03. 09:30"]),
        ("FREQ=DAILY;UNTIL=20260311T090000Z", "20260309T093000Z", ["10.03. 09:30"]),
    ],
)
def test_done_follows_the_rule_of_the_calendar_to_the_letter(
    book: Book, calendar: Calendar, rule: str, first: str, days: list[str]
) -> None:
    calendar.read(event("1", first, f"RRULE:{rule}"))
    for day in days:
        assert calendar.days() == [day]
        at = datetime.fromtimestamp((calendar.planned()[0].due_at or 0) / 1000, UTC)
        finished(book, calendar, at + timedelta(minutes=1))
    if "UNTIL" in rule or "COUNT" in rule:
        assert calendar.days() == []


def test_a_number_of_times_ends_and_what_is_left_out_stays_out(book: Book, calendar: Calendar) -> None:
    calendar.read(
        event(
            "1", "20260302T093000Z", "RRULE:FREQ=WEEKLY;COUNT=6", "EXDATE:20260323T093000Z,20260330T093000Z"
        )
    )
    assert calendar.days() == ["16.03. 09:30"]
    following_up.snooze(book, [calendar.planned()[0].id], 3, now=datetime(2026, 3, 14, tzinfo=UTC))
    assert finished(book, calendar, datetime(2026, 3, 20, tzinfo=UTC)) == ["06.04. 09:30"]
    assert finished(book, calendar, datetime(2026, 4, 6, 12, tzinfo=UTC)) == []


def test_a_reminder_comes_along_and_moves_with_its_meeting(book: Book, calendar: Calendar) -> None:
    alarm = "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT15M\nDESCRIPTION:x\nEND:VALARM"
    calendar.read(event("1", "20260316T093000Z", "RRULE:FREQ=WEEKLY", alarm))
    assert calendar.met() == []
    for _ in range(2):
        (task,) = calendar.planned()
        assert task.remind_at == (task.due_at or 0) - 15 * 60_000
        finished(book, calendar, datetime(2026, 3, 16, 12, tzinfo=UTC))


def test_days_are_due_all_day(calendar: Calendar) -> None:
    calendar.read(event("1", "20260320"))
    (task,) = calendar.planned()
    assert (task.due, task.timed) == ("2026-03-20", False)


def test_whoever_is_unknown_is_offered_and_added_with_the_meetings(book: Book, calendar: Calendar) -> None:
    one = event("1", "20260302T093000Z", who="cy@c.example")
    (cy,) = calendar.read(one).newcomers
    assert (cy.address, cy.contact.full_name, cy.messages, cy.likely) == ("cy@c.example", "Cy Young", 1, True)
    report = calendar.read(one, newcomers=[cy.contact])
    assert (report.counts["logged"], report.newcomers) == (1, [])
    assert report.changes is not None
    (made,) = report.changes.made
    assert queries.load(book.reader, made).family == "Young"


def test_a_dry_run_keeps_nothing_and_no_calendar_is_refused(
    book: Book, calendar: Calendar, tmp_path: Path
) -> None:
    before = tables(book)
    counts = calendar.read(event("1", "20260302T093000Z"), event("2", "20260320"), dry_run=True).counts
    assert (counts["logged"], counts["planned"]) == (1, 1)
    assert tables(book) == before
    path = tmp_path / "no.ics"
    path.write_bytes(b"hello")
    with pytest.raises(Problem, match="none"):
        import_calendar(book, [path])
