"""Appointments of an iCalendar file (RFC 5545); what is broken in one does not touch the others."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from contactbook.domain.calendar_items import Appointment
from contactbook.domain.mail import FROM, TO, person
from contactbook.formats.vcard_property import head_end, split_outside_quotes, unescape

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLD = re.compile(r"\r?\n[ \t]")
_LENGTH = re.compile(r"([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")

Line = tuple[str, dict[str, str], str]


def appointments(data: bytes) -> Iterator[Appointment]:
    """Every VEVENT that says when it begins. Raises ValueError when the file holds no calendar."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeError:
        text = data.decode("cp1252", "replace")
    text = _FOLD.sub("", text)
    if "BEGIN:VCALENDAR" not in text.upper():
        raise ValueError("no calendar")
    event: list[Line] | None = None
    inside: list[str] = []
    for written in text.splitlines():
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
            if kind == "VEVENT" and event is not None and (found := _appointment(event)) is not None:
                yield found
            if kind in inside:
                del inside[inside.index(kind) :]
        elif event is not None and inside[-1:] == ["VEVENT"]:
            event.append(line)


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


def _appointment(lines: list[Line]) -> Appointment | None:
    first: dict[str, Line] = {}
    for line in lines:
        first.setdefault(line[0], line)
    start = _moment(first.get("DTSTART"))
    if start is None:
        return None
    found = Appointment(
        uid=_text(first, "UID"),
        start_at=round(start.timestamp() * 1000),
        subject=_text(first, "SUMMARY"),
        body=_text(first, "DESCRIPTION"),
        place=_text(first, "LOCATION"),
        rule=_text(first, "RRULE"),
        cancelled=_text(first, "STATUS").upper() == "CANCELLED",
    )
    if "RECURRENCE-ID" in first:
        found.uid += f"/{first['RECURRENCE-ID'][2].strip()}"
    end = _moment(first.get("DTEND"))
    if end is not None and end > start:
        found.duration = round((end - start).total_seconds())
    elif "DURATION" in first:
        found.duration = _length(first["DURATION"][2])
    for name, params, value in lines:
        if name in ("ORGANIZER", "ATTENDEE"):
            address = value.strip() if "@" in value else params.get("EMAIL", "")
            one = person(address, params.get("CN", ""), FROM if name == "ORGANIZER" else TO)
            if one is not None and one.address not in {known.address for known in found.people}:
                found.people.append(one)
    return found


def _text(lines: dict[str, Line], name: str) -> str:
    return unescape(lines[name][2]).strip() if name in lines else ""


def _moment(line: Line | None) -> datetime | None:
    """A time in its zone; of a zone that nobody knows, and of a day, as the computer has it."""
    if line is None:
        return None
    _name, params, value = line
    value = value.strip()
    try:
        if "T" not in value:
            return datetime.strptime(value, "%Y%m%d").astimezone()
        if value.endswith("Z"):
            return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=ZoneInfo("UTC"))
        naive = datetime.strptime(value, "%Y%m%dT%H%M%S")
    except (ValueError, OverflowError, OSError):
        return None
    try:
        return naive.replace(tzinfo=ZoneInfo(params["TZID"]))
    except (KeyError, ValueError, OSError):
        try:
            return naive.astimezone()
        except (ValueError, OverflowError, OSError):
            return None


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
