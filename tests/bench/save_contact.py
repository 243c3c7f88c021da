"""From Ctrl+S to the repainted list, over 100,000 contacts; and how long a rich contact takes to show."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from contactbook.actions import editing
from contactbook.domain.contact import Contact, ContactPoint, FieldValue
from tests.bench.book_files import big_book
from tests.bench.measuring import report
from tests.bench.real_window import Paints, opened, wait_for

if TYPE_CHECKING:
    from contactbook.ui.main_window import MainWindow

CONTACTS, SAVES, FIELDS = 100_000, 25, 60


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


def _show_rich(window: MainWindow) -> list[float]:
    """Milliseconds until the pane has painted a contact with many custom fields."""
    rich = Contact(
        full_name="Rich Contact",
        points=[ContactPoint("phone", f"+48 58 555 01 {at:02}", "work") for at in range(6)],
        fields=[FieldValue(f"Field {at}", f"value {at}", f"field_{at}") for at in range(FIELDS)],
    )
    changes = editing.add_contact(window.session.book, rich)
    window.session.announce(changes)
    (made,) = changes.contacts
    pane = window.contacts.pane
    times: list[float] = []
    painted = Paints(pane.details.viewport())
    for _ in range(8):
        window.contacts.page.view.go_to_row(1)
        _rest(window)
        pane.show_contact(made)
        before = painted.count
        pane._settled.stop()
        start = time.perf_counter()
        pane._fill()
        wait_for(lambda before=before: painted.count > before)
        times.append((time.perf_counter() - start) * 1000)
    return times


def main() -> None:
    """Print the median and the worst."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "Saves.contactbook"
        shutil.copyfile(big_book(CONTACTS), copy)
        with opened(copy) as (window, paints):
            figures = [_save(window, paints, 3 + number) for number in range(SAVES)]
            rich = _show_rich(window)
    waited, spent = [one for one, _ in figures], [two for _, two in figures]
    what = f"Ctrl+S to repainted list, {CONTACTS:,} contacts, {SAVES} saves"
    note = f"{median(spent):.1f} ms of the processor"
    report(what + ", median", f"{median(waited):.1f} ms", "30 ms", note)
    report(what + ", worst", f"{max(waited):.1f} ms", "", "")
    report(
        f"contact with {FIELDS} custom fields painted",
        f"{median(rich):.1f} ms",
        "50 ms",
        f"worst {max(rich):.1f} ms",
    )


if __name__ == "__main__":
    main()
