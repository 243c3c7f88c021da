"""Writes an iCalendar file (RFC 5545), item by item: days of every year as VEVENT, what is to do as VTODO."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, BinaryIO

import vobject

from contactbook.domain.calendar_items import YearlyDay

if TYPE_CHECKING:
    from contactbook.domain.calendar_items import ToDo

_vobject: Any = vobject  # it has no types
_HEAD = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Contactbook//Contactbook//EN\r\nCALSCALE:GREGORIAN\r\n"
_FOOT = b"END:VCALENDAR\r\n"


class CalendarWriter:
    """Begins the file at once; `finish` ends it."""

    def __init__(self, stream: BinaryIO, now: datetime) -> None:
        self._stream = stream
        self._now = _utc(now)
        stream.write(_HEAD)

    def write(self, item: YearlyDay | ToDo) -> None:
        """One item more."""
        made = self._day(item) if isinstance(item, YearlyDay) else self._to_do(item)
        self._stream.write(made.serialize(validate=False).encode("utf-8"))

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
        due: date | datetime | None = item.due
        if isinstance(due, datetime):
            due = _utc(due)
        self._set(made, uid=item.uid, dtstamp=self._now, summary=item.title, status="NEEDS-ACTION")
        if item.note:
            self._set(made, description=item.note)
        if due is not None:
            self._set(made, due=due)
        if due is not None and item.rule:
            self._set(made, dtstart=due, rrule=item.rule)
        if item.priority:
            self._set(made, priority=str(item.priority))
        return made

    def _set(self, made: Any, **values: object) -> None:  # noqa: ANN401 - as above
        for name, value in values.items():
            made.add(name).value = value


def _utc(moment: datetime) -> datetime:
    """In the one time zone object that vobject takes for UTC."""
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=_vobject.icalendar.utc)
