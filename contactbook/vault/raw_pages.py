"""The encrypted file seen as pages: is the key right, and is every page as it was written?

Layout of SQLCipher 4 (https://www.zetetic.net/sqlcipher/design/): pages of 4096 bytes. The last 80 of each
are the initialisation vector (16) and an HMAC-SHA512 (64) over encrypted bytes, vector and page number. The
first page begins with the salt in place of SQLite's own head.
"""

from __future__ import annotations

import hashlib
import hmac
import time
from contextlib import contextmanager
from enum import Enum
from typing import TYPE_CHECKING

import apsw

from contactbook.vault.key_derivation import KEY_SIZE, SALT_SIZE, BookKey

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

PAGE_SIZE = 4096
_MAC_SIZE = 64
_SAMPLE = 64
_PAGES_AT_ONCE = 256
_LOOKS = 2
_PAUSE_SECONDS = 0.005


class KeyFit(Enum):
    """How a key fits a file."""

    RIGHT = "right"
    FIRST_PAGE_DAMAGED = "first page damaged"
    WRONG = "wrong"


@contextmanager
def raw_file(path: Path) -> Generator[apsw.VFSFile]:
    """The file's encrypted bytes, read through SQLite's own file layer.

    Reading them with `open` would drop, when it closes, every POSIX lock that connections of this process
    hold on the file (https://sqlite.org/howtocorrupt.html, section 2.2).
    """
    plain = next(name for name in apsw.vfs_names() if not name.startswith("multipleciphers"))
    flags = [apsw.SQLITE_OPEN_MAIN_DB | apsw.SQLITE_OPEN_READONLY, 0]
    file = apsw.VFSFile(plain, str(path.absolute()), flags)
    try:
        yield file
    finally:
        file.xClose()


class PageSeal:
    """Checks the HMAC of single pages under one key."""

    def __init__(self, key: BookKey) -> None:
        mac_salt = bytes(byte ^ 0x3A for byte in key.salt)
        self._key = hashlib.pbkdf2_hmac("sha512", key.key, mac_salt, 2, KEY_SIZE)

    def holds(self, number: int, page: bytes) -> bool:
        """Whether page `number` (from 1) is unchanged. A page of zeros was never written, and holds."""
        if len(page) != PAGE_SIZE:
            return False
        body = page[SALT_SIZE if number == 1 else 0 : -_MAC_SIZE] + number.to_bytes(4, "little")
        if hmac.digest(self._key, body, "sha512") == page[-_MAC_SIZE:]:
            return True
        return number > 1 and not any(page)


def key_fit(path: Path, key: BookKey) -> KeyFit:
    """Whether this is the key of the file: by its first page, or else by any of a sample of the others.

    Only a file of a single page leaves a doubt: when that page is damaged the key looks wrong.
    """
    seal = PageSeal(key)
    with raw_file(path) as file:
        if seal.holds(1, _read(file, 1, 1)):
            return KeyFit.RIGHT
        count = file.xFileSize() // PAGE_SIZE
        step = max(1, count // _SAMPLE)
        for number in range(2, count + 1, step):
            page = _read(file, number, 1)
            if any(page) and seal.holds(number, page):
                return KeyFit.FIRST_PAGE_DAMAGED
    return KeyFit.WRONG


def read_head(path: Path) -> tuple[bytes, int]:
    """The salt of a file (its first 16 bytes, or as many as there are) and its size."""
    with raw_file(path) as file:
        size = file.xFileSize()
        return file.xRead(min(size, SALT_SIZE), 0) if size else b"", size


def damaged_pages(path: Path, key: BookKey, progress: Callable[[int, int], None] | None = None) -> list[int]:
    """The numbers of all pages of the file that were changed from outside, about 10 µs a page.

    Args:
        path: the file; pages in the write-ahead log are not looked at.
        key: its key.
        progress: called with the pages done and the pages there.
    """
    seal = PageSeal(key)
    damaged: list[int] = []
    with raw_file(path) as file:
        size = file.xFileSize()
        count = -(-size // PAGE_SIZE)
        for first in range(1, count + 1, _PAGES_AT_ONCE):
            block = _read(file, first, min(_PAGES_AT_ONCE, count + 1 - first))
            for at in range(0, len(block), PAGE_SIZE):
                number = first + at // PAGE_SIZE
                if not seal.holds(number, block[at : at + PAGE_SIZE]) and not _holds_now(file, number, seal):
                    damaged.append(number)
            if progress:
                progress(min(first + _PAGES_AT_ONCE - 1, count), count)
    return damaged


def _holds_now(file: apsw.VFSFile, number: int, seal: PageSeal) -> bool:
    """Look again: the page may have been in the middle of being written when it was read."""
    for _ in range(_LOOKS):
        time.sleep(_PAUSE_SECONDS)
        if seal.holds(number, _read(file, number, 1)):
            return True
    return False


def _read(file: apsw.VFSFile, number: int, pages: int) -> bytes:
    return file.xRead(pages * PAGE_SIZE, (number - 1) * PAGE_SIZE)
