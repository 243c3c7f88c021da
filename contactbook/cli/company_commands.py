"""The command about companies: who belongs to one, which names are no company yet, and making them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from contactbook.cli.book_access import BookCommand
from contactbook.cli.changes_told import tell_changes
from contactbook.cli.editing_commands import ids_of
from contactbook.cli.output import json_option, print_json, print_rows

if TYPE_CHECKING:
    from contactbook.actions.books import Book
    from contactbook.cli.book_access import Access


@click.command("company", cls=BookCommand)
@click.argument("company", required=False, metavar="[ID|UID]")
@click.option(
    "--make", multiple=True, metavar="NAME", help="Make a company of this name and link its people."
)
@click.option("--make-all", is_flag=True, help="Make companies of all names that people carry.")
@click.option("--parent", metavar="ID|UID", help="Place the company under this one.")
@json_option
def company_command(
    access: Access,
    company: str | None,
    make: tuple[str, ...],
    make_all: bool,
    parent: str | None,
    as_json: bool,
) -> None:
    """List the people of a company, or else the names that people carry and that are no company yet.

    One company spelt in several ways is only pointed out ("perhaps"), never made one by itself.
    """
    from contactbook.actions import companies
    from contactbook.domain.changes import Changes

    if bool(make or make_all) + bool(company) > 1 or (parent and not company):
        raise click.UsageError("Name a company, or give --make or --make-all.")
    with access.opened(writing=bool(make or make_all or parent)) as book:
        if make or make_all:
            names = list(make) or [group.name for group in companies.name_groups(book)]
            changes = companies.make_companies(book, names) if names else Changes()
            tell_changes(book, changes, as_json)
        elif company and parent:
            changes = companies.set_parent(book, ids_of(book, [company]), ids_of(book, [parent])[0])
            tell_changes(book, changes, as_json)
        elif company:
            _print_people(book, ids_of(book, [company])[0], as_json)
        else:
            _print_groups(book, as_json)


def _print_people(book: Book, company: int, as_json: bool) -> None:
    from contactbook.actions import companies

    people = companies.people(book, company)
    if as_json:
        print_json([one._asdict() for one in people])
        return
    print_rows(
        ("ID", "Name", "Title", "Since", "Until", "Decides"),
        (
            (str(one.id), one.name, one.job_title, one.since, one.until, "yes" if one.decision_maker else "")
            for one in people
        ),
    )


def _print_groups(book: Book, as_json: bool) -> None:
    from contactbook.actions import companies

    groups = companies.name_groups(book)
    if as_json:
        shown = [
            {
                "name": group.name,
                "spellings": dict(group.spellings),
                "people": group.people,
                "company_id": group.company_id,
                "perhaps": group.like,
            }
            for group in groups
        ]
        print_json(shown)
        return
    print_rows(
        ("Name", "People", "Perhaps the same as"),
        ((group.name, str(len(group.people)), ", ".join(group.like)) for group in groups),
    )
