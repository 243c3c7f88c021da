"""The very file that was opened, whatever happens to its name: held as long as the book is open to write."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from contactbook.vault.connections import logs

if TYPE_CHECKING:
    from pathlib import Path

_IN_THE_WAY = os.name == "nt"
"""Windows lets nobody replace a file that is open, the program itself not either."""


class HeldFile:
    """Tells when another file lies in its place, and keeps it then."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = -1 if _IN_THE_WAY else os.open(path, os.O_RDONLY)

    def is_replaced(self, salt: bytes) -> bool:
        """Whether another book, or another state of this one, lies there now.

        Some drives number a file anew each time it is looked at: the number alone tells nothing. A file that
        has lost its last name was replaced; otherwise the salt decides.
        """
        try:
            held, there = os.fstat(self._file), self._path.stat()
        except OSError:
            return False
        if os.path.samestat(held, there):
            return False
        if not held.st_nlink:
            return True
        try:
            with self._path.open("rb") as file:
                return file.read(len(salt)) != salt
        except OSError:
            return False

    def set_aside(self) -> Path:
        """Give the book that was open a name again, with its log, beside what has taken its place.

        For when no connection is left. The new name tells the time: "friends (2026-11-26 18.30).contactbook".
        """
        path = self._path
        moment = time.strftime("%Y-%m-%d %H.%M.%S")
        kept = path.with_name(f"{path.stem} ({moment}){path.suffix}")
        for log, of_kept in zip(logs(path), logs(kept), strict=True):
            if log.exists():  # first of all: whatever fails after, it may not be played into the newcomer
                log.replace(of_kept)
        path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
        os.lseek(self._file, 0, os.SEEK_SET)
        target = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(target, "wb") as file:
                shutil.copyfileobj(os.fdopen(self._file, "rb", closefd=False), file)
        except OSError:
            kept.unlink(missing_ok=True)  # half a book is none
            raise
        return kept

    def close(self) -> None:
        """Let go of it."""
        with suppress(OSError):
            os.close(self._file)
        self._file = -1
