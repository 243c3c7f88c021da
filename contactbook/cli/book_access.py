"""Getting into a book from the command line: its options, where the password comes from, the open book."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Generator

    from contactbook.actions.books import Book, Credential

PASSWORD_VARIABLE = "CONTACTBOOK_PASSWORD"
_LONGEST_LINE = 1 << 20
"""Characters; whatever is longer (a device, a disk image) is no password."""
DEFAULT_WAIT = 10.0
"""Seconds to wait for another program to let go of the book."""


@dataclass(frozen=True, slots=True)
class Access:
    """The book that a command is about, and how to get into it."""

    path: Path
    password_file: Path | None
    password_stdin: bool
    key_file: Path | None
    wait: float

    def credential(self, *, new: bool = False) -> Credential:
        """What opens the book; asks for the password where nothing else gives it, twice for a new book.

        Raises:
                UsageError: there is no terminal to ask at.
        """
        from contactbook.actions import books

        return books.credential(self._password(new), key_file=self.key_file)

    @contextmanager
    def opened(self, *, writing: bool = False) -> Generator[Book]:
        """The open book, closed at the end. Without `writing` another program may hold it meanwhile."""
        from contactbook.actions import books

        book = books.open_book(self.path, self.credential(), read_only=not writing, wait=self.wait)
        try:
            yield book
        finally:
            books.close_book(book)

    def _password(self, new: bool) -> str:
        if self.password_file is not None:
            return first_line_of(self.password_file)
        if self.password_stdin:
            return sys.stdin.readline(_LONGEST_LINE).rstrip("\r\n")
        if PASSWORD_VARIABLE in os.environ:
            return os.environ[PASSWORD_VARIABLE]
        if self.key_file is not None and not sys.stdin.isatty():
            return ""
        if not sys.stdin.isatty():
            message = (
                "No password: there is no terminal to ask at. Use --password-file, --password-stdin or the "
                f"variable {PASSWORD_VARIABLE}."
            )
            raise click.UsageError(message)
        return click.prompt(
            f"Password of {self.path.name}",
            hide_input=True,
            confirmation_prompt="Once more" if new else False,
            default="" if self.key_file is not None else None,
            show_default=False,
            err=True,
        )


class BookCommand(click.Command):
    """A command about a book: it gets the argument BOOK and the options for it as one value, `access`."""

    book_name = "BOOK"

    def __init__(
        self,
        name: str | None,
        params: list[click.Parameter] | None = None,
        **settings: Any,  # noqa: ANN401 - whatever click hands over
    ) -> None:
        super().__init__(
            name, params=[_book_argument(self.book_name), *(params or []), *_access_options()], **settings
        )

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Call the command with `access` in place of the single options."""
        given = {key: ctx.params.pop(key) for key in _KEYS}
        if given["password_file"] is not None and given["password_stdin"]:
            raise click.UsageError("Give the password once: --password-file or --password-stdin.", ctx)
        ctx.params["access"] = Access(**given)
        return super().invoke(ctx)


_KEYS = ("path", "password_file", "password_stdin", "key_file", "wait")
_FILE = click.Path(path_type=Path, readable=False)


def _book_argument(name: str) -> click.Parameter:
    return click.Argument(["path"], type=_FILE, metavar=name)


def _access_options() -> list[click.Parameter]:
    return [
        click.Option(
            ["--password-file"],
            type=_FILE,
            metavar="FILE",
            help="Take the password from the first line of this file.",
        ),
        click.Option(
            ["--password-stdin"],
            is_flag=True,
            help="Take the password from the first line of standard input.",
        ),
        click.Option(["--key-file"], type=_FILE, metavar="FILE", help="The key file of the book."),
        click.Option(
            ["--wait"],
            type=float,
            default=DEFAULT_WAIT,
            show_default=True,
            metavar="SECONDS",
            help="How long to wait for another program to let go of the book.",
        ),
    ]


def first_line_of(path: Path) -> str:
    """The password in a file. Raises UsageError when it cannot be read."""
    try:
        with path.open(encoding="utf-8-sig") as stream:
            return stream.readline(_LONGEST_LINE).rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"The password file {path} cannot be read.") from error
