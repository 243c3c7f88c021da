"""Ways to begin a contact: blank, like another one; and editing the one in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from contactbook.actions import editing
from contactbook.domain import signatures
from contactbook.qtmodels import contact_reads

if TYPE_CHECKING:
    from contactbook.ui.book_session import BookSession
    from contactbook.ui.command_set import CommandSet
    from contactbook.ui.contacts.contact_editing import ContactEditing
    from contactbook.ui.contacts.contacts_screen import ContactsScreen


class NewContactCommands(QObject):
    """Each opens the form in the pane."""

    def __init__(
        self,
        session: BookSession,
        commands: CommandSet,
        screen: ContactsScreen,
        contact_editing: ContactEditing,
    ) -> None:
        super().__init__(screen)
        self._session, self._screen, self._editing = session, screen, contact_editing
        commands.on("contact.new", contact_editing.add)
        commands.on("contact.edit", self.edit)
        commands.on("contact.duplicate", self.duplicate)
        commands.on("contact.from_text", self.ask_for_text)
        contact_editing.card_pasted.connect(self._fill_in)

    def edit(self) -> None:
        """The contact that the pane shows."""
        self._editing.edit()

    def ask_for_text(self) -> None:
        """Asks for the text of a signature or card; what was understood of it stands in the form."""
        from contactbook.ui.contacts.text_dialog import TextDialog

        TextDialog.open_for(self._screen.window(), self._take_text)

    def _take_text(self, text: str) -> None:
        self._editing.add(signatures.contact_from_text(text))

    def _fill_in(self, text: str) -> None:
        """A card pasted into the open form: what is typed there already stays."""
        form = self._editing.editor
        form.fill(signatures.filled_in(form.contact(), signatures.contact_from_text(text)))

    def duplicate(self) -> None:
        """A new contact that begins as a copy of the one that the pane shows."""
        current = self._screen.pane.contact_id
        found = contact_reads.contact_of(self._session.book, current) if current is not None else None
        if found is not None:
            self._editing.add(editing.copy_of(found))
