"""From files that were chosen to the check of the import window, and its longest pause until it is closed."""

from __future__ import annotations

import csv
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from contactbook.actions.books import create_book
from contactbook.ui.importing.import_wizard import CHECK, ImportWizard
from tests.bench.book_files import KEY
from tests.bench.gui_pause import Heartbeat
from tests.bench.measuring import report
from tests.bench.real_window import opened, rest, wait_for

if TYPE_CHECKING:
    from contactbook.ui.main_window import MainWindow

ROWS = 10_000
FINGER = 0.1
"""Seconds between two presses of somebody in a hurry."""
OPENED = 0.7
"""Seconds after which a row that was chosen is shown with all its values."""
WIDE = 300
"""Columns of the wide table, which has a tenth of the rows."""
HEADINGS = (
    "First Name", "Last Name", "Company", "E-mail Address", "Mobile Phone", "Business City", "Birthday",
)  # fmt: skip


def _table(path: Path, rows: int, further: int = 0) -> Path:
    """A table of made-up people, with so many further columns that nobody knows."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([*HEADINGS, *(f"Column {number}" for number in range(further))])
        for at in range(rows):
            names = f"Given{at % 997}", f"Family{at}"
            reach = f"{names[0]}.{at}@firm{at % 800}.example".lower(), f"+49 170 555{at:06}"
            row = [*names, f"Firm {at % 800}", *reach, "Berlin", f"19{at % 90 + 10}-0{at % 9 + 1}-11"]
            writer.writerow([*row, *(f"value {at}" for _ in range(further))])
    return path


def _walk(window: MainWindow, path: Path) -> tuple[float, float, str]:
    """Seconds to the recognised file and to the check, and the longest pause until some rows were opened."""
    beat, start = Heartbeat(), time.perf_counter()
    window.flow.prepare([path])
    wizard = window.findChildren(ImportWizard)[-1]
    wait_for(wizard.next.isEnabled)
    recognised = time.perf_counter() - start
    while wizard.pages.currentIndex() != CHECK:
        rest(FINGER)
        wizard.next.click()
    wait_for(lambda: wizard.check.possible)
    checked = time.perf_counter() - start
    for row in (0, 1, 2):  # each is opened beside the list
        wizard.check.list.selectRow(row)
        rest(OPENED)
    wizard.close()
    rest(FINGER)
    pauses = beat.stop()
    spent = max(of_processor for _gap, _when, of_processor in pauses)
    return recognised, checked, f"{pauses[0][0] * 1000:.0f} ms, {spent * 1000:.0f} of the processor"


def main() -> None:
    """Print the times for a usual and for a very wide table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.contactbook"
        create_book(path, KEY).close()
        with opened(path) as (window, _paints):
            _walk(window, _table(Path(folder) / "first.csv", 100))  # loads what is loaded once
            usual = _walk(window, _table(Path(folder) / "people.csv", ROWS))
            wide = _walk(window, _table(Path(folder) / "wide.csv", ROWS // 10, WIDE - len(HEADINGS)))
    report(f"file chosen to check shown, {ROWS:,} rows", f"{usual[1]:.2f} s", "3 s")
    print(f"   recognised after {usual[0]:.2f} s; longest pause of the window {usual[2]}")
    print(f"   {WIDE} columns, {ROWS // 10:,} rows: {wide[1]:.2f} s, longest pause {wide[2]}")


if __name__ == "__main__":
    main()
