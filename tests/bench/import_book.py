"""100,000 cards into a new encrypted book through the same action as the window's, and the undo of it."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from contactbook.actions.books import create_book
from contactbook.actions.importing import import_files
from contactbook.actions.undoing import undo
from contactbook.store import queries
from contactbook.store.queries import View
from contactbook.vault.credentials import Credential
from tests.bench.book_files import vcards
from tests.bench.measuring import as_installed, report, resident, seconds, split_lines

CARDS = 100_000
RUNS = 3


def _once(source: Path, folder: Path) -> dict[str, float]:
    """Import and undo once, in a process of its own; the speed of the reference is taken before and after."""
    book = create_book(folder / "bench.contactbook", Credential(password="bench"))
    before = seconds(lambda: split_lines(source))
    spent = _processor_seconds()
    imported = seconds(lambda: import_files(book, [source]))
    spent = _processor_seconds() - spent
    after = seconds(lambda: split_lines(source))
    everybody = View("all")
    found = len(queries.search(book.reader, "ada", everybody)), len(queries.ids_of(book.reader, everybody))
    size = book.path.stat().st_size
    undone = seconds(lambda: undo(book))
    left = len(queries.ids_of(book.reader, everybody))
    book.close()
    if not (0 < found[0] < found[1] == CARDS and left == 0):
        raise SystemExit(f"found {found[0]} of {found[1]} contacts; {left} left after the undo")
    reference = (before + after) / 2
    return {"import": imported, "undo": undone, "reference": reference, "size": size, "processor": spent}


def _processor_seconds() -> float:
    """What this process and those below it that have ended have used."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def _watched(source: Path) -> dict[str, float]:
    """`_once` in a fresh process, its memory and that of the processes below it watched from here."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.bench.import_book", os.fspath(source), folder]
        child = subprocess.Popen(command, env=as_installed(), stdout=subprocess.PIPE, text=True)
        peak = 0
        while child.poll() is None:
            peak = max(peak, resident(child.pid))
            time.sleep(0.05)
        said: Any = child.stdout.read() if child.stdout else ""
    if child.returncode:
        raise SystemExit(child.returncode)
    return {**json.loads(said), "memory": peak}


def main() -> None:
    """Print the ratios and the memory of several runs."""
    source = vcards(CARDS)
    runs = [_watched(source) for _ in range(RUNS)]
    ratio = median(run["import"] / run["reference"] for run in runs)
    middle = {key: median(run[key] for run in runs) for key in runs[0]}
    note = (
        f"{middle['import']:.1f} s, {middle['processor']:.1f} s of processors; {middle['size'] / 1e6:.0f} MB"
    )
    report(f"import of {CARDS:,} cards / splitting their lines", f"{ratio:.1f} x", "10 x", note)
    report("peak memory of the import, all processes", f"{middle['memory'] / 1e6:.0f} MB", "400 MB")
    report("undo of that import", f"{middle['undo']:.1f} s", "10 s")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(_once(Path(sys.argv[1]), Path(sys.argv[2]))))
    else:
        main()
