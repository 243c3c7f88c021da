"""E-mail that is dropped on the window: read on the writer thread, with progress and cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, Signal

from contactbook.ui.messages.progress_strip import ProgressStrip
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from contactbook.actions.mailing import MailReport
    from contactbook.domain.contact import Contact
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.tasks import Job


class MailFlow(QObject):
    """Reads one lot of messages at a time."""

    started = Signal(int)
    """So many files or folders."""
    progressed = Signal(object, object, int)
    """Bytes read, bytes in all, messages so far."""
    finished = Signal(object)
    """The `MailReport`; what changed was announced by the session before."""
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, session: BookSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job[Any] | None = None
        self._paths: list[Path] = []
        session.closing.connect(self.cancel)

    @property
    def running(self) -> bool:
        """Whether messages are being read."""
        return self._job is not None

    def start(self, paths: Sequence[Path], newcomers: Sequence[Contact] = ()) -> None:
        """Read these files as one step; does nothing while others are read."""
        if self.running or not paths or not self._session.is_open:
            return
        self._paths = list(paths)
        book, people = self._session.book, list(newcomers)

        def work(job: Job[Any]) -> MailReport:
            from contactbook.actions.mailing import import_mail

            return import_mail(book, paths, newcomers=people, progress=job.report, cancelled=job.is_cancelled)

        self._job = self._session.run(
            work,
            owner=self,
            on_done=self.finished.emit,
            on_problem=self.failed.emit,
            on_progress=self.progressed.emit,
            on_cancelled=self.cancelled.emit,
            on_end=self._on_end,
        )
        self.started.emit(len(self._paths))

    def start_again(self, newcomers: Sequence[Contact]) -> None:
        """Read the same files once more, after these people have been added."""
        self.start(self._paths, newcomers)

    def cancel(self) -> None:
        """Stop; nothing is kept."""
        if self._job is not None:
            self._job.cancel()

    def _on_end(self) -> None:
        self._job = None


class MailStrip(ProgressStrip):
    """Visible only while messages are read."""

    def said_first(self, count: int) -> str:
        """When it has begun."""
        return say_number(count, "Reading e-mail…", "Reading e-mail of {n} files…")

    def said_under_way(self, done: int, total: int, contacts: int) -> str:
        """While it goes on."""
        return self.tr("Reading… %1 e-mails").replace("%1", QLocale().toString(contacts))

    def said_of_the_bar(self) -> str:
        """For those who do not see it."""
        return self.tr("Progress of reading e-mail")
