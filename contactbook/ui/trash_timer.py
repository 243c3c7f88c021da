"""Empties the trash of what has lain there too long: when a book opens, and once a day while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from contactbook.actions import trashing

if TYPE_CHECKING:
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.undo_commands import UndoCommands

SOON_MS, DAY_MS = 1_500, 86_400_000
"""After opening the list has the machine for itself first."""


class TrashTimer(QObject):
    """Tells in the bar when it deleted something, with Undo."""

    def __init__(self, session: BookSession, undo: UndoCommands) -> None:
        super().__init__(session)
        self._session = session
        self._undo = undo
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        session.opened.connect(lambda: self._timer.start(SOON_MS))
        session.closing.connect(self._timer.stop)

    def look(self) -> None:
        """Deletes what is due."""
        if self._session.is_open and not self._session.book.read_only:
            self._session.write(trashing.empty_old, owner=self, on_done=self._undo.tell)
            self._timer.start(DAY_MS)
