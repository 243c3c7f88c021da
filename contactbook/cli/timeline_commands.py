"""Commands about what was said and what is next: log, due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from contactbook.cli import spoken_when
from contactbook.cli.book_access import BookCommand
from contactbook.cli.changes_told import tell_changes
from contactbook.cli.output import json_option, print_json, print_rows

if TYPE_CHECKING:
    from datetime import datetime

    from contactbook.actions.timelines import Due
    from contactbook.cli.book_access import Access
    from contactbook.domain.follow_ups import FollowUp
    from contactbook.domain.interactions import Interaction


@click.command("log", cls=BookCommand)
@click.argument("contact", metavar="ID|UID")
@click.argument("kind")
@click.argument("text")
@click.option("--at", metavar="WHEN", help="When it was: “yesterday 14:05”, “15.3.”; now without it.")
@click.option("--with", "others", multiple=True, metavar="ID|UID", help="Somebody else who was there.")
@click.option("--direction", type=click.Choice(["in", "out"]), help="Incoming or outgoing.")
@click.option("--minutes", type=click.FloatRange(min=0), metavar="N", help="How long it took.")
@click.option("--outcome", metavar="TEXT", help="What came of it, such as reached or no_answer.")
@click.option("--amount", metavar="12.50", help="What was paid or given.")
@click.option("--currency", metavar="EUR", default="", help="In which currency.")
@click.option("--quantity", type=float, metavar="N", help="How many pieces.")
@click.option("--score", type=click.IntRange(0, 10), metavar="N", help="Feedback from 0 to 10.")
@click.option("--file", "files", multiple=True, type=click.Path(), metavar="FILE", help="A file to keep.")
@click.option("--follow-up", metavar="WHEN", help="When to come back to it, such as “in 2 weeks”.")
@json_option
def log_command(
    access: Access,
    contact: str,
    kind: str,
    text: str,
    as_json: bool,
    follow_up: str | None,
    **given: Any,  # noqa: ANN401
) -> None:
    """Write an entry into the timeline of a contact.

    KIND is call, email, meeting, message, letter, note, purchase, donation, event, case, feedback, or one
    that was added to the book. The first line of TEXT is its subject.
    """
    from pathlib import Path

    from contactbook.actions import browsing, logging

    now = spoken_when.now()
    with access.opened(writing=True) as book:
        people = [browsing.show(book, each).id for each in (contact, *given["others"])]
        entry = _entry(logging.find_kind(book, kind).key, text, people, now, given)
        task = _follow_up(follow_up, entry, now) if follow_up else None
        files = [Path(each) for each in given["files"]]
        tell_changes(book, logging.log(book, entry, follow_up=task, files=files), as_json)


@click.command("due", cls=BookCommand)
@click.option(
    "--within",
    type=click.IntRange(min=0),
    default=7,
    show_default=True,
    metavar="DAYS",
    help="How far ahead.",
)
@json_option
def due_command(access: Access, within: int, as_json: bool) -> None:
    """List what is to be done: follow-ups, dates ahead, and people to whom one is late."""
    from contactbook.actions import timelines
    from contactbook.domain import follow_ups

    now = spoken_when.now()
    with access.opened() as book:
        tasks = list(timelines.due(book, within=within, now=now))
        dates = timelines.dates_ahead(book, days=within, now=now)
        late = timelines.late(book, now=now)
    if as_json:
        print_json(
            {
                "follow_ups": [_due_json(due) for due in tasks],
                "dates": [{**each._asdict(), "day": each.day.isoformat()} for each in dates],
                "late": [each._asdict() for each in late],
            }
        )
        return
    from contactbook.domain.rhythm import Rhythm
    from contactbook.wording import timeline_words as words

    rows = [_due_row(due) for due in tasks]
    rows += [
        [each.day.isoformat(), each.label, each.name, each.value, str(each.contact_id)] for each in dates
    ]
    present = follow_ups.milliseconds(now)
    for each in late:
        rhythm = Rhythm(each.wanted_days, each.usual_days, each.last_at, each.since)
        rows.append(["", "late", each.name, words.rhythm(rhythm, present), str(each.contact_id)])
    print_rows(["Due", "Part", "Who", "What", "Id"], rows)


def _entry(key: str, text: str, people: list[int], now: datetime, given: dict[str, Any]) -> Interaction:
    from contactbook.domain import follow_ups, money
    from contactbook.domain.interactions import Interaction, split_text
    from contactbook.domain.problems import Problem

    subject, body = split_text(text)
    entry = Interaction(kind=key, subject=subject, body=body, contacts=people)
    if given["at"]:
        when = spoken_when.read(given["at"], past=True)
        entry.occurred_at = follow_ups.milliseconds(when.moment(now))
    entry.direction, entry.outcome = given["direction"] or "", given["outcome"] or ""
    entry.duration = round(given["minutes"] * 60) if given["minutes"] is not None else None
    entry.quantity, entry.score = given["quantity"], given["score"]
    if given["amount"]:
        try:
            entry.amount, entry.currency = money.read(given["amount"], given["currency"])
        except ValueError as error:
            raise Problem("log.amount_not_understood", value=given["amount"]) from error
    return entry


def _follow_up(text: str, entry: Interaction, now: datetime) -> FollowUp:
    from contactbook.domain import follow_ups

    task = follow_ups.FollowUp(title=entry.subject or entry.kind)
    return follow_ups.due_then(task, spoken_when.read(text), now)


def _due_row(due: Due) -> list[str]:
    from contactbook.wording import timeline_words as words
    from contactbook.wording.problems import moment

    task = due.task
    when = task.due or (moment(task.due_at) if task.due_at is not None else "")
    return [when, words.PARTS[due.part].lower(), ", ".join(due.names), task.title, str(task.id)]


def _due_json(due: Due) -> dict[str, Any]:
    from dataclasses import asdict

    return {"part": due.part, **asdict(due.task), "names": list(due.names)}
