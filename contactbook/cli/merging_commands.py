"""The command that makes one contact of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from contactbook.cli.book_access import BookCommand
from contactbook.cli.changes_told import tell_changes
from contactbook.cli.editing_commands import ids_of
from contactbook.cli.output import json_option

if TYPE_CHECKING:
    from contactbook.cli.book_access import Access


@click.command("merge", cls=BookCommand)
@click.argument("contacts", nargs=-1, required=True, metavar="ID|UID...")
@click.option("--keep", metavar="ID|UID", help="The one that remains; otherwise the first.")
@json_option
def merge_command(access: Access, contacts: tuple[str, ...], keep: str | None, as_json: bool) -> None:
    """Make one contact of several.

    No value is lost: what does not fit beside the kept one becomes a further value. Undo gives each back.
    """
    from contactbook.actions import merging

    with access.opened(writing=True) as book:
        kept = ids_of(book, [keep])[0] if keep else 0
        tell_changes(book, merging.merge(book, ids_of(book, contacts), kept), as_json)
