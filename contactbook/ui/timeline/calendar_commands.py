"""Calendars in the window: follow-ups and dates go out as a file, meetings of dropped files are logged."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from contactbook.ui.messages.message_bar import INFO, SUCCESS
from contactbook.ui.tasks import Job
from contactbook.wording import calendar_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from contactbook.actions.calendars import CalendarReport
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.command_set import CommandSet
    from contactbook.ui.messages.message_bar import MessageBar
    from contactbook.ui.undo_commands import UndoCommands

SUFFIX = ".ics"


class CalendarCommands(QObject):
    """The window hands it what was dropped."""

    def __init__(
        self,
        session: BookSession,
        commands: CommandSet,
        messages: MessageBar,
        undo: UndoCommands,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._messages = messages
        self._undo = undo
        self._window = window
        commands.on("file.calendar", self._choose_target)

    def takes(self, paths: Sequence[Path]) -> bool:
        """Whether these files are calendars; then they are being read from now on."""
        if not paths or any(path.suffix.lower() != SUFFIX for path in paths):
            return False
        from contactbook.actions.calendars import import_calendar

        self._session.write(import_calendar, list(paths), owner=self, on_done=self._on_read)
        return True

    def write(self, path: Path) -> None:
        """Writes the calendar file, beside everything else."""
        book = self._session.book

        def work(_job: Job[dict[str, int]]) -> dict[str, int]:
            from contactbook.actions.calendars import export_calendar

            return export_calendar(book, path, calendar_words.title_of_day)

        job: Job[dict[str, int]] = Job(
            work=work, owner=self, on_done=self._on_written, on_problem=self._messages.say_problem
        )
        self._session.tasks.start(job)

    def _choose_target(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Export follow-ups and dates"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.setNameFilters([self.tr("Calendar (%1)").replace("%1", f"*{SUFFIX}")])
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_written(self, counts: dict[str, int]) -> None:
        self._messages.say(calendar_words.exported(counts), tone=SUCCESS)

    def _on_read(self, report: CalendarReport) -> None:
        steps = []
        changes = report.changes
        if changes:
            steps.append((self.tr("Undo"), lambda: self._undo.undo_step(changes.step)))
        tone = SUCCESS if report.counts["logged"] else INFO
        self._messages.say(calendar_words.imported(report.counts), tone=tone, steps=steps, stays=True)
