"""Calendars in the window: follow-ups and dates go out as a file, meetings of dropped files are logged."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from contactbook.ui.messages.message_bar import INFO, SUCCESS
from contactbook.ui.tasks import Job
from contactbook.wording import calendar_words
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from contactbook.actions.calendar_import import CalendarReport
    from contactbook.domain.contact import Contact
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.command_set import CommandSet
    from contactbook.ui.messages.message_bar import MessageBar, Step
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
        self._paths: list[Path] = []
        commands.on("file.calendar", self._choose_target)

    def takes(self, paths: Sequence[Path]) -> bool:
        """Whether these files are calendars; then they are being read from now on."""
        if not paths or any(path.suffix.lower() != SUFFIX for path in paths):
            return False
        self._read(list(paths))
        return True

    def _read(self, paths: list[Path], people: Sequence[Contact] = ()) -> None:
        """Reads calendars, after these people have been added."""
        from contactbook.actions.calendar_import import import_calendar

        self._paths = paths
        self._session.write(import_calendar, paths, newcomers=people, owner=self, on_done=self._on_read)

    def write(self, path: Path, *, as_events: bool = False) -> None:
        """Writes the calendar file, beside everything else."""
        book = self._session.book

        def work(_job: Job[dict[str, int]]) -> dict[str, int]:
            from contactbook.actions.calendars import export_calendar

            return export_calendar(book, path, calendar_words.title_of_day, as_events=as_events)

        job: Job[dict[str, int]] = Job(
            work=work, owner=self, on_done=self._on_written, on_problem=self._messages.say_problem
        )
        self._session.tasks.start(job)

    def _choose_target(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Export follow-ups and dates"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])
        usual = self.tr("Calendar with tasks: Thunderbird, Evolution, Apple (%1)").replace("%1", f"*{SUFFIX}")
        events = self.tr("Calendar with events only: Google, Outlook (%1)").replace("%1", f"*{SUFFIX}")
        dialog.setNameFilters([usual, events])
        dialog.fileSelected.connect(
            lambda name: self.write(Path(name), as_events=dialog.selectedNameFilter() == events)
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_written(self, counts: dict[str, int]) -> None:
        self._messages.say(calendar_words.exported(counts), tone=SUCCESS)

    def _on_read(self, report: CalendarReport) -> None:
        if not self._session.is_open:
            return
        steps: list[Step] = []
        changes = report.changes
        if changes:
            steps.append((self.tr("Undo"), lambda: self._undo.undo_step(changes.step)))
        if report.newcomers:
            words = say_number(len(report.newcomers), "Look at 1 person", "Look at {n} people")
            steps.append((words, lambda: self._show(report)))
        tone = SUCCESS if report.counts["logged"] or report.counts["planned"] else INFO
        self._messages.say(calendar_words.imported(report.counts), tone=tone, steps=steps, stays=True)

    def _show(self, report: CalendarReport) -> None:
        from contactbook.ui.timeline.newcomers_dialog import NewcomersDialog

        if self._session.is_open:
            dialog = NewcomersDialog(self._session, report.newcomers, (), self._window, meetings=True)
            dialog.wanted.connect(lambda people, _news: self._read(self._paths, people))
            dialog.open()
