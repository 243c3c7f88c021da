"""What commands print: one JSON document, a table on a terminal, or plain lines for other programs."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from contactbook.cli.safe_text import line

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence

json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON document and nothing else."
)
"""The option that every command has."""


@dataclass(slots=True)
class _Document:
    """How far the one document on standard output is."""

    begun: bool = False
    in_list: bool = False


_document = _Document()


def begin_document() -> None:
    """A command begins: nothing is printed yet."""
    _document.begun = _document.in_list = False


def print_json(document: object) -> None:
    """The one document on standard output.

    While a list is being printed it becomes its last item, so that what a command prints stays one document
    when it fails midway; when there is a whole document already, nothing is printed.
    """
    if _document.in_list:
        sys.stdout.write(",\n" + json.dumps(document, ensure_ascii=False) + "\n]\n")
    elif not _document.begun:
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    _document.begun, _document.in_list = True, False


def print_json_list(items: Iterable[object]) -> None:
    """One JSON list, written while its items are read: everybody need not fit into memory."""
    separator = "[\n"
    for item in items:
        text = json.dumps(item, ensure_ascii=False)
        _document.begun = _document.in_list = True
        sys.stdout.write(separator + text)
        separator = ",\n"
    sys.stdout.write("\n]\n" if separator == ",\n" else "[]\n")
    _document.begun, _document.in_list = True, False


def print_rows(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table with titles on a terminal; elsewhere one line a row, tabs between the values, no titles."""
    safe = ([line(value) for value in row] for row in rows)
    if sys.stdout.isatty():
        from contactbook.cli import table

        for text in table.lines(titles, safe):
            click.echo(text)
    else:
        for row in safe:
            sys.stdout.write("\t".join(row) + "\n")


def print_line(text: str) -> None:
    """A line for the person, on standard output."""
    click.echo(line(text))


def print_aside(text: str) -> None:
    """A line beside the result, on standard error."""
    click.echo(line(text), err=True)


@contextmanager
def progress_line(unit: str = "contacts") -> Generator[Callable[..., None] | None]:
    """How far a long job is: one line on standard error that is written over, and goes at the end.

    Gives the function to hand to an action: told the part done and the whole (bytes or contacts), and how
    many of the unit that is. None when standard error is no terminal.
    """
    if not sys.stderr.isatty():
        yield None
        return
    shown = ""

    def show(text: str) -> None:
        nonlocal shown
        if text != shown:
            sys.stderr.write("\r" + text.ljust(len(shown)) + ("" if text else "\r"))
            sys.stderr.flush()
            shown = text

    def report(done: int, total: int, count: int = 0) -> None:
        percent = f"{done * 100 // total:3} %" if total else ""
        show(f"{percent} {count or done:,} {unit}".strip())

    try:
        yield report
    finally:
        show("")
