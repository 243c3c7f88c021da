"""The command about segments: list, save, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from contactbook.cli.book_access import BookCommand
from contactbook.cli.changes_told import tell_changes
from contactbook.cli.output import json_option, print_json, print_rows

if TYPE_CHECKING:
    from contactbook.cli.book_access import Access

VERBS = ("list", "save", "remove")


@click.command("segment", cls=BookCommand)
@click.argument("verb", type=click.Choice(VERBS), metavar="list|save|remove")
@click.argument("name", default="")
@click.option("--query", metavar="Q", default="", help="With save: whom the segment lists.")
@json_option
def segment_command(access: Access, verb: str, name: str, query: str, as_json: bool) -> None:
    """List, save or remove segments: searches under a name, which list whoever they find now.

    A query such as `tag:vip city:Gdansk -company:acme` can be saved with `save NAME --query Q`; a segment of
    that name is replaced.
    """
    from contactbook.actions import segments

    if verb == "list":
        with access.opened() as book:
            counts = segments.counts(book)
            every = segments.every(book)
        if as_json:
            print_json(
                [
                    {"id": one.id, "name": one.name, "query": one.query, "contacts": counts[one.id]}
                    for one in every
                ]
            )
        else:
            rows = ([one.name, f"{counts[one.id]:,}", one.query] for one in every)
            print_rows(("Name", "Contacts", "Query"), rows)
        return
    if not name.strip():
        raise click.UsageError(f"segment {verb} needs the name of the segment.")
    if verb == "save" and not query.strip():
        raise click.UsageError("segment save needs --query.")
    with access.opened(writing=True) as book:
        if verb == "save":
            changes = segments.save_segment(book, name, query)
        else:
            changes = segments.remove_segment(book, segments.named(book, name).id)
        tell_changes(book, changes, as_json)
