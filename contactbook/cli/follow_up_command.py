"""The command about follow-ups: planned, done, put off, changed, removed, shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from contactbook.cli import spoken_when
from contactbook.cli.book_access import BookCommand
from contactbook.cli.changes_told import tell_changes
from contactbook.cli.output import json_option, print_json, print_rows

if TYPE_CHECKING:
    from contactbook.actions.books import Book
    from contactbook.cli.book_access import Access
    from contactbook.domain.changes import Changes
    from contactbook.domain.follow_ups import FollowUp

PRIORITIES = {"none": 0, "high": 1, "medium": 5, "low": 9}
_STEPS = ("done", "reopen", "snooze", "move", "remove")
_FIELDS = ("title", "note", "when", "repeat", "remind", "assignee", "priority")


@click.command("follow-up", cls=BookCommand)
@click.argument("numbers", nargs=-1, type=int, metavar="[NUMBER]...")
@click.option("--done", is_flag=True, help="Done: an entry of their timeline, and the next time if repeated.")
@click.option("--reopen", is_flag=True, help="No longer done.")
@click.option("--snooze", type=click.IntRange(1, 3660), metavar="DAYS", help="Put off by so many days.")
@click.option("--move", metavar="WHEN", help="Put on another day, at the same time of day.")
@click.option("--remove", is_flag=True, help="Take it away without doing it.")
@click.option("--for", "people", multiple=True, metavar="ID|UID", help="Plan a new one about this contact.")
@click.option("--title", metavar="TEXT", help="What is to be done.")
@click.option("--note", metavar="TEXT", help="What else is to be known for it.")
@click.option("--when", metavar="WHEN", help="When it is due: “Friday 9:00”; an empty text for some day.")
@click.option("--repeat", metavar="WORDS", help="“every 2 weeks”, “every Monday”; empty for once.")
@click.option("--remind", metavar="WHEN", help="When to be told, at 9:00 without a time; empty for never.")
@click.option("--assignee", metavar="NAME", help="Who does it; empty for nobody.")
@click.option("--priority", type=click.Choice(list(PRIORITIES)), help="How urgent it is.")
@json_option
def follow_up_command(
    access: Access,
    numbers: tuple[int, ...],
    people: tuple[str, ...],
    as_json: bool,
    **given: Any,  # noqa: ANN401
) -> None:
    """Do, put off, change or show follow-ups by the NUMBER that `due` lists, or plan a new one.

    Several at once can be done, reopened, put off, moved or removed, as one step.
    """
    steps = [name for name in _STEPS if given[name]]
    fields = [name for name in _FIELDS if given[name] is not None]
    _check(numbers, people, steps, fields)
    with access.opened(writing=bool(steps or fields or people)) as book:
        from contactbook.actions import timelines

        found = [timelines.follow_up(book, number) for number in numbers]
        if not (steps or fields or people):
            _show(book, found, as_json)
            return
        if steps:
            changes = _step(book, steps[0], list(numbers), given)
        else:
            changes, found = _written(book, found, people, given)
        told = {} if steps == ["remove"] else {"follow_ups": _now_as(book, [task.id for task in found])}
        tell_changes(book, changes, as_json, **told)


def _check(numbers: tuple[int, ...], people: tuple[str, ...], steps: list[str], fields: list[str]) -> None:
    if bool(numbers) == bool(people):
        raise click.UsageError("Give the NUMBER of a follow-up, or --for with a contact for a new one.")
    if len(steps) + bool(fields) > 1 or (steps and people):
        raise click.UsageError(f"Give one of {', '.join(f'--{name}' for name in _STEPS)}, or what to change.")
    if fields and len(numbers) > 1:
        raise click.UsageError("Change one follow-up at a time.")
    if people and "title" not in fields:
        raise click.UsageError("Give a --title for the new follow-up.")


def _step(book: Book, name: str, numbers: list[int], given: dict[str, Any]) -> Changes:
    from contactbook.actions import following_up

    if name == "snooze":
        return following_up.snooze(book, numbers, given["snooze"], now=spoken_when.now())
    if name == "move":
        return following_up.reschedule(
            book, numbers, spoken_when.read(given["move"]).day, now=spoken_when.now()
        )
    plain = {
        "done": following_up.finish, "reopen": following_up.reopen,
        "remove": following_up.remove_follow_ups,
    }  # fmt: skip
    return plain[name](book, numbers)


def _written(
    book: Book, found: list[FollowUp], people: tuple[str, ...], given: dict[str, Any]
) -> tuple[Changes, list[FollowUp]]:
    from contactbook.actions import following_up
    from contactbook.cli.editing_commands import ids_of
    from contactbook.domain.follow_ups import FollowUp

    if found:
        task = _filled(found[0], given)
        return following_up.change_follow_up(book, task), [task]
    task = _filled(FollowUp(contacts=ids_of(book, people)), given)
    return following_up.add_follow_up(book, task), [task]


def _filled(task: FollowUp, given: dict[str, Any]) -> FollowUp:
    """The follow-up with what was given; an empty text takes away."""
    from dataclasses import replace

    from contactbook.domain import follow_ups, when_words

    now = spoken_when.now()
    said = {name: given[name].strip() for name in ("title", "note", "assignee") if given[name] is not None}
    task = replace(task, **said)
    if given["priority"] is not None:
        task.priority = PRIORITIES[given["priority"]]
    if given["repeat"] is not None:
        words = given["repeat"].strip()
        task.repeat = str(when_words.read_repeat(words, locale=spoken_when.language())) if words else ""
    if given["when"] is not None:
        words = given["when"].strip()
        task = (
            follow_ups.due_then(task, spoken_when.read(words), now)
            if words
            else replace(task, due="", due_at=None)
        )
    if given["remind"] is not None:
        task.remind_at = _reminder(given["remind"].strip())
    return task


def _reminder(words: str) -> int | None:
    from contactbook.domain import follow_ups

    return follow_ups.reminder_at(spoken_when.read(words), spoken_when.now()) if words else None


def _now_as(book: Book, numbers: list[int]) -> list[dict[str, Any]]:
    from dataclasses import asdict

    from contactbook.actions import timelines

    return [asdict(timelines.follow_up(book, number)) for number in numbers]


def _show(book: Book, found: list[FollowUp], as_json: bool) -> None:
    if as_json:
        print_json(_now_as(book, [task.id for task in found]))
        return
    from contactbook.actions import timelines
    from contactbook.wording import timeline_words as words
    from contactbook.wording.problems import moment
    from contactbook.wording.speech import say

    names = timelines.names(book, {each for task in found for each in task.contacts})
    rows: list[list[str]] = []
    for task in found:
        due = task.due or (moment(task.due_at) if task.due_at is not None else "")
        who = ", ".join(names[each] for each in task.contacts if each in names)
        told = moment(task.remind_at) if task.remind_at is not None else ""
        repeat = words.repeat(task.repeat) if task.repeat else ""
        priority = say(words.PRIORITIES.get(task.priority, str(task.priority))) if task.priority else ""
        done = moment(task.done_at) if task.done_at is not None else ""
        rows.append([due, who, task.title, repeat, told, task.assignee, priority, done, str(task.id)])
    print_rows(["Due", "Who", "What", "Repeat", "Remind", "Assignee", "Priority", "Done", "Id"], rows)
