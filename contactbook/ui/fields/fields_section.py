"""The custom fields on a contact's form, in the sections and columns of the form editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from contactbook.domain.contact import FieldValue
from contactbook.qtmodels import field_reads
from contactbook.ui.editor.section_editor import SectionEditor
from contactbook.ui.fields.caption import caption
from contactbook.ui.fields.field_row import FieldRow
from contactbook.ui.widgets import theme
from contactbook.ui.widgets.folding_grid import FoldingGrid

if TYPE_CHECKING:
    from contactbook.domain.contact import Contact
    from contactbook.domain.form_sections import ShownSection
    from contactbook.ui.book_session import BookSession


class FieldsSection(SectionEditor):
    """Widgets are made anew only when the form itself is another one, not for each contact."""

    def __init__(self, session: BookSession, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self._form: list[ShownSection] = []
        self._rows: dict[str, FieldRow] = {}
        self._page: QWidget | None = None
        self._keys: list[str] = []
        self.setAccessibleName(self.tr("Custom fields"))

    @property
    def rows(self) -> dict[str, FieldRow]:
        """The rows by the key of their field."""
        return dict(self._rows)

    def show_contact(self, contact: Contact) -> None:
        form = field_reads.form_for(self._session.book, contact) if self._session.is_open else []
        if form != self._form:
            self._build(form)
        self._keys = [value.key for value in contact.fields]
        values: dict[str, list[str]] = {}
        for value in contact.fields:
            values.setdefault(value.key, []).append(value.value)
        for key, row in self._rows.items():
            default = row.definition.settings.default
            row.show_values(values.get(key, [default] if default and not contact.id else []))
            row.touched = bool(default) and not contact.id and key not in values
        self.setVisible(bool(self._rows))

    def write_into(self, contact: Contact) -> None:
        for key, row in self._rows.items():
            if row.touched:
                _set(contact, row, key)

    def doubts(self) -> list[str]:
        return [f"{row.definition.label}: {words}" for row in self._rows.values() if (words := row.doubt())]

    def focus_on(self, attribute: str, index: int) -> bool:
        if attribute != "fields" or not self._rows:
            return False
        key = self._keys[index] if index < len(self._keys) else ""
        self._rows.get(key, next(iter(self._rows.values()))).setFocus()
        return True

    def _build(self, form: list[ShownSection]) -> None:
        self._form, self._rows = form, {}
        if self._page is not None:
            self.body.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(theme.SPACE_24, 0, 0, 0)
        column.setSpacing(theme.SPACE_8)
        for section in form:
            heading = caption(section.title or self.tr("Custom fields"))
            heading.setFont(theme.strong(heading.font()))
            column.addWidget(heading)
            column.addWidget(self._grid(section))
            column.addSpacing(theme.SPACE_8)
        self.body.addWidget(self._page)

    def _grid(self, section: ShownSection) -> FoldingGrid:
        grid = FoldingGrid(section.columns)
        for definition in section.fields:
            row = FieldRow(definition, self._look_up)
            row.changed.connect(self.changed)
            self._rows[definition.key] = row
            grid.add(row)
        return grid

    def _look_up(self, text: str, limit: int) -> list[tuple[str, str]]:
        return field_reads.contacts_like(self._session.book, text, limit) if self._session.is_open else []


def _set(contact: Contact, row: FieldRow, key: str) -> None:
    """Make the values of one field those of the row; what stays the same stays the same value."""
    old = [value for value in contact.fields if value.key == key]
    new: list[FieldValue] = []
    for place, text in enumerate(row.values()):
        if place < len(old) and old[place].value == text:
            new.append(old[place])
        else:
            origin = old[place].origin if place < len(old) else -1
            new.append(FieldValue(row.definition.label, text, key, row.definition.type, origin))
    at = next((at for at, value in enumerate(contact.fields) if value.key == key), len(contact.fields))
    rest = [value for value in contact.fields if value.key != key]
    contact.fields = [*rest[:at], *new, *rest[at:]]
