"""The real main window over a big book, for the benchmarks: no password to wait for, paints to wait on."""

from __future__ import annotations

import gc
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from contactbook import app as program
from contactbook.actions import books
from contactbook.settings.computer import ComputerSettings
from contactbook.ui.widgets import theme
from tests.bench.book_files import KEY

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from contactbook.ui.main_window import MainWindow

LONGEST_WAIT = 120.0
"""Seconds after which something that should have happened has failed."""


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


@contextmanager
def at_the_door() -> Generator[MainWindow]:
    """The window as it stands while a password is typed and its key derived; closed in the end."""
    program.prepare_process()
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else program.make_application()
    settings = ComputerSettings(None)
    theme.apply(application, theme.LIGHT)
    window = program.make_window(application, settings)
    try:
        yield window
    finally:
        window.close()


def enter(window: MainWindow, book: Path) -> Paints:
    """Open this book in the window, until its list (or the words that it is empty) is painted."""
    paints = Paints(window.contacts.page.view.viewport())
    nobody = Paints(window.contacts.page.empty)
    window.session.take(books.open_book(book, KEY))
    window.door.entered.emit()
    window.show()
    wait_for(lambda: bool(paints.count or nobody.count))
    return paints


@contextmanager
def opened(book: Path) -> Generator[tuple[MainWindow, Paints]]:
    """The window with the list of this book painted; closed in the end."""
    with at_the_door() as window:
        paints = enter(window, book)
        gc.freeze()
        yield window, paints


def wait_for(there: Callable[[], bool]) -> None:
    """Let events be handled until something is there; between them the thread sleeps, as in the program."""
    until = time.monotonic() + LONGEST_WAIT
    ticks = QTimer(interval=10)  # what is waited for may be only a matter of time
    ticks.start()
    while not there():
        if time.monotonic() > until:
            raise SystemExit("waited in vain")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    ticks.stop()


def rest(seconds: float) -> None:
    """Let events be handled for so long."""
    until = time.monotonic() + seconds
    wait_for(lambda: time.monotonic() > until)
