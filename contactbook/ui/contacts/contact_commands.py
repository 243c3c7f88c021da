"""What can be done with the selected contacts: star, tag, trash, bring back, export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtWidgets import QFileDialog

from contactbook.actions import editing
from contactbook.ui.messages.message_bar import INFO
from contactbook.ui.tasks import Job
from contactbook.wording import reports
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from contactbook.actions.exporting import ExportReport
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.command_set import CommandSet
    from contactbook.ui.contacts.contacts_screen import ContactsScreen
    from contactbook.ui.messages.message_bar import MessageBar
    from contactbook.ui.undo_commands import UndoCommands

EXPORTS = (("vcard3", "vCard 3.0 (*.vcf)", ".vcf"), ("json", "Contactbook JSON (*.json)", ".json"))
"""Target, filter of the file dialog, ending."""


class ContactCommands(QObject):
    """Every one is an action of `actions`, run on the writer thread and told in the message bar."""

    def __init__(
        self,
        session: BookSession,
        commands: CommandSet,
        screen: ContactsScreen,
        messages: MessageBar,
        undo: UndoCommands,
    ) -> None:
        super().__init__(screen)
        self._session = session
        self._commands = commands
        self._screen = screen
        self._messages = messages
        self._undo = undo
        commands.on("contact.star", self.star)
        commands.on("contact.tag", self.choose_tag)
        commands.on("contact.trash", self.trash)
        commands.on("contact.restore", self.restore)
        commands.on("file.export", self.export)

    def chosen(self) -> list[int]:
        """The selected contacts, in the order of the list."""
        return self._screen.page.view.selected.ids()

    def star(self) -> None:
        """Stars the selected contacts, or takes the star away when all of them have it."""
        ids = self.chosen()
        if ids:
            self._session.write(editing.set_starred, ids, not self.all_starred(ids), owner=self)

    def all_starred(self, ids: list[int]) -> bool:
        """Whether every one of these is starred; beyond a screenful the first ones speak for all."""
        table = self._screen.page.table
        rows = (table.row(row) for row in table.rows_of(ids[:64]))
        return all(row.starred for row in rows if row is not None)

    def choose_tag(self) -> None:
        """Asks for a tag, old or new, and puts it on the selected contacts."""
        from contactbook.ui.widgets.picker import Choice, Picker

        ids = self.chosen()
        if not ids:
            return
        old = [entry for entry in self._screen.sidebar.entries if entry.view and entry.view.kind == "tag"]
        choices = [
            Choice(
                entry.label,
                lambda name=entry.label: self._tag(ids, name),
                QLocale().toString(entry.count),
                icon="tag",
            )
            for entry in old
        ]
        picker = Picker(
            self._screen.window(),
            choices,
            prompt=say_number(len(ids), "Tag 1 contact", "Tag {n} contacts"),
            create=lambda text: Choice(
                self.tr("New tag “%1”").replace("%1", text), lambda: self._tag(ids, text), icon="add"
            ),
        )
        picker.show_over(self._screen.window())

    def trash(self) -> None:
        """Moves the selected contacts to the trash; the one after them is selected."""
        ids = self.chosen()
        if ids:
            self._screen.step_past(ids)
            self._session.write(editing.trash, ids, owner=self, on_done=self._undo.tell)

    def restore(self) -> None:
        """Takes the selected contacts out of the trash."""
        ids = self.chosen()
        if ids:
            self._screen.step_past(ids)
            self._session.write(editing.restore, ids, owner=self, on_done=self._undo.tell)

    def export(self) -> None:
        """Asks for a file; writes the selected contacts, all listed ones when fewer than two are selected."""
        ids = self.chosen()
        if len(ids) < 2:
            ids = list(self._screen.page.table.listing.order.ids)
        if not ids:
            return
        dialog = QFileDialog(self._screen, say_number(len(ids), "Export 1 contact", "Export {n} contacts"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([about for _to, about, _ending in EXPORTS])
        dialog.setDefaultSuffix(EXPORTS[0][2])
        dialog.fileSelected.connect(lambda name: self._export(Path(name), ids))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _tag(self, ids: list[int], name: str) -> None:
        self._session.write(editing.tag, ids, name, owner=self, on_done=self._undo.tell)

    def _export(self, path: Path, ids: list[int]) -> None:
        from contactbook.actions import exporting

        to = next((each for each, _about, ending in EXPORTS if path.suffix.lower() == ending), EXPORTS[0][0])
        book = self._session.book
        job: Job[Any] = Job(
            work=lambda job: exporting.export(
                book, path, to=to, ids=ids, progress=job.report, cancelled=job.is_cancelled
            ),
            owner=self,
            on_done=self._on_exported,
            on_problem=self._messages.say_problem,
        )
        self._session.tasks.start(job)

    def _on_exported(self, report: ExportReport) -> None:
        self._messages.say(reports.export_summary(report.contacts, Path(report.file).name), tone=INFO)
