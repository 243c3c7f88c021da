"""Tells what a command changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.cli.output import print_aside, print_json, print_line

if TYPE_CHECKING:
    from contactbook.actions.books import Book
    from contactbook.domain.changes import Changes

SHOWN = 20
"""Contacts that are listed one by one."""


def tell_changes(book: Book, changes: Changes, as_json: bool, **more: object) -> None:
    """The step and its contacts, as JSON or as one line.

    In the JSON `contacts` has those that were made first, then whom else it touched, and is empty where
    `everything` says that they were too many; `kept` are those that an undo left alone because they were
    changed since, `needed` those that it left because one that stays refers to them; `more` stands beside.
    """
    from contactbook.actions import browsing, undoing
    from contactbook.domain import names
    from contactbook.wording import steps, undo_words

    rows = undoing.history(book, limit=1) if changes else []
    label = steps.label(changes.action, rows[0].data if rows else {}) if changes else ""
    touched = (*changes.made, *sorted(changes.contacts - set(changes.made)))
    if as_json:
        told = {
            "step": changes.step,
            "action": changes.action,
            "label": label,
            "contacts": list(touched),
            "created": list(changes.made),
            "everything": changes.everything,
            "kept": list(changes.kept),
            "needed": list(changes.needed),
            **more,
        }
        print_json(told)
        return
    told = changes.made or touched
    ids = ", ".join(map(str, told)) if len(told) <= 5 else ""
    print_line(f"{label} ({ids})." if ids else f"{label}." if label else "Nothing had to be changed.")
    for said, contacts in (
        (undo_words.changed_since(changes.kept), changes.kept),
        (undo_words.needed(changes.kept, changes.needed), changes.needed),
    ):
        if contacts:
            print_aside(said)
        for contact in browsing.contacts(book, contacts[:SHOWN]):
            print_aside(f"  {names.display_name(contact)} ({contact.id})")
        if len(contacts) > SHOWN:
            print_aside("  ...; --json tells all of them.")
