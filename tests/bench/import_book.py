"""100,000 cards into a new encrypted book through the same action as the window's, and the undo of it.

Also the undo after some of the contacts were edited since, with the question before it.
"""

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
from typing import TYPE_CHECKING, Any

from contactbook.actions import editing, undoing
from contactbook.actions.books import create_book
from contactbook.actions.importing import import_files
from contactbook.store import queries
from contactbook.store.queries import View
from contactbook.vault.credentials import Credential
from tests.bench.book_files import vcards
from tests.bench.measuring import as_installed, cut_lines, report, resident, seconds, split_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.store.book import Book

CARDS = 100_000
EDITED = 100
"""Contacts edited one by one before an undo that leaves them alone."""
RUNS = 3


def _once(source: Path, folder: Path) -> dict[str, float]:
    """Import and undo once, in a process of its own; the references are timed before and after."""
    book = create_book(folder / "bench.contactbook", Credential(password="bench"))
    before, cut_before = _references(source)
    thread, below = time.thread_time(), _spent_below()
    imported = seconds(lambda: import_files(book, [source]))
    writing, reading = time.thread_time() - thread, _spent_below() - below
    book.writer.merger.wait()  # what goes on in the background would slow the reference
    after, cut_after = _references(source)
    everybody = View("all")
    found = len(queries.search(book.reader, "ada", everybody)), len(queries.ids_of(book.reader, everybody))
    size = book.path.stat().st_size
    thread = time.thread_time()
    undone = seconds(lambda: undoing.undo(book))
    spent = time.thread_time() - thread
    left = len(queries.ids_of(book.reader, everybody))
    later = _undo_after_edits(book)
    book.close()
    if not (0 < found[0] < found[1] == CARDS and left == 0):
        raise SystemExit(f"found {found[0]} of {found[1]} contacts; {left} left after the undo")
    return {
        "import": imported,
        "writing": writing,
        "reading": reading,
        "undo": undone,
        "undoing": spent,
        **later,
        "reference": (before[0] + after[0]) / 2,
        "reference_processor": (before[1] + after[1]) / 2,
        "cut": (cut_before[0] + cut_after[0]) / 2,
        "size": size,
    }


def _undo_after_edits(book: Book) -> dict[str, float]:
    """The import once more, some contacts edited, and the undo of it with its preview."""
    undoing.redo(book)
    step = queries.history(book.reader, limit=1)[0].id
    everybody = queries.ids_of(book.reader, View("all"))
    edited = everybody[:: len(everybody) // EDITED][:EDITED]
    for contact_id in edited:
        editing.edit_contact(book, contact_id, {"job_title": "Edited since"})
    book.writer.merger.wait()
    thread = time.thread_time()
    previewed = seconds(lambda: undoing.preview(book, step))
    undone = seconds(lambda: undoing.undo(book, step))
    spent = time.thread_time() - thread
    left = len(queries.ids_of(book.reader, View("all")))
    if left != EDITED:
        raise SystemExit(f"{left} contacts left of {EDITED} that were edited")
    return {"previewed": previewed, "undone_later": undone, "undoing_later": spent}


def _references(source: Path) -> tuple[tuple[float, float], tuple[float, float]]:
    """Seconds by the clock and of the processor: of splitting the lines, and of only cutting them."""
    return _timed(lambda: split_lines(source)), _timed(lambda: cut_lines(source))


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    start = time.thread_time()
    clock = seconds(work)
    return clock, time.thread_time() - start


def _spent_below() -> float:
    """What the processes below this one that have ended have used of processors."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


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
    middle = {key: median(run[key] for run in runs) for key in runs[0]}
    ratio = median(run["import"] / run["reference"] for run in runs)
    writing = median(run["writing"] / run["reference_processor"] for run in runs)
    reading = median(run["reading"] / run["reference_processor"] for run in runs)
    cut = median(run["import"] / run["cut"] for run in runs)
    what = f"import of {CARDS:,} cards / splitting their lines"
    note = f"{middle['import']:.1f} s; {cut:.1f} x only cutting them; {middle['size'] / 1e6:.0f} MB"
    report(what, f"{ratio:.1f} x", "10 x", note)
    note = f"writing {middle['writing']:.1f} s, reading in a process beside it {middle['reading']:.1f} s"
    report("the same by seconds of the processor", f"{writing:.1f} + {reading:.1f} x", "-", note)
    report("peak memory of the import, all processes", f"{middle['memory'] / 1e6:.0f} MB", "400 MB")
    report(
        "undo of that import",
        f"{middle['undo']:.1f} s",
        "10 s",
        f"{middle['undoing']:.1f} s of the processor",
    )
    report(
        f"the same after {EDITED} contacts were edited, with its preview",
        f"{middle['previewed'] + middle['undone_later']:.1f} s",
        "10 s",
        f"preview {middle['previewed']:.1f} s; {middle['undoing_later']:.1f} s of the processor",
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(_once(Path(sys.argv[1]), Path(sys.argv[2]))))
    else:
        main()
