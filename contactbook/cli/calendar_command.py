"""The command that reads calendar files into timelines; `export OUT.ics` writes one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contactbook.cli.book_access import BookCommand
from contactbook.cli.output import json_option, print_json, print_line

if TYPE_CHECKING:
    from contactbook.cli.book_access import Access


@click.command("calendar", cls=BookCommand)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only tell what would happen.")
@json_option
def calendar_command(access: Access, files: tuple[Path, ...], dry_run: bool, as_json: bool) -> None:
    """Write the meetings of calendar files (.ics) into the timelines of those who organised or attended them.

    A meeting is stored once, however often its file comes. Those that are still ahead are left out.
    """
    from contactbook.actions import calendars
    from contactbook.wording import calendar_words

    with access.opened(writing=True) as book:
        report = calendars.import_calendar(book, files, dry_run=dry_run)
    if as_json:
        print_json(report.counts)
    else:
        print_line(calendar_words.imported(report.counts))
