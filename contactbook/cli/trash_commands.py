"""Commands about the trash: trash, restore-contact, erase."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from contactbook.cli.book_access import BookCommand
from contactbook.cli.changes_told import tell_changes
from contactbook.cli.editing_commands import ids_of
from contactbook.cli.output import json_option

if TYPE_CHECKING:
    from contactbook.cli.book_access import Access


@click.command("trash", cls=BookCommand)
@click.argument("contacts", nargs=-1, metavar="ID|UID...")
@click.option("--empty", is_flag=True, help="Delete everything that lies in the trash.")
@click.option("--empty-old", is_flag=True, help="Delete what has lain there longer than the book's setting.")
@click.option(
    "--days", type=click.IntRange(0, 3650), metavar="N", help="Set after how many days; 0 for never."
)
@json_option
def trash_command(
    access: Access,
    contacts: tuple[str, ...],
    empty: bool,
    empty_old: bool,
    days: int | None,
    as_json: bool,
) -> None:
    """Put contacts into the trash, whole; or empty it."""
    from contactbook.actions import editing, trashing

    if bool(contacts) + empty + empty_old + (days is not None) != 1:
        raise click.UsageError("Name contacts, or give one of --empty, --empty-old, --days.")
    with access.opened(writing=True) as book:
        if days is not None:
            changes = trashing.keep_days(book, days)
        elif empty or empty_old:
            changes = trashing.empty(book) if empty else trashing.empty_old(book)
        else:
            changes = editing.trash(book, ids_of(book, contacts))
        tell_changes(book, changes, as_json)


@click.command("restore-contact", cls=BookCommand)
@click.argument("contacts", nargs=-1, required=True, metavar="ID|UID...")
@json_option
def restore_contact_command(access: Access, contacts: tuple[str, ...], as_json: bool) -> None:
    """Take contacts out of the trash."""
    from contactbook.actions import editing

    with access.opened(writing=True) as book:
        tell_changes(book, editing.restore(book, ids_of(book, contacts)), as_json)


@click.command("erase", cls=BookCommand)
@click.argument("contacts", nargs=-1, required=True, metavar="ID|UID...")
@json_option
def erase_command(access: Access, contacts: tuple[str, ...], as_json: bool) -> None:
    """Erase contacts for good, from the history as well.

    Nothing but an older backup brings them back.
    """
    from contactbook.actions import trashing

    with access.opened(writing=True) as book:
        tell_changes(book, trashing.erase(book, ids_of(book, contacts)), as_json)
