"""Commands about the book as a whole: new, check, backup, recovery-code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contactbook.cli.book_access import BookCommand
from contactbook.cli.output import json_option, print_aside, print_json, print_line

if TYPE_CHECKING:
    from contactbook.cli.book_access import Access


@click.command("new", cls=BookCommand)
@json_option
def new_command(access: Access, as_json: bool) -> None:
    """Make a new, empty book. Its password is asked twice."""
    from contactbook.actions import books

    books.close_book(books.create_book(access.path, access.credential(new=True)))
    if as_json:
        print_json({"book": str(access.path)})
    else:
        print_line(f"Made the book {access.path}.")


@click.command("check", cls=BookCommand)
@json_option
def check_command(access: Access, as_json: bool) -> int:
    """Look for damage in a book. Nothing is changed."""
    from contactbook.actions import checking
    from contactbook.cli.running import DONE, PROBLEM

    with access.opened() as book:
        report = checking.check(book)
    if as_json:
        print_json(report.to_json())
    return DONE if report.ok else PROBLEM


@click.command("backup", cls=BookCommand)
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Replace OUT when it is there already.")
@json_option
def backup_command(access: Access, out: Path, replace: bool, as_json: bool) -> None:
    """Write a verified copy of a book, encrypted like the book itself."""


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
