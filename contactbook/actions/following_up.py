"""Follow-ups: what is to be done next about whom, done, put off, repeated; one step each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from contactbook.domain import follow_ups, recurrence
from contactbook.domain.interactions import DONE, MEETING, Interaction
from contactbook.domain.problems import Problem
from contactbook.store import interactions, rhythms, tasks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.domain.changes import Changes
    from contactbook.domain.follow_ups import FollowUp
    from contactbook.store.book import Book


def add_follow_up(book: Book, task: FollowUp) -> Changes:
    """Something to do about somebody. Raises Problem: task.not_possible (data `field`)."""
    _check(task)
    with book.step("add_follow_up", contacts=len(task.contacts)) as step:
        (task.id,) = tasks.insert(step, [task])
    return step.changes


def change_follow_up(book: Book, task: FollowUp) -> Changes:
    """Another title, day, priority, repetition or person responsible; its people stay."""
    _check(task)
    with book.step("change_follow_up") as step:
        tasks.replace(step, task)
    return step.changes


def finish(book: Book, task_ids: Sequence[int], *, now: datetime | None = None) -> Changes:
    """Done: each writes an entry into the timeline of its people, and the next one is there if it repeats."""
    present = now or _now()
    at = follow_ups.milliseconds(present)
    with book.step("finish", follow_ups=len(task_ids)) as step:
        found = [task for task in tasks.load_many(step.reader, task_ids) if task.done_at is None]
        step.data["follow_ups"] = len(found)
        entries = [_entry(task, at, book.writer.author) for task in found]
        interactions.insert(step, entries)
        for task in found:
            tasks.replace(step, replace(task, done_at=at))
        following = [_next_time(task, present) for task in found]
        tasks.insert(step, [task for task in following if task is not None])
    return step.changes


def reopen(book: Book, task_ids: Sequence[int]) -> Changes:
    """No longer done; the entry about it stays."""
    with book.step("reopen", follow_ups=len(task_ids)) as step:
        for task in tasks.load_many(step.reader, task_ids):
            tasks.replace(step, replace(task, done_at=None))
    return step.changes


def snooze(book: Book, task_ids: Sequence[int], days: int = 1, *, now: datetime | None = None) -> Changes:
    """Put off by some days: from today, or from the day it is due if that lies ahead."""
    present = now or _now()
    with book.step("snooze", follow_ups=len(task_ids), days=days) as step:
        for task in tasks.load_many(step.reader, task_ids):
            due = follow_ups.local_day(task.due_at, present) if task.due_at is not None else present.date()
            day = max(due, present.date()) + timedelta(days=days)
            tasks.replace(step, follow_ups.put_off(task, day, present))
    return step.changes


def reschedule(book: Book, task_ids: Sequence[int], day: date, *, now: datetime | None = None) -> Changes:
    """Put on another day, at the same time of day."""
    present = now or _now()
    with book.step("reschedule", follow_ups=len(task_ids)) as step:
        for task in tasks.load_many(step.reader, task_ids):
            tasks.replace(step, follow_ups.put_off(task, day, present))
    return step.changes


def remove_follow_ups(book: Book, task_ids: Sequence[int]) -> Changes:
    """Take follow-ups away without doing them."""
    with book.step("remove_follow_ups", follow_ups=len(task_ids)) as step:
        step.data["follow_ups"] = tasks.delete(step, task_ids)
    return step.changes


def set_rhythm(book: Book, contact_ids: Sequence[int], days: int | None) -> Changes:
    """How often one wants to be in touch with these contacts; None: no wish. Raises rhythm.not_possible."""
    _check_days(days)
    with book.step("set_rhythm", contacts=len(contact_ids), days=days or 0) as step:
        rhythms.set_for_contacts(step, contact_ids, days)
    return step.changes


def set_tag_rhythm(book: Book, tag_id: int, days: int | None) -> Changes:
    """How often one wants to be in touch with everybody who carries a tag. Raises store.no_such_tag."""
    _check_days(days)
    with book.step("set_tag_rhythm", days=days or 0) as step:
        step.data["tag"] = rhythms.set_for_tag(step, tag_id, days)
    return step.changes


def _check_days(days: int | None) -> None:
    if days is not None and not 1 <= days <= rhythms.LONGEST_DAYS:
        raise Problem("rhythm.not_possible", number=rhythms.LONGEST_DAYS)


def _check(task: FollowUp) -> None:
    if not task.title.strip():
        raise Problem("task.not_possible", field="title")
    if not task.contacts:
        raise Problem("task.not_possible", field="contacts")
    if task.repeat and not recurrence.plain(task.repeat):
        from contactbook.formats import calendar_rules

        try:
            calendar_rules.tidy(task.repeat)
        except ValueError as error:
            raise Problem("when.repeat_not_understood", value=task.repeat) from error


def _next_time(task: FollowUp, now: datetime) -> FollowUp | None:
    """The one after it; the rule of a calendar holds to the letter, also where our words could say it."""
    by_letter = task.planned or not recurrence.plain(task.repeat)
    return follow_ups.next_time(task, now, _day_of_rule if by_letter else None)


def _day_of_rule(task: FollowUp, now: datetime) -> date | None:
    """The next day of a calendar's rule, counted from when the calendar had it, that was not left out."""
    from contactbook.formats import calendar_rules

    start = datetime.fromtimestamp((task.details.get("start") or task.due_at or 0) / 1000, now.tzinfo)
    gone = {follow_ups.local_day(each, now) for each in task.details.get("left_out", ())}
    days = calendar_rules.following(task.repeat, start, now.date())
    return next((day for day in days if day not in gone), None)


def _entry(task: FollowUp, at: int, author: str) -> Interaction:
    if task.planned:
        return _meeting(task, at, author)
    return Interaction(
        kind=DONE,
        occurred_at=at,
        subject=task.title,
        body=task.note,
        author=task.assignee or author,
        contacts=list(task.contacts),
        details={"follow_up": task.id},
    )


def _meeting(task: FollowUp, at: int, author: str) -> Interaction:
    """A planned meeting that took place: when the calendar had it, but never in the future."""
    start = task.details.get("start") or task.due_at or at
    details = {key: value for key, value in task.details.items() if key in ("with", "place", "repeat")}
    key = task.external_id
    if task.details.get("series"):
        key = follow_ups.time_of_series(key, start)
    return Interaction(
        kind=MEETING,
        occurred_at=min(start, at),
        duration=task.details.get("duration"),
        subject=task.title,
        body=task.note,
        author=task.assignee or author,
        external_id=key,
        contacts=list(task.contacts),
        details={**details, "follow_up": task.id},
    )


def _now() -> datetime:
    return datetime.now().astimezone()
