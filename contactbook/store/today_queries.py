"""What the Today view reads: open follow-ups by part, dates ahead, and people to whom one is late."""

from __future__ import annotations

from array import array
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from contactbook.domain.follow_ups import LATER, OVERDUE, SOME_DAY, TODAY, WEEK

if TYPE_CHECKING:
    from datetime import date

    from contactbook.domain.follow_ups import Bounds
    from contactbook.store.reader import Reader

MOST_LATE = 200
"""People late by rhythm that are listed; beyond it nobody reads on."""

_OPEN = "FROM task INDEXED BY task_due WHERE done_at IS NULL AND"
_OF_TRASH = """
    SELECT task_id FROM contact_row CROSS JOIN task_contact ON contact_id = contact_row.id
    WHERE deleted_at IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM task_contact AS other JOIN contact_row AS alive ON alive.id = other.contact_id
        WHERE other.task_id = task_contact.task_id AND alive.deleted_at IS NULL)
"""


class DateAhead(NamedTuple):
    """A birthday or another date that comes round; `value` as stored, `day` when it is."""

    contact_id: int
    name: str
    label: str
    value: str
    day: date


class Late(NamedTuple):
    """A person to whom one is late; `last_at` None: nothing was ever logged. Days as in `domain.rhythm`."""

    contact_id: int
    name: str
    last_at: int | None
    due_at: int
    wanted_days: int | None
    usual_days: int | None
    since: int


class TodayCount(NamedTuple):
    """The numbers of the sidebar: follow-ups overdue and for today."""

    overdue: int
    today: int


def open_tasks(reader: Reader, bounds: Bounds) -> dict[str, array[int]]:
    """The open follow-ups by part, each in order of when they are due."""
    hidden = set(reader.id_list(_OF_TRASH))

    def ids(condition: str, *values: int) -> array[int]:
        order = "ORDER BY due_at, priority = 0, priority, id"
        found = reader.id_list(f"SELECT id {_OPEN} {condition} {order}", values)
        return array("q", [each for each in found if each not in hidden] if hidden else found)

    today = "due_at >= ? AND due_at < ? AND "
    late = ids("due_at < ?", bounds.today)
    late.extend(ids(f"{today} due = '' AND due_at < ?", bounds.today, bounds.tomorrow, bounds.now))
    rest = ids(f"{today} (due <> '' OR due_at >= ?)", bounds.today, bounds.tomorrow, bounds.now)
    return {
        OVERDUE: late,
        TODAY: rest,
        WEEK: ids("due_at >= ? AND due_at < ?", bounds.tomorrow, bounds.week),
        LATER: ids("due_at >= ?", bounds.week),
        SOME_DAY: ids("due_at IS NULL"),
    }


def all_open(reader: Reader) -> list[int]:
    """Every open follow-up that is about somebody outside the trash."""
    hidden = set(reader.id_list(_OF_TRASH))
    found = reader.id_list("SELECT id FROM task WHERE done_at IS NULL ORDER BY due_at IS NULL, due_at, id")
    return [each for each in found if each not in hidden] if hidden else found


def counts(reader: Reader, bounds: Bounds) -> TodayCount:
    """How many follow-ups are overdue, and how many more are for today."""
    hidden = len(set(reader.id_list(_OF_TRASH)))
    if hidden:
        parts = open_tasks(reader, bounds)
        return TodayCount(len(parts[OVERDUE]), len(parts[TODAY]))
    both = reader.id_list(f"SELECT count(*) {_OPEN} due_at < ?", (bounds.tomorrow,))[0]
    sql = f"SELECT count(*) {_OPEN} due_at >= ? AND due_at < ? AND (due <> '' OR due_at >= ?)"
    today = reader.id_list(sql, (bounds.today, bounds.tomorrow, bounds.now))[0]
    return TodayCount(both - today, today)


def open_of(reader: Reader, contact_id: int) -> list[int]:
    """The open follow-ups about a contact, in order of when they are due."""
    sql = """
        SELECT task.id FROM task_contact CROSS JOIN task ON task.id = task_id
        WHERE contact_id = ? AND done_at IS NULL ORDER BY due_at IS NULL, due_at, task.id
    """
    return reader.id_list(sql, (contact_id,))


def dates_ahead(reader: Reader, today: date, days: int) -> list[DateAhead]:
    """Birthdays and other dates of the next days, today included."""
    wanted = {f"{day:%m-%d}": day for day in (today + timedelta(days=number) for number in range(days + 1))}
    if "02-28" in wanted and "02-29" not in wanted:
        wanted["02-29"] = wanted["02-28"]  # celebrated the day before in other years
    found: list[DateAhead] = []
    birthdays = """
        SELECT id, display_name, 'birthday', birthday FROM contact_row INDEXED BY contact_row_birthday
        WHERE deleted_at IS NULL AND birthday_key >= ? AND birthday_key < ?
    """
    others = """
        SELECT contact_id, display_name, label, value
        FROM contact_date INDEXED BY contact_date_day CROSS JOIN contact_row ON contact_row.id = contact_id
        WHERE label <> 'birthday' AND substr(value, -5) = ? AND deleted_at IS NULL
    """
    for key, day in wanted.items():
        for contact_id, name, label, value in reader.query(birthdays, (key, key + "~")) + reader.query(
            others, (key,)
        ):
            if _whole(value):
                found.append(DateAhead(contact_id, name, label, value, day))
    return sorted(found, key=lambda each: (each.day, each.name))


def all_dates(reader: Reader) -> list[tuple[int, int, str, str, str]]:
    """Every birthday and date with day and month outside the trash: its id, contact, name, label, value."""
    sql = """
        SELECT contact_date.id, contact_id, display_name, label, value
        FROM contact_date JOIN contact_row ON contact_row.id = contact_id
        WHERE deleted_at IS NULL ORDER BY substr(value, -5), display_name
    """
    return [(*row,) for row in reader.query(sql) if _whole(row[4])]


def late(reader: Reader, now: int, *, limit: int = MOST_LATE) -> list[Late]:
    """The people to whom one is late, the longest first."""
    sql = """
        SELECT id, display_name, last_at, rhythm_due_at, wanted_days, usual_days, created_at
        FROM contact_row INDEXED BY contact_row_rhythm_due_at
        WHERE deleted_at IS NULL AND rhythm_due_at IS NOT NULL AND rhythm_due_at < ?
        ORDER BY rhythm_due_at LIMIT ?
    """
    return [Late(*row) for row in reader.query(sql, (now, limit))]


def reminders(reader: Reader, since: int, until: int) -> list[int]:
    """The open follow-ups whose reminder, or whose time of day, lies in a stretch of time."""
    sql = """
        SELECT id, remind_at AS at FROM task INDEXED BY task_remind
        WHERE done_at IS NULL AND remind_at IS NOT NULL AND remind_at > ?1 AND remind_at <= ?2
        UNION ALL
        SELECT id, due_at FROM task INDEXED BY task_due
        WHERE done_at IS NULL AND due_at > ?1 AND due_at <= ?2 AND due = '' AND remind_at IS NULL
        ORDER BY at
    """
    return [row[0] for row in reader.query(sql, (since, until))]


def _whole(value: str) -> bool:
    """A day and a month, in the forms "1980-05-09" and "--05-09"."""
    return len(value) in (7, 10) and value[-3] == "-" and value[-6:-5] == "-"
