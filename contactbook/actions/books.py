"""Making, opening and closing a book, and the sample to look around in. No book is remembered here."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from contactbook.domain.problems import Problem
from contactbook.settings.declarations import HISTORY_DAYS, HISTORY_MEGABYTES
from contactbook.store import book_settings, thinning
from contactbook.store.book import Book
from contactbook.vault import recovery
from contactbook.vault.credentials import Credential

if TYPE_CHECKING:
    from contactbook.actions.import_report import ImportResult

_PACKAGE = Path(__file__).resolve().parent.parent
_RESOURCES = (_PACKAGE / "resources", _PACKAGE.parent / "resources")
SAMPLE_FILES = ("people-and-companies.vcf", "choir-google.csv", "old-phone.vcf")


def credential(password: str = "", *, key_file: Path | None = None, recovery_code: str = "") -> Credential:
    """What a person types or picks to get into a book, ready for `open_book`.

    Raises:
        Problem: those of `vault.recovery.parse` when the recovery code is mistyped.
    """
    raw_key = recovery.parse(recovery_code) if recovery_code else None
    return Credential(password=password, key_file=key_file, raw_key=raw_key)


def create_book(path: Path, credential: Credential) -> Book:
    """Make a new, empty book and leave it open. Raises the problems of `vault.book_file.create`."""
    return Book.create(Path(path), credential)


def open_book(path: Path, credential: Credential, *, read_only: bool = False, wait: float = 10.0) -> Book:
    """Open a book; `wait` seconds for another program to let go of it. Raises as `Book.open` does."""
    return Book.open(Path(path), credential, read_only=read_only, wait=wait)


def close_book(book: Book) -> None:
    """Write everything back and let the file go; harmless when it is closed already.

    Steps that are too old to be undone, by the settings of the book, are thinned out before.
    """
    if not book.closed and not book.read_only:
        with suppress(Problem):  # a full disk must not keep anybody from closing the book
            book.file.check_still_there()
            thin_history(book)
    book.close()


def thin_history(book: Book) -> int:
    """Forget how to undo the oldest steps, by the settings of the book; gives how many. Raises Problem."""
    chosen = book_settings.values(book.reader)
    days, megabytes = (
        setting.read(chosen[setting.key]) if setting.key in chosen else setting.default
        for setting in (HISTORY_DAYS, HISTORY_MEGABYTES)
    )
    return thinning.thin(book, days=days, size=megabytes * 1_000_000)


def key_of(book: Book) -> Credential:
    """What opens this book as long as its password is not changed, without the password."""
    key = book.file.key
    return Credential(raw_key=key.key + key.salt)


def recovery_code(book: Book) -> str:
    """The code that opens this book without its password, for a sheet of paper in a safe."""
    return book.file.recovery_code()


def sample_files() -> list[Path]:
    """The invented contacts that come with the program, as files that any program could have written.

    Raises:
        Problem: sample.missing when the program was installed without them.
    """
    for folder in _RESOURCES:
        files = [folder / "samples" / name for name in SAMPLE_FILES]
        if all(file.is_file() for file in files):
            return files
    raise Problem("sample.missing", path=str(_RESOURCES[0] / "samples"))


def make_sample(book: Book) -> ImportResult:
    """Fill a book with about sixty invented contacts by importing the sample files, as one step."""
    from contactbook.actions.importing import import_files  # reading formats costs every other command 0.1 s

    return import_files(book, sample_files())


def create_sample_book(path: Path, credential: Credential) -> Book:
    """A new book filled with the sample, left open; no file stays behind when it fails."""
    book = create_book(path, credential)
    try:
        make_sample(book)
    except BaseException:
        book.close()
        Path(path).unlink(missing_ok=True)
        raise
    return book
