"""Commands about the book as a whole: new, check, backup, recovery-code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from contactbook.cli.book_access import BookCommand
from contactbook.cli.exit_status import DONE, PROBLEM
from contactbook.cli.output import json_option, print_aside, print_json, print_line
from contactbook.domain import password_strength

if TYPE_CHECKING:
    from contactbook.cli.book_access import Access

FINDINGS = {
    "pages": "Page {place} of the file was changed from outside.",
    "tables": "The table {place} is damaged.",
    "links": "{place}: entries that belong to nothing: {count}.",
    "payloads": "{place}: entries whose bytes are missing: {count}.",
    "derived": "{place}: rows of the list that do not say what the contacts say: {count}.",
    "search": "{place}: contacts that are not found by what is in them: {count}.",
    "history": "Step {place} of the history was changed.",
}
"""What each finding of a check means."""


@click.command("new", cls=BookCommand)
@json_option
def new_command(access: Access, as_json: bool) -> None:
    """Make a new, empty book. Its password is asked twice."""
    from contactbook.actions import books

    credential = access.credential(new=True)
    books.close_book(books.create_book(access.path, credential))
    if access.key_file is None and password_strength.level(credential.password) in ("empty", "weak"):
        print_aside("The password is easy to guess: whoever gets hold of the file can try millions of them.")
    if as_json:
        print_json({"book": str(access.path)})
    else:
        print_line(f"Made the book {access.path}.")


@click.command("check", cls=BookCommand)
@json_option
def check_command(access: Access, as_json: bool) -> int:
    """Look for damage in a book. Nothing is changed."""
    from contactbook.actions import checking

    with access.opened() as book:
        report = checking.check(book)
    if as_json:
        print_json(report.to_json())
    elif report.ok:
        from contactbook.wording.speech import say_number

        held = say_number(report.contacts, "1 contact", "{n} contacts")
        steps = say_number(report.steps, "1 step in its history", "{n} steps in its history")
        print_line(f"The book is whole: {held}, {steps}.")
    else:
        for finding in report.findings:
            print_aside(
                FINDINGS.get(finding.code, finding.code).format(place=finding.place, count=finding.count)
            )
        print_aside("The book is damaged. Keep it, and go on with the latest backup.")
    return DONE if report.ok else PROBLEM


@click.command("recovery-code", cls=BookCommand)
@json_option
def recovery_code_command(access: Access, as_json: bool) -> None:
    """Print the code that opens a book without its password. Keep it in a safe."""
    from contactbook.actions import books

    with access.opened() as book:
        code = books.recovery_code(book)
    if as_json:
        print_json({"recovery_code": code})
        return
    print_line(code)
    print_aside("Whoever has this code can open the book. Keep it on paper, in a safe.")
