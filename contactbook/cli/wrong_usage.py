"""Tells that a command was not given what it needs: what, why, and how it is meant; also as JSON."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from contactbook.cli.examples import EXAMPLES
from contactbook.cli.safe_text import line
from contactbook.cli.told_problems import print_problem

if TYPE_CHECKING:
    from collections.abc import Sequence


def tell(error: click.ClickException, arguments: Sequence[str], *, json: bool) -> None:
    """One line on standard error, and with `json` the one JSON document on standard output."""
    name = next((word for word in arguments if not word.startswith("-")), "")
    why = line(error.format_message()).rstrip(".") + "."
    if name in EXAMPLES:
        what = f"“contactbook {name}” does not take this."
        remedy = f"For example: contactbook {EXAMPLES[name][0]} (more with: contactbook {name} --help)"
    else:
        what = "This is no command of contactbook."
        near = get_close_matches(name, EXAMPLES, 1)
        perhaps = f"Perhaps you meant {near[0]}. " if near else ""
        remedy = f"{perhaps}All commands: contactbook --help"
    if json:
        print_problem("usage", what, why, remedy)
    click.echo(f"contactbook: {what} {why} {remedy}", err=True)
