"""E-mail in the window: what is dropped is logged, the bar tells of it, and a dialog offers people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from contactbook.ui.messages.message_bar import INFO, SUCCESS, WARNING
from contactbook.wording import mail_words
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from contactbook.actions.mailing import MailReport, News
    from contactbook.domain.contact import Contact
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.messages.message_bar import MessageBar, Step
    from contactbook.ui.tasks import Job
    from contactbook.ui.timeline.file_flow import FileFlow
    from contactbook.ui.undo_commands import UndoCommands


class MailCommands(QObject):
    """Owns the flow; the window hands it what was dropped."""

    def __init__(
        self, session: BookSession, messages: MessageBar, undo: UndoCommands, flow: FileFlow, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._messages = messages
        self._undo = undo
        self._window = window
        self._flow = flow
        self._paths: list[Path] = []

    def takes(self, paths: Sequence[Path]) -> bool:
        """Whether these files are mail; then they are being read from now on."""
        from contactbook.actions.mail_sources import holds_mail

        if not holds_mail(paths):
            return False
        self._read(list(paths))
        return True

    def choose_files(self) -> None:
        """Lets somebody pick messages and mailboxes."""
        dialog = QFileDialog(self._window, self.tr("Read e-mail"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("E-mail (%1)").replace("%1", "*.eml *.emlx *.msg *.mbox *.mbx")])
        dialog.filesSelected.connect(lambda names: self._read([Path(name) for name in names]))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _read(self, paths: list[Path], people: Sequence[Contact] = ()) -> None:
        """Reads messages, after these people have been added."""
        self._paths = paths
        book = self._session.book

        def work(job: Job[Any]) -> MailReport:
            from contactbook.actions.mailing import import_mail

            return import_mail(book, paths, newcomers=people, progress=job.report, cancelled=job.is_cancelled)

        self._flow.start(work, len(paths), self._on_finished)

    def _on_finished(self, report: MailReport) -> None:
        if not self._session.is_open:
            return
        steps: list[Step] = []
        changes = report.changes
        if changes:
            steps.append((self.tr("Undo"), lambda: self._undo.undo_step(changes.step)))
        found = len(report.newcomers) + len({one.contact_id for one in report.news})
        if found:
            words = say_number(found, "Look at 1 person", "Look at {n} people")
            steps.append((words, lambda: self._show(report)))
        tone = WARNING if report.refused else SUCCESS if report.logged else INFO
        said = [mail_words.summary(report.counts), ", ".join(mail_words.refused(report.refused))]
        self._messages.say(" ".join(filter(None, said)), tone=tone, steps=steps, stays=True)

    def _show(self, report: MailReport) -> None:
        from contactbook.ui.timeline.newcomers_dialog import NewcomersDialog

        if self._session.is_open:
            dialog = NewcomersDialog(self._session, report.newcomers, report.news, self._window)
            dialog.wanted.connect(self._take)
            dialog.open()

    def _take(self, people: list[Contact], news: list[News]) -> None:
        if news:
            from contactbook.actions.mailing import take_news

            self._session.write(take_news, news, owner=self, on_done=self._undo.tell)
        if people:
            self._read(self._paths, people)
