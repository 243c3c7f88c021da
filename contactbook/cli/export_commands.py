"""Commands that write files for other programs: export, convert."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contactbook.cli.book_access import BookCommand
from contactbook.cli.exit_status import DONE, IN_PART
from contactbook.cli.output import json_option, print_aside, print_json, print_line, progress_line
from contactbook.cli.reading_commands import QUERY_HELP
from contactbook.cli.reading_options import (
    clean_option,
    country_option,
    date_order_option,
    encoding_option,
    mapping_option,
)
from contactbook.cli.rejected_told import tell_rejected, tell_warnings

if TYPE_CHECKING:
    from contactbook.actions.export_tables import TableOptions
    from contactbook.actions.import_mappings import Mapping
    from contactbook.cli.book_access import Access

_FILE = click.Path(path_type=Path, readable=False)
_STANDARD_OUTPUT = Path("-")
to_option = click.option(
    "--to",
    metavar="FORMAT",
    help="vcard3, vcard4, vcard2.1, one of them for a program (vcard3-apple, vcard3-google, vcard3-outlook, "
    "vcard2.1-outlook); csv, xlsx, a table for a program (csv-google, csv-outlook, csv-thunderbird, "
    "csv-mailchimp, csv-hubspot, csv-salesforce); ldif, json, ics or ics-google; by the ending of OUT.",
)
columns_option = click.option(
    "--columns",
    metavar="A,B,..",
    default="",
    help="With csv and xlsx: only these columns, such as 'First Name,Last Name,E-mail,Stage'; a custom field "
    "by its label, all of them as 'Custom fields'.",
)
excel_option = click.option(
    "--for-excel", is_flag=True, help="With csv: cells that Excel would calculate begin with an apostrophe."
)
delimiter_option = click.option(
    "--delimiter",
    type=click.Choice(("comma", "semicolon", "tab")),
    help="With csv: what stands between cells; without it as spreadsheets of this country have it.",
)


@click.command("export", cls=BookCommand)
@click.argument("out", type=_FILE)
@to_option
@click.option("--query", metavar="Q", default="", help=QUERY_HELP)
@columns_option
@excel_option
@delimiter_option
@json_option
def export_command(
    access: Access,
    out: Path,
    to: str | None,
    query: str,
    columns: str,
    for_excel: bool,
    delimiter: str | None,
    as_json: bool,
) -> int:
    """Write contacts of a book to the file OUT, whole or not at all. The trash stays out.

    With - for OUT they go to standard output, for another program to read.

    What the format has no place for is said before anything is written; the exit status is then 1.

    --to archive (OUT.zip) writes everything that the book holds, history, photos and attachments included;
    `import` brings it into a new book. Like every export it is not encrypted.

    --to ics (OUT.ics) writes follow-ups, birthdays and other dates as a calendar; --to ics-google writes the
    follow-ups as events, because Google and Outlook pass over tasks.
    """
    from contactbook.actions.export_formats import ARCHIVE, format_of

    options = _options(columns, for_excel, delimiter)
    _ask_for_format(out, to)
    if out == _STANDARD_OUTPUT and (as_json or to in (ARCHIVE, "ics", "ics-google")):
        raise click.UsageError("Standard output takes one thing: contacts, without --json, archive or ics.")
    if (to or format_of(out.name)) == ARCHIVE:
        if query or options:
            raise click.UsageError("An archive holds everything: it takes neither --query nor columns.")
        return _export_archive(access, out, as_json=as_json)

    if (to or out.suffix.lower().lstrip(".")) in ("ics", "ics-google"):
        if query or options:
            raise click.UsageError("A calendar takes neither --query nor columns.")
        return _export_calendar(access, out, as_events=to == "ics-google", as_json=as_json)
    return _export_contacts(access, out, to or format_of(out.name), query, options, as_json=as_json)


def _export_contacts(
    access: Access, out: Path, to: str, query: str, options: TableOptions | None, *, as_json: bool
) -> int:
    from contactbook.actions import browsing
    from contactbook.actions.exporting import export

    piped = out == _STANDARD_OUTPUT
    with access.opened() as book, progress_line() as progress:
        report = export(
            book,
            sys.stdout.buffer if piped else out,
            to=to,
            ids=browsing.found(book, query) if query else None,
            options=options,
            warn=None if as_json else tell_warnings,
            progress=progress,
        )
    if as_json:
        print_json(report.to_json())
    else:
        from contactbook.wording import reports

        say = print_aside if piped else print_line
        say(reports.export_summary(report.contacts, "standard output" if piped else out.name))
        say(reports.fidelity(report.properties.to_json()))
    return IN_PART if report.warnings else DONE


def _ask_for_format(out: Path, to: str | None) -> None:
    """Nobody shall find cards in a file whose ending promises something else."""
    from contactbook.actions.export_formats import format_of

    if not to and out.suffix.lower() != ".ics" and not format_of(out.name, ""):
        raise click.UsageError(f"The name {out.name} does not say which format is meant: give --to.")


def _options(columns: str, for_excel: bool, delimiter: str | None) -> TableOptions | None:
    """How a table is to be written, None where nothing is said about it."""
    if not (columns or for_excel or delimiter):
        return None
    from contactbook.actions.export_tables import TableOptions

    names = tuple(name.strip() for name in columns.split(",") if name.strip())
    return TableOptions(names, for_excel, delimiter or "")


def _export_calendar(access: Access, out: Path, *, as_events: bool, as_json: bool) -> int:
    from contactbook.actions.calendars import export_calendar
    from contactbook.wording import calendar_words

    with access.opened() as book:
        counts = export_calendar(book, out, calendar_words.title_of_day, as_events=as_events)
    if as_json:
        print_json(counts)
    else:
        print_line(calendar_words.exported(counts))
    return DONE


def _export_archive(access: Access, out: Path, *, as_json: bool) -> int:
    from contactbook.actions.archiving import export_archive
    from contactbook.wording import reports

    with access.opened() as book, progress_line() as progress:
        report = export_archive(book, out, progress=progress)
    if as_json:
        print_json(report.to_json())
    else:
        print_line(reports.export_summary(report.contacts, out.name))
        print_aside(reports.not_encrypted(out.name))
    return DONE


@click.command("convert")
@click.argument("files", nargs=-1, required=True, type=_FILE, metavar="IN... OUT")
@click.option(
    "--from", "source_format", metavar="FORMAT", default="", help="Format of IN; found out without it."
)
@encoding_option
@mapping_option
@country_option
@date_order_option
@clean_option
@to_option
@columns_option
@excel_option
@delimiter_option
@json_option
def convert_command(
    files: tuple[Path, ...],
    source_format: str,
    encoding: str,
    mapping: Mapping | None,
    country: str,
    date_order: str | None,
    clean: tuple[str, ...],
    to: str | None,
    columns: str,
    for_excel: bool,
    delimiter: str | None,
    as_json: bool,
) -> int:
    """Turn files of contacts into another format, without a book; nothing is kept.

    The exit status is 1 when some of the contacts were refused, or the format has no place for something.
    """
    from contactbook.actions.converting import ReadOptions, convert

    *ins, out = files
    if not ins:
        raise click.UsageError("convert needs at least one file to read and one to write.")
    _ask_for_format(out, to)
    options = ReadOptions(
        format=source_format,
        encoding=encoding,
        country=country,
        date_order=date_order or "",
        mapping=mapping,
        clean=clean,
    )
    tables = _options(columns, for_excel, delimiter)
    with progress_line() as progress:
        report = convert(ins, out, to=to or "", options=options, tables=tables, progress=progress)
    if as_json:
        print_json(report.to_json())
    else:
        from contactbook.wording import reports

        print_line(reports.export_summary(report.reading.created, out.name))
        print_line(reports.fidelity(report.reading.properties.to_json()))
        tell_warnings(report.warnings)
        tell_rejected(report.reading)
    return IN_PART if report.reading.rejected or report.warnings else DONE
