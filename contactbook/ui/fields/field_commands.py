"""What the menus do about fields: the form editor, and editing the selected contacts at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from contactbook.actions import bulk_editing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from contactbook.ui.book_session import BookSession
    from contactbook.ui.command_set import CommandSet
    from contactbook.ui.fields.bulk_edit_dialog import BulkEditDialog
    from contactbook.ui.fields.form_editor_dialog import FormEditorDialog
    from contactbook.ui.undo_commands import UndoCommands


class FieldCommands(QObject):
    """Opens the dialogs and writes what they ask for."""

    def __init__(
        self,
        session: BookSession,
        commands: CommandSet,
        undo: UndoCommands,
        window: QWidget,
        chosen: Callable[[], list[int]],
    ) -> None:
        super().__init__(window)
        self._session, self._undo, self._window, self._chosen = session, undo, window, chosen
        commands.on("edit.fields", self.open_form_editor)
        commands.on("contact.bulk_edit", self.open_bulk_edit)

    def open_form_editor(self) -> FormEditorDialog:
        """The editor of fields and forms."""
        from contactbook.ui.fields.form_editor_dialog import FormEditorDialog

        dialog = FormEditorDialog(self._session, self._undo, self._window)
        dialog.open()
        return dialog

    def open_bulk_edit(self) -> BulkEditDialog | None:
        """The form for all selected contacts at once; None when nobody is selected."""
        from contactbook.ui.fields.bulk_edit_dialog import BulkEditDialog

        ids = self._chosen()
        if not ids:
            return None
        dialog = BulkEditDialog(self._session, ids, self._window)
        dialog.accepted_changes.connect(
            lambda changes: self._session.write(
                bulk_editing.bulk_edit, ids, changes, owner=self, on_done=self._undo.tell
            )
        )
        dialog.open()
        return dialog
