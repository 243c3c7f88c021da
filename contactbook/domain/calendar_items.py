"""What a calendar holds, as values: something that takes place, a day of every year, something to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from contactbook.domain.mail import MailPerson


@dataclass(slots=True)
class Appointment:
    """Something that takes place; `start_at` in milliseconds since 1970 UTC, `duration` in seconds.

    `people`: who organises it, and who is asked to come. `rule`: its repetition (RFC 5545 3.3.10).
    """

    uid: str = ""
    start_at: int = 0
    duration: int | None = None
    subject: str = ""
    body: str = ""
    place: str = ""
    rule: str = ""
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
    """Something to do: `due` is a day or a moment, None for some day; `priority` 0..9, `rule` as RFC 5545."""

    uid: str
    title: str
    note: str = ""
    due: date | datetime | None = None
    rule: str = ""
    priority: int = 0
