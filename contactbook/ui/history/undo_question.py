"""The question before an older step is undone: what is taken back, and who stays as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout

from contactbook.actions import browsing
from contactbook.domain import names
from contactbook.ui.widgets import theme
from contactbook.wording import steps
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from contactbook.actions.undoing import Preview
    from contactbook.ui.book_session import BookSession

SHOWN = 200


class UndoQuestion(QDialog):
    """Accepted when the step is to be undone; it closes with the book."""

    def __init__(self, session: BookSession, seen: Preview, parent: QWidget) -> None:
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
        back = say_number(
            seen.touched,
            "1 contact becomes what it was before.",
            "{n} contacts become what they were before.",
        )
        words = QLabel(back if seen.touched else self.tr("No contact changes."))
        words.setWordWrap(True)
        layout.addWidget(words)
        self.kept = QListWidget()
        if seen.kept:
            stay = say_number(
                len(seen.kept),
                "1 contact was changed since. What was changed there stays as it is:",
                "{n} contacts were changed since. What was changed there stays as it is:",
            )
            kept = QLabel(stay)
            kept.setWordWrap(True)
            layout.addWidget(kept)
            self.kept.setAccessibleName(self.tr("Contacts that were changed since"))
            for contact in browsing.contacts(session.book, seen.kept[:SHOWN]):
                self.kept.addItem(names.display_name(contact) or self.tr("(no name)"))
            if len(seen.kept) > SHOWN:
                self.kept.addItem("…")
            layout.addWidget(self.kept, 1)
        else:
            self.kept.hide()
            calm = QLabel(self.tr("Nothing was changed there since, so nothing is lost."))
            calm.setProperty("tone", "muted")
            calm.setWordWrap(True)
            layout.addWidget(calm)
        buttons = QDialogButtonBox()
        undo = buttons.addButton(self.tr("Undo"), QDialogButtonBox.ButtonRole.AcceptRole)
        undo.setDefault(True)
        undo.setProperty("kind", "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        session.closing.connect(self.reject)
