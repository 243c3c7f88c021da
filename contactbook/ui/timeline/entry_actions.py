"""What can be done with the selected entries of a timeline: edit, copy, delete, open what is attached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu

from contactbook.actions import logging
from contactbook.actions.attachment_copies import AttachmentCopies
from contactbook.domain.problems import Problem
from contactbook.ui.widgets import icons

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from contactbook.domain.changes import Changes
    from contactbook.qtmodels.timeline_model import Entry, TimelineModel
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.timeline.line_list import LineList


class EntryActions(QObject):
    """Holds the protected copies of attachments that other programs have open."""

    edit_wanted = Signal(object)
    """The `Entry` to be changed."""
    written = Signal(object)
    """`Changes` of what was done."""

    def __init__(self, session: BookSession, entries: LineList, model: TimelineModel) -> None:
        super().__init__(entries)
        self._session = session
        self._list = entries
        self._model = model
        self._copies = AttachmentCopies()
        entries.menu_wanted.connect(self.open_menu)

    def selected(self) -> list[Entry]:
        """The selected entries from top to bottom."""
        found = (self._model.entry(row) for row in self._list.rows())
        return [entry for entry in found if entry is not None]

    def delete(self) -> None:
        """Deletes the selected entries; the one below is in hand then."""
        ids = [entry.what.id for entry in self.selected()]
        if ids and not self._session.book.read_only:
            row = self._list.currentIndex().row()
            done = self._on_deleted
            self._session.write(
                logging.delete_entries, ids, owner=self, on_done=lambda changes: done(changes, row)
            )

    def open_attachment(self, attachment_id: int) -> None:
        """Opens a file in the program that the system has for it, as a copy that is wiped afterwards."""
        try:
            path = self._copies.open_copy(self._session.book, attachment_id)
        except Problem as problem:
            self._session.problem_met.emit(problem)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def wipe(self) -> None:
        """No copy of an attachment stays on the disk."""
        self._copies.wipe()

    def open_menu(self, at: QPoint) -> None:
        """The context menu of the selected entries."""
        entries = self.selected()
        if not entries:
            return
        menu = QMenu(self._list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for attached in entries[0].what.attachments:
            words = self.tr("Open the original e-mail") if attached.original else self.tr("Open %1")
            icon = icons.icon("email" if attached.original else "attach")
            shown = words.replace("%1", attached.name)
            menu.addAction(icon, shown, lambda key=attached.id: self.open_attachment(key))
        if not self._session.book.read_only:
            menu.addAction(icons.icon("edit"), self.tr("Edit"), lambda: self.edit_wanted.emit(entries[0]))
            menu.addAction(icons.icon("trash"), self.tr("Delete"), self.delete)
        text = "\n\n".join(entry.what.text for entry in entries)
        copy = self.tr("Copy text")
        menu.addAction(icons.icon("copy"), copy, lambda: QGuiApplication.clipboard().setText(text))
        menu.popup(at)

    def _on_deleted(self, changes: Changes, row: int) -> None:
        self._list.go_to_row(min(row, self._model.rowCount() - 1))
        self.written.emit(changes)
