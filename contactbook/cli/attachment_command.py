"""The command about the files of an entry: list, add, save, remove."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contactbook.cli.book_access import BookCommand
from contactbook.cli.changes_told import tell_changes
from contactbook.cli.output import json_option, print_json, print_line, print_rows

if TYPE_CHECKING:
    from contactbook.cli.book_access import Access

_FILE = click.Path(path_type=Path)


@click.command("attachment", cls=BookCommand)
@click.argument("entry", metavar="ENTRY", type=int)
@click.option("--add", "added", multiple=True, type=_FILE, metavar="FILE", help="Keep this file with it.")
@click.option("--remove", type=int, metavar="ID", help="Take the file of this number from it.")
@click.option(
    "--save", "folder", type=click.Path(path_type=Path, file_okay=False, exists=True), metavar="FOLDER",
    help="Write its files there; none is written over.",
)  # fmt: skip
@json_option
def attachment_command(
    access: Access,
    entry: int,
    added: tuple[Path, ...],
    remove: int | None,
    folder: Path | None,
    as_json: bool,
) -> None:
    """List the files of an entry, or do one thing with them; ENTRY is the last column of `timeline`."""
    from contactbook.actions import attachment_copies, logging, timelines

    if bool(added) + (remove is not None) + (folder is not None) > 1:
        raise click.UsageError("Give one of --add, --remove and --save.")
    with access.opened(writing=bool(added) or remove is not None) as book:
        if added:
            tell_changes(book, logging.attach_files(book, entry, added), as_json)
        elif remove is not None:
            tell_changes(book, logging.detach_file(book, remove), as_json)
        elif folder is not None:
            made = [str(path) for path in attachment_copies.save_into(book, entry, folder)]
            if as_json:
                print_json(made)
            else:
                for path in made:
                    print_line(path)
        else:
            found = timelines.entry(book, entry).attachments
            if as_json:
                print_json([{"id": one.id, "name": one.name, "size": one.size} for one in found])
            else:
                print_rows(["Id", "Name", "Bytes"], [[str(one.id), one.name, str(one.size)] for one in found])
