"""Purchases, donations, tickets and scores of a table, in the window: choose it, see what came, undo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from contactbook.ui.messages.message_bar import SUCCESS, WARNING
from contactbook.wording import entry_import_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from contactbook.actions.entry_import import EntryReport
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.command_set import CommandSet
    from contactbook.ui.messages.message_bar import MessageBar, Step
    from contactbook.ui.tasks import Job
    from contactbook.ui.timeline.file_flow import FileFlow
    from contactbook.ui.undo_commands import UndoCommands


class EntryImportCommands(QObject):
    """Rows that fit nobody can be saved, with the reason, to be corrected."""

    def __init__(
        self,
        session: BookSession,
        commands: CommandSet,
        messages: MessageBar,
        undo: UndoCommands,
        flow: FileFlow,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._messages = messages
        self._undo = undo
        self._flow = flow
        self._window = window
        commands.on("file.entries", self._choose_file)

    def read(self, path: Path) -> None:
        """Logs the rows of a table."""
        book = self._session.book

        def work(job: Job[Any]) -> EntryReport:
            from contactbook.actions.entry_import import import_entries

            return import_entries(book, path, progress=job.report, cancelled=job.is_cancelled)

        self._flow.start(work, 1, self._on_read)

    def save_refused(self, report: EntryReport, path: Path) -> None:
        """Writes the rows that were left out; a few thousand at most."""
        from contactbook.actions.entry_import import save_refused
        from contactbook.domain.problems import Problem

        try:
            save_refused(report, path, entry_import_words.reason)
        except Problem as problem:
            self._messages.say_problem(problem)

    def _on_read(self, report: EntryReport) -> None:
        if not self._session.is_open:
            return
        steps: list[Step] = []
        changes = report.changes
        if changes:
            steps.append((self.tr("Undo"), lambda: self._undo.undo_step(changes.step)))
        if report.refused:
            steps.append((self.tr("Save the rows left out …"), lambda: self._choose_target(report)))
        tone = WARNING if report.refused else SUCCESS
        self._messages.say(entry_import_words.summary(report.counts), tone=tone, steps=steps, stays=True)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Import purchases and other entries"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tables (%1)").replace("%1", "*.csv *.tsv *.txt")])
        dialog.fileSelected.connect(lambda name: self.read(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _choose_target(self, report: EntryReport) -> None:
        dialog = QFileDialog(self._window, self.tr("Save the rows left out"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(lambda name: self.save_refused(report, Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
