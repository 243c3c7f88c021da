"""The command about rhythm: how often one wants to be in touch, with contacts or everybody of a tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from contactbook.cli import spoken_when
from contactbook.cli.book_access import BookCommand
from contactbook.cli.changes_told import tell_changes
from contactbook.cli.output import json_option, print_json, print_rows

if TYPE_CHECKING:
    from contactbook.actions.books import Book
    from contactbook.cli.book_access import Access


@click.command("rhythm", cls=BookCommand)
@click.argument("contacts", nargs=-1, metavar="[ID|UID]...")
@click.option("--query", metavar="Q", help="The contacts found: words, or terms such as city:Gdansk.")
@click.option("--tag", metavar="TAG", help="Everybody who carries this tag.")
@click.option("--every", metavar="WORDS", help="The wish: “6 weeks”, “month”, “10 days”.")
@click.option("--none", "nothing", is_flag=True, help="Take the wish away.")
@json_option
def rhythm_command(
    access: Access,
    contacts: tuple[str, ...],
    query: str | None,
    tag: str | None,
    every: str | None,
    nothing: bool,
    as_json: bool,
) -> None:
    """Say how often you want to be in touch with contacts or a tag, or show how it stands.

    Without --every and --none the rhythm of the contacts is shown: the wish, what is usual, how long ago.
    """
    from contactbook.actions import browsing, following_up, tagging
    from contactbook.cli.editing_commands import ids_of

    if bool(contacts) + (query is not None) + (tag is not None) != 1:
        raise click.UsageError("Name contacts, or give one of --query and --tag.")
    changing = every is not None or nothing
    if (every is not None and nothing) or (tag is not None and not changing):
        raise click.UsageError("Give --every with a wish, or --none.")
    with access.opened(writing=changing) as book:
        days = _days(every) if every is not None else None
        if tag is not None:
            tell_changes(book, following_up.set_tag_rhythm(book, tagging.tag_id(book, tag), days), as_json)
            return
        ids = list(browsing.found(book, query)) if query is not None else ids_of(book, contacts)
        if changing:
            tell_changes(book, following_up.set_rhythm(book, ids, days), as_json)
        else:
            _show(book, ids, as_json)


def _days(text: str) -> int:
    """“6 weeks” or a whole repetition in any language. Raises Problem("when.repeat_not_understood")."""
    from contactbook.domain import when_words
    from contactbook.domain.problems import Problem

    locale = spoken_when.language()
    try:
        return when_words.read_repeat(text, locale=locale).days
    except Problem as problem:
        try:
            return when_words.read_repeat(f"every {text}", locale="en").days
        except Problem:
            raise problem from None


def _show(book: Book, ids: list[int], as_json: bool) -> None:
    from contactbook.actions import timelines
    from contactbook.domain import follow_ups
    from contactbook.wording import timeline_words

    present = follow_ups.milliseconds(spoken_when.now())
    names = timelines.names(book, ids)
    rhythms = {contact: timelines.rhythm(book, contact) for contact in ids}
    if as_json:
        shown = [
            {
                "id": contact,
                "name": names.get(contact, ""),
                "wanted_days": each.wanted,
                "usual_days": each.usual,
                "last_at": each.last_at,
                "since": each.since,
            }
            for contact, each in rhythms.items()
        ]
        print_json(shown)
        return
    rows = [
        [names.get(contact, ""), timeline_words.rhythm(each, present), str(contact)]
        for contact, each in rhythms.items()
    ]
    print_rows(["Who", "Rhythm", "Id"], rows)
