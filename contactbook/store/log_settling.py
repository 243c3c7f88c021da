"""Writing a long log into the file while the person goes on working.

SQLite does it at the end of the step that made the log long: seconds more for an import that is already safe.
"""

from __future__ import annotations

import threading
from contextlib import closing, suppress
from typing import TYPE_CHECKING, cast

from contactbook.domain.problems import Problem
from contactbook.vault.failures import explained

if TYPE_CHECKING:
    from contactbook.store.sqlite import Connection
    from contactbook.vault.book_file import OpenFile

LOG_PAGES = 1000
"""Pages of the log (4 KiB each) from which on SQLite settles it by itself, at the end of a step."""

KEPT_BYTES = 16 << 20
"""What of the log file stays when it is begun anew."""


class LogSettler:
    """Settles the log of a book in a thread of its own; at most one at a time."""

    def __init__(self, file: OpenFile) -> None:
        self._file = file
        self._thread: threading.Thread | None = None

    def prepare(self, connection: Connection) -> None:
        """Set the writing connection: a log that was long does not stay long."""
        connection.pragma("journal_size_limit", KEPT_BYTES)

    def hold(self, connection: Connection) -> None:
        """Leave the log alone for now; `start` or `release` must follow."""
        connection.pragma("wal_autocheckpoint", 0)

    def release(self, connection: Connection) -> None:
        """Let SQLite settle it again by itself."""
        connection.pragma("wal_autocheckpoint", LOG_PAGES)

    def start(self, connection: Connection) -> None:
        """Settle it from now on, large logs in the background."""
        self.release(connection)
        if connection.pragma("journal_mode") == "wal" and (
            self._thread is None or not self._thread.is_alive()
        ):
            self._thread = threading.Thread(target=self._settle, name="contactbook-log", daemon=True)
            self._thread.start()

    def wait(self) -> None:
        """Return when nothing is being settled."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _settle(self) -> None:
        """What fails here is done again when the book is closed, and tells of itself then."""
        with suppress(Problem), explained(self._file.path):
            with closing(cast("Connection", self._file.connect())) as connection:
                connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
