"""Brings the tables of a book to today's shape, one numbered step after the other.

New books are made by running every step, so there is one way to come to a schema. A step is a module
`m0001_...` with a `SQL` script and never imports models, queries or anything else that will have changed by
the time it runs. `user_version` of the file is `MAJOR * 1000 + number of the last step`. Within one major
version steps only add, so an older program may still open the book; a newer major version is refused.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from contactbook.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.store.sqlite import Connection

MAJOR = 1
"""Raised when an older program must no longer open the book."""

STEPS = (
    "m0001_contacts",
    "m0002_timeline",
    "m0003_history",
    "m0004_derived",
    "m0005_links",
    "m0006_field_rows",
    "m0007_timeline_rows",
    "m0008_file_mappings",
    "m0009_index_merging",
    "m0010_originals",
    "m0011_planned",
    "m0012_giving",
)
"""Every step ever released, in order; a step is never changed afterwards."""

_STRIDE = 1000


def version() -> int:
    """The `user_version` that this program writes."""
    return MAJOR * _STRIDE + len(STEPS)


def text(user_version: int) -> str:
    """A schema version as people read it: 1004 gives "1.4"."""
    major, minor = divmod(user_version, _STRIDE)
    return f"{major}.{minor}"


def check_version(connection: Connection) -> int:
    """The file's `user_version`.

    Raises:
        Problem: `store.newer_version` when a newer program wrote it (data: `book_version`,
        `program_version`).
    """
    found = int(connection.pragma("user_version"))
    if found // _STRIDE > MAJOR:
        raise Problem("store.newer_version", book_version=text(found), program_version=text(version()))
    return found


def needed(user_version: int) -> bool:
    """Whether a book of this version must be upgraded before today's program can write to it."""
    return user_version < version()


def upgrade(connection: Connection, finish: Callable[[Connection], None] | None = None) -> bool:
    """Run the steps that the book has not seen (a new book: all of them); True when there were any.

    `finish` is done within the same transaction.
    """
    found = check_version(connection)
    if not needed(found):
        return False
    _run(connection, found % _STRIDE, finish)
    return True


def _run(connection: Connection, done: int, finish: Callable[[Connection], None] | None) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for name in STEPS[done:]:
            connection.execute(importlib.import_module(f"{__name__}.{name}").SQL)
        if finish is not None:
            finish(connection)
        connection.pragma("user_version", version())
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
