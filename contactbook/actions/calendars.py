"""Follow-ups, birthdays and dates into a calendar file."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from contactbook.actions.target_file import replacing
from contactbook.domain.calendar_items import ToDo, YearlyDay
from contactbook.store import tasks, timeline_queries, today_queries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from contactbook.domain.follow_ups import FollowUp
    from contactbook.store.book import Book
    from contactbook.store.reader import Reader

PAGE = 500
_ONE_TIME = re.compile(r"/\d{8}T\d{6}Z$")
"""How the id of a single time of a series ends."""
_ANY_LEAP_YEAR = 1972
"""For birthdays without a year: calendars ask for one, and this is the first leap year of their era."""


def export_calendar(
    book: Book,
    path: Path,
    say_day: Callable[[str, str, str], str],
    *,
    as_events: bool = False,
    now: datetime | None = None,
) -> dict[str, int]:
    """Write the open follow-ups (VTODO) and every birthday and date (VEVENT each year); gives their numbers.

    Args:
        book: the open book.
        path: of the `.ics` file.
        say_day: title of a day, from its label, the name of the contact and the year ("" without).
        as_events: follow-ups too, because Google Calendar knows no others; without a day they are left out.
        now: the present.

    Raises as `target_file.replacing` does.
    """
    from contactbook.formats.calendar_writer import CalendarWriter

    present = now or datetime.now().astimezone()
    counts = {"tasks": 0, "days": 0, "left_out": 0}
    with replacing(path) as stream:
        writer = CalendarWriter(stream, present, as_events=as_events)
        for task, names in _open_tasks(book.reader):
            counts["tasks" if writer.write(_to_do(task, names)) else "left_out"] += 1
        for key, _contact_id, name, label, value in today_queries.all_dates(book.reader):
            day = _day(value)
            if day is not None:
                year = value[:4] if value[0] != "-" else ""
                writer.write(YearlyDay(f"date-{key}@contactbook", say_day(label, name, year), day))
                counts["days"] += 1
        writer.finish()
    return counts


def _open_tasks(reader: Reader) -> Iterator[tuple[FollowUp, str]]:
    ids = today_queries.all_open(reader)
    for start in range(0, len(ids), PAGE):
        chunk = tasks.load_many(reader, ids[start : start + PAGE])
        names = timeline_queries.names(reader, {each for task in chunk for each in task.contacts})
        for task in chunk:
            yield task, ", ".join(names[each] for each in task.contacts if each in names)


def _to_do(task: FollowUp, names: str) -> ToDo:
    due: date | datetime | None = None
    if task.timed and task.due_at is not None:
        due = _moment(task.due_at)
    elif task.due:
        due = date.fromisoformat(task.due)
    title = f"{task.title} ({names})" if task.title and names else task.title or names
    item = ToDo(f"task-{task.id}@contactbook", title, task.note, due, task.repeat, task.priority)
    if task.remind_at is not None:
        item = replace(item, remind_at=_moment(task.remind_at))
    if task.planned:  # the same event, for the calendar that it came from
        uid = task.external_id.removeprefix("ics:") if not _ONE_TIME.search(task.external_id) else item.uid
        place = str(task.details.get("place", ""))
        gone = tuple(_moment(each) for each in task.details.get("left_out", ()))
        item = replace(item, uid=uid, title=task.title, place=place, left_out=gone)
        item = replace(item, duration=task.details.get("duration", 0))
    return item


def _moment(at: int) -> datetime:
    return datetime.fromtimestamp(at / 1000).astimezone()


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value.replace("--", f"{_ANY_LEAP_YEAR}-", 1) if value[0] == "-" else value)
    except ValueError:
        return None
