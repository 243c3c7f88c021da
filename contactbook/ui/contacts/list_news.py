"""How the list hears of changes: of a few contacts at once, of very many when they were read on a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from contactbook.domain.changes import Changes
from contactbook.qtmodels.row_source import StoreRows
from contactbook.ui.tasks import Job

if TYPE_CHECKING:
    from contactbook.qtmodels.listing import Found
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.contacts.list_page import ListPage

EVERYTHING = Changes(everything=True)


class ListNews(QObject):
    """Reads the ids of the list anew on a thread of its own after a change that touched very many contacts.

    The list shows what it held until they are there. What changes meanwhile is read once more.
    """

    taken = Signal()
    """The list is up to date."""

    def __init__(self, session: BookSession, page: ListPage) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self._reading: Job[Any] | None = None
        self._stale = False

    def take(self, changes: Changes) -> None:
        """An action changed something."""
        if self._reading is not None:
            self._stale = True
        elif changes.everything:
            self._read()
        else:
            self._page.refresh(changes)
            self.taken.emit()

    def forget(self) -> None:
        """The book is about to go."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _read(self) -> None:
        self._stale = False
        book, read = self._session.book, self._page.table.listing.reading()
        job: Job[Any] = Job(
            work=lambda _job: read(StoreRows(book.reader)),
            owner=self,
            on_done=lambda found: self._on_read(job, found),
            on_problem=self._session.problem_met.emit,
            on_end=lambda: self._on_ended(job),
        )
        self._reading = self._session.tasks.start(job)

    def _on_read(self, job: Job[Any], found: Found) -> None:
        if job is not self._reading:
            return
        if self._stale or not self._page.table.refresh(EVERYTHING, found):
            self._read()
        else:
            self.taken.emit()

    def _on_ended(self, job: Job[Any]) -> None:
        if job is self._reading:
            self._reading = None
