"""The one connection that writes, and whose turn it is."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from contactbook.store.reader import Reader

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.sqlite import Connection


class Writer:
    """The writing connection, the lock that the thread within a step holds, and who is writing.

    `device` and `author` are noted with every step of the history.
    """

    def __init__(self, connection: Connection, path: Path) -> None:
        self.connection = connection
        self.path = path
        self.reader = Reader(connection, path)
        self.lock = threading.RLock()
        self.step: object | None = None
        self.device = ""
        self.author = ""
