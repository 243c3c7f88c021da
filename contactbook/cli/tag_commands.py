"""The command about tags: given to contacts, taken from them, and tags themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from contactbook.cli.book_access import BookCommand
from contactbook.cli.changes_told import tell_changes
from contactbook.cli.output import json_option

if TYPE_CHECKING:
    from contactbook.actions.books import Book
    from contactbook.cli.book_access import Access
    from contactbook.domain.changes import Changes


@click.command("tag", cls=BookCommand)
@click.argument("tag")
@click.option("--query", metavar="Q", help="Which contacts: words, or terms such as city:Gdansk.")
@click.option("--remove", is_flag=True, help="Take the tag from them.")
@click.option("--rename", metavar="NAME", help="Give the tag another name.")
@click.option("--color", metavar="#RRGGBB", help="Give the tag a colour; an empty text for none.")
@click.option("--merge-into", metavar="TAG", help="Give everybody with the tag that one instead.")
@click.option("--delete", is_flag=True, help="Remove the tag itself; the contacts stay.")
@json_option
def tag_command(
    access: Access,
    tag: str,
    query: str | None,
    remove: bool,
    rename: str | None,
    color: str | None,
    merge_into: str | None,
    delete: bool,
    as_json: bool,
) -> None:
    """Give a tag to the contacts found, or take it from them; or change the tag itself."""
    given = [query is not None, rename is not None, color is not None, merge_into is not None, delete]
    if sum(given) != 1 or (remove and query is None):
        raise click.UsageError("Give one of --query, --rename, --color, --merge-into, --delete.")
    with access.opened(writing=True) as book:
        if query is not None:
            changes = _given(book, tag, query, remove=remove)
        else:
            changes = _changed(book, tag, rename, color, merge_into)
        tell_changes(book, changes, as_json)


def _given(book: Book, tag: str, query: str, *, remove: bool) -> Changes:
    from contactbook.actions import browsing, editing

    change = editing.untag if remove else editing.tag
    return change(book, browsing.found(book, query), tag)


def _changed(book: Book, tag: str, rename: str | None, color: str | None, merge_into: str | None) -> Changes:
    from contactbook.actions import tagging

    tag_id = tagging.tag_id(book, tag)
    if rename is not None:
        return tagging.rename_tag(book, tag_id, rename)
    if color is not None:
        return tagging.color_tag(book, tag_id, color)
    if merge_into is not None:
        return tagging.merge_tags(book, tag_id, tagging.tag_id(book, merge_into))
    return tagging.delete_tag(book, tag_id)
