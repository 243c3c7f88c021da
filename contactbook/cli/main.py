"""The `contactbook` command: without a subcommand it opens the window, with one it never loads Qt."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from contactbook.settings import core_dumps

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program with these arguments (those of the process by default) and end it with its exit status.

    0: done; 1: done in part; 2: wrong usage; 3: a problem, explained; 70: a fault of the program itself;
    130: interrupted.
    """
    core_dumps.forbid()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given:
        from contactbook.app import main as open_window

        sys.exit(open_window())
    from contactbook.cli.running import run

    sys.exit(run(given))
