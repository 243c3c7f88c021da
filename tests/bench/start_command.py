"""Processor time of a command from its start to its end, against Python's own start."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from statistics import median

from contactbook.actions.books import create_book, make_sample
from contactbook.vault.credentials import Credential
from tests.bench.measuring import as_installed, report

RUNS = 9
PASSWORD = "bench"


def _processor_seconds(*arguments: str) -> float:
    def spent() -> float:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    before = spent()
    surroundings = {**as_installed(), "CONTACTBOOK_PASSWORD": PASSWORD}
    subprocess.run([sys.executable, *arguments], env=surroundings, check=True, stdout=subprocess.DEVNULL)
    return spent() - before


def main() -> None:
    """Print the time of the help, and of a list (the derivation of the key included)."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.contactbook"
        book = create_book(path, Credential(password=PASSWORD))
        make_sample(book)
        book.close()
        command = partial(_processor_seconds, "-m", "contactbook")
        command("list", os.fspath(path))
        starts = [
            (_processor_seconds("-c", "pass"), command("--help"), command("list", os.fspath(path)))
            for _ in range(RUNS)
        ]
    bare, shown, listed = (median(column) for column in zip(*starts, strict=True))
    note = f"{shown / bare:.1f} x Python's own start ({bare:.2f} s)"
    report("processor time of `contactbook --help`", f"{shown:.2f} s", "0.4 s", note)
    report(
        "processor time of `contactbook list`, sample book", f"{listed:.2f} s", "-", "with deriving the key"
    )


if __name__ == "__main__":
    main()
