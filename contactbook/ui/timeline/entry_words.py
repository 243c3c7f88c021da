"""Entries, follow-ups and dates in words for the panels of this folder, in the language of the window."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

from contactbook.domain import rhythm, when_words
from contactbook.domain.interactions import kind_of
from contactbook.qtmodels.today_model import DATE, HEADING, LATE
from contactbook.wording import timeline_words
from contactbook.wording.speech import say

if TYPE_CHECKING:
    from contactbook.domain.follow_ups import FollowUp
    from contactbook.domain.interactions import Interaction
    from contactbook.domain.when_words import When
    from contactbook.qtmodels.timeline_model import Entry
    from contactbook.qtmodels.today_model import Line

_SHORT = 40
"""How long what a table said beside an entry may be to stand in its row."""


def clock(at: int) -> str:
    """The time of day of a moment, "" at midnight, which stands for a whole day."""
    time = QDateTime.fromMSecsSinceEpoch(at).time()
    return QLocale().toString(time, QLocale.FormatType.ShortFormat) if time != QTime(0, 0) else ""


def exact(at: int) -> str:
    """A moment in full, as short as it is unambiguous."""
    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(at), "d MMM yyyy HH:mm")


def day_heading(day: date, today: date | None = None) -> str:
    """A day as a heading: "Today", "Yesterday", "Monday, 23 November 2026"."""
    present = today or datetime.now().astimezone().date()
    if day == present:
        return _tr("Today")
    if day == present - timedelta(days=1):
        return _tr("Yesterday")
    if day == present + timedelta(days=1):
        return _tr("Tomorrow")
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd, d MMMM yyyy")


def facts(entry: Entry) -> str:
    """The second line: kind, direction, length, amount, outcome, others, its table, files, more text."""
    what = entry.what
    said = [timeline_words.kind(entry.kind), *timeline_words.facts(what)]
    if entry.others:
        said.append(_tr("with %1").replace("%1", ", ".join(entry.others)))
    for at, timed in entry.days:
        said.append(_tr("follow-up: %1").replace("%1", due_of(at, timed=timed) or _tr("some day")))
    said += (
        each for each in (f"{name}: {cell}" for name, cell in what.columns.items()) if len(each) <= _SHORT
    )
    if what.files:
        said.append(", ".join(each.name for each in what.files))
    if what.body:
        said.append(" ".join(what.body.split()))
    return " · ".join(said)


def title(what: Interaction) -> str:
    """The first line of an entry."""
    return what.subject or " ".join(what.body.split())


def describe(entry: Entry) -> str:
    """A whole entry for people who hear the list."""
    return ", ".join(
        part for part in (clock(entry.what.occurred_at), title(entry.what), facts(entry)) if part
    )


def heading(line: Line) -> str:
    """The words of a heading of the Today view."""
    if line.part == LATE:
        return _tr("Out of touch")
    if line.part == DATE:
        return _tr("Dates ahead")
    return say(timeline_words.PARTS[line.part])


def first_line(line: Line) -> str:
    """What a row of the Today view is about."""
    if line.kind == HEADING:
        return heading(line)
    if line.task is not None:
        return line.task.title
    return line.late.name if line.late is not None else line.ahead.name if line.ahead is not None else ""


def second_line(line: Line, now: int) -> str:
    """Who and why."""
    if line.task is not None:
        task = line.task
        said = [", ".join(line.names)]
        if task.details.get("duration"):
            said.append(timeline_words.duration(task.details["duration"]))
        if task.repeat:
            said.append(timeline_words.repeat(task.repeat))
        if task.assignee:
            said.append(_tr("for %1").replace("%1", task.assignee))
        said += (came_from(line), " ".join(task.note.split()))
        return " · ".join(part for part in said if part)
    if line.late is not None:
        return timeline_words.rhythm(measured(line), now)
    if line.ahead is not None:
        label = _tr("Birthday") if line.ahead.label == "birthday" else line.ahead.label.capitalize()
        born = line.ahead.value[:4]
        years = line.ahead.day.year - int(born) if born.isdecimal() else 0
        return _tr("%1, %2 years").replace("%1", label).replace("%2", str(years)) if years > 0 else label
    return ""


def measured(line: Line) -> rhythm.Rhythm:
    """The rhythm of a person to whom one is late."""
    late = line.late
    assert late is not None
    return rhythm.Rhythm(late.wanted_days, late.usual_days, late.last_at, late.since)


def next_step(task: FollowUp) -> str:
    """A follow-up as a line of the entry that it came from."""
    if task.done_at is not None:
        return _tr("%1 · done %2").replace("%1", task.title).replace("%2", exact(task.done_at))
    return " · ".join(each for each in (task.title, due_of(task.due_at, timed=task.timed)) if each)


def came_from(line: Line) -> str:
    """The entry that a follow-up came from; "" when there is none."""
    key, first = line.came_from
    if not key:
        return ""
    said = timeline_words.kind(kind_of(key))
    if first and line.task is not None and first != line.task.title:
        said = f"{said} “{first}”"
    return _tr("from: %1").replace("%1", said)


def due(line: Line) -> str:
    """When a row of the Today view is due; nothing for people to whom one is late."""
    return "" if line.late is not None else due_of(line.at, timed=line.timed)


def due_of(at: int | None, *, timed: bool) -> str:
    """When something is due: "9:00", "tomorrow", "Fri 27 Nov, 9:00"; "" for some day."""
    if at is None:
        return ""
    moment = QDateTime.fromMSecsSinceEpoch(at)
    today = QDate.currentDate()
    time = QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat) if timed else ""
    if moment.date() == today:
        return time or _tr("today")
    if moment.date() == today.addDays(1):
        day = _tr("tomorrow")
    else:
        form = "ddd d MMM" if moment.date().year() == today.year() else "d MMM yyyy"
        day = QLocale().toString(moment.date(), form)
    return f"{day}, {time}" if time else day


def describe_line(line: Line) -> str:
    """A whole row of the Today view for people who hear the list."""
    if line.kind == HEADING:
        return f"{heading(line)}, {line.count}"
    now = QDateTime.currentMSecsSinceEpoch()
    return ", ".join(part for part in (first_line(line), second_line(line, now), due(line)) if part)


def reading(when: When) -> str:
    """How a day in words was read, and how else it could be meant."""
    day = when.day
    said = QLocale().toString(QDate(day.year, day.month, day.day), "dddd, d MMMM yyyy")
    if when.time is not None:
        time = QLocale().toString(QTime(when.time.hour, when.time.minute), QLocale.FormatType.ShortFormat)
        said = f"{said}, {time}"
    if when.doubt == when_words.HOUR_OF_DAY:
        return _tr("%1 (in the afternoon)").replace("%1", said)
    if when.other is not None:
        other = when.other
        instead = QLocale().toString(QDate(other.year, other.month, other.day), "d MMMM")
        return _tr("%1 (not %2)").replace("%1", said).replace("%2", instead)
    return said


def _tr(text: str) -> str:
    return QCoreApplication.translate("timeline", text)
