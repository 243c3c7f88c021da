"""E-mail in the window: what is dropped is logged, the bar tells of it, and a dialog offers people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from contactbook.ui.messages.message_bar import INFO, SUCCESS, WARNING
from contactbook.ui.timeline.mail_flow import MailFlow
from contactbook.wording import mail_words
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from contactbook.actions.mailing import MailReport, News
    from contactbook.domain.contact import Contact
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.messages.message_bar import MessageBar, Step
    from contactbook.ui.undo_commands import UndoCommands


class MailCommands(QObject):
    """Owns the flow; the window hands it what was dropped."""

    def __init__(
        self, session: BookSession, messages: MessageBar, undo: UndoCommands, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._messages = messages
        self._undo = undo
        self._window = window
        self.flow = MailFlow(session, self)
        self.flow.finished.connect(self._on_finished)
        self.flow.failed.connect(messages.say_problem)
        self.flow.cancelled.connect(
            lambda: messages.say(self.tr("Cancelled. No e-mail was logged."), tone=INFO)
        )

    def takes(self, paths: Sequence[Path]) -> bool:
        """Whether these files are mail; then they are being read from now on."""
        from contactbook.actions.mail_sources import holds_mail

        if not holds_mail(paths):
            return False
        self.flow.start(paths)
        return True

    def choose_files(self) -> None:
        """Lets somebody pick messages and mailboxes."""
        dialog = QFileDialog(self._window, self.tr("Read e-mail"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("E-mail (%1)").replace("%1", "*.eml *.emlx *.mbox *.mbx")])
        dialog.filesSelected.connect(lambda names: self.flow.start([Path(name) for name in names]))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_finished(self, report: MailReport) -> None:
        if not self._session.is_open:
            return
        steps: list[Step] = []
        changes = report.changes
        if changes:
            steps.append((self.tr("Undo"), lambda: self._undo.undo_step(changes.step)))
        found = len(report.newcomers) + len(report.news)
        if found:
            words = say_number(found, "Look at 1 person", "Look at {n} people")
            steps.append((words, lambda: self._show(report)))
        tone = WARNING if report.refused else SUCCESS if report.logged else INFO
        self._messages.say(mail_words.summary(report.counts), tone=tone, steps=steps, stays=True)

    def _show(self, report: MailReport) -> None:
        from contactbook.ui.timeline.mail_dialog import MailDialog

        if self._session.is_open:
            dialog = MailDialog(self._session, report, self._window)
            dialog.wanted.connect(self._take)
            dialog.open()

    def _take(self, people: list[Contact], news: list[News]) -> None:
        if news:
            from contactbook.actions.mailing import take_news

            self._session.write(take_news, news, owner=self, on_done=self._undo.tell)
        if people:
            self.flow.start_again(people)
