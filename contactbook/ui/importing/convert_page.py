"""Last step of converting: as what, what the file has no place for, where to, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from contactbook.ui.exporting.format_form import FormatForm
from contactbook.ui.exporting.loss_note import LossNote
from contactbook.ui.importing.last_page import LastPage
from contactbook.ui.importing.report_dialog import ReportDialog
from contactbook.ui.tasks import Job
from contactbook.ui.widgets import theme
from contactbook.wording import export_words, reports

if TYPE_CHECKING:
    from contactbook.actions.converting import ConvertReport
    from contactbook.actions.exporting import ExportWarning
    from contactbook.domain.problems import Problem
    from contactbook.ui.importing.import_draft import ImportDraft
    from contactbook.ui.tasks import Tasks

_STEPS = 1000
_ARCHIVE = "archive"


class ConvertPage(LastPage):
    """Writes one file out of all that were chosen; no book is asked, and nothing is kept."""

    done = Signal(object)
    """The `ConvertReport`."""

    def __init__(self, draft: ImportDraft, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._tasks = tasks
        self._job: Job[Any] | None = None
        self._report: ConvertReport | None = None
        self._by_hand = False
        self.form = FormatForm(to for to in export_words.FORMATS if to != _ARCHIVE)
        self.form.changed.connect(self._on_format)
        self.form.ticked.connect(self.changed)
        self.form.format.activated.connect(self._on_chosen)
        self.warnings = LossNote(tasks)
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the conversion"))
        self.bar.hide()
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setFont(theme.strong(self.font()))
        self.show_report = QPushButton(self.tr("Show the &report"))
        self.show_report.clicked.connect(self._on_report)
        self._lay_out()
        draft.changed.connect(self._forget)

    def enter(self) -> None:
        """Ask as what; tables become cards and cards a table unless somebody says otherwise."""
        if not self._by_hand:
            self.form.choose("vcard3" if self._draft.tables else "csv")
        if self._report is None:
            self._ask()
        self.form.format.setFocus()

    def stop(self) -> None:
        """Nothing goes on, nothing is written."""
        self.warnings.stop()
        if self._job is not None:
            self._job.cancel()

    @property
    def running(self) -> bool:
        """Whether the file is being written."""
        return self._job is not None

    @property
    def possible(self) -> bool:
        """Whether a file can be asked for."""
        return self._job is None and bool(self._draft.readable) and self.form.complete

    @property
    def button_text(self) -> str:
        """What the last button of the window says."""
        return self.tr("&Save as …")

    def choose_file(self) -> None:
        """Let the person say where to; the file is written at once."""
        from contactbook.actions.export_formats import FORMATS

        suffix = FORMATS[self.form.to].suffix
        first = Path(self._draft.readable[0].path)
        dialog = QFileDialog(self, self.tr("Save as"), str(first.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{export_words.title(self.form.to)} (*{suffix})", self.tr("All files (*)")])
        dialog.setDefaultSuffix(suffix.lstrip("."))
        taken = first.suffix.lower() == suffix
        dialog.selectFile(f"{first.stem}{self.tr(' converted') if taken else ''}{suffix}")
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def write(self, out: Path) -> None:
        """Write the file; it is as it was unless all of it can be written."""
        if not self.possible:
            return
        paths, options, to = list(self._draft.paths), self._draft.options(), self.form.to
        columns, excel = self.form.chosen, self.form.excel

        def work(job: Job[Any]) -> ConvertReport:
            from contactbook.actions import converting
            from contactbook.actions.export_tables import TableOptions

            return converting.convert(
                paths, out, to=to, options=options.reading_of_all, files=options.files,
                tables=TableOptions(columns, excel), progress=job.report, cancelled=job.is_cancelled,
            )  # fmt: skip

        self.warnings.stop()
        self._say(self.tr("Writing …"), "")
        self._job = Job(
            work=work,
            owner=self,
            on_done=self._on_written,
            on_problem=self._on_problem,
            on_cancelled=lambda: self._say(self.tr("Cancelled. Nothing was written."), "muted"),
            on_progress=self._on_progress,
            on_end=self._on_end,
        )
        self.bar.setValue(0)
        self.bar.show()
        self.form.setEnabled(False)
        self._tasks.start(self._job)
        self.changed.emit()

    def _lay_out(self) -> None:
        result = QHBoxLayout()
        result.setSpacing(theme.SPACE_12)
        result.addWidget(self.told, 1)
        result.addWidget(self.show_report)
        self.show_report.hide()
        note = QLabel(self.tr("No book is touched, and nothing is kept of the files."))
        note.setProperty("tone", "muted")
        note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.SPACE_8, 0, 0)
        layout.setSpacing(theme.SPACE_16)
        layout.addWidget(self.form)
        layout.addWidget(self.warnings)
        layout.addWidget(self.bar)
        layout.addLayout(result)
        layout.addStretch(1)
        layout.addWidget(note)

    def _ask(self) -> None:
        paths, options, to = list(self._draft.paths), self._draft.options(), self.form.to

        def work(job: Job[Any]) -> list[ExportWarning]:
            from contactbook.actions import converting

            return converting.losses(
                paths, to=to, options=options.reading_of_all, files=options.files, cancelled=job.is_cancelled
            )

        self.warnings.ask(work)

    def _on_format(self) -> None:
        self._forget()
        if self.isVisible() and self._draft.readable:
            self._ask()

    def _on_chosen(self) -> None:
        self._by_hand = True

    def _forget(self) -> None:
        """Something else is wanted now: what was said of the file before it is past."""
        self._report = None
        self._say("", "")
        self.show_report.hide()
        self.changed.emit()

    def _on_progress(self, done: int, total: int, contacts: int) -> None:
        self.bar.setValue(min(_STEPS, round(_STEPS * done / total)) if total else 0)

    def _on_written(self, report: ConvertReport) -> None:
        self._report = report
        self.warnings.tell(report.warnings)
        said = reports.export_summary(report.reading.created, Path(report.file).name)
        refused = report.reading.refused
        rest = reports.refused(refused) if refused else ""
        self._say(f"{said} {rest}".rstrip(), "warning" if refused else "success")
        self.show_report.show()
        self.done.emit(report)

    def _on_problem(self, problem: Problem) -> None:
        self._say("", "")
        self.met.emit(problem)

    def _on_end(self) -> None:
        self._job = None
        self.bar.hide()
        self.form.setEnabled(True)
        self.changed.emit()

    def _on_report(self) -> None:
        if self._report is not None:
            ReportDialog.show_report(self._report.reading, self, written=self._report.file)

    def _say(self, words: str, tone: str) -> None:
        self.told.setText(words)
        self.told.setProperty("tone", tone)
        self.told.style().polish(self.told)
