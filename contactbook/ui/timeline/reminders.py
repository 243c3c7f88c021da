"""Reminders while a book is open: the number at the window, and a notification where the person allows it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

from contactbook.actions import timelines
from contactbook.settings import declarations

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from contactbook.settings.computer import ComputerSettings
    from contactbook.ui.book_session import BookSession

EVERY_MS = 30_000
SHOWN_MS = 15_000


class Reminders(QObject):
    """Looks twice a minute. A locked book is closed, so nothing of it is known then, and nothing is said."""

    clicked = Signal()
    """Somebody clicked on a notification."""
    counted = Signal(int, int)
    """How many follow-ups are overdue, and how many more are for today."""

    def __init__(self, session: BookSession, settings: ComputerSettings, window: QMainWindow) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window
        self._until = 0
        self._tray: QSystemTrayIcon | None = None
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        session.opened.connect(self._on_opened)
        session.closing.connect(self._on_closing)

    def allow(self, allowed: bool) -> None:
        """Switches the notifications on or off, for good."""
        self._settings.put(declarations.REMINDERS, allowed)
        if not allowed:
            self._remove_tray()

    def look(self) -> None:
        """Counts, and notifies of what has come due since the last look."""
        if not self._session.is_open:
            return
        now = time.time_ns() // 1_000_000
        due = timelines.reminders(self._session.book, self._until, now) if self._until else []
        self._until = now
        self.count()
        if due and self._settings.get(declarations.REMINDERS):
            first = due[0].title
            more = (
                self.tr("%1 (and %n more)", "", len(due) - 1).replace("%1", first) if len(due) > 1 else first
            )
            self._notify(more.replace("%n", str(len(due) - 1)))

    def count(self) -> None:
        """Puts the number of what is overdue and for today at the window."""
        found = timelines.today_count(self._session.book)
        self.counted.emit(found.overdue, found.today)
        _badge(found.overdue + found.today)

    def _notify(self, text: str) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
            self._tray.messageClicked.connect(self.clicked)
            self._tray.activated.connect(lambda _reason: self.clicked.emit())
        self._tray.show()
        self._tray.showMessage(self.tr("Follow-up"), text, self._window.windowIcon(), SHOWN_MS)

    def _remove_tray(self) -> None:
        if self._tray is not None:
            self._tray.hide()
            self._tray.deleteLater()
            self._tray = None

    def _on_opened(self) -> None:
        self._until = time.time_ns() // 1_000_000
        self._timer.start()

    def _on_closing(self) -> None:
        self._timer.stop()
        self._until = 0
        self._remove_tray()
        _badge(0)


def _badge(number: int) -> None:
    """The number at the program's icon, where the system has a place for it."""
    app = QGuiApplication.instance()
    if isinstance(app, QGuiApplication):
        app.setBadgeNumber(number)
