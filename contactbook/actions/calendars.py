"""Follow-ups, birthdays and dates into a calendar file, and meetings from one into timelines."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from contactbook.actions.chosen_file import bytes_of
from contactbook.actions.target_file import replacing
from contactbook.domain.calendar_items import ToDo, YearlyDay
from contactbook.domain.contact import EMAIL
from contactbook.domain.follow_ups import milliseconds
from contactbook.domain.interactions import MEETING, Interaction
from contactbook.domain.problems import Problem
from contactbook.store import identity_queries, interactions, tasks, timeline_queries, today_queries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from contactbook.domain.calendar_items import Appointment
    from contactbook.domain.changes import Changes
    from contactbook.domain.follow_ups import FollowUp
    from contactbook.store.book import Book
    from contactbook.store.reader import Reader

PAGE = 500
LARGEST_FILE = 64 << 20
_ANY_LEAP_YEAR = 1972
"""For birthdays without a year: calendars ask for one, and this is the first leap year of their era."""


@dataclass(slots=True)
class CalendarReport:
    """What became of the appointments of a file; `ahead`: they have not taken place yet."""

    changes: Changes | None = None
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("logged", "known", "ahead", "unmatched", "cancelled"), 0)
    )


def export_calendar(
    book: Book, path: Path, say_day: Callable[[str, str, str], str], *, now: datetime | None = None
) -> dict[str, int]:
    """Write the open follow-ups (VTODO) and every birthday and date (VEVENT each year); gives their numbers.

    Args:
        book: the open book.
        path: of the `.ics` file.
        say_day: title of a day, from its label, the name of the contact and the year ("" without).
        now: the present.

    Raises as `target_file.replacing` does.
    """
    from contactbook.formats.calendar_writer import CalendarWriter

    present = now or datetime.now().astimezone()
    counts = {"tasks": 0, "days": 0}
    with replacing(path) as stream:
        writer = CalendarWriter(stream, present)
        for task, names in _open_tasks(book.reader):
            writer.write(_to_do(task, names))
            counts["tasks"] += 1
        for key, _contact_id, name, label, value in today_queries.all_dates(book.reader):
            day = _day(value)
            if day is not None:
                year = value[:4] if value[0] != "-" else ""
                writer.write(YearlyDay(f"date-{key}@contactbook", say_day(label, name, year), day))
                counts["days"] += 1
        writer.finish()
    return counts


def import_calendar(
    book: Book, paths: Iterable[Path], *, dry_run: bool = False, now: datetime | None = None
) -> CalendarReport:
    """Write past appointments into the timelines of those who organised or attended them, as one step.

    Each is kept once by its UID; whoever came into the book since is added. Those that are ahead wait.

    Raises:
        Problem: vault.read_only, calendar.not_readable, calendar.none.
    """
    if book.read_only:
        raise Problem("vault.read_only", path=str(book.path))
    found = [appointment for path in paths for appointment in _read(path)]
    present = milliseconds(now or datetime.now().astimezone())
    report = CalendarReport()
    with (book.scratch if dry_run else book.step)("calendar") as step:
        reader = step.reader
        for start in range(0, len(found), PAGE):
            chunk = {_key(one): one for one in found[start : start + PAGE]}
            addresses = {each.address for one in chunk.values() for each in one.people}
            matched = identity_queries.by_point(reader, EMAIL, addresses)
            there = interactions.by_external_id(reader, chunk)
            new: list[Interaction] = []
            for key, one in chunk.items():
                people = list(
                    dict.fromkeys(each for who in one.people for each in matched.get(who.address, ()))
                )
                fate = _fate(one, people, present, known=key in there)
                report.counts[fate] += 1
                if fate == "logged":
                    new.append(_meeting(one, key, people))
                elif fate == "known":
                    entry = interactions.load(reader, there[key])
                    missing = [each for each in people if each not in entry.contacts]
                    if missing:
                        entry.contacts += missing
                        interactions.replace(step, entry)
            interactions.insert(step, new)
        step.data.update(entries=report.counts["logged"])
    report.changes = step.changes
    return report


def _key(one: Appointment) -> str:
    return f"ics:{one.uid or f'{one.start_at} {one.subject}'}"


def _fate(one: Appointment, people: list[int], present: int, *, known: bool) -> str:
    if one.cancelled:
        return "cancelled"
    if not people:
        return "unmatched"
    if known:
        return "known"
    return "ahead" if one.start_at > present else "logged"


def _meeting(one: Appointment, key: str, people: list[int]) -> Interaction:
    shown = [f"{each.name} <{each.address}>" if each.name else each.address for each in one.people]
    details = {"with": shown, "place": one.place, "repeat": one.rule}
    return Interaction(
        kind=MEETING,
        occurred_at=one.start_at,
        duration=one.duration,
        subject=one.subject,
        body="\n".join(part for part in (one.place, one.body) if part),
        external_id=key,
        details={name: value for name, value in details.items() if value},
        contacts=people,
    )


def _read(path: Path) -> list[Appointment]:
    from contactbook.formats import calendar_reader

    try:
        return list(calendar_reader.appointments(bytes_of(path, LARGEST_FILE)))
    except OSError as error:
        raise Problem("calendar.not_readable", file=path.name, reason=error.strerror or "") from error
    except ValueError as error:
        raise Problem("calendar.none", file=path.name) from error


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
        due = datetime.fromtimestamp(task.due_at / 1000).astimezone()
    elif task.due:
        due = date.fromisoformat(task.due)
    title = f"{task.title} ({names})" if task.title and names else task.title or names
    return ToDo(f"task-{task.id}@contactbook", title, task.note, due, task.repeat, task.priority)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value.replace("--", f"{_ANY_LEAP_YEAR}-", 1) if value[0] == "-" else value)
    except ValueError:
        return None
