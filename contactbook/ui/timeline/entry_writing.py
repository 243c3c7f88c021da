"""Fills the form of a contact's timeline with an entry of the book, and writes what it hands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from contactbook.actions import logging, timelines
from contactbook.ui.timeline import entry_words

if TYPE_CHECKING:
    from contactbook.qtmodels.timeline_model import Entry
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.timeline.entry_draft import Draft
    from contactbook.ui.timeline.entry_form import EntryForm


class EntryWriting(QObject):
    """Where a follow-up of the entry leads is told by `follow_up_wanted` and `entry_wanted`."""

    written = Signal(object)
    """`Changes` of an entry that was written."""
    follow_up_wanted = Signal(object)
    """The id of a follow-up that is still to be done."""
    entry_wanted = Signal(object)
    """The id of the entry that says that a follow-up was done."""

    def __init__(self, session: BookSession, form: EntryForm) -> None:
        super().__init__(form)
        self._session = session
        self._form = form
        form.submitted.connect(self._submit)
        form.follow_up_wanted.connect(self._on_follow_up)

    def start(self, contact_id: int) -> None:
        """A new entry about a contact, or the one that is being written already."""
        book = self._session.book
        self._form.set_kinds(logging.own_kinds(book))
        if self._form.fields.who.isHidden():
            self._form.ask_who(self._session.reader, timelines.names(book, [contact_id]))

    def open(self, entry: Entry) -> None:
        """An entry that is there, with its people and what follows it."""
        book = self._session.book
        steps = [(task.id, entry_words.next_step(task)) for task in timelines.next_steps(book, entry.what.id)]
        self._form.show_entry(entry.what, logging.own_kinds(book), steps)
        self._form.ask_who(self._session.reader, self._people_of(entry))

    def _people_of(self, entry: Entry) -> dict[int, str]:
        """Whom an entry is about; who lies in the trash is said to."""
        book = self._session.book
        gone = timelines.trashed(book, entry.what.contacts)
        trashed = self.tr("%1 (in the trash)")
        names = timelines.names(book, entry.what.contacts)
        return {key: trashed.replace("%1", name) if key in gone else name for key, name in names.items()}

    def _submit(self, draft: Draft) -> None:
        if not self._session.is_open:
            return
        if draft.entry.id:
            self._session.write(
                logging.edit_entry, draft.entry, files=draft.files, owner=self, on_done=self.written.emit
            )
        else:
            self._session.write(
                logging.log, draft.entry, follow_up=draft.follow_up, files=draft.files, owner=self,
                on_done=self.written.emit,
            )  # fmt: skip

    def _on_follow_up(self, task_id: int) -> None:
        """One that is done stands in the timeline, the others in the Today view."""
        task = timelines.follow_up(self._session.book, task_id)
        if task.done_at is None:
            self.follow_up_wanted.emit(task_id)
        else:
            self.entry_wanted.emit(timelines.done_entry(self._session.book, task))
