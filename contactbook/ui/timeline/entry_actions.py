"""What can be done with the selected entries of a timeline: edit, copy, delete, open what is attached."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from contactbook.actions import logging
from contactbook.actions.attachment_copies import AttachmentCopies, safe_name, save_copy
from contactbook.domain.problems import Problem
from contactbook.ui.widgets import icons

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint

    from contactbook.domain.changes import Changes
    from contactbook.domain.interactions import Attachment
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

    def attach(self, interaction_id: int, files: list[Path]) -> None:
        """Keeps files with an entry that is there."""
        self._write(logging.attach_files, interaction_id, files)

    def detach(self, attachment_id: int) -> None:
        """Takes a file from its entry; undo brings it back."""
        self._write(logging.detach_file, attachment_id)

    def save(self, attachment_id: int, path: Path) -> None:
        """Writes a file outside of the book."""
        try:
            save_copy(self._session.book, attachment_id, path)
        except Problem as problem:
            self._session.problem_met.emit(problem)

    def _write(self, action: Callable[..., Changes], *arguments: object) -> None:
        self._session.write(action, *arguments, owner=self, on_done=self.written.emit)

    def _choose_files(self, interaction_id: int) -> None:
        dialog = QFileDialog(self._list.window(), self.tr("Attach files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(
            lambda names: self.attach(interaction_id, [Path(name) for name in names])
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _choose_target(self, attached: Attachment) -> None:
        dialog = QFileDialog(self._list.window(), self.tr("Save the file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(safe_name(attached.name))
        dialog.fileSelected.connect(lambda name: self.save(attached.id, Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

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
        writable = not self._session.book.read_only
        for attached in entries[0].what.attachments:
            words = self.tr("Open the original e-mail") if attached.original else self.tr("Open %1")
            icon = icons.icon("email" if attached.original else "attach")
            shown = words.replace("%1", attached.name)
            menu.addAction(icon, shown, lambda key=attached.id: self.open_attachment(key))
            save = self.tr("Save %1 as …").replace("%1", attached.name)
            menu.addAction(icons.icon("export"), save, lambda each=attached: self._choose_target(each))
            if writable:
                remove = self.tr("Remove %1 from the entry").replace("%1", attached.name)
                menu.addAction(icons.icon("close"), remove, lambda key=attached.id: self.detach(key))
        if writable:
            key = entries[0].what.id
            menu.addAction(icons.icon("attach"), self.tr("Attach files …"), lambda: self._choose_files(key))
            menu.addSeparator()
            menu.addAction(icons.icon("edit"), self.tr("Edit"), lambda: self.edit_wanted.emit(entries[0]))
            menu.addAction(icons.icon("trash"), self.tr("Delete"), self.delete)
        text = "\n\n".join(entry.what.text for entry in entries)
        copy = self.tr("Copy text")
        menu.addAction(icons.icon("copy"), copy, lambda: QGuiApplication.clipboard().setText(text))
        menu.popup(at)

    def _on_deleted(self, changes: Changes, row: int) -> None:
        self._list.go_to_row(min(row, self._model.rowCount() - 1))
        self.written.emit(changes)
