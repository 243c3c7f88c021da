"""Appointments of iCalendar files (contactbook.formats.calendar_reader), whole and broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.formats import calendar_reader

FILE = b"""BEGIN:VCALENDAR\r
VERSION:2.0\r
BEGIN:VTIMEZONE\r
TZID:Europe/Vienna\r
BEGIN:STANDARD\r
DTSTART:19701025T030000\r
END:STANDARD\r
END:VTIMEZONE\r
BEGIN:VEVENT\r
UID:one\r
DTSTART;TZID=Europe/Vienna:20260302T103000\r
DTEND;TZID=Europe/Vienna:20260302T120000\r
SUMMARY:Lunch\\, then\r
  a walk\r
DESCRIPTION:First\\nSecond\r
LOCATION:Harbour\r
ORGANIZER;CN="Kowalska, Ada":mailto:Ada@a.example\r
ATTENDEE;CN=Ben;PARTSTAT=ACCEPTED:MAILTO:ben@b.example\r
ATTENDEE;EMAIL=cy@c.example:urn:uuid:1\r
BEGIN:VALARM\r
DESCRIPTION:not this\r
END:VALARM\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:broken\r
DTSTART:yesterday\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:two\r
RECURRENCE-ID:20260309T093000Z\r
DTSTART:20260309T093000Z\r
DURATION:PT1H30M\r
STATUS:CANCELLED\r
END:VEVENT\r
END:VCALENDAR\r
"""


def test_time_words_and_people_are_read() -> None:
    one, two = calendar_reader.appointments(FILE)
    assert (one.uid, one.subject) == ("one", "Lunch, then a walk")
    assert (one.body, one.place) == ("First\nSecond", "Harbour")
    assert (one.start_at, one.duration) == (1_772_443_800_000, 5400)
    assert [(who.address, who.name, who.role) for who in one.people] == [
        ("ada@a.example", "Kowalska, Ada", "from"),
        ("ben@b.example", "Ben", "to"),
        ("cy@c.example", "", "to"),
    ]
    assert (two.uid, two.duration, two.cancelled) == ("two/20260309T093000Z", 5400, True)


def test_what_is_no_calendar_is_refused() -> None:
    with pytest.raises(ValueError, match="no calendar"):
        list(calendar_reader.appointments(b"BEGIN:VCARD\r\nEND:VCARD\r\n"))


@given(st.text(max_size=80), st.sampled_from(["DTSTART", "DTEND", "DURATION", "ATTENDEE;CN", "BEGIN"]))
def test_no_value_breaks_the_reading(value: str, name: str) -> None:
    value = " ".join(value.split())
    text = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260309T093000Z\n{name}:{value}\nEND:VEVENT\n"
    for found in calendar_reader.appointments(text.encode("utf-8", "replace")):
        assert found.duration is None or found.duration >= 0
