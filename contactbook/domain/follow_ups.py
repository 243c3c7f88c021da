"""Follow-ups: what is still to be done, and into which part of the Today view each one falls."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from contactbook.domain import recurrence

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.domain.when_words import When

OVERDUE, TODAY, WEEK, LATER, SOME_DAY = "overdue", "today", "week", "later", "some_day"
PARTS = (OVERDUE, TODAY, WEEK, LATER, SOME_DAY)

NO_PRIORITY, HIGH, MEDIUM, LOW = 0, 1, 5, 9
PRIORITIES = (NO_PRIORITY, HIGH, MEDIUM, LOW)
"""RFC 5545, 3.8.1.9: 1 is the highest, 9 the lowest, 0 undefined."""

WEEK_DAYS = 7


@dataclass(slots=True)
class FollowUp:
    """Something to do about somebody.

    `due`: the day (`2026-12-15`) of a follow-up without a time of day, else ""; `due_at`: the moment it is
    due, or when that day begins where the person is, milliseconds since 1970 UTC; None: some day. `repeat`:
    an RFC 5545 rule. `interaction_id`: the entry that it came from. `external_id`: the appointment of a
    calendar that it stands for; `details` what that says: JSON with `duration`, `place`, `with`, `series`
    (whether it is repeated), `start`, the time that the calendar gave it, and `left_out`, the times of a
    series that do not take place; milliseconds since 1970 UTC.
    """

    id: int = 0
    title: str = ""
    note: str = ""
    due: str = ""
    due_at: int | None = None
    remind_at: int | None = None
    repeat: str = ""
    priority: int = NO_PRIORITY
    assignee: str = ""
    interaction_id: int | None = None
    done_at: int | None = None
    external_id: str = ""
    details: dict[str, Any] = field(default_factory=dict[str, Any])
    contacts: list[int] = field(default_factory=list[int])
    created_at: int = 0
    updated_at: int = 0

    @property
    def planned(self) -> bool:
        """Whether it is a meeting that a calendar has, rather than something to do."""
        return bool(self.external_id)

    @property
    def timed(self) -> bool:
        """Whether it is due at a time of day."""
        return self.due_at is not None and not self.due


@dataclass(frozen=True, slots=True)
class Bounds:
    """The moments (milliseconds since 1970 UTC) that part the Today view."""

    now: int
    today: int
    tomorrow: int
    week: int


def bounds(now: datetime) -> Bounds:
    """The bounds of a moment with a time zone."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return Bounds(
        milliseconds(now),
        milliseconds(midnight),
        day_start(now.date() + timedelta(days=1), now),
        day_start(now.date() + timedelta(days=WEEK_DAYS), now),
    )


def milliseconds(moment: datetime) -> int:
    """Since 1970 UTC."""
    return round(moment.timestamp() * 1000)


def day_start(day: date, now: datetime) -> int:
    """When a day begins where `now` is; milliseconds since 1970 UTC."""
    local = datetime(day.year, day.month, day.day, tzinfo=now.tzinfo)
    if now.tzinfo is not None and type(now.tzinfo).__name__ == "timezone":
        local = local.replace(tzinfo=None).astimezone()  # a fixed offset: summer time may begin in between
    return milliseconds(local)


def due_then(task: FollowUp, when: When, now: datetime) -> FollowUp:
    """The same follow-up, due when a person said."""
    if when.time is None:
        return replace(task, due=when.day.isoformat(), due_at=day_start(when.day, now))
    return replace(task, due="", due_at=milliseconds(when.moment(now)))


def reminder_at(when: When, now: datetime) -> int:
    """When a person wants to be told (milliseconds since 1970 UTC): at nine where they named only the day."""
    at = when if when.time is not None else replace(when, time=time(_MORNING))
    return milliseconds(at.moment(now))


_MORNING = 9


def put_off(task: FollowUp, day: date, now: datetime) -> FollowUp:
    """The same follow-up on another day, at its time of day if it has one; its reminder moves along."""
    if not task.timed or task.due_at is None:
        moved = replace(task, due=day.isoformat(), due_at=day_start(day, now))
    else:
        then = datetime.fromtimestamp(task.due_at / 1000, now.tzinfo)
        at = (then - then.replace(hour=0, minute=0, second=0, microsecond=0)) // timedelta(milliseconds=1)
        moved = replace(task, due="", due_at=day_start(day, now) + at)
    if task.remind_at is not None and task.due_at is not None and moved.due_at is not None:
        moved.remind_at = task.remind_at + moved.due_at - task.due_at
    return moved


def next_time(
    task: FollowUp, now: datetime, of_calendar: Callable[[FollowUp, datetime], date | None] | None = None
) -> FollowUp | None:
    """The follow-up that comes after this one is done; None when it does not repeat (any more).

    `of_calendar` finds the day where a calendar's rule holds to the letter; without it our plain words do.
    """
    if not task.repeat or task.due_at is None:
        return None
    if of_calendar is not None:
        day = of_calendar(task, now)
    else:
        due = date.fromisoformat(task.due) if task.due else local_day(task.due_at, now)
        day = recurrence.following(task.repeat, due, now.date())
    if day is None:
        return None
    fresh = put_off(task, day, now)
    if task.planned:
        fresh.details = task.details | {"start": fresh.due_at}
    return replace(fresh, id=0, done_at=None, interaction_id=None, created_at=0, updated_at=0)


def time_of_series(external_id: str, start: int) -> str:
    """Names one time of a repeated appointment: milliseconds since 1970 UTC, as calendars write it."""
    return f"{external_id}/{datetime.fromtimestamp(start / 1000, UTC):%Y%m%dT%H%M%SZ}"


def local_day(at: int, now: datetime) -> date:
    """The day of a moment where `now` is."""
    return datetime.fromtimestamp(at / 1000, now.tzinfo).date()
