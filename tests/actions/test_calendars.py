"""Calendars out of the book (contactbook.actions.calendars), read by another program's library."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import vobject

from contactbook.actions import calendars, editing, following_up
from contactbook.actions.calendar_import import import_calendar
from contactbook.domain.follow_ups import FollowUp, milliseconds
from contactbook.wording import calendar_words

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book

NOW = datetime(2026, 3, 10, tzinfo=UTC)


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
    assert counts == {"tasks": 2, "days": 2, "left_out": 0}
    editing.trash(book, [gone])
    left = calendars.export_calendar(book, path, calendar_words.title_of_day)
    assert (left["tasks"], left["days"]) == (1, 1)
    calendar = vobject.readOne(path.read_text("utf-8"))
    assert calendar.vtodo.summary.value == "Offer (Ada)"
    assert calendar.vevent.summary.value == "Birthday of Ada (1980)"


def test_what_is_to_do_can_be_written_as_events(book: Book, tmp_path: Path) -> None:
    ada = person(book, "Ada")
    at = milliseconds(datetime(2026, 12, 1, 9, tzinfo=UTC))
    timed = FollowUp(title="Call", due_at=at, remind_at=at - 600_000, contacts=[ada])
    for task in (FollowUp(title="Day", due="2026-12-01", contacts=[ada]), timed):
        following_up.add_follow_up(book, task)
    following_up.add_follow_up(book, FollowUp(title="Some day", contacts=[ada]))
    path = tmp_path / "out.ics"
    counts = calendars.export_calendar(book, path, calendar_words.title_of_day, as_events=True)
    assert counts == {"tasks": 2, "days": 0, "left_out": 1}
    calendar = vobject.readOne(path.read_text("utf-8"))
    assert not hasattr(calendar, "vtodo")
    call, day = sorted(calendar.vevent_list, key=lambda event: event.summary.value)
    assert (day.dtstart.value, day.dtend.value) == (date(2026, 12, 1), date(2026, 12, 2))
    assert call.dtend.value - call.dtstart.value == timedelta(minutes=30)
    assert call.valarm.trigger.value == timedelta(minutes=-10)


def test_what_a_calendar_brought_goes_out_as_the_same_event(book: Book, tmp_path: Path) -> None:
    person(book, "Ada", email="ada@a.example")
    path = tmp_path / "in.ics"
    path.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:lunch@x\nDTSTART:20991201T093000Z\nDURATION:PT2H\nSUMMARY:Lunch\n"
        "LOCATION:Harbour\nATTENDEE:mailto:ada@a.example\nEND:VEVENT\nEND:VCALENDAR\n",
        "utf-8",
    )
    import_calendar(book, [path])
    calendars.export_calendar(book, path, calendar_words.title_of_day)
    event = vobject.readOne(path.read_text("utf-8")).vevent
    assert (event.uid.value, event.summary.value, event.location.value) == ("lunch@x", "Lunch", "Harbour")
    assert event.dtend.value == datetime(2099, 12, 1, 11, 30, tzinfo=UTC)


def test_rule_exceptions_and_reminder_of_a_calendar_go_out_as_they_came(book: Book, tmp_path: Path) -> None:
    person(book, "Ada", email="ada@a.example")
    path = tmp_path / "in.ics"
    rule = "FREQ=MONTHLY;BYDAY=2TU,4TU;INTERVAL=1"
    path.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:jour@x\nDTSTART:20991208T093000Z\nDURATION:PT1H\nSUMMARY:Jour\n"
        f"RRULE:{rule}\nEXDATE:20991222T093000Z\nATTENDEE:mailto:ada@a.example\n"
        "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT15M\nDESCRIPTION:x\nEND:VALARM\n"
        "END:VEVENT\nEND:VCALENDAR\n",
        "utf-8",
    )
    import_calendar(book, [path])
    calendars.export_calendar(book, path, calendar_words.title_of_day, now=NOW)
    event = vobject.readOne(path.read_text("utf-8")).vevent
    assert (event.uid.value, event.rrule.value) == ("jour@x", rule)
    first, second = list(event.getrruleset(addRDate=True)[:2])
    left_out = datetime(2099, 12, 22, 9, 30, tzinfo=UTC).astimezone().replace(tzinfo=None)
    assert (first, event.exdate.value) == (event.dtstart.value, [left_out])
    assert second > left_out
    assert event.valarm.trigger.value == timedelta(minutes=-15)
    assert import_calendar(book, [path]).counts["planned"] == 0
