"""Writes an iCalendar file (RFC 5545), item by item: days of every year as VEVENT, what is to do as VTODO.

Google Calendar passes over every VTODO, therefore what is to do can be written as VEVENT too.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, BinaryIO

import vobject

from contactbook.domain import recurrence
from contactbook.domain.calendar_items import YearlyDay
from contactbook.formats import calendar_rules

if TYPE_CHECKING:
    from contactbook.domain.calendar_items import ToDo

_vobject: Any = vobject  # it has no types
_HEAD = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Contactbook//Contactbook//EN\r\nCALSCALE:GREGORIAN\r\n"
_FOOT = b"END:VCALENDAR\r\n"
_EVENT = timedelta(minutes=30)
"""How long something to do lasts as an event."""
_LAST_MINUTE = time(23, 59)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""What no text of a calendar may hold (RFC 5545 3.1)."""


class CalendarWriter:
    """Begins the file at once; `finish` ends it. `as_events`: also what is to do."""

    def __init__(self, stream: BinaryIO, now: datetime, *, as_events: bool = False) -> None:
        self._stream = stream
        self._now = _utc(now)
        self._as_events = as_events
        stream.write(_HEAD)

    def write(self, item: YearlyDay | ToDo) -> bool:
        """One item more; gives whether it could be written: there is no event without a day."""
        if isinstance(item, YearlyDay):
            made = self._day(item)
        elif item.duration is None and not self._as_events:
            made = self._to_do(item)
        elif item.due is None:
            return False
        else:
            made = self._event(item, item.due)
        self._stream.write(made.serialize(validate=False).encode("utf-8"))
        return True

    def finish(self) -> None:
        """What stands after the last item."""
        self._stream.write(_FOOT)

    def _day(self, item: YearlyDay) -> Any:  # noqa: ANN401 - vobject has no types
        made = _vobject.newFromBehavior("vevent")
        self._set(made, uid=item.uid, dtstamp=self._now, summary=item.title, transp="TRANSPARENT")
        leap = (item.day.month, item.day.day) == (2, 29)  # in other years the day before, as Today has it
        rule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" if leap else "FREQ=YEARLY"
        self._set(made, dtstart=item.day, dtend=item.day + timedelta(days=1), rrule=rule)
        return made

    def _to_do(self, item: ToDo) -> Any:  # noqa: ANN401 - as above
        made = _vobject.newFromBehavior("vtodo")
        self._set(made, uid=item.uid, dtstamp=self._now, summary=item.title, status="NEEDS-ACTION")
        self._describe(made, item)
        if item.due is not None and item.rule:
            start, due = _from_morning(item.due)
            self._set(made, dtstart=start, due=due, rrule=_rule(item, start))
        elif item.due is not None:
            self._set(made, due=_utc(item.due) if isinstance(item.due, datetime) else item.due)
        self._remind(made, item, related="END")
        return made

    def _event(self, item: ToDo, due: date | datetime) -> Any:  # noqa: ANN401 - as above
        made = _vobject.newFromBehavior("vevent")
        self._set(made, uid=item.uid, dtstamp=self._now, summary=item.title)
        self._describe(made, item)
        if isinstance(due, datetime):
            start = due.replace(tzinfo=None) if item.rule else _utc(due)
            length = timedelta(seconds=item.duration) if item.duration else _EVENT
            self._set(made, dtstart=start, dtend=start + length)
        else:
            self._set(made, dtstart=due, dtend=due + timedelta(days=1), transp="TRANSPARENT")
        if item.rule:
            self._set(made, rrule=_rule(item, due))
            self._leave_out(made, item, due)
        self._remind(made, item, related="START")
        return made

    def _describe(self, made: Any, item: ToDo) -> None:  # noqa: ANN401 - as above
        if item.note:
            self._set(made, description=item.note)
        if item.place:
            self._set(made, location=item.place)
        if item.priority:
            self._set(made, priority=str(item.priority))

    def _leave_out(self, made: Any, item: ToDo, due: date | datetime) -> None:  # noqa: ANN401 - as above
        """Of the kind of the beginning (RFC 5545 3.8.5.1)."""
        local = [each.astimezone().replace(tzinfo=None) for each in item.left_out]
        if local:
            made.add("exdate").value = local if isinstance(due, datetime) else [each.date() for each in local]

    def _remind(self, made: Any, item: ToDo, *, related: str) -> None:  # noqa: ANN401 - as above
        due = item.due
        if item.remind_at is None or due is None:
            return
        if not isinstance(due, datetime):
            if related == "END":
                return  # DUE of a day is read as its beginning by some, as its end by others
            due = datetime.combine(due, time()).astimezone()
        alarm = made.add("valarm")
        self._set(alarm, action="DISPLAY", description=item.title)
        trigger = alarm.add("trigger")
        trigger.value = item.remind_at - due
        trigger.related_param = related

    def _set(self, made: Any, **values: object) -> None:  # noqa: ANN401 - as above
        for name, value in values.items():
            made.add(name).value = _CONTROL.sub(" ", value) if isinstance(value, str) else value


def _from_morning(due: date | datetime) -> tuple[datetime, datetime]:
    """The day of something that comes back, from its beginning until it is due, on whichever clock.

    DUE must lie behind DTSTART (RFC 5545 3.8.2.3), and DTSTART must be a day of the rule.
    """
    day = datetime.combine(due, time())
    if not isinstance(due, datetime):
        return day, datetime.combine(due, _LAST_MINUTE)
    until = due.replace(tzinfo=None, second=0, microsecond=0)
    return day, max(until, day + timedelta(minutes=1))


def _rule(item: ToDo, start: date | datetime) -> str:
    """Its rule, a calendar's own to the letter; the end is of the kind of the beginning (RFC 5545 3.3.10)."""
    if item.duration is not None or not recurrence.plain(item.rule):
        return calendar_rules.written(item.rule, start)
    if isinstance(start, datetime):
        return recurrence.exact(item.rule, start.date())
    return recurrence.exact(item.rule, start).replace("T235959", "")


def _utc(moment: datetime) -> datetime:
    """In the one time zone object that vobject takes for UTC."""
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=_vobject.icalendar.utc)
