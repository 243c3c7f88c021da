"""Entries, outcomes and follow-ups in words, as every screen and the command line say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain import interactions as domain
from contactbook.domain import money, recurrence
from contactbook.wording.speech import joined, say, say_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.domain.interactions import Interaction, Kind
    from contactbook.domain.rhythm import Rhythm

KINDS = {
    domain.CALL: "Call",
    domain.EMAIL: "E-mail",
    domain.MEETING: "Meeting",
    domain.MESSAGE: "Message",
    domain.LETTER: "Letter",
    domain.NOTE: "Note",
    domain.PURCHASE: "Purchase",
    domain.DONATION: "Donation",
    domain.EVENT: "Event",
    domain.CASE: "Support case",
    domain.FEEDBACK: "Feedback",
    domain.DONE: "Done",
}
OUTCOMES = {
    domain.REACHED: "reached",
    domain.NO_ANSWER: "no answer",
    domain.LEFT_MESSAGE: "left a message",
    domain.POSITIVE: "went well",
    domain.NEGATIVE: "did not go well",
    domain.OPEN: "open",
    domain.SOLVED: "solved",
}
_BESIDE = {"from": "From", "to": "To", "cc": "Cc", "with": "With", "place": "Place"}
DIRECTIONS = {domain.IN: "incoming", domain.OUT: "outgoing"}
PARTS = {
    "overdue": "Overdue",
    "today": "Today",
    "week": "Next 7 days",
    "later": "Later",
    "some_day": "Some day",
}
PRIORITIES = {0: "no priority", 1: "high", 5: "medium", 9: "low"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_EVERY = {
    recurrence.DAILY: ("every day", "every {n} days"),
    recurrence.WEEKLY: ("every week", "every {n} weeks"),
    recurrence.MONTHLY: ("every month", "every {n} months"),
    recurrence.YEARLY: ("every year", "every {n} years"),
}
_ORDINALS = {
    1: "{every} on the first {day}",
    2: "{every} on the second {day}",
    3: "{every} on the third {day}",
    4: "{every} on the fourth {day}",
    -1: "{every} on the last {day}",
}
_WEEK, _LONG_WEEKS = 7, 28


def kind(one: Kind) -> str:
    """What a kind of entry is called."""
    return one.label or say(KINDS.get(one.key, one.key))


def outcome(key: str) -> str:
    """An outcome; what somebody typed stays as it is."""
    return say(OUTCOMES[key]) if key in OUTCOMES else key


def direction(key: str) -> str:
    """Incoming, outgoing, or nothing."""
    return say(DIRECTIONS[key]) if key in DIRECTIONS else ""


def duration(seconds: int) -> str:
    """How long it took: "25 min", "1 h 10 min"."""
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return say("{n} min", n=minutes)
    hours, rest = divmod(minutes, 60)
    return say("{h} h {m} min", h=hours, m=rest) if rest else say("{h} h", h=hours)


def facts(entry: Interaction) -> list[str]:
    """What an entry says beside its text: direction, length, quantity, amount, score, outcome."""
    found = [direction(entry.direction)]
    if entry.duration:
        found.append(duration(entry.duration))
    if entry.quantity is not None:
        found.append(say("{n} pieces", n=f"{entry.quantity:g}"))
    if entry.amount is not None:
        found.append(money.grouped(entry.amount, entry.currency))
    if entry.score is not None:
        found.append(say("{n} of 10", n=entry.score))
    if entry.outcome:
        found.append(outcome(entry.outcome))
    return [each for each in found if each]


def lines(entry: Interaction, one: Kind, when: str, others: str) -> list[str]:
    """A whole entry as plain text: a head line, what was said, what else is known of it."""
    head = (when, kind(one), *facts(entry), others)
    return [" · ".join(part for part in head if part), *entry.text.splitlines(), *beside(entry)]


def teller(own: tuple[Kind, ...], moment: Callable[[int], str]) -> Callable[[Interaction, str], list[str]]:
    """`lines` for a timeline that is written out, given what a person's own kinds and moments are called."""
    return lambda entry, others: lines(
        entry, domain.kind_of(entry.kind, own), moment(entry.occurred_at), others
    )


def beside(entry: Interaction) -> list[str]:
    """What else is known of an entry, a line each: "From: Ada Kowalska", and columns of its table."""
    found: list[str] = []
    for key, words in _BESIDE.items():
        value: str | list[str] = entry.details.get(key) or ""
        if value:
            shown = value if isinstance(value, str) else ", ".join(value)
            found.append(say("{what}: {value}", what=say(words), value=shown))
    found += (say("{what}: {value}", what=each, value=value) for each, value in entry.columns.items())
    return found


def repeat(rule: str) -> str:
    """A repetition rule in plain words: "every 2 weeks on Monday"; else the calendar's own rule."""
    try:
        found = recurrence.parse(rule)
    except ValueError:
        return say("custom rule: {rule}", rule=rule)
    said = say_number(found.interval, *_EVERY[found.every])
    if found.ordinal:
        day = say(_WEEKDAYS[found.weekdays[0]])
        said = say(_ORDINALS[found.ordinal], every=said, day=day)
    elif found.weekdays:
        days = joined([say(_WEEKDAYS[day]) for day in found.weekdays])
        said = say("{every} on {days}", every=said, days=days)
    if found.month_day == -1:
        said = say("{every} on the last day", every=said)
    elif found.month_day:
        said = say("{every} on day {day}", every=said, day=found.month_day)
    return say("{every} until {day}", every=said, day=found.until) if found.until else said


def every(days: int) -> str:
    """A rhythm: "every 5 weeks", "every 10 days"."""
    if days >= _LONG_WEEKS or days % _WEEK == 0:
        return say_number(max(1, round(days / _WEEK)), "every week", "every {n} weeks")
    return say_number(days, "every day", "every {n} days")


def span(days: int) -> str:
    """A length of time: "11 weeks", "3 days"."""
    if days >= _LONG_WEEKS:
        return say_number(round(days / _WEEK), "1 week", "{n} weeks")
    return say_number(days, "1 day", "{n} days")


def rhythm(found: Rhythm, now: int) -> str:
    """A rhythm with the numbers behind it: "Usually every 5 weeks, now 11 weeks."; "" without one."""
    days = found.elapsed(now)
    if found.last_at is None:
        since = say("never in touch so far")
    else:
        since = say("now {span}", span=span(days)) if days else say("last today")
    if found.wanted and found.usual:
        return say(
            "Wanted {wanted}, usually {usual}, {since}.",
            wanted=every(found.wanted),
            usual=every(found.usual),
            since=since,
        )
    if found.wanted:
        return say("Wanted {wanted}, {since}.", wanted=every(found.wanted), since=since)
    if found.usual:
        return say("Usually {usual}, {since}.", usual=every(found.usual), since=since)
    return ""
