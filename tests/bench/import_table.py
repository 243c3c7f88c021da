"""100,000 rows as Google Contacts writes them into a new book, against the same people as vCards.

And the same rows once more, of which none has changed.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from contactbook.actions.books import create_book
from contactbook.actions.importing import import_files
from tests.bench.book_files import KEY, google_table, vcards
from tests.bench.measuring import report, seconds

if TYPE_CHECKING:
    from contactbook.actions.import_report import ImportReport
    from contactbook.store.book import Book

PEOPLE = 100_000
RUNS = 3


def _import(book: Book, source: Path) -> tuple[float, float, ImportReport]:
    """Seconds by the clock and of this process' processor, and what was reported."""
    found: list[ImportReport] = []
    thread = time.thread_time()
    took = seconds(lambda: found.append(import_files(book, [source]).report))
    spent = time.thread_time() - thread
    book.writer.merger.wait()  # what goes on in the background would slow what comes next
    return took, spent, found[0]


def _once(folder: Path, number: int) -> dict[str, float]:
    with create_book(folder / f"cards{number}.contactbook", KEY) as book:
        cards, cards_spent, told = _import(book, vcards(PEOPLE))
    if told.created != PEOPLE:
        raise SystemExit(f"{told.created} of {PEOPLE} cards became contacts")
    table = google_table(PEOPLE)
    with create_book(folder / f"rows{number}.contactbook", KEY) as book:
        first, first_spent, told = _import(book, table)
        if told.created != PEOPLE:
            raise SystemExit(f"{told.created} of {PEOPLE} rows became contacts")
        again, again_spent, told = _import(book, table)
        if told.unchanged != PEOPLE:
            raise SystemExit(f"{told.unchanged} of {PEOPLE} rows were the same as before")
    return {
        "cards": cards,
        "first": first,
        "again": again,
        "ratio": first / cards,
        "ratio_again": again / first,
        "ratio_spent": first_spent / cards_spent,
        "again_spent": again_spent / first_spent,
    }


def main() -> None:
    """Print the two ratios of alternating runs."""
    with tempfile.TemporaryDirectory() as folder:
        runs = [_once(Path(folder), number) for number in range(RUNS)]
    middle = {key: median(run[key] for run in runs) for key in runs[0]}
    note = f"{middle['first']:.1f} s; writing {middle['ratio_spent']:.2f} x by seconds of the processor"
    report(
        f"import of {PEOPLE:,} Google rows / the same as vCards", f"{middle['ratio']:.2f} x", "1.5 x", note
    )
    note = f"{middle['again']:.1f} s; {middle['again_spent']:.2f} x by seconds of the processor"
    report("the same rows again / their first import", f"{middle['ratio_again']:.2f} x", "1 x", note)


if __name__ == "__main__":
    main()
