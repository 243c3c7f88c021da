"""The made-up address books that the benchmarks read, kept in the cache folder of this computer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import platformdirs

from contactbook.vault.credentials import Credential

ROOT = Path(__file__).resolve().parents[2]
KEY = Credential(raw_key=bytes(range(32)))
"""The key itself, so that nothing waits for its derivation."""

GENERATOR = ROOT.parent / "shared" / "bench" / "make_book.py"


def cache() -> Path:
    """Where big files of the benchmarks lie."""
    folder = Path(platformdirs.user_cache_dir("contactbook-bench"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def vcards(count: int, version: str = "v3") -> Path:
    """A vCard file of so many made-up people (`version`: "v3" or "v4"), made if it is not there yet.

    Raises:
        SystemExit: the generator is not beside this checkout.
    """
    return _made(count, f"{version}.vcf")


def google_table(count: int) -> Path:
    """The same people as Google Contacts writes them (CSV), made if it is not there yet.

    Raises:
        SystemExit: the generator is not beside this checkout.
    """
    return _made(count, "google.csv")


def _made(count: int, end: str) -> Path:
    stem = cache() / f"book-{count}"
    file = stem.with_name(f"{stem.name}-{end}")
    if not file.exists():
        if not GENERATOR.exists():
            sys.exit("The generator of made-up books (../shared/bench/make_book.py) is not on this machine.")
        print(f"Making {count:,} people, the first time only ...", flush=True)
        half = stem.with_name(f"{stem.name}.{os.getpid()}")
        command = [sys.executable, GENERATOR, "--n", str(count), "--out", half, "--formats", "v3,v4,csv"]
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": "0"}, check=True, stdout=subprocess.DEVNULL
        )
        for made in ("v3.vcf", "v4.vcf", "google.csv"):
            half.with_name(f"{half.name}-{made}").replace(stem.with_name(f"{stem.name}-{made}"))
    return file


def big_book(count: int) -> Path:
    """An encrypted book of so many people, imported anew after every change of what lays its rows."""
    book = cache() / f"book-{count}.contactbook"
    rooms = ("domain", "store")
    changed = max(
        file.stat().st_mtime for room in rooms for file in (ROOT / "contactbook" / room).rglob("*.py")
    )
    if book.exists() and book.stat().st_mtime > changed:
        return book
    from contactbook.actions.books import create_book
    from contactbook.actions.importing import import_files  # much, which an open window has not loaded

    source = vcards(count)
    print(f"Importing {count:,} people into a book, the first time only ...", flush=True)
    half = book.with_suffix(f".{os.getpid()}")
    made = create_book(half, KEY)
    import_files(made, [source])
    made.close()
    half.replace(book)
    return book
