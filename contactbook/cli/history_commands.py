"""Commands about what was done: history, undo, redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from contactbook.cli.book_access import BookCommand
from contactbook.cli.changes_told import tell_changes
from contactbook.cli.exit_status import DONE, IN_PART
from contactbook.cli.output import json_option, print_json, print_rows

if TYPE_CHECKING:
    from contactbook.actions.undoing import HistoryRow
    from contactbook.cli.book_access import Access

USUAL_LIMIT = 200


@click.command("history", cls=BookCommand)
@click.option("--contact", metavar="ID|UID", help="Only what touched this contact.")
@click.option("--limit", type=click.IntRange(min=1), default=USUAL_LIMIT, show_default=True, metavar="N")
@json_option
def history_command(access: Access, contact: str | None, limit: int, as_json: bool) -> None:
    """List what was done in a book, the last step first."""
    from contactbook.actions import browsing, undoing

    with access.opened() as book:
        contact_id = browsing.show(book, contact).id if contact else 0
        rows = undoing.history(book, contact=contact_id, limit=limit)
    if as_json:
        print_json([_to_json(row) for row in rows])
        return
    from contactbook.wording import steps
    from contactbook.wording.problems import moment

    print_rows(
        ("Step", "When", "What", "Contacts", "Undone"),
        (
            (
                str(row.id),
                moment(row.at),
                steps.label(row.action, row.data),
                f"{row.contacts}",
                _taken_back(row),
            )
            for row in rows
        ),
    )


@click.command("undo", cls=BookCommand)
@click.argument("step", type=click.IntRange(min=1), required=False)
@json_option
def undo_command(access: Access, step: int | None, as_json: bool) -> int:
    """Take back the last step, or the one named.

    What was changed since is kept and listed; the exit status is then 1.
    """
    from contactbook.actions import undoing

    with access.opened(writing=True) as book:
        changes = undoing.undo(book, step or 0)
        tell_changes(book, changes, as_json)
    return IN_PART if changes.kept else DONE


@click.command("redo", cls=BookCommand)
@json_option
def redo_command(access: Access, as_json: bool) -> int:
    """Do again what was taken back last."""
    from contactbook.actions import undoing

    with access.opened(writing=True) as book:
        changes = undoing.redo(book)
        tell_changes(book, changes, as_json)
    return IN_PART if changes.kept else DONE


def _taken_back(row: HistoryRow) -> str:
    return "yes" if row.undone else ""


def _to_json(row: HistoryRow) -> dict[str, object]:
    from contactbook.wording import steps

    return {
        "step": row.id,
        "at": row.at,
        "action": row.action,
        "label": steps.label(row.action, row.data),
        "contacts": row.contacts,
        "undone": row.undone,
        "undoes": row.undoes,
        "by": row.by,
    }
