"""From Ctrl+S to the repainted list, over 100,000 contacts."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from tests.bench.book_files import big_book
from tests.bench.measuring import report
from tests.bench.real_window import opened, wait_for

if TYPE_CHECKING:
    from contactbook.ui.main_window import MainWindow
    from tests.bench.real_window import Paints

CONTACTS, SAVES = 100_000, 25


def _save(window: MainWindow, paints: Paints, number: int) -> tuple[float, float]:
    """Milliseconds from the key to the painted list, and of the processor, for one changed job title."""
    view = window.contacts.page.view
    view.go_to_row(number)
    wait_for(lambda: window.contacts.pane.contact_id == window.contacts.page.table.id_at(number))
    _rest(window)
    window.editing.edit("job_title")
    QTest.keyClicks(window.focusWidget(), f"x{number}")
    _rest(window)
    heard: list[object] = []
    connection = window.session.changed.connect(heard.append)
    painted = paints.count
    start, spent = time.perf_counter(), time.process_time()
    window.editing.save()  # what Ctrl+S calls: offscreen, no window is active and no shortcut is heard
    wait_for(lambda: bool(heard) and paints.count > painted)
    result = (time.perf_counter() - start) * 1000, (time.process_time() - spent) * 1000
    window.session.changed.disconnect(connection)
    _rest(window)
    return result


def _rest(window: MainWindow) -> None:
    until = time.monotonic() + 0.08
    wait_for(lambda: time.monotonic() > until and not window.session.tasks.busy)


def main() -> None:
    """Print the median and the worst."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "Saves.contactbook"
        shutil.copyfile(big_book(CONTACTS), copy)
        with opened(copy) as (window, paints):
            figures = [_save(window, paints, 3 + number) for number in range(SAVES)]
    waited, spent = [one for one, _ in figures], [two for _, two in figures]
    what = f"Ctrl+S to repainted list, {CONTACTS:,} contacts, {SAVES} saves"
    note = f"{median(spent):.1f} ms of the processor"
    report(what + ", median", f"{median(waited):.1f} ms", "30 ms", note)
    report(what + ", worst", f"{max(waited):.1f} ms", "", "")


if __name__ == "__main__":
    main()
