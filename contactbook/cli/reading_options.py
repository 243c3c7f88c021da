"""The options that say how files are read, the same with every command that reads some."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contactbook.cli.country_type import COUNTRY

if TYPE_CHECKING:
    from contactbook.actions.import_mappings import Mapping

_FILE = click.Path(path_type=Path, readable=False)


def _cleaning(_context: click.Context, _option: click.Parameter, said: tuple[str, ...]) -> tuple[str, ...]:
    from contactbook.actions.import_cleaning import RULES

    rules = tuple(rule for text in said for each in text.split(",") if (rule := each.strip()))
    for rule in rules:
        if rule.removeprefix("-") not in RULES:
            raise click.BadParameter(f"{rule!r} is none of {', '.join(RULES)}")
    return rules


def _loaded(_context: click.Context, _option: click.Parameter, path: Path | None) -> Mapping | None:
    from contactbook.actions.import_mappings import load_mapping

    return load_mapping(path) if path is not None else None


encoding_option = click.option(
    "--encoding", metavar="NAME", default="", help="The files' encoding; found out without it."
)
mapping_option = click.option(
    "--mapping",
    type=_FILE,
    metavar="FILE.json",
    callback=_loaded,
    help="What the columns of tables mean; saved before.",
)
"""Hands on the mapping itself, or None."""
country_option = click.option(
    "--country",
    type=COUNTRY,
    default="",
    help="Country of phone numbers that have none, such as PL.",
)
date_order_option = click.option(
    "--date-order",
    type=click.Choice(["dmy", "mdy", "ymd"]),
    default=None,
    help="How 03/04/1980 is meant.",
)
clean_option = click.option(
    "--clean",
    "clean",
    multiple=True,
    metavar="RULES",
    callback=_cleaning,
    help="Cleaning of tables to switch on, or off with a - before it: trim (blanks), fillers (n/a and -), "
    "entities (&amp;), mend (text encoded twice), shouted (NAMES IN CAPITALS), emails (what surrounds them), "
    "zeros (of postal codes), unprotect (signs for Excel). `inspect` tells what each would do.",
)
