"""Appointments of calendar files: what took place into timelines, what is ahead into the Today view."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from contactbook.actions.chosen_file import bytes_of
from contactbook.actions.newcomers import Newcomer, Strangers, add_newcomers
from contactbook.domain import follow_ups
from contactbook.domain.contact import EMAIL
from contactbook.domain.follow_ups import FollowUp, milliseconds
from contactbook.domain.interactions import MEETING, Interaction
from contactbook.domain.problems import Problem
from contactbook.store import identity_queries, interactions, tasks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from contactbook.domain.calendar_items import Appointment
    from contactbook.domain.changes import Changes
    from contactbook.domain.contact import Contact
    from contactbook.store.book import Book
    from contactbook.store.step import Step

PAGE = 500
LARGEST_FILE = 64 << 20
FATES = ("logged", "known", "planned", "unmatched", "cancelled")


@dataclass(slots=True)
class CalendarReport:
    """What became of the times of appointments: `planned` are ahead and stand in the Today view."""

    changes: Changes | None = None
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FATES, 0))
    newcomers: list[Newcomer] = field(default_factory=list[Newcomer])


class _Time(NamedTuple):
    """One time of an appointment; `key` names it for good, `series` all times of a repeated one."""

    key: str
    start: datetime
    what: Appointment
    series: str = ""
    rule: str = ""


def import_calendar(
    book: Book,
    paths: Iterable[Path],
    *,
    newcomers: Sequence[Contact] = (),
    dry_run: bool = False,
    now: datetime | None = None,
) -> CalendarReport:
    """Write the appointments of those who organised or attended them, as one step.

    What took place becomes a meeting in their timelines, of a repeated one every time of the last two years.
    What is ahead becomes a follow-up, of a repeated one the next time, with its rule. Each is kept once;
    whoever came into the book since is added, and what was moved or called off in the calendar is here too.

    Args:
        book: open for writing.
        paths: of `.ics` files.
        newcomers: contacts to be added first, in the same step; from an earlier report.
        dry_run: report what would happen, keep nothing.
        now: the present.

    Raises:
        Problem: vault.read_only, calendar.not_readable, calendar.none.
    """
    if book.read_only:
        raise Problem("vault.read_only", path=str(book.path))
    found = [appointment for path in paths for appointment in _read(path)]
    present = now or datetime.now().astimezone()
    report = CalendarReport()
    with (book.scratch if dry_run else book.step)("calendar") as step:
        add_newcomers(step, newcomers)
        run, instead = _Run(step, report, present), _replaced(found)
        for start in range(0, len(found), PAGE):
            run.take(found[start : start + PAGE], instead)
        report.newcomers = run.strangers.newcomers(len(found))
        step.data.update(entries=report.counts["logged"] + report.counts["planned"])
    report.changes = step.changes
    return report


class _Run:
    """Writes appointments by the chunk."""

    def __init__(self, step: Step, report: CalendarReport, now: datetime) -> None:
        self._step = step
        self._counts = report.counts
        self._now = now
        self.strangers = Strangers()

    def take(self, found: list[Appointment], instead: dict[str, list[datetime]]) -> None:
        """Write some; `instead`: the times of series that stand in the file by themselves, by UID."""
        reader = self._step.reader
        addresses = {each.address for one in found for each in one.people}
        matched = identity_queries.by_point(reader, EMAIL, addresses)
        past: dict[str, _Time] = {}
        ahead: dict[str, _Time] = {}
        people: dict[int, list[int]] = {}
        for one in found:
            for each in one.people:
                if each.address not in matched:
                    self.strangers.met(each)
            met = dict.fromkeys(each for who in one.people for each in matched.get(who.address, ()))
            people[id(one)] = list(met)
            if not met:
                self._counts["unmatched"] += 1
            elif one.cancelled:
                self._call_off(one)
            else:
                one.left_out += instead.get(one.uid, []) if one.instead_of is None else []
                self._place(one, past, ahead)
        self._log(past, people)
        self._close({time.series for time in past.values()} - ahead.keys())
        self._plan(ahead, people)

    def _place(self, one: Appointment, past: dict[str, _Time], ahead: dict[str, _Time]) -> None:
        from contactbook.formats import calendar_series

        series = _key(one)
        times = calendar_series.times(one, self._now)
        repeated = _is_series(one)
        for start in times.past:
            at = follow_ups.time_of_series(series, milliseconds(start)) if repeated else series
            past[at] = _Time(at, start, one, series)
        if times.ahead is not None:
            ahead[series] = _Time(series, times.ahead, one, series, times.rule)

    def _call_off(self, one: Appointment) -> None:
        """What is planned is taken away again; what took place stays."""
        self._counts["cancelled"] += 1
        planned = tasks.by_external_id(self._step.reader, [_key(one)])
        tasks.delete(self._step, planned.values())

    def _log(self, past: dict[str, _Time], people: dict[int, list[int]]) -> None:
        reader = self._step.reader
        there = interactions.by_external_id(reader, past)
        new: list[Interaction] = []
        for key, time in past.items():
            if key not in there:
                new.append(_meeting(time, people[id(time.what)]))
                continue
            entry = interactions.load(reader, there[key])
            missing = [each for each in people[id(time.what)] if each not in entry.contacts]
            self._counts["known"] += 1
            if missing:
                entry.contacts += missing
                interactions.replace(self._step, entry)
        interactions.insert(self._step, new)
        self._counts["logged"] += len(new)

    def _close(self, over: set[str]) -> None:
        """What was planned and took place is done: the entry is there already."""
        planned = tasks.by_external_id(self._step.reader, over)
        for task in tasks.load_many(self._step.reader, list(planned.values())):
            tasks.replace(self._step, replace(task, done_at=milliseconds(self._now)))

    def _plan(self, ahead: dict[str, _Time], people: dict[int, list[int]]) -> None:
        reader = self._step.reader
        there = tasks.by_external_id(reader, ahead)
        at = {key: follow_ups.time_of_series(key, milliseconds(time.start)) for key, time in ahead.items()}
        done = interactions.by_external_id(reader, [*at, *at.values()])
        new: list[FollowUp] = []
        for key, time in ahead.items():
            task = _follow_up(time, people[id(time.what)])
            if key in done or at[key] in done:  # somebody said already that it took place
                self._counts["known"] += 1
                continue
            if key not in there:
                new.append(task)
                continue
            self._counts["known"] += 1
            held = tasks.load(reader, there[key])
            if _differs(held, task):
                tasks.replace(self._step, _moved(held, task))
            tasks.add_people(self._step, held.id, people[id(time.what)])
        tasks.insert(self._step, new)
        self._counts["planned"] += len(new)


def _replaced(found: list[Appointment]) -> dict[str, list[datetime]]:
    """The times of series in whose place something else stands, by UID."""
    made: dict[str, list[datetime]] = {}
    for one in found:
        if one.instead_of is not None:
            made.setdefault(one.uid, []).append(one.instead_of)
    return made


def _key(one: Appointment) -> str:
    assert one.start is not None
    if not one.uid:
        return f"ics:{milliseconds(one.start)} {one.subject}"
    key = f"ics:{one.uid}"
    return follow_ups.time_of_series(key, milliseconds(one.instead_of)) if one.instead_of else key


def _is_series(one: Appointment) -> bool:
    return bool(one.rule or one.added)


def _shown(one: Appointment) -> list[str]:
    return [f"{each.name} <{each.address}>" if each.name else each.address for each in one.people]


def _meeting(time: _Time, people: list[int]) -> Interaction:
    one = time.what
    details = {"with": _shown(one), "place": one.place, "repeat": one.rule}
    return Interaction(
        kind=MEETING,
        occurred_at=milliseconds(time.start),
        duration=None if one.all_day else one.duration,
        subject=one.subject,
        body="\n".join(part for part in (one.place, one.body) if part),
        external_id=time.key,
        details={name: value for name, value in details.items() if value},
        contacts=people,
    )


def _follow_up(time: _Time, people: list[int]) -> FollowUp:
    one = time.what
    at = milliseconds(time.start)
    details = {
        "with": _shown(one), "place": one.place, "repeat": one.rule, "start": at,
        "duration": None if one.all_day else one.duration, "series": _is_series(one),
        "left_out": sorted(each for each in map(milliseconds, one.left_out) if each > at),
    }  # fmt: skip
    return FollowUp(
        title=one.subject or one.place or ", ".join(_shown(one)[:1]),
        note="\n".join(part for part in (one.place, one.body) if part),
        due=time.start.date().isoformat() if one.all_day else "",
        due_at=at,
        remind_at=_reminder(one, at),
        repeat=_rule(time.rule),
        external_id=time.key,
        details={name: value for name, value in details.items() if value},
        contacts=people,
    )


def _rule(text: str) -> str:
    """As the calendar wrote it; of one that makes no sense the next time comes with the next import."""
    from contactbook.formats import calendar_rules

    try:
        return calendar_rules.tidy(text) if text else ""
    except ValueError:
        return ""


def _reminder(one: Appointment, at: int) -> int | None:
    return at + one.remind * 1000 if one.remind is not None else None


def _differs(held: FollowUp, fresh: FollowUp) -> bool:
    """Whether the calendar says something else now; a reminder set by hand stays with a time that stays."""
    start = fresh.details["start"]
    gone = [each for each in held.details.get("left_out", ()) if each > start]
    known = (held.details.get("start"), gone, held.title, held.repeat)
    return known != (start, fresh.details.get("left_out", []), fresh.title, fresh.repeat)


def _moved(held: FollowUp, fresh: FollowUp) -> FollowUp:
    """A planned meeting as the calendar has it now; what somebody wrote beside it stays."""
    return replace(
        held,
        title=fresh.title,
        note=fresh.note,
        due=fresh.due,
        due_at=fresh.due_at,
        remind_at=_moved_reminder(held, fresh),
        repeat=fresh.repeat,
        details=fresh.details,
    )


def _moved_reminder(held: FollowUp, fresh: FollowUp) -> int | None:
    if fresh.remind_at is not None or held.remind_at is None:
        return fresh.remind_at
    if held.due_at is None or fresh.due_at is None:
        return held.remind_at
    return held.remind_at + fresh.due_at - held.due_at


def _read(path: Path) -> list[Appointment]:
    from contactbook.formats import calendar_reader

    try:
        return list(calendar_reader.appointments(bytes_of(path, LARGEST_FILE)))
    except OSError as error:
        raise Problem("calendar.not_readable", file=path.name, reason=error.strerror or "") from error
    except ValueError as error:
        raise Problem("calendar.none", file=path.name) from error
