"""Appointments of iCalendar files (contactbook.formats.calendar_reader), whole and broken."""

from __future__ import annotations

from datetime import UTC, datetime

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
    assert one.start is not None
    assert (one.start.timestamp(), one.duration, one.all_day) == (1_772_443_800, 5400, False)
    assert [(who.address, who.name, who.role) for who in one.people] == [
        ("ada@a.example", "Kowalska, Ada", "from"),
        ("ben@b.example", "Ben", "to"),
        ("cy@c.example", "", "to"),
    ]
    assert (two.uid, two.duration, two.cancelled) == ("two", 5400, True)
    assert two.instead_of == datetime(2026, 3, 9, 9, 30, tzinfo=UTC)


def test_rooms_are_nobody_and_a_calendar_can_be_called_off_as_a_whole() -> None:
    text = (
        "BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20260309\n"
        "EXDATE:20260310,20260311\nRDATE;VALUE=PERIOD:20260312T090000Z/PT1H\n"
        "ATTENDEE;CUTYPE=ROOM:mailto:room@a.example\nATTENDEE:mailto:ada@a.example\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    (one,) = calendar_reader.appointments(text.encode())
    assert [who.address for who in one.people] == ["ada@a.example"]
    assert (one.cancelled, one.all_day, len(one.left_out), len(one.added)) == (True, True, 2, 1)


def test_what_is_no_calendar_is_refused() -> None:
    with pytest.raises(ValueError, match="no calendar"):
        list(calendar_reader.appointments(b"BEGIN:VCARD\r\nEND:VCARD\r\n"))


@given(st.text(max_size=80), st.sampled_from(["DTSTART", "DTEND", "DURATION", "ATTENDEE;CN", "BEGIN"]))
def test_no_value_breaks_the_reading(value: str, name: str) -> None:
    value = " ".join(value.split())
    text = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260309T093000Z\n{name}:{value}\nEND:VEVENT\n"
    for found in calendar_reader.appointments(text.encode("utf-8", "replace")):
        assert found.duration is None or found.duration >= 0


def test_folds_within_a_letter_and_separators_of_unicode_break_no_line() -> None:
    lines = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART:20260302T093000Z", "SUMMARY:Gr\u00fc\u00dfe")
    head, letter, rest = "\r\n".join(lines).encode().partition(b"\xbc")
    more = "DESCRIPTION:one\u2028DTSTART:two\x0bthree\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".encode()
    (found,) = calendar_reader.appointments(head + b"\r\n " + letter + rest + b"\r\n" + more)
    assert found.subject == "Gr\u00fc\u00dfe"
    assert found.body.split() == ["one", "DTSTART:two", "three"]
