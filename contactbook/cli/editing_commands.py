"""Commands that change contacts: add, edit."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from contactbook.cli.book_access import BookCommand
from contactbook.cli.changes_told import tell_changes
from contactbook.cli.output import json_option

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contactbook.actions.books import Book
    from contactbook.cli.book_access import Access

_LARGEST_PHOTO = 64 << 20
_LONGEST_TEXT = 64 << 10
"""Characters; a business card has some hundred."""
_LISTS = {
    "email",
    "phone",
    "url",
    "chat",
    "social",
    "address",
    "date",
    "relation",
    "photo",
    "affiliation",
    "tag",
}
"""Fields that may be given several times at once: all their values together replace those there are."""

_FIELDS_HELP = """

    FIELD is a name such as given, family, organization, title, note; email, phone, url, address; birthday;
    tags; field.KEY for a custom field; photo=@FILE for a picture; checked_at=now. phone[2] is the second
    phone, phone[+] one more, phone.work the one labelled work, phone.work.label its label. An empty value
    takes the thing away.
    """


@click.command("add", cls=BookCommand, help="Add a contact." + _FIELDS_HELP)
@click.argument("assignments", nargs=-1, metavar="FIELD=VALUE...")
@click.option(
    "--from-text",
    type=click.File(encoding="utf-8", errors="replace"),
    metavar="FILE|-",
    help="Take the text of a signature or business card apart; assignments change what was understood.",
)
@json_option
def add_command(
    access: Access, assignments: tuple[str, ...], from_text: IO[str] | None, as_json: bool
) -> None:
    """Make a contact of the assignments, or of a text, and tell its id."""
    from contactbook.actions import editing

    if not assignments and from_text is None:
        raise click.UsageError("Give FIELD=VALUE or --from-text.")
    values = values_of(assignments)
    text = from_text.read(_LONGEST_TEXT) if from_text is not None else None
    with access.opened(writing=True) as book:
        tell_changes(book, editing.add_contact(book, values, from_text=text), as_json)


@click.command(
    "edit", cls=BookCommand, help="Change fields of a contact; nothing else of it is touched." + _FIELDS_HELP
)
@click.argument("words", nargs=-1, required=True, metavar="[ID|UID] FIELD=VALUE...")
@click.option("--query", metavar="Q", help="Change all contacts that a search finds, as one step.")
@click.option("--dry-run", is_flag=True, help="With --query: only say how many contacts would change.")
@json_option
def edit_command(
    access: Access, words: tuple[str, ...], query: str | None, dry_run: bool, as_json: bool
) -> None:
    """Change what the assignments name."""
    from contactbook.actions import editing

    if query is not None:
        from contactbook.cli.bulk_edit import edit_found

        edit_found(access, query, words, values_of, dry_run=dry_run, as_json=as_json)
        return
    contact, *assignments = words
    if dry_run or not assignments:
        raise click.UsageError("edit needs a contact and FIELD=VALUE; --dry-run goes with --query.")
    values = values_of(assignments)
    with access.opened(writing=True) as book:
        (contact_id,) = ids_of(book, [contact])
        tell_changes(book, editing.edit_contact(book, contact_id, values), as_json)


def values_of(assignments: Sequence[str]) -> Mapping[str, object]:
    """The assignments `FIELD=VALUE` as an action takes them.

    Raises:
        UsageError: no equals sign, or a single field given twice.
    """
    values: dict[str, object] = {}
    for assignment in assignments:
        field, equals, value = assignment.partition("=")
        field = field.strip()
        if field.startswith("photo") and value.startswith("@"):
            values[field] = _file_of(value[1:])
            continue
        if not equals or not field:
            raise click.UsageError(f"{assignment!r} is not FIELD=VALUE.")
        if field not in values:
            values[field] = value
        elif field in _LISTS:
            earlier = values[field]
            values[field] = [*earlier, value] if isinstance(earlier, list) else [earlier, value]
        else:
            raise click.UsageError(f"{field} is given twice.")
    several = {field for field, value in values.items() if isinstance(value, list)}
    plural = {"address": "addresses"}
    return {plural.get(field, f"{field}s") if field in several else field: values[field] for field in values}


def _file_of(name: str) -> bytes:
    """The picture in a file that an assignment names. Raises UsageError when there is none."""
    from contactbook.actions.chosen_file import picture_of

    try:
        return picture_of(Path(name), _LARGEST_PHOTO)
    except OSError as error:
        why = (error.strerror or "").rstrip(".")
        raise click.UsageError(f"{name}: {why}.") from None


def ids_of(book: Book, named: Sequence[str]) -> list[int]:
    """The ids of contacts named by id or UID. Raises Problem("store.no_such_contact")."""
    from contactbook.actions import browsing

    return [browsing.show(book, name).id for name in named]
