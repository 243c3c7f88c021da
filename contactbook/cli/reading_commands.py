"""Commands that look: list, search, show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from contactbook.cli.book_access import BookCommand
from contactbook.cli.output import json_option, print_json, print_json_list, print_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from contactbook.actions.books import Book
    from contactbook.actions.browsing import ListRow
    from contactbook.cli.book_access import Access

COLUMNS = {
    "id": "id", "name": "display_name", "kind": "kind", "organization": "organization", "title": "job_title",
    "email": "email", "phone": "phone", "locality": "locality", "country": "country", "tags": "tags",
    "birthday": "birthday", "starred": "starred", "photo": "has_photo", "created": "created_at",
    "updated": "updated_at", "deleted": "deleted_at", "sort_name": "sort_name",
}  # fmt: skip
"""What `--columns` may name, and the attribute of the list row that it shows."""

USUAL_COLUMNS = ("id", "name", "organization", "email", "phone", "tags")
VIEWS = ("all", "people", "companies", "starred", "trash")
_TITLES = {"id": "ID", "email": "E-mail"}


class _ColumnList(click.ParamType[tuple[str, ...]]):
    name = "A,B,.."

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        names = tuple(name.strip() for name in str(value).split(",") if name.strip())
        for name in names:
            if name not in COLUMNS:
                self.fail(f"there is no column {name!r}; there are {', '.join(COLUMNS)}", param, ctx)
        return names


QUERY_HELP = "Only contacts that this finds: words, or terms such as tag:vip -company:acme born:05."
limit_option = click.option(
    "--limit", type=click.IntRange(min=1), metavar="N", help="At most so many contacts."
)


@click.command("list", cls=BookCommand)
@click.option("--query", metavar="Q", default="", help=QUERY_HELP)
@click.option("--view", type=click.Choice(VIEWS), default="all", help="Which contacts; everybody without it.")
@click.option("--sort", metavar="FIELD", default="name", help="What to sort by; the name without it.")
@click.option("--reverse", is_flag=True, help="The last first.")
@click.option("--columns", type=_ColumnList(), help="Which columns, in which order.")
@limit_option
@json_option
def list_command(
    access: Access,
    query: str,
    view: str,
    sort: str,
    reverse: bool,
    columns: tuple[str, ...] | None,
    limit: int | None,
    as_json: bool,
) -> None:
    """List the contacts of a book.

    A query is made of words and of terms, all of which must hold: tag:vip city:Gdansk -company:acme born:05
    created:>2025-01 has:email no:phone field.shoe_size:>44 (tag:a or tag:b) "exact words".

    On a terminal as a table; elsewhere one line a contact, with tabs between the values. With --json whole
    contacts, or with --columns only these.
    """
    from contactbook.actions import browsing

    if sort not in browsing.SORTS and not sort.startswith("field."):
        raise click.BadParameter(f"{sort!r} is none of {', '.join(browsing.SORTS)}", param_hint="--sort")
    with access.opened() as book:
        if query:
            rows = browsing.search(book, query, view=view, sort=sort, descending=reverse, limit=limit or 0)
        else:
            rows = browsing.list_contacts(book, view=view, sort=sort, descending=reverse, limit=limit or 0)
        _print(book, rows, columns, as_json)


@click.command("search", cls=BookCommand)
@click.argument("words", nargs=-1, required=True)
@click.option("--columns", type=_ColumnList(), help="Which columns, in which order.")
@limit_option
@json_option
def search_command(
    access: Access, words: tuple[str, ...], columns: tuple[str, ...] | None, limit: int | None, as_json: bool
) -> None:
    """List the contacts in which all words occur: in any field and order, without regard to case and accents.

    Part of an e-mail address is enough, and so are some digits of a phone number, however they are grouped.
    """
    from contactbook.actions import browsing

    with access.opened() as book:
        _print(book, browsing.search(book, " ".join(words), limit=limit or 0), columns, as_json)


@click.command("show", cls=BookCommand)
@click.argument("contact", metavar="ID|UID")
@json_option
def show_command(access: Access, contact: str, as_json: bool) -> None:
    """Show everything about one contact, and what others say that they are to it.

    With --json in the one shape of all contacts, with `seen_from` added: relations that other contacts have
    to this one, each with their `label` and the `inverse` word for this side.
    """
    from contactbook.actions import browsing
    from contactbook.cli.contact_card import Linked, lines

    with access.opened() as book:
        found = browsing.show(book, contact)
        linked = Linked(browsing.seen_from(book, found), *browsing.placed(book, found))
    if as_json:
        from contactbook.domain import contact_json

        seen = [
            {"id": one.other.id, "name": one.other.name, "label": one.label, "inverse": one.word}
            for one in linked.seen_from
        ]
        print_json({**contact_json.to_json(found), "seen_from": seen})
        return
    for text in lines(found, linked):
        click.echo(text)


def _print(book: Book, rows: Iterable[ListRow], columns: Sequence[str] | None, as_json: bool) -> None:
    if not as_json:
        names = columns or USUAL_COLUMNS
        titles = [_TITLES.get(name, name.replace("_", " ").capitalize()) for name in names]
        print_rows(titles, ([_shown(name, getattr(row, COLUMNS[name])) for name in names] for row in rows))
    elif columns:
        print_json_list({name: getattr(row, COLUMNS[name]) for name in columns} for row in rows)
    else:
        from contactbook.actions import browsing
        from contactbook.domain import contact_json

        ids = [row.id for row in rows]
        print_json_list(contact_json.to_json(contact) for contact in browsing.contacts(book, ids))


def _shown(column: str, value: object) -> str:
    """The value of a column for a person: moments in local time, yes or nothing."""
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if column in ("created", "updated", "deleted") and isinstance(value, int):
        from contactbook.wording.problems import moment

        return moment(value)
    return str(value)
