"""Appointments of an iCalendar file (RFC 5545); what is broken in one does not touch the others."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from contactbook.domain.calendar_items import Appointment
from contactbook.domain.mail import FROM, TO, person
from contactbook.formats.calendar_zones import Zones
from contactbook.formats.vcard_property import head_end, split_outside_quotes, unescape

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLD = re.compile(rb"\r?\n[ \t]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_LENGTH = re.compile(r"([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_THINGS = frozenset({"ROOM", "RESOURCE"})
_FAR = 366 * 86_400
"""Seconds between an appointment and its reminder, at most."""
MOST_DATES = 1_000
"""Dates of one series that are left out or added by hand."""

Line = tuple[str, dict[str, str], str]


def appointments(data: bytes) -> Iterator[Appointment]:
    """Every VEVENT that says when it begins. Raises ValueError when the file holds no calendar."""
    data = _FOLD.sub(b"", data)  # before decoding: some programs fold within a letter (RFC 5545 3.1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeError:
        text = data.decode("cp1252", "replace")
    if "BEGIN:VCALENDAR" not in text.upper():
        raise ValueError("no calendar")
    zones = Zones(text)
    event: list[Line] | None = None
    inside: list[str] = []
    called_off = False
    for written in _LINE_END.split(text):
        line = _line(written)
        if line is None:
            continue
        name, _params, value = line
        kind = value.strip().upper()
        if name == "BEGIN":
            inside.append(kind)
            if kind == "VEVENT":
                event = []
        elif name == "END":
            if kind == "VEVENT" and event is not None and (found := _Event(event, zones).read()) is not None:
                found.cancelled = found.cancelled or called_off
                yield found
            if kind in inside:
                del inside[inside.index(kind) :]
        elif event is not None and inside[-1:] == ["VEVENT"]:
            event.append(line)
        elif event is not None and name == "TRIGGER" and inside[-2:] == ["VEVENT", "VALARM"]:
            event.append(line)
        elif name == "METHOD":
            called_off = kind == "CANCEL"


def _line(written: str) -> Line | None:
    end = head_end(written)
    if end < 1:
        return None
    name, *pieces = split_outside_quotes(written[:end], ";")
    params: dict[str, str] = {}
    for piece in pieces:
        key, _, value = piece.partition("=")
        params[key.strip().upper()] = value.strip().strip('"')
    return name.strip().upper(), params, written[end + 1 :]


class _Event:
    """Reads the lines of one event."""

    def __init__(self, lines: list[Line], zones: Zones) -> None:
        self._lines = lines
        self._zones = zones
        self._first: dict[str, Line] = {}
        for line in lines:
            self._first.setdefault(line[0], line)

    def read(self) -> Appointment | None:
        start = self._moment("DTSTART")
        if start is None:
            return None
        sequence = self._text("SEQUENCE")
        found = Appointment(
            uid=self._text("UID"),
            start=start,
            all_day="T" not in self._first["DTSTART"][2].upper(),
            subject=self._text("SUMMARY"),
            body=self._text("DESCRIPTION"),
            place=self._text("LOCATION"),
            rule=self._text("RRULE").upper(),
            left_out=self._moments("EXDATE"),
            added=self._moments("RDATE"),
            instead_of=self._moment("RECURRENCE-ID"),
            sequence=int(sequence) if sequence.isdecimal() and len(sequence) < 9 else 0,
            cancelled=self._text("STATUS").upper() == "CANCELLED",
        )
        end = self._moment("DTEND")
        if end is not None and end > start:
            found.duration = round((end - start).total_seconds())
        elif "DURATION" in self._first:
            found.duration = _length(self._first["DURATION"][2])
        self._read_people(found)
        found.remind = self._reminder(start, found.duration or 0)
        return found

    def _reminder(self, start: datetime, duration: int) -> int | None:
        """Seconds from the beginning to the first alarm that can be read (RFC 5545 3.8.6.3)."""
        for name, params, value in self._lines:
            if name != "TRIGGER":
                continue
            if params.get("VALUE", "").upper() == "DATE-TIME":
                moment = self._zones.moment(value, params.get("TZID", ""))
                seconds = None if moment is None else round((moment - start).total_seconds())
            else:
                sign = -1 if value.strip().startswith("-") else 1
                length = _length(value.strip().lstrip("+-"))
                seconds = None if length is None else sign * length
                if seconds is not None and params.get("RELATED", "").upper() == "END":
                    seconds += duration
            if seconds is not None and abs(seconds) <= _FAR:
                return seconds
        return None

    def _read_people(self, found: Appointment) -> None:
        for name, params, value in self._lines:
            if name in ("ORGANIZER", "ATTENDEE") and params.get("CUTYPE", "").upper() not in _THINGS:
                address = value.strip() if "@" in value else params.get("EMAIL", "")
                one = person(address, params.get("CN", ""), FROM if name == "ORGANIZER" else TO)
                if one is not None and one.address not in {known.address for known in found.people}:
                    found.people.append(one)

    def _text(self, name: str) -> str:
        return unescape(self._first[name][2]).strip() if name in self._first else ""

    def _moment(self, name: str) -> datetime | None:
        if name not in self._first:
            return None
        _name, params, value = self._first[name]
        return self._zones.moment(value, params.get("TZID", ""))

    def _moments(self, name: str) -> list[datetime]:
        """The dates of every line of a name; of periods, where they begin."""
        values = (
            (each.partition("/")[0], params.get("TZID", ""))
            for key, params, value in self._lines
            if key == name
            for each in value.split(",")
        )
        read = (self._zones.moment(value, zone) for value, zone in values)
        return [one for one in read if one is not None][:MOST_DATES]


def _length(value: str) -> int | None:
    found = _LENGTH.fullmatch(value.strip().upper())
    if found is None or found[1] == "-":
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    if days > 10_000 or weeks > 1_000:
        return None
    return round(
        timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds).total_seconds()
    )
