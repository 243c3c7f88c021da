"""From a key pressed in the search field to the rows painted, in the real window over 100,000 contacts."""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.bench.book_files import big_book
from tests.bench.measuring import report
from tests.bench.real_window import Paints, opened, wait_for

if TYPE_CHECKING:
    from contactbook.ui.main_window import MainWindow

CONTACTS = 100_000
TYPED = ("anna ", "lukas", "muell", "48 12", "@post", "an ko", "gmbh ", "strau", "qzxjk", "a b c")
"""What is typed, letter by letter: names, a company, a number, part of an address, several words, nobody."""


def _keystroke(window: MainWindow, watched: tuple[Paints, ...], letter: str) -> tuple[float, float]:
    """Milliseconds until the rows (or the words that nobody was found) are painted, and of the processor."""
    QApplication.processEvents()
    painted = sum(paints.count for paints in watched)
    start, spent = time.perf_counter(), time.process_time()
    QTest.keyClicks(window.contacts.page.search, letter)
    wait_for(lambda: sum(paints.count for paints in watched) > painted)
    return (time.perf_counter() - start) * 1000, (time.process_time() - spent) * 1000


def main() -> None:
    """Print the median and the worst of the keystrokes."""
    times: list[tuple[float, str]] = []
    spent: list[float] = []
    with opened(big_book(CONTACTS)) as (window, paints):
        watched = paints, Paints(window.contacts.page.empty)
        for text in TYPED:
            window.contacts.page.search.clear()
            wait_for(window.contacts.page.view.isVisible)
            for at, letter in enumerate(text, 1):
                waited, processor = _keystroke(window, watched, letter)
                times.append((waited, text[:at]))
                spent.append(processor)
            found = window.contacts.page.table.rowCount()
            print(f"   {text!r}: {found:,} found")
    slowest, after = max(times)
    what = f"key to painted rows, {CONTACTS:,} contacts, {len(times)} keys"
    note = f"{median(spent):.1f} ms of the processor, {max(spent):.1f} ms at worst"
    report(what + ", median", f"{median(waited for waited, _text in times):.1f} ms", "16 ms", note)
    report(what + ", worst", f"{slowest:.1f} ms", "50 ms", f"after {after!r}")


if __name__ == "__main__":
    main()
