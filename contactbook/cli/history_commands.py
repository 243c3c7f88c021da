"""Commands about what was done: history, undo, redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from contactbook.cli.book_access import BookCommand
from contactbook.cli.changes_told import tell_changes
from contactbook.cli.exit_status import DONE, IN_PART
from contactbook.cli.output import json_option, print_aside, print_json, print_line, print_rows

if TYPE_CHECKING:
    from contactbook.actions.books import Book
    from contactbook.actions.undoing import HistoryRow, StepDetails
    from contactbook.cli.book_access import Access

USUAL_LIMIT = 200


@click.command("history", cls=BookCommand)
@click.option("--contact", metavar="ID|UID", help="Only what touched this contact.")
@click.option(
    "--step", type=click.IntRange(min=1), metavar="N", help="What this step changed, field by field."
)
@click.option("--text", metavar="TEXT", help="Only steps that tell of this: a name, a file, a tag.")
@click.option("--limit", type=click.IntRange(min=1), default=USUAL_LIMIT, show_default=True, metavar="N")
@json_option
def history_command(
    access: Access, contact: str | None, step: int | None, text: str | None, limit: int, as_json: bool
) -> None:
    """List what was done in a book, the last step first; or what one step changed."""
    from contactbook.actions import browsing, undoing

    with access.opened() as book:
        contact_id = browsing.show(book, contact).id if contact else 0
        if step is not None:
            _print_step(undoing.details(book, step, contact=contact_id), step, as_json)
            return
        wanted = undoing.StepFilter(contact=contact_id, text=text or "")
        rows = undoing.find(book, wanted, limit=limit)
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


def _print_step(details: StepDetails, step: int, as_json: bool) -> None:
    from contactbook.wording import field_changes

    if as_json:
        changed = [
            {
                "contact": one.contact_id or None,
                "name": details.names.get(one.contact_id, ""),
                "field": one.field,
                "label": one.label,
                "before": one.before,
                "after": one.after,
            }
            for one in details.changes
        ]
        print_json({"step": step, "changes": changed, "complete": not details.summarised})
        return
    print_rows(
        ("Contact", "What", "Change"),
        (
            (details.names.get(one.contact_id, ""), field_changes.name(one), field_changes.values(one))
            for one in details.changes
        ),
    )
    if details.summarised:
        print_aside("There is more than is told here, or it is no longer kept.")


@click.command("undo", cls=BookCommand)
@click.argument("step", type=click.IntRange(min=1), required=False)
@click.option("--dry-run", is_flag=True, help="Only tell what would stay because it was changed since.")
@json_option
def undo_command(access: Access, step: int | None, dry_run: bool, as_json: bool) -> int:
    """Take back the last step, or the one named.

    What was changed since is kept and listed; the exit status is then 1.
    """
    from contactbook.actions import undoing

    with access.opened(writing=True) as book:
        if dry_run:
            return _tell_preview(book, step or 0, as_json)
        changes = undoing.undo(book, step or 0)
        tell_changes(book, changes, as_json)
    return IN_PART if changes.kept or changes.needed else DONE


def _tell_preview(book: Book, step: int, as_json: bool) -> int:
    from contactbook.actions import browsing, undo_kept, undoing
    from contactbook.domain import names
    from contactbook.wording import steps, undo_words
    from contactbook.wording.speech import say_number

    target = undoing.undo_target(book)
    seen = undoing.preview(book, step or (target.id if target else 0))
    fields = undo_kept.changed_since(book, seen)
    label = steps.label(seen.step.action, seen.step.data)
    if as_json:
        told = {
            "step": seen.step.id,
            "label": label,
            "contacts": seen.touched,
            "kept": list(seen.kept),
            "needed": list(seen.needed),
        }
        print_json(told)
    else:
        print_line(f"{label}: {say_number(seen.touched, '1 contact', '{n} contacts')}.")
        for said, contacts in (
            (undo_words.changed_since(seen.kept), seen.kept),
            (undo_words.needed(seen.kept, seen.needed), seen.needed),
        ):
            if contacts:
                print_line(said)
            for contact in browsing.contacts(book, contacts):
                stays = undo_words.kept_fields(fields.get(contact.id, ()))
                told = f"  {names.display_name(contact)} ({contact.id})"
                print_line(f"{told}: {stays}" if stays else told)
    return IN_PART if seen.kept or seen.needed else DONE


@click.command("redo", cls=BookCommand)
@json_option
def redo_command(access: Access, as_json: bool) -> int:
    """Do again what was taken back last."""
    from contactbook.actions import undoing

    with access.opened(writing=True) as book:
        changes = undoing.redo(book)
        tell_changes(book, changes, as_json)
    return IN_PART if changes.kept or changes.needed else DONE


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
