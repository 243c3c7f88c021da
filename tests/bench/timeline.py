"""Timelines at their largest: a contact of 10,000 entries, words in 1,000,000, Today of 50,000 follow-ups."""

from __future__ import annotations

import random
import time
from array import array
from datetime import datetime
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from contactbook.actions import timelines
from contactbook.domain.interactions import EntryFilter
from contactbook.qtmodels.timeline_model import TimelineModel
from contactbook.qtmodels.today_model import TodayModel
from contactbook.store import timeline_queries, timeline_rows
from contactbook.store.book import Book
from contactbook.ui.timeline import entry_words
from contactbook.ui.timeline.line_list import LineList
from contactbook.ui.timeline.timeline_page import EntryDelegate
from contactbook.ui.timeline.today_page import TodayDelegate
from contactbook.ui.widgets import theme
from tests.bench.book_files import KEY, cache
from tests.bench.measuring import report

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

CONTACTS, ENTRIES, FOLLOW_UPS, OF_ONE = 100_000, 1_000_000, 50_000, 10_000
TIMES = 7
BUSY = 1
"""The contact with the most entries."""
WORDS = (
    "offer tent price delivery festival catalogue invoice meeting garden winter order sample colour fabric"
    " pole repair season discount weekend harbour market visit letter number answer question friend holiday"
).split()
_MONTH, _YEAR = 30 * 86_400_000, 365 * 86_400_000


def book() -> Book:
    """The book, filled the first time with made-up entries that repeat from run to run."""
    path = cache() / "timeline.contactbook"
    if path.exists():
        return Book.open(path, KEY)
    print("Filling a book, the first time only ...", flush=True)
    made = Book.create(path, KEY)
    dice = random.Random(7)
    now = time.time_ns() // 1_000_000
    connection = made.writer.connection
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(
        "INSERT INTO contact (id, kind, given, family, full_name) VALUES (?, 'person', ?, ?, ?)",
        ((key, "Ada", f"Number {key}", f"Ada Number {key}") for key in range(1, CONTACTS + 1)),
    )
    said = [" ".join(dice.choices(WORDS, k=6)) for _ in range(5_000)]
    entries = (
        (key, dice.choice(("call", "email", "note", "meeting")), now - dice.randrange(4 * _YEAR),
         said[key % len(said)], f"entry{key % 7919}")
        for key in range(1, ENTRIES + 1)
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO interaction (id, kind, occurred_at, subject, body, created_at, updated_at)"
        " VALUES (?, ?, ?, ?, ?, 0, 0)",
        entries,
    )
    connection.executemany(
        "INSERT INTO interaction_contact (interaction_id, contact_id) VALUES (?, ?)",
        ((key, BUSY if key <= OF_ONE else dice.randrange(2, CONTACTS + 1)) for key in range(1, ENTRIES + 1)),
    )
    connection.executemany(
        "INSERT INTO task (id, title, due_at, created_at, updated_at) VALUES (?, ?, ?, 0, 0)",
        (
            (key, said[key % len(said)], now + dice.randrange(-_MONTH, _YEAR))
            for key in range(1, FOLLOW_UPS + 1)
        ),
    )
    connection.executemany(
        "INSERT INTO task_contact (task_id, contact_id) VALUES (?, ?)",
        ((key, dice.randrange(1, CONTACTS + 1)) for key in range(1, FOLLOW_UPS + 1)),
    )
    connection.execute(
        "INSERT INTO contact_row (id, company, starred, has_photo, created_at, updated_at, name_key,"
        " display_name, organization, job_title, email, phone, locality, country, tags, birthday,"
        " search_hash)"
        " SELECT id, 0, 0, 0, 0, 0, full_name, full_name, '', '', '', '', '', '', '', '', 0 FROM contact"
    )
    timeline_rows.refresh(connection, array("q", range(1, CONTACTS + 1)))
    timeline_rows.refresh_words(connection)
    connection.execute("COMMIT")
    return made


def _measured(do: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds, median and worst."""
    found: list[float] = []
    for _ in range(TIMES):
        start = time.perf_counter()
        do()
        found.append((time.perf_counter() - start) * 1000)
    return median(found), max(found)


def _painted(widget: QWidget) -> None:
    widget.grab()


def main() -> None:
    """Print what each takes, and what it may take."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, theme.LIGHT)
    with book() as made:
        reader = made.reader

        def tell(what: str, do: Callable[[], object], goal: str) -> None:
            middle, worst = _measured(do)
            report(what, f"{middle:.1f} ms", goal, f"worst {worst:.1f} ms")

        model = TimelineModel(entry_words.describe)
        view = LineList("Timeline", model, EntryDelegate())
        view.resize(420, 500)

        def open_contact() -> None:
            model.show(reader, BUSY)
            _painted(view)

        tell(f"a contact with {OF_ONE:,} entries, read and painted", open_contact, "50 ms")
        for words in ("tent", "festival discount", "entry17", "offer tent price", "zebra", "t"):
            what = f"search {words!r} in {ENTRIES:,} entries"
            tell(what, lambda w=words: timelines.search_entries(made, w), "50 ms")
            chosen = EntryFilter(text=words)
            tell(
                f"  and in {OF_ONE:,} of one contact",
                lambda c=chosen: timeline_queries.entries(reader, BUSY, c),
                "50 ms",
            )
        today = TodayModel(entry_words.describe_line)
        list_of_today = LineList("Today", today, TodayDelegate())
        list_of_today.resize(640, 700)

        def open_today() -> None:
            today.show(reader, datetime.now().astimezone())
            _painted(list_of_today)

        tell(f"Today with {FOLLOW_UPS:,} follow-ups, read and painted", open_today, "100 ms")
        tell("the number beside Today", lambda: timelines.today_count(made), "16 ms")


if __name__ == "__main__":
    main()
