"""What the window with 100,000 contacts costs over an empty one: time to the first paint, and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from tests.bench.measuring import as_installed, report

CONTACTS = 100_000
RUNS = 5
SETTLING = 1.0
"""Seconds after the first paint until memory is read, as when somebody looks at the list."""


def _empty_window() -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        """Says when it was painted."""

        painted = False

        def event(self, event: QEvent) -> bool:
            self.painted = self.painted or event.type() == QEvent.Type.Paint
            return super().event(event)

    application = QApplication([])
    window = Window()
    window.resize(1280, 800)
    window.show()
    while not window.painted:
        application.processEvents()
    _say()


def _full_window(book: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from tests.bench.real_window import at_the_door, enter

    with at_the_door() as window:
        window.show()
        until = time.monotonic() + SETTLING  # the key is being derived
        while time.monotonic() < until:
            QApplication.processEvents()
            time.sleep(0.01)
        start = time.time()
        enter(window, book)
        _say(time.time() - start)


def _whole_start(book: Path) -> None:
    from tests.bench.real_window import opened

    with opened(book):
        _say()


def _say(entered: float = 0.0) -> None:
    """Tell when the first paint was (seconds since 1970), the memory held (bytes), the processor seconds.

    And how long it took from the key to that paint (seconds).
    """
    from PySide6.QtWidgets import QApplication

    painted, spent = time.time(), time.process_time()
    until = time.monotonic() + SETTLING
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.01)
    held = int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    print(painted, held, spent, entered, flush=True)


def _measured(*arguments: str) -> tuple[float, float, float, float]:
    """Seconds from the start of a fresh process to the first paint, bytes of memory, processor seconds.

    The last is what `_say` was given.
    """
    command = [sys.executable, "-m", "tests.bench.open_window", *arguments]
    start = time.time()
    done = subprocess.run(command, env=as_installed(), stdout=subprocess.PIPE, text=True, check=True)
    painted, held, spent, entered = map(float, done.stdout.split())
    return painted - start, held, spent, entered


def main() -> None:
    """Print both differences, from alternating fresh processes."""
    from tests.bench.book_files import big_book

    book = os.fspath(big_book(CONTACTS))
    _measured("full", book)
    runs = [(_measured("empty"), _measured("start", book), _measured("full", book)) for _ in range(RUNS)]
    later, spent = (median(start[at] - empty[at] for empty, start, _full in runs) for at in (0, 2))
    empty_time, empty_memory = (median(empty[at] for empty, _start, _full in runs) for at in (0, 1))
    more = median(full[1] - empty[1] for empty, _start, full in runs)
    entered = median(full[3] for _empty, _start, full in runs)
    what = f"first painted list, {CONTACTS:,} contacts"
    report(f"{what}, after the key is derived", f"{entered:.2f} s", "0.3 s")
    note = f"{spent:.2f} s of the processor; an empty window {empty_time:.2f} s"
    report(f"{what}, from the start of Python, over an empty window", f"{later:.2f} s", "-", note)
    note = f"an empty window {empty_memory / 1e6:.0f} MB"
    report(f"memory, {CONTACTS:,} contacts, over an empty window", f"{more / 1e6:.0f} MB", "80 MB", note)


if __name__ == "__main__":
    if sys.argv[1:2] == ["empty"]:
        _empty_window()
    elif sys.argv[1:2] == ["start"]:
        _whole_start(Path(sys.argv[2]))
    elif sys.argv[1:2] == ["full"]:
        _full_window(Path(sys.argv[2]))
    else:
        main()
