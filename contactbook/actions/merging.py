"""Making one contact of several, without losing a value, and back again at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain.names import display_name
from contactbook.domain.problems import Problem
from contactbook.store import linking, merging, queries

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from contactbook.domain.changes import Changes
    from contactbook.store.book import Book


def merge(
    book: Book,
    ids: Sequence[int],
    keep: int = 0,
    *,
    prefer: Mapping[str, int] | None = None,
    without: Collection[tuple[str, int]] = (),
) -> Changes:
    """Make one contact of several; undo gives each back as it was, and lists what was edited since (R3).

    Args:
        book: the book.
        ids: the contacts, two or more.
        keep: the one that remains, with its id (0: the first); it takes over tags, photos, fields,
        relations and
            the timeline of the others, and what points to them.
        prefer: by name of a single text ("given", "organization") the contact whose text is to stand; what
        others
            say there is kept aside.
        without: values that are not wanted: (text, id of its contact) or (table, id of its row).

    Raises:
        Problem: merge.too_few, store.no_such_contact.
    """
    wanted = list(dict.fromkeys(ids))
    if keep and keep not in wanted:
        wanted.insert(0, keep)
    if len(wanted) < 2:
        raise Problem("merge.too_few")
    kept = keep or wanted[0]
    with book.step("merge", contacts=len(wanted)) as step:
        for contact_id in wanted:
            contact = queries.load(step.reader, contact_id)
            if contact_id == kept:
                step.data["name"] = display_name(contact)
        merging.merge(step, kept, [one for one in wanted if one != kept], prefer=prefer, without=without)
        linking.settle(step, [kept])
    return step.changes
