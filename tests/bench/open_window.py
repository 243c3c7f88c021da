"""What the window with 100,000 contacts costs over an empty one: time to the first paint, and memory.

Memory as a person has it: after a password was typed and its key derived, with everything warm, the list and
a contact painted; and once more after a few searches.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.measuring import as_installed, report

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.ui.main_window import MainWindow

CONTACTS = 100_000
RUNS = 5
SEARCHES = ("anna ", "lukas", "48 12", "@post", "gmbh ")
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
    from contactbook.vault.credentials import Credential
    from contactbook.vault.key_derivation import derive, new_salt
    from tests.bench.real_window import at_the_door, enter

    with at_the_door() as window:
        window.show()
        deriving = threading.Thread(target=derive, args=(Credential(password="word"), new_salt()))
        deriving.start()
        _rest()
        deriving.join()
        start = time.time()
        enter(window, book)
        entered = time.time() - start
        _rest()
        window.contacts.page.view.go_to_row(1)
        _say(entered, lambda: _search(window))


def _search(window: MainWindow) -> None:
    """Types a few searches, letter by letter, and lists everybody again."""
    from PySide6.QtTest import QTest

    for words in SEARCHES:
        for letter in words:
            QTest.keyClicks(window.contacts.page.search, letter)
            _rest(0.05)
        window.contacts.page.search.clear()
        _rest(0.1)


def _whole_start(book: Path) -> None:
    from tests.bench.real_window import opened

    with opened(book):
        _say()


def _rest(seconds: float = SETTLING) -> None:
    from PySide6.QtWidgets import QApplication

    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.01)


def _held() -> int:
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _say(entered: float = 0.0, then: Callable[[], None] = _rest) -> None:
    """Tell when the first paint was (seconds since 1970), the memory held (bytes), the processor seconds.

    Then how long it took from the key to that paint (seconds), and the memory after what is done `then`.
    """
    painted, spent = time.time(), time.process_time()
    _rest()
    held = _held()
    then()
    _rest()
    print(painted, held, spent, entered, _held(), flush=True)


def _measured(*arguments: str) -> tuple[float, ...]:
    """Seconds from the start of a fresh process to the first paint, bytes of memory, processor seconds.

    The last two are what `_say` was given, and the bytes after searching.
    """
    command = [sys.executable, "-m", "tests.bench.open_window", *arguments]
    start = time.time()
    done = subprocess.run(command, env=as_installed(), stdout=subprocess.PIPE, text=True, check=True)
    painted, *others = map(float, done.stdout.split())
    return painted - start, *others


def main() -> None:
    """Print both differences, from alternating fresh processes."""
    from tests.bench.book_files import big_book

    book = os.fspath(big_book(CONTACTS))
    _measured("full", book)
    runs = [(_measured("empty"), _measured("start", book), _measured("full", book)) for _ in range(RUNS)]
    later, spent = (median(start[at] - empty[at] for empty, start, _full in runs) for at in (0, 2))
    empty_time, empty_memory = (median(empty[at] for empty, _start, _full in runs) for at in (0, 1))
    more, later_more = (median(full[at] - empty[1] for empty, _start, full in runs) for at in (1, 4))
    entered = median(full[3] for _empty, _start, full in runs)
    what = f"first painted list, {CONTACTS:,} contacts"
    report(f"{what}, after the key is derived", f"{entered:.2f} s", "0.3 s")
    note = f"{spent:.2f} s of the processor; an empty window {empty_time:.2f} s"
    report(f"{what}, from the start of Python, over an empty window", f"{later:.2f} s", "-", note)
    note = f"an empty window {empty_memory / 1e6:.0f} MB"
    report(f"memory, {CONTACTS:,} contacts, over an empty window", f"{more / 1e6:.0f} MB", "80 MB", note)
    report("   and after a few searches", f"{later_more / 1e6:.0f} MB", "80 MB")


if __name__ == "__main__":
    if sys.argv[1:2] == ["empty"]:
        _empty_window()
    elif sys.argv[1:2] == ["start"]:
        _whole_start(Path(sys.argv[2]))
    elif sys.argv[1:2] == ["full"]:
        _full_window(Path(sys.argv[2]))
    else:
        main()
