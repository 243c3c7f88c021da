"""Runs one command and turns however it ends into an exit status and a message a person can act on."""

from __future__ import annotations

import contextlib
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from contactbook.cli import output
from contactbook.cli.commands import ReaderGone, program
from contactbook.cli.exit_status import DONE, FAULT, INTERRUPTED, PROBLEM, WRONG_USAGE
from contactbook.domain.problems import NO_ROOM, Cancelled, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Run the command of these arguments and return the exit status; nothing is raised."""
    _prepare_streams()
    output.begin_document()
    try:
        result: Any = program.main(list(arguments), prog_name="contactbook", standalone_mode=False)
        sys.stdout.flush()
    except BaseException as error:
        return _status_of(_explained(error, arguments), arguments)
    return result if isinstance(result, int) else DONE


def _explained(error: BaseException, arguments: Sequence[str]) -> BaseException:
    """Name the argument that holds bytes which are no text, when it is that on which the command failed."""
    if isinstance(error, UnicodeEncodeError):
        for argument in arguments:
            if argument.encode("utf-8", "replace") != argument.encode("utf-8", "surrogateescape"):
                shown = argument.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
                return click.UsageError(f"{shown!r} holds bytes that are no text (UTF-8).")
    return error


def _status_of(error: BaseException, arguments: Sequence[str]) -> int:
    """What went wrong, told in the right place, and the status that stands for it."""
    json = "--json" in arguments
    try:
        if isinstance(error, Problem):
            from contactbook.cli.told_problems import tell

            tell(error, json=json)
            return PROBLEM
        if isinstance(error, click.ClickException):
            from contactbook.cli import wrong_usage

            wrong_usage.tell(error, arguments, json=json)
            return WRONG_USAGE
        if isinstance(error, (BrokenPipeError, ReaderGone)):
            _drop_output()
            return DONE
        if isinstance(error, OSError) and error.errno in NO_ROOM:
            _drop_output()
            from contactbook.cli.told_problems import tell

            tell(Problem("output.disk_full"), json=False)
            return PROBLEM
        if isinstance(error, SystemExit):
            return error.code if isinstance(error.code, int) else FAULT
        if isinstance(error, (KeyboardInterrupt, click.Abort, Cancelled)):
            if json:
                from contactbook.cli.told_problems import print_problem

                print_problem("stopped", "Stopped.", "Nothing was changed.", "")
            click.echo("\ncontactbook: Stopped. Nothing was changed.", err=True)
            return INTERRUPTED
        from contactbook.cli.crash_note import note

        told = note(error)
        if json:
            from contactbook.cli.told_problems import print_problem

            print_problem("fault", told.partition("\n")[0], told, "Send this note to the makers.")
        click.echo(told, err=True)
    except BrokenPipeError:
        _drop_output()
    return FAULT


def _drop_output() -> None:
    """The reader of our output went away (`| head`): end quietly, also in the interpreter's last flush."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _prepare_streams() -> None:
    """Names of people need UTF-8; a terminal that cannot show a character gets a replacement.

    What is printed into a stream that was closed beforehand (`>&-`) goes nowhere; without that, the number
    of the closed stream would go to the book.
    """
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="surrogateescape")
