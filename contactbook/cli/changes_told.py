"""Tells what a command changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.cli.output import print_aside, print_json, print_line

if TYPE_CHECKING:
    from contactbook.actions.books import Book
    from contactbook.domain.changes import Changes


def tell_changes(book: Book, changes: Changes, as_json: bool) -> None:
    """The step and its contacts: as JSON (step, action, label, contacts, kept), else as one line."""
    from contactbook.actions import undoing
    from contactbook.wording import steps

    rows = undoing.history(book, limit=1) if changes else []
    label = steps.label(changes.action, rows[0].data if rows else {}) if changes else ""
    if as_json:
        told = {
            "step": changes.step,
            "action": changes.action,
            "label": label,
            "contacts": sorted(changes.contacts),
            "kept": list(changes.kept),
        }
        print_json(told)
        return
    ids = ", ".join(map(str, sorted(changes.contacts)[:5])) if len(changes.contacts) <= 5 else ""
    print_line(f"{label} ({ids})." if ids else f"{label}." if label else "Nothing had to be changed.")
    if changes.kept:
        print_aside(f"{len(changes.kept):,} contacts were changed since and stay as they are.")
