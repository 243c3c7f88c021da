"""What can be done with the selected contacts: star, tag, trash, bring back."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from contactbook.actions import editing
from contactbook.ui.contacts.screen_commands import ScreenCommands
from contactbook.wording.speech import say_number


class ContactCommands(ScreenCommands):
    """Every one is an action of `actions`, run on the writer thread and told in the message bar."""

    def _connect(self) -> None:
        self._commands.on("contact.star", self.star)
        self._commands.on("contact.tag", self.choose_tag)
        self._commands.on("contact.trash", self.trash)
        self._commands.on("contact.restore", self.restore)

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

    def _tag(self, ids: list[int], name: str) -> None:
        self._session.write(editing.tag, ids, name, owner=self, on_done=self._undo.tell)
