"""Calendar files (contactbook.formats.calendar_writer), read back by another program's library."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
import vobject
from dateutil.rrule import rrulestr

from contactbook.domain.calendar_items import ToDo, YearlyDay
from contactbook.formats.calendar_writer import CalendarWriter


def test_days_and_things_to_do_come_through() -> None:
    stream = io.BytesIO()
    writer = CalendarWriter(stream, datetime(2026, 3, 1, tzinfo=UTC))
    writer.write(YearlyDay("a@x", "Birthday of Żółw; x, " + "é" * 60, date(1980, 5, 9)))
    writer.write(YearlyDay("b@x", "Leap", date(1972, 2, 29)))
    moment = datetime(2026, 12, 1, 9, tzinfo=timezone(timedelta(hours=1)))
    writer.write(ToDo("c@x", "Offer", "one\ntwo", moment, "FREQ=WEEKLY;INTERVAL=2", 1))
    writer.write(ToDo("d@x", "Day", due=date(2026, 12, 2)))
    writer.write(ToDo("e@x", "Some day"))
    writer.finish()
    assert max(len(line) for line in stream.getvalue().split(b"\r\n")) <= 76
    calendar = vobject.readOne(stream.getvalue().decode())
    birthday, leap = calendar.vevent_list
    assert birthday.summary.value == "Birthday of Żółw; x, " + "é" * 60
    assert (birthday.dtstart.value, birthday.rrule.value) == (date(1980, 5, 9), "FREQ=YEARLY")
    assert leap.rrule.value == "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"
    timed, day, some_day = calendar.vtodo_list
    assert (timed.description.value, timed.priority.value) == ("one\ntwo", "1")
    assert timed.rrule.value == "FREQ=WEEKLY;INTERVAL=2"
    assert day.due.value == date(2026, 12, 2)
    assert not hasattr(some_day, "due")


@pytest.mark.parametrize("due", [date(2026, 12, 7), datetime(2026, 12, 7, 9), datetime(2026, 12, 7)])
def test_what_comes_back_is_due_behind_its_beginning_on_a_day_of_its_rule(due: date) -> None:
    stream = io.BytesIO()
    writer = CalendarWriter(stream, datetime(2026, 3, 1, tzinfo=UTC))
    moment = due.astimezone() if isinstance(due, datetime) else due
    writer.write(ToDo("a@x", "Every Monday", due=moment, rule="FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231"))
    writer.finish()
    (task,) = vobject.readOne(stream.getvalue().decode()).vtodo_list
    start, until = task.dtstart.value, task.due.value
    assert start < until
    assert (start.date(), until.date()) == (date(2026, 12, 7), date(2026, 12, 7))
    assert type(start) is type(until)
    days: Any = rrulestr(task.rrule.value, dtstart=start)
    assert [day.date() for day in days] == [date(2026, 12, day) for day in (7, 14, 21, 28)]
    if isinstance(due, datetime) and due.hour:
        assert until == due


def test_events_of_whole_days_end_on_a_day() -> None:
    stream = io.BytesIO()
    writer = CalendarWriter(stream, datetime(2026, 3, 1, tzinfo=UTC), as_events=True)
    assert writer.write(ToDo("a@x", "Day", due=date(2026, 1, 31), rule="FREQ=MONTHLY;UNTIL=20270101"))
    assert not writer.write(ToDo("b@x", "Some day"))
    writer.finish()
    (event,) = vobject.readOne(stream.getvalue().decode()).vevent_list
    assert event.rrule.value.endswith(";UNTIL=20270101")
    days: Any = rrulestr(event.rrule.value, dtstart=datetime(2026, 1, 31))
    assert [day.date() for day in days][:3] == [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)]


def test_texts_hold_no_control_characters() -> None:
    stream = io.BytesIO()
    writer = CalendarWriter(stream, datetime(2026, 3, 1, tzinfo=UTC))
    writer.write(ToDo("a@x", "Call\x00 Ada\x0b", "one\n\ttwo"))
    writer.finish()
    assert not set(stream.getvalue()) & ({*range(32), 127} - {9, 10, 13})
    to_do = vobject.readOne(stream.getvalue().decode()).vtodo
    assert (to_do.summary.value, to_do.description.value) == ("Call  Ada ", "one\n\ttwo")
