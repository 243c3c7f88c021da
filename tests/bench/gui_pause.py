"""The longest pause of the GUI thread while 100,000 cards are imported into the open book of the window."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer

from contactbook.actions.books import create_book
from tests.bench.book_files import KEY, vcards
from tests.bench.measuring import report
from tests.bench.real_window import opened

CARDS = 100_000
IDLE = 5_000
"""Milliseconds of the same heartbeat with nothing to do, as the measure of the machine."""

AFTERWARDS = 500
"""Milliseconds watched after the end of the import: the list, the counts and the report are shown then."""


class Heartbeat:
    """A timer of one millisecond in the GUI thread: the gaps between beats, and when they ended (seconds).

    The third number of each is what the GUI thread itself had of a processor meanwhile (seconds).
    """

    def __init__(self) -> None:
        self._gaps: list[tuple[float, float, float]] = []
        self._start = self._last = time.perf_counter()
        self._spent = time.thread_time()
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, spent = time.perf_counter(), time.thread_time()
        self._gaps.append((now - self._last, now - self._start, spent - self._spent))
        self._last, self._spent = now, spent

    def stop(self) -> list[tuple[float, float, float]]:
        """No more beats; the gaps so far, the longest first."""
        self._timer.stop()
        return sorted(self._gaps, reverse=True)


def main() -> None:
    """Print the longest pauses, idle and importing."""
    source = vcards(CARDS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.contactbook"
        create_book(path, KEY).close()
        with opened(path) as (window, _paints):
            loop = QEventLoop()
            idle = Heartbeat()
            QTimer.singleShot(IDLE, loop.quit)
            loop.exec()
            resting = idle.stop()
            window.flow.finished.connect(lambda _report: QTimer.singleShot(AFTERWARDS, loop.quit))
            window.flow.failed.connect(lambda _problem: loop.quit())
            busy = Heartbeat()
            window.flow.start([source])
            loop.exec()
            pauses = busy.stop()
            listed = window.contacts.page.table.rowCount()
            if listed != CARDS:
                raise SystemExit(f"{listed} contacts listed after the import")
    longest, length = pauses[0][0] * 1000, max(when for _gap, when, _spent in pauses)
    most = max(spent for _gap, _when, spent in pauses) * 1000
    report(
        f"longest pause of the window, importing {CARDS:,} cards",
        f"{longest:.0f} ms",
        "50 ms",
        f"{most:.0f} ms of the processor",
    )
    worst = ", ".join(
        f"{gap * 1000:.0f} ms ({spent * 1000:.0f} of the processor) after {when:.1f} s"
        for gap, when, spent in pauses[:6]
    )
    print(f"   of {length:.1f} s; the longest: {worst}; without an import {resting[0][0] * 1000:.0f} ms")


if __name__ == "__main__":
    main()
