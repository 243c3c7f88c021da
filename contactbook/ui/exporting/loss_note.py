"""What a file will have no place for: found out on a thread of its own, said before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from contactbook.ui.tasks import Job
from contactbook.wording import reports

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from contactbook.actions.exporting import ExportWarning
    from contactbook.ui.tasks import Tasks

MOST_WARNINGS = 6


class LossNote(QLabel):
    """A few lines; the answer to an older question is dropped."""

    said = Signal()
    """The words are others now."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._asking: Job[Any] | None = None
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.say("", "muted")

    def ask(self, work: Callable[[Job[Any]], list[ExportWarning]]) -> None:
        """Find out by this work."""
        self.stop()
        self.say(self.tr("Looking what the file can hold …"), "muted")
        job: Job[Any] = Job(work=work, owner=self)
        job.on_done = lambda found: self.tell(found) if job is self._asking else None
        job.on_problem = lambda _problem: self.say("", "muted") if job is self._asking else None
        self._asking = job
        self._tasks.start(job)

    def tell(self, found: Sequence[ExportWarning]) -> None:
        """Say these, most first."""
        lines = [reports.export_warning(one.code, one.contacts) for one in found]
        if len(lines) > MOST_WARNINGS:
            more = len(lines) - MOST_WARNINGS + 1
            lines = [*lines[: MOST_WARNINGS - 1], self.tr("And %1 more.").replace("%1", str(more))]
        if lines:
            self.say("\n".join(lines), "warning")
        else:
            self.say(self.tr("The file holds everything. It is not encrypted."), "muted")

    def say(self, text: str, tone: str) -> None:
        """Say something else."""
        self.setText(text)
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self.said.emit()

    def stop(self) -> None:
        """Nobody waits any more."""
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None
