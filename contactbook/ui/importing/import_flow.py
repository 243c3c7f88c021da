"""One import from the window: it starts with files, shows how far it is, ends with a report and an undo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths

from contactbook.domain.problems import Problem
from contactbook.ui.importing.pasted_files import PastedFiles
from contactbook.ui.running_flow import RunningFlow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from contactbook.actions.import_options import ImportOptions
    from contactbook.actions.import_report import ImportReport, ImportResult
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.tasks import Job

CARDS = (".vcf", ".vcard")
_PASSING = frozenset({"vault.disk_full", "vault.disk_error", "vault.file_gone", "vault.busy"})
"""Problems of the place where the book lies: once they are mended, the same import works."""


class ImportFlow(RunningFlow):
    """Runs one import at a time on the writer thread; progress is bytes read, bytes in all, cards so far."""

    def __init__(self, session: BookSession, window: QWidget) -> None:
        super().__init__(session, window)
        self._window = window
        self._last: ImportReport | None = None
        self._failed: tuple[list[Path], ImportOptions | None] | None = None
        self._pasted = PastedFiles()
        places = QStandardPaths.StandardLocation
        downloads = QStandardPaths.writableLocation(places.DownloadLocation)
        self._folder = downloads if Path(downloads).is_dir() else str(Path.home())
        session.closing.connect(self._on_closing)

    def prepare(self, paths: Sequence[Path] = (), rows_are: str = "") -> None:
        """Open the import window, with these files in it; `rows_are` as `ReadOptions.rows_are`."""
        if self.running or not self._may_write():
            return
        from contactbook.ui.importing.import_wizard import ImportWizard

        wizard = ImportWizard(
            self._session, self._window, pasted=self._pasted, folder=self._folder, rows_are=rows_are
        )
        wizard.wanted.connect(self.start)
        wizard.begin_with(paths)

    def prepare_entries(self) -> None:
        """Open the import window for purchases and the like."""
        from contactbook.domain.entry_columns import ENTRIES

        self.prepare(rows_are=ENTRIES)

    def take(self, paths: Sequence[Path]) -> None:
        """Files were dropped: cards leave nothing to ask and come in at once; tables may."""
        if paths and all(path.suffix.lower() in CARDS for path in paths):
            self.start(paths)
        else:
            self.prepare(paths)

    def start(self, paths: Sequence[Path], options: ImportOptions | None = None) -> None:
        """Import these files as one step; does nothing while another import is under way."""
        if self.running or not paths or not self._may_write():
            return
        self._folder = str(paths[0].parent)
        self._failed = None
        book = self._session.book

        def work(job: Job[Any]) -> ImportResult:
            # Here and not above: the readers of all formats come along, a quarter of the program's start.
            from contactbook.actions.import_options import ImportOptions
            from contactbook.actions.importing import import_files

            chosen = options or ImportOptions()
            return import_files(
                book, list(paths), options=chosen, progress=job.report, cancelled=job.is_cancelled
            )

        self._job = self._session.run(
            work,
            owner=self,
            on_done=lambda result: self._on_done(book, result),
            on_problem=lambda problem: self._on_problem(problem, list(paths), options),
            on_progress=self.progressed.emit,
            on_cancelled=self.cancelled.emit,
            on_end=self._on_end,
        )
        self.started.emit(len(paths))

    @property
    def can_try_again(self) -> bool:
        """Whether the last import failed for something outside of it."""
        return self._failed is not None

    def try_again(self) -> None:
        """Import the same, with all that was chosen."""
        if self._failed is not None:
            self.start(*self._failed)

    def show_report(self) -> None:
        """Open the report of the last import."""
        if self._last is not None:
            from contactbook.ui.importing.report_dialog import ReportDialog

            ReportDialog.show_report(self._last, self._window)

    def _may_write(self) -> bool:
        """Whether a book is open that takes contacts; says so when it does not: nothing else stops a drop."""
        if not self._session.is_open:
            return False
        book = self._session.book
        if book.read_only:
            self.failed.emit(Problem("vault.read_only", path=str(book.path)))
        return not book.read_only

    def _on_problem(self, problem: Problem, paths: list[Path], options: ImportOptions | None) -> None:
        self._failed = (paths, options) if problem.code in _PASSING and self._session.is_open else None
        self.failed.emit(problem)

    def _on_done(self, book: object, result: ImportResult) -> None:
        if not self._session.is_open or self._session.book is not book:
            self.finished_late.emit()
            return
        self._last = result.report
        self.finished.emit(result.report)
        if result.report.rejected or result.report.properties.lost:
            self.show_report()

    def _on_end(self) -> None:
        super()._on_end()
        if not self.can_try_again:
            self._pasted.wipe()

    def _on_closing(self) -> None:
        self._pasted.wipe()
        self._last = None
        self._failed = None
