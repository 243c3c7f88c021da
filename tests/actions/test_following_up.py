"""Follow-ups: due, done, put off, repeated, and where they stand in the Today view."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from contactbook.actions import editing, following_up, timelines, undoing
from contactbook.domain import follow_ups, when_words
from contactbook.domain.follow_ups import FollowUp
from contactbook.domain.problems import Problem
from contactbook.store import rhythms, tasks, today_queries
from tests.actions.test_logging import person, row

if TYPE_CHECKING:
    from contactbook.store.book import Book

NOW = datetime(2026, 11, 26, 15, 30).astimezone()


def add(book: Book, contact_id: int, title: str, when: str, **values: object) -> int:
    task = FollowUp(title=title, contacts=[contact_id], **values)  # type: ignore[arg-type]
    task = follow_ups.due_then(task, when_words.read(when, NOW), NOW)
    following_up.add_follow_up(book, task)
    return task.id


def parts(book: Book) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for due in timelines.due(book, within=400, now=NOW):
        found.setdefault(due.part, []).append(due.task.title)
    return found


def test_each_stands_in_its_part_of_the_day(book: Book) -> None:
    ada = person(book, "Ada")
    for title, when in (
        ("late", "2026-11-20"), ("earlier", "2026-11-26 15:00"), ("today", "today"), ("tonight", "tonight"),
        ("soon", "in 3 days"), ("far", "in 2 months"),
    ):  # fmt: skip
        add(book, ada, title, when)
    following_up.add_follow_up(book, FollowUp(title="some day", contacts=[ada]))
    assert parts(book) == {
        "overdue": ["late", "earlier"],
        "today": ["today", "tonight"],
        "week": ["soon"],
        "later": ["far"],
    }
    assert timelines.today_count(book, now=NOW) == (2, 2)
    assert row(book, ada).next_due_at == follow_ups.day_start(date(2026, 11, 20), NOW)
    editing.trash(book, [ada])
    assert parts(book) == {}
    assert timelines.today_count(book, now=NOW) == (0, 0)
    undoing.undo(book)
    assert len(parts(book)["overdue"]) == 2


def test_done_writes_an_entry_and_the_next_one_is_there(book: Book) -> None:
    ada = person(book, "Ada")
    task = add(book, ada, "Call", "2026-11-20 9:00", repeat="FREQ=WEEKLY", note="about the tent")
    following_up.finish(book, [task], now=NOW)
    (entry,) = timelines.timeline(book, ada)
    assert (entry.kind, entry.subject, entry.body) == ("done", "Call", "about the tent")
    assert entry.details == {"follow_up": task}
    (following,) = timelines.open_follow_ups(book, ada)
    assert following.due_at == follow_ups.milliseconds(datetime(2026, 11, 27, 9).astimezone())
    assert not following_up.finish(book, [task], now=NOW)
    undoing.undo(book)
    assert [each.id for each in timelines.open_follow_ups(book, ada)] == [task]
    assert list(timelines.timeline(book, ada)) == []


def test_snooze_counts_from_today_and_keeps_the_time_of_day(book: Book) -> None:
    ada = person(book, "Ada")
    timed, day = add(book, ada, "timed", "2026-11-20 9:00"), add(book, ada, "day", "2026-12-05")
    following_up.snooze(book, [timed, day], 2, now=NOW)
    found = {each.title: each for each in timelines.open_follow_ups(book, ada)}
    assert found["timed"].due_at == follow_ups.milliseconds(datetime(2026, 11, 28, 9).astimezone())
    assert found["day"].due == "2026-12-07"
    following_up.reschedule(book, [timed], date(2026, 12, 24), now=NOW)
    moved = timelines.follow_up(book, timed)
    assert moved.due_at == follow_ups.milliseconds(datetime(2026, 12, 24, 9).astimezone())
    assert moved.timed


def test_priority_title_and_person_responsible_change_in_one_step(book: Book) -> None:
    ada = person(book, "Ada")
    task = timelines.follow_up(book, add(book, ada, "Call", "tomorrow"))
    task.title, task.priority, task.assignee = "Write", follow_ups.HIGH, "Ben"
    assert following_up.change_follow_up(book, task).contacts == {ada}
    assert timelines.follow_up(book, task.id).assignee == "Ben"
    undoing.undo(book)
    assert timelines.follow_up(book, task.id).title == "Call"
    following_up.remove_follow_ups(book, [task.id])
    with pytest.raises(Problem, match=r"store\.no_such_task"):
        timelines.follow_up(book, task.id)


def test_a_follow_up_says_what_and_about_whom(book: Book) -> None:
    ada = person(book, "Ada")
    for task in (FollowUp(title=" ", contacts=[ada]), FollowUp(title="x")):
        with pytest.raises(Problem, match=r"task\.not_possible"):
            following_up.add_follow_up(book, task)
    for days in (0, rhythms.LONGEST_DAYS + 1):
        with pytest.raises(Problem, match=r"rhythm\.not_possible"):
            following_up.set_rhythm(book, [ada], days)
    assert tasks.load_many(book.reader, []) == []


def test_birthdays_and_other_dates_ahead(book: Book) -> None:
    ada, ben = person(book, "Ada", birthday="1980-11-28"), person(book, "Ben", birthday="--11-26")
    editing.edit_contact(book, ada, {"date.anniversary": "2001-12-01"})
    person(book, "Cid", birthday="1980-11")
    found = timelines.dates_ahead(book, days=7, now=NOW)
    assert [(each.contact_id, each.label, each.day.day) for each in found] == [
        (ben, "birthday", 26),
        (ada, "birthday", 28),
        (ada, "anniversary", 1),
    ]


def test_reminders_come_once(book: Book) -> None:
    ada = person(book, "Ada")
    at = follow_ups.milliseconds(NOW)
    timed = add(book, ada, "timed", "today 16:00")
    reminded = add(book, ada, "reminded", "tomorrow", remind_at=at + 60_000)
    add(book, ada, "day", "today")
    hour = at + 3_600_000
    assert today_queries.reminders(book.reader, at, hour) == [reminded, timed]
    assert today_queries.reminders(book.reader, hour, hour + 3_600_000) == []
    assert today_queries.reminders(book.reader, at - 1, at) == []


def test_the_parts_of_the_day_are_those_of_the_clock_change() -> None:
    day = date(2026, 3, 28)
    assert follow_ups.day_start(day + timedelta(days=1), NOW) > follow_ups.day_start(day, NOW)
