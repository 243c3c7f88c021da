"""Gives the list a column for each custom field, and follows when fields come, change and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from contactbook.qtmodels import field_reads
from contactbook.qtmodels.contact_table import show_fields
from contactbook.settings import declarations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.domain.changes import Changes
    from contactbook.domain.field_definition import FieldDefinition
    from contactbook.settings.computer import ComputerSettings
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.contacts.list_page import ListPage


class FieldColumns(QObject):
    """New columns begin hidden; those that stood in the list stand there again."""

    def __init__(self, session: BookSession, page: ListPage, settings: ComputerSettings) -> None:
        super().__init__(page)
        self._session, self._page, self._settings = session, page, settings
        session.opened.connect(self._on_opened)
        session.closing.connect(lambda: self._show([]))
        session.changed.connect(self._on_changed)

    def _on_opened(self) -> None:
        self._show(field_reads.fields_of(self._session.book))

    def _on_changed(self, changes: Changes) -> None:
        if changes.fields or changes.everything:
            self._show(field_reads.fields_of(self._session.book))

    def _show(self, definitions: Sequence[FieldDefinition]) -> None:
        view = self._page.view
        chosen = view.selected.ids()
        if show_fields(self._page.table, definitions):
            view.header.take_columns(self._settings.get(declarations.COLUMNS))
            if chosen and definitions:
                view.selected.set_ids(chosen)
