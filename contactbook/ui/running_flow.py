"""Long work that a window starts with a strip for its progress: one at a time, told from start to end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.tasks import Job


class RunningFlow(QObject):
    """What reading, importing and exporting have in common; each kind has a `start` of its own."""

    started = Signal(int)
    """It has begun, with so many files or contacts."""
    progressed = Signal(object, object, int)
    """How much is done, how much there is, and how many things so far."""
    finished = Signal(object)
    """The report; what changed was announced by the session before."""
    failed = Signal(object)
    """The `Problem` that stopped it; book and files are as they were."""
    cancelled = Signal()
    finished_late = Signal()
    """It had gone too far to be stopped when its book was closed: it is done, and nobody is shown of what."""

    def __init__(self, session: BookSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job[Any] | None = None
        session.closing.connect(self.cancel)

    @property
    def running(self) -> bool:
        """Whether it is under way."""
        return self._job is not None

    def cancel(self) -> None:
        """Stop; nothing is kept."""
        if self._job is not None:
            self._job.cancel()

    def _on_end(self) -> None:
        self._job = None
