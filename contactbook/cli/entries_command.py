"""The command that reads tables of purchases, donations, tickets and survey answers into timelines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contactbook.cli.book_access import BookCommand
from contactbook.cli.exit_status import DONE, IN_PART
from contactbook.cli.output import json_option, print_json, print_line, progress_line
from contactbook.cli.reading_options import (
    country_option,
    date_order_option,
    encoding_option,
    mapping_option,
)
from contactbook.cli.rejected_told import tell_rejected

if TYPE_CHECKING:
    from contactbook.actions.import_mappings import Mapping
    from contactbook.cli.book_access import Access

_FILES = click.Path(path_type=Path, readable=False)


@click.command("entries", cls=BookCommand)
@click.argument("files", nargs=-1, required=True, type=_FILES)
@click.option(
    "--kind", default="", metavar="KIND", help="purchase, donation, case, feedback ...; of all rows."
)
@mapping_option
@click.option(
    "--column", "columns", multiple=True, metavar="HEADING=FIELD",
    help="What a column holds: id, email, phone, name, given, family, date, kind, subject, body, amount,"
    " currency, quantity, score, outcome, external (number of the order), extra (kept as it is), or skip.",
)  # fmt: skip
@click.option("--currency", default="", metavar="EUR", help="Of amounts that name none.")
@click.option(
    "--source", default="", metavar="NAME",
    help="The shop or program whose numbers of orders these are; told by the names of files without it.",
)  # fmt: skip
@encoding_option
@click.option("--delimiter", metavar="SIGN", default="", help="Between the cells; found out without it.")
@country_option
@date_order_option
@click.option("--dry-run", is_flag=True, help="Only tell what would happen.")
@click.option(
    "--rejects", type=_FILES, metavar="FILE", help="Write the rows that were left out to this file."
)
@json_option
def entries_command(
    access: Access,
    files: tuple[Path, ...],
    kind: str,
    mapping: Mapping | None,
    columns: tuple[str, ...],
    currency: str,
    source: str,
    encoding: str,
    delimiter: str,
    country: str,
    date_order: str | None,
    dry_run: bool,
    rejects: Path | None,
    as_json: bool,
) -> int:
    """Log the rows of tables with the contacts that they name by id, e-mail, phone or unique name.

    What came before, by its number of order or as the same row, is not written again; a known order that
    says something else now changes its entry. The exit status is 1 when rows were left out.
    """
    from contactbook.actions import entry_mappings, logging
    from contactbook.actions.import_options import ImportOptions
    from contactbook.actions.importing import import_files
    from contactbook.wording import reports

    with access.opened(writing=True) as book, progress_line("rows") as progress:
        options = ImportOptions(
            rows_are=logging.find_kind(book, kind).key if kind else "entries",
            mapping=mapping,
            encoding=encoding,
            delimiter=delimiter,
            country=country,
            date_order=date_order or "",
            dry_run=dry_run,
            rejects=rejects,
        )
        if columns or currency or source:
            said = {heading: field for heading, _, field in [each.rpartition("=") for each in columns]}
            options = entry_mappings.overruled(files, options, said, currency.upper(), source)
        report = import_files(book, files, options=options, progress=progress, say=reports.refusal).report
    if as_json:
        print_json(report.to_json())
    else:
        print_line(reports.import_summary(report.counts, dry_run=report.dry_run))
        tell_rejected(report)
    return IN_PART if report.rejected else DONE
