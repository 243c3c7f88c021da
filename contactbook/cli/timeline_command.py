"""The command that lists one contact's timeline, or writes it to a file."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from contactbook.cli import spoken_when
from contactbook.cli.book_access import BookCommand
from contactbook.cli.output import json_option, print_json, print_json_list, print_line, print_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contactbook.actions.books import Book
    from contactbook.cli.book_access import Access
    from contactbook.domain.interactions import EntryFilter, Interaction

_TABLE, _PAGES = ".csv", ".pdf"


@click.command("timeline", cls=BookCommand)
@click.argument("contact", metavar="ID|UID")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only entries of this kind.")
@click.option("--since", default="", metavar="WHEN", help="Only entries from this day on.")
@click.option("--until", default="", metavar="WHEN", help="Only entries up to this day.")
@click.option(
    "--person", default="", metavar="ID|UID", help="Of a company: only entries with this one of its people."
)
@click.option("--text", default="", metavar="WORDS", help="Only entries in which all words occur.")
@click.option(
    "--to", "target", type=click.Path(path_type=Path), metavar="FILE",
    help="Write them to this file: a table (.csv), pages (.pdf) or plain text.",
)  # fmt: skip
@json_option
def timeline_command(
    access: Access,
    contact: str,
    target: Path | None,
    as_json: bool,
    **wanted: Any,  # noqa: ANN401
) -> None:
    """List what happened with a contact, the latest first; a company shows its people's entries too."""
    from contactbook.actions import browsing, logging, timelines
    from contactbook.wording.speech import say_number

    with access.opened() as book:
        found = browsing.show(book, contact)
        chosen = _chosen(book, **wanted)
        if target is not None:
            count = _write(book, found.id, target, chosen)
            if as_json:
                print_json({"entries": count})
            else:
                print_line(
                    say_number(count, "1 entry is in {file}.", "{n} entries are in {file}.", file=target.name)
                )
            return
        entries = timelines.timeline(book, found.id, chosen)
        if as_json:
            print_json_list(_json(entry) for entry in entries)
        else:
            print_rows(["When", "What", "Facts", "Text", "Id"], _rows(entries, logging.own_kinds(book)))


def _chosen(
    book: Book, kinds: tuple[str, ...], since: str, until: str, person: str, text: str
) -> EntryFilter:
    from contactbook.actions import browsing, logging
    from contactbook.domain.interactions import EntryFilter

    return EntryFilter(
        kinds=tuple(logging.find_kind(book, each).key for each in kinds),
        contact_id=browsing.show(book, person).id if person else 0,
        since=spoken_when.day_start(since) if since else None,
        until=spoken_when.day_start(until, later=1) if until else None,
        text=text,
    )


def _write(book: Book, contact_id: int, target: Path, chosen: EntryFilter) -> int:
    from contactbook.actions import logging, timeline_export
    from contactbook.wording import timeline_words
    from contactbook.wording.problems import moment

    if target.suffix.lower() == _TABLE:
        return timeline_export.write_csv(book, contact_id, target, chosen)
    if target.suffix.lower() == _PAGES:
        return _draw(book, contact_id, target, chosen)
    say = timeline_words.teller(logging.own_kinds(book), moment)
    return timeline_export.write_text(book, contact_id, target, say, chosen)


def _draw(book: Book, contact_id: int, target: Path, chosen: EntryFilter) -> int:
    """Have a process of its own draw the pages: what draws them is a large library for windows."""
    import os
    import pickle
    import subprocess
    import sys

    from contactbook.actions import logging, timelines
    from contactbook.domain.problems import Problem

    entries = list(timelines.timeline(book, contact_id, chosen))
    name = timelines.names(book, [contact_id]).get(contact_id, "")
    done = subprocess.run(
        [sys.executable, "-m", "contactbook.ui.timeline.timeline_pdf", os.fspath(target.absolute())],
        input=pickle.dumps((name, entries, logging.own_kinds(book))),
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise Problem("print.not_drawn", reason=done.stderr.decode(errors="replace").strip()[-200:])
    if done.stdout:
        code, data = pickle.loads(done.stdout)
        raise Problem(code, **data)
    return len(entries)


def _rows(entries: Iterator[Interaction], own: tuple[Any, ...]) -> Iterator[list[str]]:
    from contactbook.domain.interactions import kind_of
    from contactbook.wording import timeline_words as words
    from contactbook.wording.problems import moment

    for entry in entries:
        kind, facts = words.kind(kind_of(entry.kind, own)), ", ".join(words.facts(entry))
        said = " / ".join([*entry.text.splitlines(), *words.beside(entry)])
        yield [moment(entry.occurred_at), kind, facts, said, str(entry.id)]


def _json(entry: Interaction) -> dict[str, Any]:
    from contactbook.domain import money

    made = asdict(entry)
    if entry.amount is not None:
        made["amount"] = money.plain(entry.amount, entry.currency)
    return made
