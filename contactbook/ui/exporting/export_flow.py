"""One export from the window: it runs beside everything else, shows how far it is, and can be cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contactbook.ui.exporting.export_dialog import ARCHIVE, ExportChoice
from contactbook.ui.running_flow import RunningFlow
from contactbook.ui.tasks import Job

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.actions.exporting import ExportReport


class ExportFlow(RunningFlow):
    """Runs one export at a time on a thread of its own; the book is only read.

    Progress is contacts written, contacts to write, and again the first: what the strip takes.
    """

    def start(self, choice: ExportChoice, path: Path) -> None:
        """Write what was chosen to a file; does nothing while another export is under way."""
        if self.running or not self._session.is_open:
            return
        book = self._session.book

        def work(job: Job[Any]) -> ExportReport:
            # Here and not above: the writers of all formats come along.
            from contactbook.actions import archiving, exporting
            from contactbook.actions.export_tables import TableOptions

            if choice.to == ARCHIVE:
                return archiving.export_archive(book, path, progress=job.report, cancelled=job.is_cancelled)
            ids = list(choice.scope.ids())
            options = TableOptions(choice.columns, choice.for_excel)
            return exporting.export(
                book, path, to=choice.to, ids=ids, options=options, progress=job.report,
                cancelled=job.is_cancelled,
            )  # fmt: skip

        self._job = Job(
            work=work,
            owner=self,
            on_done=self.finished.emit,
            on_problem=self.failed.emit,
            on_cancelled=self.cancelled.emit,
            on_progress=lambda done, total: self.progressed.emit(done, total, done),
            on_end=self._on_end,
        )
        self._session.tasks.start(self._job)
        self.started.emit(max(0, choice.scope.count))
