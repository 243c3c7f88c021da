"""The command that reads calendar files into timelines; `export OUT.ics` writes one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contactbook.cli.book_access import BookCommand
from contactbook.cli.output import json_option, print_json, print_line
from contactbook.cli.unknown_told import tell_unknown, unknown_json

if TYPE_CHECKING:
    from contactbook.cli.book_access import Access


@click.command("calendar", cls=BookCommand)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--add-unknown", is_flag=True, help="Add whoever is not in the book, with name and address.")
@click.option("--dry-run", is_flag=True, help="Only tell what would happen.")
@json_option
def calendar_command(
    access: Access, files: tuple[Path, ...], add_unknown: bool, dry_run: bool, as_json: bool
) -> None:
    """Write the meetings of calendar files (.ics) into the timelines of those who organised or attended them.

    Those that are still ahead become follow-ups. Each is stored once, however often its file comes, and moves
    with its calendar; of a repeated one every time of the last two years and the next one are there.
    """
    from contactbook.actions.calendar_import import import_calendar
    from contactbook.wording import calendar_words

    with access.opened(writing=True) as book:
        report = import_calendar(book, files, dry_run=dry_run or add_unknown)
        if add_unknown:
            people = [one.contact for one in report.newcomers if one.likely]
            report = import_calendar(book, files, newcomers=people, dry_run=dry_run)
    if as_json:
        print_json({**report.counts, "unknown": unknown_json(report.newcomers)})
        return
    print_line(calendar_words.imported(report.counts))
    tell_unknown(report.newcomers)
