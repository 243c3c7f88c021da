"""Calendar files as other programs write them, into the book (contactbook.actions.calendar_import)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from contactbook.actions import editing, timelines
from contactbook.actions.calendar_import import import_calendar

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book

NOW = datetime(2026, 3, 26, 12, tzinfo=UTC)

GOOGLE = r"""BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
METHOD:REQUEST
BEGIN:VEVENT
DTSTART;TZID=Europe/Warsaw:20260310T090000
DTEND;TZID=Europe/Warsaw:20260310T100000
RRULE:FREQ=WEEKLY;UNTIL=20260325T225959Z;BYDAY=TU
EXDATE;TZID=Europe/Warsaw:20260317T090000
ORGANIZER;CN=Ada Kowalska:mailto:ada@kowalska.example
UID:abc123@google.com
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE
 ;CN="Nowak, Jan";X-NUM-GUESTS=0:mailto:jan@nowak.example
ATTENDEE;CUTYPE=RESOURCE;CN=Room 1:mailto:c_1@resource.calendar.google.com
SUMMARY:Quarterly
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:This is an event reminder
TRIGGER:-P0DT0H30M0S
END:VALARM
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Europe/Warsaw:20260324T110000
DTEND;TZID=Europe/Warsaw:20260324T120000
RECURRENCE-ID;TZID=Europe/Warsaw:20260324T090000
UID:abc123@google.com
SUMMARY:Quarterly moved
ATTENDEE;CN=Jan:MAILTO:jan@nowak.example
END:VEVENT
END:VCALENDAR
"""
OUTLOOK = """BEGIN:VCALENDAR
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16011028T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
ATTENDEE;CN=Jan Nowak;RSVP=TRUE:mailto:jan@nowak.example
ATTENDEE;CN="'room'":invalid:nomail
ORGANIZER;CN="Somebody":mailto:s@x.example
DTEND;TZID="W. Europe Standard Time":20250702T110000
DTSTART;TZID="W. Europe Standard Time":20250702T100000
SUMMARY;LANGUAGE=de:Review
UID:040000008200E00074C5B7101A82E008
X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE
END:VEVENT
END:VCALENDAR
"""
APPLE = """BEGIN:VCALENDAR
PRODID:-//Apple Inc.//macOS 14.0//EN
BEGIN:VEVENT
UID:APPLE-1
DTSTART:20260105T080000Z
DTEND:20260105T090000Z
SUMMARY:Fair
ORGANIZER;CN="Ada":/aMTIz/principal/
ATTENDEE;CN="Jan";EMAIL=jan@nowak.example;PARTSTAT=ACCEPTED:/aXYZ/principal/
X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="Street 1";X-TITLE=
 "Hall":geo:1,2
END:VEVENT
END:VCALENDAR
"""
NEXTCLOUD = """BEGIN:VCALENDAR
PRODID:-//IDN nextcloud.com//Calendar app 4.6//EN
BEGIN:VEVENT
UID:nc-1
DTSTART:20260205T090000Z
DURATION:PT45M
SUMMARY:Talk
ATTENDEE;CN=Jan;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;SCHEDULE-STATUS=1.1:mailto:JAN@nowak.example
STATUS:CONFIRMED
END:VEVENT
BEGIN:VTODO
UID:todo
SUMMARY:Buy
DUE:20261201
END:VTODO
END:VCALENDAR
"""
THUNDERBIRD = """BEGIN:VCALENDAR
PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
BEGIN:VEVENT
UID:tb-1
DTSTART;TZID=/mozilla.org/20070129_1/Europe/Berlin:20260211T100000
DTEND;TZID=/mozilla.org/20070129_1/Europe/Berlin:20260211T103000
SUMMARY:Call
ATTENDEE;RSVP=TRUE;CN=Jan;PARTSTAT=ACCEPTED:mailto:jan@nowak.example
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
UID:tb-2
DTSTART;TZID=Europe/Berlin:20260212T100000
DTEND;TZID=Europe/Berlin:20260212T103000
SUMMARY:Call
ATTENDEE;RSVP=TRUE;CN=Jan;PARTSTAT=ACCEPTED:mailto:jan@nowak.example
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize(
    ("written", "meetings"),
    [
        (GOOGLE, {"Quarterly": "2026-03-10T08:00", "Quarterly moved": "2026-03-24T10:00"}),
        (OUTLOOK, {"Review": "2025-07-02T08:00"}),
        (APPLE, {"Fair": "2026-01-05T08:00"}),
        (NEXTCLOUD, {"Talk": "2026-02-05T09:00"}),
        (THUNDERBIRD, {"Call": "2026-02-12T09:00"}),
    ],
    ids=["google", "outlook", "apple", "nextcloud", "thunderbird"],
)
def test_meetings_land_with_whoever_attended_and_once(
    book: Book, tmp_path: Path, written: str, meetings: dict[str, str]
) -> None:
    (jan,) = editing.add_contact(book, {"given": "Jan", "email": "jan@nowak.example"}).made
    path = tmp_path / "calendar.ics"
    path.write_bytes(written.replace("\n", "\r\n").encode())
    for known in (0, len(meetings)):
        report = import_calendar(book, [path], now=NOW)
        assert report.counts["known"] == known
        found = {
            entry.subject: datetime.fromtimestamp(entry.occurred_at / 1000, UTC).isoformat()[:16]
            for entry in timelines.timeline(book, jan)
        }
        assert found == meetings
