"""The command `import`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contactbook.cli.book_access import BookCommand
from contactbook.cli.exit_status import DONE, IN_PART
from contactbook.cli.output import json_option, print_json, print_line, progress_line
from contactbook.cli.policy_type import POLICIES, POLICY
from contactbook.cli.reading_options import (
    clean_option,
    country_option,
    date_order_option,
    encoding_option,
    mapping_option,
)
from contactbook.cli.rejected_told import tell_doubtful, tell_rejected

if TYPE_CHECKING:
    from contactbook.actions.import_mappings import Mapping
    from contactbook.actions.import_report import ImportReport
    from contactbook.cli.book_access import Access

_FILES = click.Path(path_type=Path, readable=False)


@click.command("import", cls=BookCommand)
@click.argument("files", nargs=-1, required=True, type=_FILES)
@click.option(
    "--from", "source_format", metavar="FORMAT", default="", help="Their format; found out without it."
)
@encoding_option
@mapping_option
@click.option(
    "--match",
    metavar="KEYS",
    default="uid,source",
    show_default=True,
    help="How a contact is recognised, in this order: uid, email, phone (these only where the names agree), "
    "the key of a custom field, or source (a row without UID that came before: the same name and content, "
    "nearly all of a card, or the same name and an e-mail or phone from the same program).",
)
@click.option(
    "--existing",
    type=click.Choice(POLICIES),
    default="overwrite",
    show_default=True,
    help="What to do with a contact that is in the book and differs: leave it, fill its blanks, take what "
    "the file says (a blank erases nothing, a note is added to), or add the values that are new.",
)
@click.option(
    "--policy",
    "policies",
    type=POLICY,
    multiple=True,
    help="Otherwise than --existing for one thing, such as note=skip, email=add, job_title=fill, "
    "birthday=overwrite or field.shoe_size=add.",
)
@click.option(
    "--lookalikes",
    type=click.Choice(["new", "skip", "update"]),
    default="new",
    show_default=True,
    help="What to do with somebody who may be in the book already, but not for certain (the same name alone, "
    "or an address that somebody of another name has): a new contact, which is listed; leave it out; or "
    "bring it into the one whom it looks like, if that is just one.",
)
@country_option
@date_order_option
@clean_option
@click.option(
    "--companies",
    type=click.Choice(["create", "link", "none"]),
    default=None,
    help="Make one company of each company name, only link people with companies that are there, or neither. "
    "Without it tables make companies and cards are linked.",
)
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="A tag for every contact of the files.")
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.option(
    "--rejects",
    type=_FILES,
    metavar="FILE",
    help="Write the refused cards and rows there, to be corrected and imported.",
)
@json_option
def import_command(
    access: Access,
    files: tuple[Path, ...],
    source_format: str,
    encoding: str,
    mapping: Mapping | None,
    match: str,
    existing: str,
    policies: tuple[tuple[str, str], ...],
    lookalikes: str,
    country: str,
    date_order: str | None,
    clean: tuple[str, ...],
    companies: str | None,
    tags: tuple[str, ...],
    dry_run: bool,
    rejects: Path | None,
    as_json: bool,
) -> int:
    """Read files of contacts (vCard, CSV, ...), folders or zip archives into a book, as one step.

    Of several files a line each says what became of its rows; the numbers add up.

    The exit status is 1 when some of the contacts were refused.
    """
    from contactbook.actions.import_options import ImportOptions
    from contactbook.actions.importing import import_files
    from contactbook.wording import reports

    if Path("-") in files and not Path("-").exists():
        raise click.UsageError("Files are read more than once, so standard input will not do: name a file.")
    options = ImportOptions(
        format=source_format,
        encoding=encoding,
        country=country,
        date_order=date_order or "",
        clean=clean,
        mapping=mapping,
        companies=companies or "",
        tags=tags,
        existing=existing,
        policies=dict(policies),
        lookalikes=lookalikes,
        match=tuple(key.strip() for key in match.split(",") if key.strip()),
        dry_run=dry_run,
        rejects=rejects,
    )
    with access.opened(writing=True) as book, progress_line() as progress:
        report = import_files(book, files, options=options, progress=progress, say=reports.refusal).report
    if as_json:
        print_json(report.to_json())
    else:
        _tell(report)
    return IN_PART if report.rejected else DONE


def _tell(report: ImportReport) -> None:
    from contactbook.wording import reports

    print_line(reports.import_summary(report.counts, dry_run=report.dry_run))
    if len(report.files) > 1:
        for file in report.files:
            print_line(reports.file_summary(file.file, file.counts))
    if report.properties.read:
        print_line(reports.fidelity(report.properties.to_json()))
    tell_doubtful(report)
    tell_rejected(report)
