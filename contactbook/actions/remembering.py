"""Whether and how the keychain of the system opens a book, if the person wants that."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from contactbook.domain.problems import Problem
from contactbook.vault import keychain

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book
    from contactbook.vault.credentials import Credential


class Remembered(NamedTuple):
    """Whether there is a keychain, and what in it opens the book (None: nothing)."""

    available: bool
    credential: Credential | None


def look_up(path: Path) -> Remembered:
    """What the keychain holds for this book; asking may take a moment, and the system may ask the person."""
    if not keychain.available():
        return Remembered(available=False, credential=None)
    try:
        return Remembered(available=True, credential=keychain.recall(path))
    except Problem:  # the person said no, or the book is not there: the password opens it all the same
        return Remembered(available=True, credential=None)


def set_remembered(book: Book, on: bool) -> None:
    """Keep the key of the open book in the keychain, or take it out.

    Raises:
        Problem: `vault.keychain_missing`, `vault.keychain_refused`.
    """
    if on:
        keychain.remember(book.file.key)
    else:
        keychain.forget(book.file.key.salt)
