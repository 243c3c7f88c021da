"""Reading timelines and the Today view, for whoever has no models of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from contactbook.domain import follow_ups
from contactbook.domain.interactions import ALL_ENTRIES, EntryFilter
from contactbook.domain.rhythm import Rhythm
from contactbook.store import interactions, queries, tasks, timeline_queries, today_queries, trash_queries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from contactbook.domain.follow_ups import FollowUp
    from contactbook.domain.giving import Total
    from contactbook.domain.interactions import Interaction
    from contactbook.store.book import Book
    from contactbook.store.today_queries import DateAhead, Late, TodayCount

PAGE = 500
DATES_AHEAD_DAYS = 14


@dataclass(frozen=True, slots=True)
class Due:
    """An open follow-up, the part of the Today view it stands in, and the names of its people."""

    part: str
    task: FollowUp
    names: tuple[str, ...]


def timeline(book: Book, contact_id: int, chosen: EntryFilter = ALL_ENTRIES) -> Iterator[Interaction]:
    """The entries of a contact (a company's people included), newest first."""
    reader = book.reader
    ids = timeline_queries.entries(reader, contact_id, chosen).ids
    for start in range(0, len(ids), PAGE):
        yield from timeline_queries.rows(reader, ids[start : start + PAGE])


def search_entries(book: Book, text: str, *, limit: int = 200) -> list[Interaction]:
    """The entries of all contacts in which every word occurs, those written last first."""
    return timeline_queries.rows(book.reader, timeline_queries.search(book.reader, text, limit=limit))


def entry(book: Book, interaction_id: int) -> Interaction:
    """One entry. Raises Problem("store.no_such_interaction")."""
    return interactions.load(book.reader, interaction_id)


def follow_up(book: Book, task_id: int) -> FollowUp:
    """One follow-up. Raises Problem("store.no_such_task")."""
    return tasks.load(book.reader, task_id)


def next_steps(book: Book, interaction_id: int) -> list[FollowUp]:
    """What follows an entry, open or done."""
    return tasks.of_entry(book.reader, interaction_id)


def done_entry(book: Book, task: FollowUp) -> int:
    """The entry that was written when a follow-up was done; 0 when there is none."""
    return timeline_queries.done_entry(book.reader, task.id, task.done_at) if task.done_at is not None else 0


def trashed(book: Book, contact_ids: Iterable[int]) -> set[int]:
    """Those of some contacts that lie in the trash."""
    return set(trash_queries.among(book.reader, list(contact_ids)))


def open_follow_ups(book: Book, contact_id: int) -> list[FollowUp]:
    """What is still to be done about a contact, the most urgent first."""
    return tasks.load_many(book.reader, today_queries.open_of(book.reader, contact_id))


def due(book: Book, *, within: int = follow_ups.WEEK_DAYS, now: datetime | None = None) -> Iterator[Due]:
    """The open follow-ups that are overdue or due within so many days, the most urgent first."""
    present = now or datetime.now().astimezone()
    bounds = follow_ups.bounds(present)
    until = bounds.today + within * 86_400_000
    for part, ids in today_queries.open_tasks(book.reader, bounds).items():
        for start in range(0, len(ids), PAGE):
            chunk = tasks.load_many(book.reader, ids[start : start + PAGE])
            named = names(book, (each for task in chunk for each in task.contacts))
            for task in chunk:
                if task.due_at is None or task.due_at >= max(until, bounds.tomorrow):
                    return
                yield Due(part, task, tuple(named.get(each, "") for each in task.contacts))


def names(book: Book, contact_ids: Iterable[int]) -> dict[int, str]:
    """What these contacts are called."""
    return timeline_queries.names(book.reader, contact_ids)


def late(book: Book, *, now: datetime | None = None) -> list[Late]:
    """The people to whom one is late by their rhythm, the longest first."""
    return today_queries.late(book.reader, follow_ups.milliseconds(now or datetime.now().astimezone()))


def dates_ahead(book: Book, *, days: int = DATES_AHEAD_DAYS, now: datetime | None = None) -> list[DateAhead]:
    """Birthdays and other dates of the next days."""
    return today_queries.dates_ahead(book.reader, (now or datetime.now().astimezone()).date(), days)


def today_count(book: Book, *, now: datetime | None = None) -> TodayCount:
    """How many follow-ups are overdue and for today."""
    return today_queries.counts(book.reader, follow_ups.bounds(now or datetime.now().astimezone()))


def rhythm(book: Book, contact_id: int) -> Rhythm:
    """How often one is in touch with a contact."""
    found = queries.rows(book.reader, [contact_id])
    if not found:
        return Rhythm()
    row = found[0]
    return Rhythm(row.wanted_days, row.usual_days, row.last_at, row.created_at)


def giving(book: Book, contact_id: int, *, since: int | None = None, until: int | None = None) -> list[Total]:
    """What a contact (a company with its people) bought and gave, by kind and currency."""
    reader = book.reader
    everybody = [contact_id, *timeline_queries.people_of(reader, contact_id)]
    return timeline_queries.totals(reader, everybody, since=since, until=until)


def kinds(book: Book, contact_id: int) -> dict[str, int]:
    """How many entries of each kind a contact (with its people) has."""
    return timeline_queries.kinds_of(book.reader, contact_id)


def people_of(book: Book, company_id: int) -> list[int]:
    """The contacts whose entries a company shows beside its own."""
    return timeline_queries.people_of(book.reader, company_id)


def reminders(book: Book, since: int, until: int) -> list[FollowUp]:
    """The open follow-ups whose reminder or time of day lies behind `since`, up to `until` (milliseconds)."""
    return tasks.load_many(book.reader, today_queries.reminders(book.reader, since, until))
