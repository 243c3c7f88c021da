"""100,000 purchases from a table onto the contacts of a big book as one step, and the undo of it."""

from __future__ import annotations

import csv
import shutil
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from contactbook.actions import undoing
from contactbook.actions.import_options import ImportOptions
from contactbook.actions.importing import import_files
from contactbook.store.book import Book
from tests.bench.book_files import KEY, big_book
from tests.bench.measuring import report, seconds

if TYPE_CHECKING:
    from contactbook.actions.import_report import ImportResult

CONTACTS = PURCHASES = 100_000
RUNS = 3
_EMAILS = "SELECT min(value) FROM contact_point WHERE kind = 'email' GROUP BY key HAVING count(*) = 1"
"""Those that only one contact has: a purchase of somebody who may be two people is listed, not imported."""


def _table(book: Book, path: Path) -> None:
    emails = [row[0] for row in book.reader.query(_EMAILS)]
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(["Email", "Order ID", "Date", "Item", "Quantity", "Amount", "Currency"])
        for number in range(PURCHASES):
            day = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}"
            email = emails[number * 7 % len(emails)]
            writer.writerow([email, f"A{number}", day, f"Item {number % 50}", 1, f"{number % 90}.50", "EUR"])


def _read(path: Path) -> int:
    """The reference: the rows, cut by Python's own reader and joined again; gives their characters."""
    with path.open(newline="", encoding="utf-8") as stream:
        return sum(len(",".join(row)) for row in csv.reader(stream))


def _once(source: Path, folder: Path) -> tuple[float, float, float, float]:
    """Seconds of the import, the same in references, of its processor, and of the undo."""
    copy = folder / "bench.contactbook"
    shutil.copy(source, copy)
    with Book.open(copy, KEY) as book:
        table = folder / "orders.csv"
        _table(book, table)
        before = seconds(lambda: _read(table))
        thread = time.thread_time()
        found: list[ImportResult] = []
        options = ImportOptions(rows_are="purchase")
        imported = seconds(lambda: found.append(import_files(book, [table], options=options)))
        spent = time.thread_time() - thread
        reference = (before + seconds(lambda: _read(table))) / 2
        created = found[0].report.created
        book.writer.merger.wait()
        undone = seconds(lambda: undoing.undo(book))
        left = book.reader.query("SELECT count(*) FROM interaction")[0][0]
    copy.unlink()
    if created != PURCHASES or left:
        raise SystemExit(f"{created} of {PURCHASES} purchases came in; {left} left after the undo")
    return imported, imported / reference, spent, undone


def main() -> None:
    """Print the time of the import, as a ratio as well, and of its undo."""
    source = big_book(CONTACTS)
    with tempfile.TemporaryDirectory() as folder:
        runs = [_once(source, Path(folder)) for _ in range(RUNS)]
    imported, ratio, spent, undone = (median(column) for column in zip(*runs, strict=True))
    note = f"{ratio:.0f} x cutting its rows with csv; {spent:.1f} s of the processor"
    report(f"import of {PURCHASES:,} purchases onto {CONTACTS:,} contacts", f"{imported:.1f} s", "20 s", note)
    report("undo of that import", f"{undone:.1f} s", "10 s")


if __name__ == "__main__":
    main()
