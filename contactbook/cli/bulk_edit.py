"""`contactbook edit --query`: many contacts at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from contactbook.cli.changes_told import tell_changes
from contactbook.cli.output import print_json, print_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from contactbook.cli.book_access import Access
    from contactbook.domain.bulk_change import BulkChange


def edit_found(
    access: Access,
    query: str,
    words: Sequence[str],
    values_of: Callable[[Sequence[str]], Mapping[str, object]],
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Change all that a query finds: `FIELD=VALUE`, `FIELD+=VALUE`, `FIELD-=VALUE`, `FIELD:OLD=NEW`."""
    from contactbook.actions import browsing, bulk_editing
    from contactbook.domain.bulk_change import SET
    from contactbook.wording.speech import say_number

    with access.opened(writing=True) as book:
        ids = [row.id for row in browsing.search(book, query)]
        changes = [_change(word) for word in words]
        plain = [word for word, change in zip(words, changes, strict=True) if change is None]
        known = [change for change in changes if change is not None]
        if dry_run and plain:
            raise click.UsageError(f"--dry-run does not know {plain[0]!r} beforehand.")
        if dry_run:
            found = bulk_editing.preview(book, ids, known)
            if as_json:
                print_json({"found": len(ids), "changed": found.changed, "unchanged": found.unchanged})
            else:
                of = say_number(len(ids), "1 contact", "{n} contacts")
                print_line(f"{found.changed:,} of {of} would change.")
        elif plain:
            if any(change.how != SET for change in known):
                raise click.UsageError(f"Give {plain[0]!r} in a run of its own.")
            tell_changes(book, bulk_editing.edit_many(book, ids, values_of(words)), as_json)
        else:
            tell_changes(book, bulk_editing.bulk_edit(book, ids, known), as_json)


def _change(word: str) -> BulkChange | None:
    """A change to all at once; None for what must be done contact by contact."""
    from contactbook.domain.bulk_change import ADD, COLUMNS, REMOVE, REPLACE, STARRED, TAG, BulkChange

    target, equals, value = word.partition("=")
    target, find = target.strip(), ""
    how = "set"
    if target.endswith("+"):
        target, how = target[:-1], ADD
    elif target.endswith("-"):
        target, how = target[:-1], REMOVE
    elif ":" in target:
        target, _, find = target.partition(":")
        how = REPLACE
    target = {"title": "job_title", "company": "organization", "org": "organization"}.get(target, target)
    change = BulkChange(target, value, how, find)
    if not equals:
        raise click.UsageError(f"{word!r} is not FIELD=VALUE.")
    possible = target in COLUMNS or bool(change.key) or target == STARRED
    if target == TAG and how in (ADD, REMOVE):
        return change
    if possible and (how != "set" or target != STARRED):
        return change
    if how != "set":
        raise click.UsageError(f"{target} cannot be changed in many contacts like this.")
    return None
