"""The command that reads tables of purchases, donations, tickets and survey answers into timelines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contactbook.cli.book_access import BookCommand
from contactbook.cli.exit_status import DONE, IN_PART
from contactbook.cli.output import Progress, json_option, print_aside, print_json, print_line, watched

if TYPE_CHECKING:
    from contactbook.cli.book_access import Access

_FILE = click.Path(path_type=Path)
SHOWN = 20


@click.command("entries", cls=BookCommand)
@click.argument("file", type=_FILE)
@click.option(
    "--kind", default="", metavar="KIND", help="purchase, donation, case, feedback ...; of all rows."
)
@click.option("--currency", default="", metavar="EUR", help="Of amounts that name none.")
@click.option("--country", default="", metavar="CC", help="Of phone numbers without one.")
@click.option("--date-order", default="", type=click.Choice(("", "dmy", "mdy", "ymd")), help="Of 03/04/2026.")
@click.option(
    "--column", "columns", multiple=True, metavar="HEADING=FIELD",
    help="What a column holds: id, email, phone, name, date, kind, subject, body, amount, currency, quantity,"
    " score, outcome, external.",
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Only tell what would happen.")
@click.option("--rejects", type=_FILE, metavar="FILE", help="Write the rows that were left out to this file.")
@json_option
def entries_command(
    access: Access,
    file: Path,
    kind: str,
    currency: str,
    country: str,
    date_order: str,
    columns: tuple[str, ...],
    dry_run: bool,
    rejects: Path | None,
    as_json: bool,
) -> int:
    """Log the rows of FILE (a table) with the contacts that they name by id, e-mail, phone or unique name.

    What came before, by its number of order or as the same row, is not written again. The exit status is 1
    when rows were left out.
    """
    from contactbook.actions import entry_import, logging
    from contactbook.wording import entry_import_words as words

    wanted = {heading: field for heading, _, field in [each.rpartition("=") for each in columns]}
    progress = Progress()
    with access.opened(writing=True) as book:
        key = logging.find_kind(book, kind).key if kind else ""
        options = entry_import.EntryOptions(key, currency, country.upper(), date_order, wanted)
        try:
            report = entry_import.import_entries(
                book, file, options=options, dry_run=dry_run, progress=watched(progress)
            )
        finally:
            progress.end()
    if rejects is not None and report.refused:
        entry_import.save_refused(report, rejects, words.reason)
    if as_json:
        told = {
            "kind": report.kind,
            "columns": dict(zip(report.headings, report.fields, strict=True)),
            "counts": dict(report.counts),
            "refused": [{"line": line, "reason": reason} for line, reason, _cells in report.refused],
        }
        print_json(told)
    else:
        print_line(words.summary(report.counts))
        for line, reason, _cells in report.refused[:SHOWN]:
            print_aside(f"  line {line}: {words.reason(reason)}")
    return IN_PART if report.refused else DONE
