"""Which entry a row of a table came as before: numbers of orders are told apart by the shop they are of."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from contactbook.domain.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.domain.interactions import Interaction
    from contactbook.store.interactions import Imported

ROW, SOURCE = "row", "source"
"""The details of an entry that say which row of which source it was made of."""
_FILE = "file:"
"""Begins a source that nobody named: what the names of one program's files have in common."""
_NO_NAME = re.compile(r"[\W\d_]+")
_COPIES = frozenset(("copy", "kopie", "copie", "copia", "kopia", "of", "de", "di"))


class Source(NamedTuple):
    """A shop or program; `said`: somebody named it."""

    name: str
    said: bool


def source_of(said: str, file: str) -> Source:
    """The source of a file: what somebody said, else its name without numbers, days and "copy"."""
    if said.strip():
        return Source(" ".join(said.split()), said=True)
    words = _NO_NAME.split(fold(PurePath(file.replace("\\", "/")).stem))
    return Source(_FILE + " ".join(word for word in words if word and word not in _COPIES), said=False)


def same_row(known: Sequence[Imported], marks: list[str]) -> Imported | None:
    """The entry that was made of the very same row, of whichever source."""
    return next((one for one in known if one.details.get(ROW) == marks), None)


def same_order(
    known: Sequence[Imported], source: Source, marks: list[str], entry: Interaction
) -> Imported | None:
    """The entry of the same order, which may say something else now.

    A number is one order within a source that somebody named. Where only the names of files are alike, it
    keeps its day, or the person and what it is about (of rows without days the person); from one source to
    another the person and the day.

    Args:
        known: the entries with this number.
        source: of the row.
        marks: see `entry_rows.marks_of`.
        entry: what the row says.
    """
    for one in known:
        if one.details.get(SOURCE, "") == source.name and (source.said or _alike(one, marks, entry)):
            return one
    return next((one for one in known if _of(one, marks) and _same_day(one, entry)), None)


def _alike(one: Imported, marks: list[str], entry: Interaction) -> bool:
    about = one.subject == entry.subject or one.amount == entry.amount or not entry.occurred_at
    return _same_day(one, entry) or (about and _of(one, marks))


def _of(one: Imported, marks: list[str]) -> bool:
    """Whether both rows say the same of whose they are."""
    return one.details.get(ROW, [""])[0] == marks[0]


def _same_day(one: Imported, entry: Interaction) -> bool:
    """Whether both happened then; where a row names no day, whether both are about the same."""
    if entry.occurred_at:
        return one.occurred_at == entry.occurred_at
    return (one.subject, one.amount) == (entry.subject, entry.amount)
