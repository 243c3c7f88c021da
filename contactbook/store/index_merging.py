"""Merging the pieces of the search indexes in the background, a little at a time.

Every step adds a piece to each index. FTS5 by itself merges sixteen of them at the end of the step that makes
the last one, and those that an import of 100,000 contacts left are among them: seconds for somebody who only
changed a telephone number (sqlite.org/fts5.html, 6.8 and 6.10).
"""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from contactbook.domain.problems import Problem
from contactbook.vault.failures import explained

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.sqlite import Connection

INDEXES = ("search_row", "search_part", "interaction_text")

EVERY = 8
"""Steps after which the pieces are looked at; FTS5 merges from four alike on."""

QUIET = 0.5
"""Seconds without a step until merging begins or goes on."""

PAUSE = 0.02
"""Seconds between two pieces of work, in which a step can have its turn."""

PAGES = 64
"""Index pages (4 KiB each) merged at once: some ten milliseconds for which a step may have to wait."""

_DONE = 2
"""A merge that changes fewer rows than this has found nothing more to do (as FTS5 documents it)."""


class IndexMerger:
    """Merges with the writing connection, whose lock it asks for, in a thread that ends when all is done."""

    def __init__(self, connection: Connection, lock: threading.RLock, path: Path) -> None:
        self._connection, self._lock, self._path = connection, lock, path
        self._steps = 0
        self._last = 0.0
        self._wanted = False
        self._thread: threading.Thread | None = None
        self._stopped = threading.Event()

    def note(self, *, large: bool) -> None:
        """A step has written; to be called by the thread that holds the writer's lock."""
        self._steps += 1
        self._last = time.monotonic()
        if self._stopped.is_set() or not (large or self._steps >= EVERY):
            return
        self._steps, self._wanted = 0, True
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="contactbook-merge", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Merge no more: the book is about to be closed."""
        self._stopped.set()

    def wait(self) -> None:
        """Return when nothing is being merged; not to be called with the writer's lock."""
        thread = self._thread
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        while self._still_wanted():
            with suppress(Problem), explained(self._path):  # a full disk: again after further steps
                for index in INDEXES:
                    while self._merge_some(index):
                        self._stopped.wait(PAUSE)

    def _still_wanted(self) -> bool:
        """Whether steps came since the last look."""
        with self._lock:
            wanted, self._wanted = self._wanted and not self._stopped.is_set(), False
            if not wanted:
                self._thread = None
        return wanted

    def _merge_some(self, index: str) -> bool:
        """Whether there may be more to merge."""
        while (left := self._last + QUIET - time.monotonic()) > 0 and not self._stopped.wait(left):
            pass
        with self._lock:
            if self._stopped.is_set():
                return False
            if self._last + QUIET > time.monotonic():
                return True  # a step came while the lock was waited for, and more may follow it at once
            connection = self._connection
            before: int = connection.execute("SELECT total_changes()").get
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('merge', {PAGES})")
            changed: int = connection.execute("SELECT total_changes()").get - before
        return changed >= _DONE
