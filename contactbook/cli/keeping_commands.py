"""Commands that keep a book safe: backup, restore, password, unlock-with-code."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contactbook.cli.book_access import BookCommand, first_line_of
from contactbook.cli.output import json_option, print_aside, print_json, print_line

if TYPE_CHECKING:
    from contactbook.actions.books import Credential
    from contactbook.cli.book_access import Access

NEW_PASSWORD_VARIABLE = "CONTACTBOOK_NEW_PASSWORD"
_FILE = click.Path(path_type=Path, readable=False)
_LONGEST_CODE = 64 << 10
"""Characters; a code has some hundred."""


@click.command("backup", cls=BookCommand)
@click.argument("target", type=_FILE, metavar="OUT")
@click.option("--replace", is_flag=True, help="Replace a file that is there already.")
@json_option
def backup_command(access: Access, target: Path, replace: bool, as_json: bool) -> None:
    """Write a verified copy of a book, locked as the book is.

    When OUT is a folder, the copy is named by the time, and of those there the newest ten are kept.
    """
    from contactbook.actions import keeping

    with access.opened() as book:
        target = keeping.back_up_at(book, target, replace=replace)
    if as_json:
        print_json({"book": str(access.path), "backup": str(target)})
    else:
        print_line(f"Backed up to {target}. The copy was read back and is whole.")


class _BackupCommand(BookCommand):
    """The first argument is a backup, and the password is that of the backup."""

    book_name = "BACKUP"


@click.command("restore", cls=_BackupCommand)
@click.argument("target", type=_FILE, metavar="BOOK")
@click.option("--replace", is_flag=True, help="A book that is there makes room; it is kept beside it.")
@json_option
def restore_command(access: Access, target: Path, replace: bool, as_json: bool) -> None:
    """Make a book of a backup. The backup stays; its password is the book's."""
    from contactbook.actions import keeping

    aside = keeping.restore(access.path, target, access.credential(), replace=replace)
    if as_json:
        document = {"backup": str(access.path), "book": str(target)}
        print_json(document | ({"replaced": str(aside)} if aside else {}))
        return
    print_line(f"Restored {target}.")
    if aside:
        print_aside(f"The book that was there is now {aside}.")


def _new_password_options(command: click.Command) -> click.Command:
    command.params += [
        click.Option(
            ["--new-password-file"],
            type=_FILE,
            metavar="FILE",
            help="Take the new password from the first line of this file.",
        ),
        click.Option(["--new-key-file"], type=_FILE, metavar="FILE", help="A key file for the book."),
    ]
    return command


@click.command("password", cls=BookCommand)
@json_option
def password_command(
    access: Access, new_password_file: Path | None, new_key_file: Path | None, as_json: bool
) -> None:
    """Give a book another password. The recovery code changes with it; older backups keep the old one."""
    from contactbook.actions import keeping

    old = access.credential()
    new = _new_credential(access, new_password_file, new_key_file)
    keeping.change_password(access.path, old, new, wait=access.wait)
    _told(access, as_json)


@click.command("unlock-with-code", cls=BookCommand)
@click.option(
    "--code-file", type=_FILE, metavar="FILE", help="Take the recovery code from this file instead of asking."
)
@json_option
def unlock_with_code_command(
    access: Access,
    code_file: Path | None,
    new_password_file: Path | None,
    new_key_file: Path | None,
    as_json: bool,
) -> None:
    """Open a book whose password is lost with its recovery code, and give it a new password."""
    from contactbook.actions import books, keeping

    old = books.credential(recovery_code=_code(access, code_file))
    new = _new_credential(access, new_password_file, new_key_file)
    keeping.change_password(access.path, old, new, wait=access.wait)
    _told(access, as_json)


for _command in (password_command, unlock_with_code_command):
    _new_password_options(_command)


def _code(access: Access, file: Path | None) -> str:
    if file is not None:
        try:
            with file.open(encoding="utf-8-sig") as stream:
                return stream.read(_LONGEST_CODE)
        except (OSError, UnicodeDecodeError) as error:
            raise click.UsageError(f"The file {file} cannot be read.") from error
    if not sys.stdin.isatty():
        raise click.UsageError("No recovery code: there is no terminal to ask at. Use --code-file.")
    return click.prompt(f"Recovery code of {access.path.name}, in one line", hide_input=True, err=True)


def _new_credential(access: Access, file: Path | None, key_file: Path | None) -> Credential:
    """What opens the book from now on; asked for twice where nothing else gives it."""
    from contactbook.actions import books

    if file is not None:
        password = first_line_of(file)
    elif NEW_PASSWORD_VARIABLE in os.environ:
        password = os.environ[NEW_PASSWORD_VARIABLE]
    elif sys.stdin.isatty():
        password = click.prompt(
            f"New password of {access.path.name}", hide_input=True, confirmation_prompt="Once more", err=True
        )
    elif key_file is not None:
        password = ""
    else:
        message = (
            "No new password: there is no terminal to ask at. Use --new-password-file or the variable "
            f"{NEW_PASSWORD_VARIABLE}."
        )
        raise click.UsageError(message)
    return books.credential(password, key_file=key_file)


def _told(access: Access, as_json: bool) -> None:
    if as_json:
        print_json({"book": str(access.path)})
        return
    print_line(f"{access.path} has its new password.")
    print_aside("Print a new recovery code: contactbook recovery-code. The old one opens older backups only.")
