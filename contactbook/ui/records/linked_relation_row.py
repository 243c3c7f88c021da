"""A relation of the form that can name a contact of the book: a name to type, and a button to choose one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton

from contactbook.qtmodels import contact_choices
from contactbook.ui.contacts.contact_picker import ContactPicker
from contactbook.ui.editor.relation_section import RelationRow
from contactbook.ui.widgets import icons

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from contactbook.domain.contact import Relation
    from contactbook.ui.book_session import BookSession


class LinkedRelationRow(RelationRow):
    """Another name than the chosen one is nobody of the book, until saving finds exactly one of that name."""

    def __init__(self, session: BookSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._linked: tuple[str, int | None] = ("", None)
        self.choose = QToolButton()
        self.choose.setIcon(icons.icon("link"))
        self.choose.setAccessibleName(self.tr("Choose a contact"))
        self.choose.setToolTip(self.tr("Choose a contact of the book"))
        self.choose.clicked.connect(self._on_choose)
        self.beside.addWidget(self.choose)
        self.who.textChanged.connect(lambda _text: self._show_link())

    def show_part(self, part: Relation) -> None:
        """Fill the row."""
        self._linked = (part.text, part.related_id)
        super().show_part(part)
        self._show_link()

    def part(self) -> Relation | None:
        """What the row says, linked where the name is that of the chosen contact."""
        made = super().part()
        return replace(made, related_id=self._linked_id()) if made is not None else None

    def take_contact(self, contact_id: int) -> None:
        """Name a contact of the book."""
        name = contact_choices.name_of(self._session.book, contact_id)
        self._linked = (name, contact_id)
        self.who.setText(name)
        self._show_link()
        self._on_changed()

    def _linked_id(self) -> int | None:
        name, contact_id = self._linked
        return contact_id if self.who.text().strip() == " ".join(name.split()) else None

    def _show_link(self) -> None:
        self.choose.setIcon(icons.icon("link", "accent" if self._linked_id() else "muted"))

    def _on_choose(self) -> None:
        if not self._session.is_open:
            return
        picker = ContactPicker(self.window(), self._session, prompt=self.tr("Who is it?"))
        picker.chosen.connect(self.take_contact)
        picker.show_over(self.window())
