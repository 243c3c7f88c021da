"""Telling whom messages and meetings name that nobody in the book is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.cli.output import print_aside

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from contactbook.actions.newcomers import Newcomer

SHOWN = 20


def unknown_json(newcomers: Sequence[Newcomer]) -> list[dict[str, Any]]:
    """Everybody, for scripts."""
    from contactbook.domain import names

    return [
        {
            "address": one.address,
            "name": names.display_name(one.contact),
            "messages": one.messages,
            "likely": one.likely,
        }
        for one in newcomers
    ]


def tell_unknown(newcomers: Sequence[Newcomer]) -> None:
    """The first few, beside the output."""
    from contactbook.domain import names

    for one in newcomers[:SHOWN]:
        print_aside(f"  not in the book: {names.display_name(one.contact)} <{one.address}>")
    if len(newcomers) > SHOWN:
        print_aside(f"  and {len(newcomers) - SHOWN:,} more; --json tells all of them")
