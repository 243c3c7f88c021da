"""The numbers of the sidebar: counted after every change, of a big book on a thread of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from contactbook.actions import browsing
from contactbook.ui.tasks import Job

if TYPE_CHECKING:
    from contactbook.qtmodels.sidebar_model import Counts
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.contacts.sidebar import Sidebar

BIG = 5_000
"""From so many contacts on, counting takes longer than the window may stand still."""

AFTER_PAINT_MS = 30
"""Milliseconds after the opening of a big book, or a change, until its numbers are counted: the list is
painted first."""


class SidebarCounts(QObject):
    """Counts for one sidebar, one count at a time; what changes meanwhile is counted after it."""

    def __init__(self, session: BookSession, sidebar: Sidebar) -> None:
        super().__init__(sidebar)
        self._session, self._sidebar = session, sidebar
        self._counting: Job[Any] | None = None
        self._known = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._count)

    def begin(self, listed: int) -> None:
        """A book with so many contacts was opened: the numbers of a small one are there at once."""
        self._known = listed
        if listed < BIG:
            self._count()
        else:
            self._soon.start(AFTER_PAINT_MS)

    def renew(self, listed: int) -> None:
        """Something changed; the list holds so many contacts of the book now."""
        self._known = max(self._known, listed)
        self._soon.start(0 if self._known < BIG else AFTER_PAINT_MS)

    def forget(self) -> None:
        """The book is about to go."""
        self._soon.stop()
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None

    def _count(self) -> None:
        if not self._session.is_open:
            return
        book = self._session.book
        if self._known < BIG:
            self._show(browsing.counts(book))
        elif self._counting is not None:
            self._soon.start(AFTER_PAINT_MS)
        else:
            job: Job[Any] = Job(
                work=lambda _job: browsing.counts(book),
                owner=self,
                on_done=lambda counts: self._on_counted(job, counts),
                on_problem=self._session.problem_met.emit,
                on_end=lambda: self._on_ended(job),
            )
            self._counting = self._session.tasks.start(job)

    def _on_counted(self, job: Job[Any], counts: Counts) -> None:
        if job is self._counting:
            self._show(counts)

    def _on_ended(self, job: Job[Any]) -> None:
        if job is self._counting:
            self._counting = None

    def _show(self, counts: Counts) -> None:
        self._known = counts.all
        self._sidebar.show_counts(counts)
