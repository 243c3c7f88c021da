"""One contact's timeline as text or as a table; the window makes the pages of a PDF from the same entries."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from typing import TYPE_CHECKING

from contactbook.actions import timelines
from contactbook.actions.target_file import replacing
from contactbook.domain import money
from contactbook.domain.interactions import ALL_ENTRIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from contactbook.domain.interactions import EntryFilter, Interaction
    from contactbook.store.book import Book

COLUMNS = (
    "time", "kind", "direction", "minutes", "subject", "body", "outcome", "amount", "currency", "quantity",
    "score", "with", "author", "files", "other",
)  # fmt: skip
_BOM = "\ufeff"
_CALCULATED = ("=", "+", "-", "@", "\t", "\r")


def write_csv(book: Book, contact_id: int, path: Path, chosen: EntryFilter = ALL_ENTRIES) -> int:
    """The entries as a table that spreadsheets open, the latest first; gives how many there were.

    Raises:
        Problem: those of `target_file.replacing`.
    """
    count = 0
    with replacing(path) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
        text.write(_BOM)
        rows = csv.writer(text)
        rows.writerow(COLUMNS)
        for entry in timelines.timeline(book, contact_id, chosen):
            rows.writerow([_harmless(cell) for cell in _cells(book, entry, contact_id)])
            count += 1
        text.detach()
    return count


def write_text(
    book: Book,
    contact_id: int,
    path: Path,
    say: Callable[[Interaction, str], list[str]],
    chosen: EntryFilter = ALL_ENTRIES,
) -> int:
    """The entries as plain text, the latest first; gives how many there were.

    Args:
        book: the open book.
        contact_id: whose timeline.
        path: the file to write.
        say: makes the lines of an entry; it is given the names of the others who were there.
        chosen: which entries.

    Raises:
        Problem: those of `target_file.replacing`.
    """
    count = 0
    with replacing(path) as stream:
        for entry in timelines.timeline(book, contact_id, chosen):
            lines = say(entry, ", ".join(_others(book, entry, contact_id)))
            stream.write(("\n    ".join(lines) + "\n\n").encode())
            count += 1
    return count


def _cells(book: Book, entry: Interaction, contact_id: int) -> Iterator[str]:
    yield datetime.fromtimestamp(entry.occurred_at / 1000).astimezone().isoformat(timespec="minutes")
    yield entry.kind
    yield entry.direction
    yield f"{entry.duration / 60:g}" if entry.duration is not None else ""
    yield entry.subject
    yield entry.body
    yield entry.outcome
    yield money.plain(entry.amount, entry.currency) if entry.amount is not None else ""
    yield entry.currency
    yield f"{entry.quantity:g}" if entry.quantity is not None else ""
    yield str(entry.score) if entry.score is not None else ""
    yield ", ".join(_others(book, entry, contact_id))
    yield entry.author
    yield ", ".join(each.name for each in entry.files)
    yield "\n".join(f"{heading}: {cell}" for heading, cell in entry.columns.items())


def _others(book: Book, entry: Interaction, contact_id: int) -> list[str]:
    others = [each for each in entry.contacts if each != contact_id]
    named = timelines.names(book, others) if others else {}
    return [named[each] for each in others if each in named]


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet calculates; numbers below zero stay numbers."""
    risky = cell.startswith(_CALCULATED) and not cell[1:].replace(".", "", 1).isdecimal()
    return f"'{cell}" if risky else cell
