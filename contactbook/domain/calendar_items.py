"""What a calendar holds, as values: something that takes place, a day of every year, something to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from contactbook.domain.mail import MailPerson


@dataclass(slots=True)
class Appointment:
    """Something that takes place; `start` with its time zone, `duration` in seconds.

    `people`: who organises it, and who is asked to come. `rule`: its repetition (RFC 5545 3.3.10), without
    `left_out` and with `added`. `instead_of`: the time of the series in whose place it stands. `sequence`:
    how often it was changed. `remind`: seconds from its beginning to its reminder, before it less than 0.
    """

    uid: str = ""
    start: datetime | None = None
    all_day: bool = False
    duration: int | None = None
    subject: str = ""
    body: str = ""
    place: str = ""
    rule: str = ""
    left_out: list[datetime] = field(default_factory=list["datetime"])
    added: list[datetime] = field(default_factory=list["datetime"])
    instead_of: datetime | None = None
    sequence: int = 0
    remind: int | None = None
    cancelled: bool = False
    people: list[MailPerson] = field(default_factory=list["MailPerson"])


@dataclass(frozen=True, slots=True)
class YearlyDay:
    """A birthday or another date that comes back every year."""

    uid: str
    title: str
    day: date


@dataclass(frozen=True, slots=True)
class ToDo:
    """Something to do: `due` is a day or a moment, None for some day; `priority` 0..9, `rule` as RFC 5545.

    `remind_at`: when to be told of it. `duration` in seconds: it is a meeting, and not only due then.
    `left_out`: times of its rule that do not take place.
    """

    uid: str
    title: str
    note: str = ""
    due: date | datetime | None = None
    rule: str = ""
    priority: int = 0
    remind_at: datetime | None = None
    duration: int | None = None
    place: str = ""
    left_out: tuple[datetime, ...] = ()
