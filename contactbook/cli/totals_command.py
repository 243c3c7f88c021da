"""The command that adds up what somebody bought and gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from contactbook.cli import spoken_when
from contactbook.cli.book_access import BookCommand
from contactbook.cli.output import json_option, print_json, print_rows
from contactbook.domain import periods

if TYPE_CHECKING:
    from contactbook.cli.book_access import Access


@click.command("totals", cls=BookCommand)
@click.argument("contact", metavar="ID|UID")
@click.option(
    "--period", type=click.Choice(periods.PERIODS), default=periods.EVER, show_default=True, help="When."
)
@click.option("--since", default="", metavar="WHEN", help="From this day on, instead of a period.")
@click.option("--until", default="", metavar="WHEN", help="Up to this day, instead of a period.")
@json_option
def totals_command(access: Access, contact: str, period: str, since: str, until: str, as_json: bool) -> None:
    """Add up the purchases and donations of a contact, a company's with those of its people.

    Currencies are not added together: each has its own line.
    """
    from contactbook.actions import browsing, timelines
    from contactbook.domain import money
    from contactbook.wording.problems import moment

    first, last = periods.bounds(period, spoken_when.now())
    if since or until:
        first = spoken_when.day_start(since) if since else None
        last = spoken_when.day_start(until, later=1) if until else None
    with access.opened() as book:
        found = timelines.giving(book, browsing.show(book, contact).id, since=first, until=last)
    if as_json:
        print_json(
            [
                {
                    "kind": one.kind,
                    "currency": one.currency,
                    "count": one.entries,
                    "total": money.plain(one.amount, one.currency),
                    "average": money.plain(one.average, one.currency) if one.priced else None,
                    "last_at": one.last_at,
                }
                for one in found
            ]
        )
        return
    rows = [
        [
            one.kind,
            str(one.entries),
            money.grouped(one.amount, one.currency),
            money.grouped(one.average, one.currency) if one.priced else "",
            moment(one.last_at),
        ]
        for one in found
    ]
    print_rows(["Kind", "Count", "Total", "Average", "Last"], rows)
