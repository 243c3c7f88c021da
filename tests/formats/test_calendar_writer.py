"""Calendar files (contactbook.formats.calendar_writer), read back by another program's library."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta, timezone

import vobject

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
    assert (timed.due.value, timed.description.value, timed.priority.value) == (moment, "one\ntwo", "1")
    assert timed.rrule.value == "FREQ=WEEKLY;INTERVAL=2"
    assert day.due.value == date(2026, 12, 2)
    assert not hasattr(some_day, "due")
