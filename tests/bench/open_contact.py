"""How long contacts with very much on them take to be painted in the window, and how long it stands still.

One has 60 custom fields and 500 entries, another 10,000 purchases, which are added up above its timeline.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from contactbook.actions import editing
from contactbook.domain.contact import Contact, ContactPoint, FieldValue
from contactbook.domain.interactions import DONATION, PURCHASE, Interaction
from contactbook.store import interactions
from tests.bench.book_files import big_book
from tests.bench.gui_pause import Heartbeat
from tests.bench.measuring import percentiles, report
from tests.bench.real_window import Paints, opened, rest, wait_for

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

    from contactbook.ui.main_window import MainWindow

CONTACTS, FIELDS, ENTRIES, PURCHASES = 100_000, 60, 500, 10_000
TIMES = 9
SETTLED = 0.3
"""Seconds after which nothing goes on any more beside the window."""
_DAY = 86_400_000
_KINDS = ("call", "email", "meeting", "note", "message")
DETAILS, TIMELINE = range(2)


def _rich(window: MainWindow) -> int:
    """A contact with many custom fields and entries."""
    rich = Contact(
        full_name="Rich Contact",
        points=[ContactPoint("phone", f"+48 58 555 01 {at:02}", "work") for at in range(6)],
        fields=[FieldValue(f"Field {at}", f"value {at}", f"field_{at}") for at in range(FIELDS)],
    )
    return _made(window, rich, [_KINDS[at % len(_KINDS)] for at in range(ENTRIES)])


def _buyer(window: MainWindow) -> int:
    """A contact that bought very often, and gave now and then."""
    kinds = [DONATION if at % 50 == 0 else PURCHASE for at in range(PURCHASES)]
    return _made(window, Contact(full_name="Good Customer"), kinds)


def _made(window: MainWindow, contact: Contact, kinds: list[str]) -> int:
    book, now = window.session.book, time.time_ns() // 1_000_000
    changes = editing.add_contact(book, contact)
    (made,) = changes.contacts
    entries = [
        Interaction(
            kind=kind,
            occurred_at=now - at * _DAY // 4,
            subject=f"What was said or sold on day {at}",
            amount=100 * at if kind in (PURCHASE, DONATION) else None,
            currency="EUR" if kind in (PURCHASE, DONATION) else "",
            contacts=[made],
        )
        for at, kind in enumerate(kinds)
    ]
    with book.step("log") as step:
        interactions.insert(step, entries)
    window.session.announce(changes)
    window.session.announce(step.changes)
    rest(SETTLED)
    return made


def _opened(
    window: MainWindow, contact_id: int, view: QAbstractScrollArea
) -> tuple[list[float], list[float]]:
    """Milliseconds until `view` has painted the contact, and of the longest pause meanwhile and after."""
    pane = window.contacts.pane
    painted = Paints(view.viewport())
    times: list[float] = []
    pauses: list[float] = []
    for _ in range(TIMES):
        window.contacts.page.view.go_to_row(1)
        rest(SETTLED)
        pane.show_contact(contact_id)
        pane._settled.stop()  # the wait for further key presses is not what is measured
        before, beat, start = painted.count, Heartbeat(), time.perf_counter()
        pane._fill()
        wait_for(lambda before=before: painted.count > before)
        times.append(time.perf_counter() - start)
        rest(SETTLED)
        pauses.append(beat.stop()[0][0])
    return times, pauses


def _tell(window: MainWindow, what: str, contact_id: int, tab: int) -> None:
    pane = window.contacts.pane
    pane.tabs.setCurrentIndex(tab)
    view = pane.details if tab == DETAILS else window.timeline.page.list
    times, pauses = _opened(window, contact_id, view)
    report(what, f"{median(times) * 1000:.1f} ms", "50 ms", f"median / worst {percentiles(times)}")
    report("   longest pause of the window", f"{median(pauses) * 1000:.1f} ms", "50 ms", percentiles(pauses))


def main() -> None:
    """Print the times and the pauses, for both tabs."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "Opening.contactbook"
        shutil.copyfile(big_book(CONTACTS), copy)
        with opened(copy) as (window, _paints):
            rich, buyer = _rich(window), _buyer(window)
            what = f"contact with {FIELDS} custom fields and {ENTRIES} entries"
            _tell(window, f"{what}, its details", rich, DETAILS)
            _tell(window, f"{what}, its timeline", rich, TIMELINE)
            _tell(window, f"contact with {PURCHASES:,} purchases and gifts, its timeline", buyer, TIMELINE)
            if not window.timeline.page.totals.words.text():
                raise SystemExit("nothing was added up")


if __name__ == "__main__":
    main()
