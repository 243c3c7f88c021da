"""Files that become entries of timelines: read on the writer thread, one lot at a time, with progress."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale

from contactbook.ui.messages.progress_strip import ProgressStrip
from contactbook.ui.running_flow import RunningFlow
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.ui.tasks import Job


class FileFlow(RunningFlow):
    """Runs one reading at a time; progress is bytes read, bytes in all, messages or rows so far."""

    def start(self, work: Callable[[Job[Any]], Any], count: int, on_done: Callable[[Any], object]) -> None:
        """Does the work, of so many files; does nothing while other files are read."""
        if self.running or not self._session.is_open:
            return

        def done(report: object) -> None:
            self.finished.emit(report)
            on_done(report)

        self._job = self._session.run(
            work,
            owner=self,
            on_done=done,
            on_problem=self.failed.emit,
            on_progress=self.progressed.emit,
            on_cancelled=self.cancelled.emit,
            on_end=self._on_end,
        )
        self.started.emit(count)


class FileStrip(ProgressStrip):
    """Visible only while files are read."""

    def said_first(self, count: int) -> str:
        """When it has begun."""
        return say_number(count, "Reading 1 file…", "Reading {n} files…")

    def said_under_way(self, done: int, total: int, contacts: int) -> str:
        """While it goes on."""
        if total and done >= total:
            return self.tr("Finishing…")
        return self.tr("Reading… %1").replace("%1", QLocale().toString(contacts))

    def said_of_the_bar(self) -> str:
        """For those who do not see it."""
        return self.tr("Progress of reading")
