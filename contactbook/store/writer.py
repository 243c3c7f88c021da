"""The one connection that writes, and whose turn it is."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from contactbook.store.index_merging import IndexMerger
from contactbook.store.log_settling import LogSettler
from contactbook.store.reader import Reader

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.sqlite import Connection
    from contactbook.vault.book_file import OpenFile


class Writer:
    """The writing connection, the lock that the thread within a step holds, and who is writing.

    `settler` writes long logs into the file, `merger` merges the search indexes. `device` and `author` are
    noted with every step of the history.
    """

    def __init__(self, file: OpenFile) -> None:
        connection, path = file.connect(), file.path
        self.connection: Connection = connection
        self.settler = LogSettler(file)
        self.settler.prepare(connection)
        self.file = file
        self.path: Path = path
        self.reader = Reader(connection, path)
        self.lock = threading.RLock()
        self.merger = IndexMerger(connection, self.lock, path)
        self.step: object | None = None
        self.device = ""
        self.author = ""
