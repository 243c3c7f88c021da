"""The question before an older step is undone: what is taken back, and who stays as they are."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout

from contactbook.actions import browsing
from contactbook.domain import names
from contactbook.ui.widgets import enter_key, theme
from contactbook.wording import steps, undo_words
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from contactbook.actions.undoing import FieldChange, Preview
    from contactbook.ui.book_session import BookSession

SHOWN = 200


class UndoQuestion(QDialog):
    """Accepted when the step is to be undone; it closes with the book."""

    def __init__(
        self,
        session: BookSession,
        seen: Preview,
        parent: QWidget,
        fields: Mapping[int, Sequence[FieldChange]] | None = None,
    ) -> None:
        """`fields`: what of the contacts that were changed since stays, where that is known."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Undo a step"))
        self.setMinimumWidth(theme.scaled(420, self.font()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_24, theme.SPACE_24, theme.SPACE_24, theme.SPACE_16)
        layout.setSpacing(theme.SPACE_12)
        heading = QLabel(steps.undo_label(seen.step.action, seen.step.data))
        heading.setFont(theme.heading(self.font()))
        heading.setWordWrap(True)
        layout.addWidget(heading)
        becoming = seen.touched - len(seen.needed)
        back = say_number(
            becoming,
            "1 contact becomes what it was before.",
            "{n} contacts become what they were before.",
        )
        words = QLabel(back if becoming > 0 else self.tr("No contact changes."))
        words.setWordWrap(True)
        layout.addWidget(words)
        self.kept = self._list(self.tr("Contacts that were changed since"), session, seen.kept, fields or {})
        self.needed = self._list(self.tr("Contacts to which others refer"), session, seen.needed)
        for said, listed in (
            (undo_words.changed_since(seen.kept), self.kept),
            (undo_words.needed(seen.kept, seen.needed), self.needed),
        ):
            if said:
                label = QLabel(said)
                label.setWordWrap(True)
                layout.addWidget(label)
            listed.setVisible(bool(said))
            layout.addWidget(listed, 1)
        if not seen.kept and not seen.needed:
            calm = QLabel(self.tr("Nothing was changed there since, so nothing is lost."))
            calm.setProperty("tone", "muted")
            calm.setWordWrap(True)
            layout.addWidget(calm)
        buttons = QDialogButtonBox()
        undo = buttons.addButton(self.tr("Undo"), QDialogButtonBox.ButtonRole.AcceptRole)
        undo.setProperty("kind", "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        enter_key.presses(self, undo)
        session.closing.connect(self.reject)

    def _list(
        self,
        name: str,
        session: BookSession,
        contacts: Sequence[int],
        fields: Mapping[int, Sequence[FieldChange]] = MappingProxyType({}),
    ) -> QListWidget:
        """The first of the contacts by name, with what stays; the list has a name for who cannot see it."""
        listed = QListWidget()
        listed.setAccessibleName(name)
        listed.setWordWrap(True)
        for contact in browsing.contacts(session.book, contacts[:SHOWN]):
            shown = names.display_name(contact) or self.tr("(no name)")
            stays = undo_words.kept_fields(fields.get(contact.id, ()))
            listed.addItem(f"{shown}\n{stays}" if stays else shown)
        if len(contacts) > SHOWN:
            listed.addItem("…")
        return listed
