"""The command that reads e-mail files into timelines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from contactbook.cli.book_access import BookCommand
from contactbook.cli.exit_status import DONE, IN_PART
from contactbook.cli.output import json_option, print_aside, print_json, print_line
from contactbook.cli.unknown_told import SHOWN, tell_unknown, unknown_json

if TYPE_CHECKING:
    from contactbook.actions.mailing import MailReport
    from contactbook.cli.book_access import Access


@click.command("mail", cls=BookCommand)
@click.argument("files", nargs=-1, required=True, type=click.Path())
@click.option("--add-unknown", is_flag=True, help="Add whoever is not in the book, from name and signature.")
@click.option(
    "--update", is_flag=True, help="Write new phones, e-mails, titles, companies, addresses into contacts."
)
@click.option("--dry-run", is_flag=True, help="Only tell what would happen.")
@json_option
def mail_command(
    access: Access, files: tuple[str, ...], add_unknown: bool, update: bool, dry_run: bool, as_json: bool
) -> int:
    """Write e-mails (.eml, .msg, .mbox, folders of them) into timelines: of everybody whose address appears.

    A message is stored once, however often it comes. Addresses that nobody in the book has are listed. The
    exit status is 1 when something could not be read.
    """
    from pathlib import Path

    from contactbook.actions import mailing

    paths = [Path(each) for each in files]
    with access.opened(writing=True) as book:
        report = mailing.import_mail(book, paths, dry_run=dry_run or add_unknown)
        if add_unknown:
            people = [one.contact for one in report.newcomers if one.likely]
            report = mailing.import_mail(book, paths, newcomers=people, dry_run=dry_run)
        if update and report.news and not dry_run:
            mailing.take_news(book, report.news)
            report = replace(report, news=[])
    _tell(report, as_json)
    return IN_PART if report.refused else DONE


def _tell(report: MailReport, as_json: bool) -> None:
    from contactbook.wording import mail_words

    if as_json:
        print_json(
            {
                **report.counts,
                "refused": [{"file": file, "reason": reason} for file, reason in report.refused],
                "unknown": unknown_json(report.newcomers),
                "news": [
                    {
                        "contact": one.contact_id,
                        "field": one.detail.field,
                        "value": one.detail.after,
                        "old": one.detail.before,
                        "label": one.detail.label,
                    }
                    for one in report.news
                ],
            }
        )
        return
    print_line(mail_words.summary(report.counts))
    for line in mail_words.refused(report.refused):
        print_aside(f"  {line}")
    tell_unknown(report.newcomers)
    for one in report.news[:SHOWN]:
        said = ", ".join(mail_words.news(one.detail))
        print_aside(f"  the signature of {one.name} says: {said}")
