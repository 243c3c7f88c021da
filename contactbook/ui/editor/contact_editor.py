"""The form in which all of a contact is edited: its sections one under the other, Save at the foot."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from contactbook.domain.contact import Contact
from contactbook.ui.editor import tab_order
from contactbook.ui.editor.lookalike_strip import LookalikeStrip
from contactbook.ui.editor.part_list import PartList
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.ui.editor.section_editor import SectionEditor

_REVEAL_MARGIN = 48
"""Pixels of its surroundings that are shown with a control that takes the keyboard."""


class ContactEditor(QWidget):
    """Shows one contact for editing; `contact()` is what it has become. Saving is the business of others."""

    changed = Signal()
    save_wanted = Signal()
    cancel_wanted = Signal()
    card_pasted = Signal(str)
    """The text of a signature or card was pasted into the form."""

    def __init__(self, sections: Sequence[SectionEditor], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sections = list(sections)
        self.before = Contact()
        """The contact as it was when editing began."""
        self._base = Contact()
        self._filling = False
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Edit contact"))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, theme.SPACE_24)
        self._column.setSpacing(theme.SPACE_8)
        for section in self.sections:
            section.changed.connect(self._on_changed)
            section.card_pasted.connect(self.card_pasted)
            self._column.addWidget(section)
        self._column.addStretch(1)
        self._scroll.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.lookalikes = LookalikeStrip()
        layout.addWidget(self.lookalikes)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._lay_out_foot())
        save = QShortcut(QKeySequence("Ctrl+S"), self, self.save_wanted.emit)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._arrange = QTimer(self, singleShot=True, interval=0)
        self._arrange.timeout.connect(self._order_tabs)
        for rows in self.findChildren(PartList):
            rows.arranged.connect(self._arrange.start)
        self._reveal = QTimer(self, singleShot=True, interval=0)
        self._reveal.timeout.connect(self._show_focus)

    def edit(self, contact: Contact, *, before: Contact | None = None) -> None:
        """Show this contact for editing.

        Args:
            contact: what the form shows.
            before: what is stored, where that is something else (a draft that is given back).
        """
        self.before = before if before is not None else contact
        self._filling = True
        shown = deepcopy(contact)
        self._base = shown
        for section in self.sections:
            section.show_contact(shown)
        self._filling = False
        self._arrange.start()
        self._scroll.verticalScrollBar().setValue(0)

    def fill(self, contact: Contact) -> None:
        """Show what the contact has become otherwise than by typing; it is still to be saved."""
        self.edit(contact, before=self.before)
        self.changed.emit()

    def contact(self) -> Contact:
        """The contact as it has become; what nobody touched is as it was, to the letter."""
        made = deepcopy(self._base)
        for section in self.sections:
            section.write_into(made)
        return made

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to save."""
        return self.contact() != self.before

    def doubts(self) -> list[str]:
        """What looks odd, in words."""
        return [doubt for section in self.sections for doubt in section.doubts()]

    def focus_on(self, attribute: str = "", index: int = 0) -> None:
        """Take the keyboard to one value; to the first control where there is no such value."""
        if not any(section.focus_on(attribute, index) for section in self.sections) and self.sections:
            self.sections[0].focus_on("", 0)
        line = self.window().focusWidget()
        if isinstance(line, QLineEdit) and self.isAncestorOf(line):
            line.end(False)  # who types on adds to what is there
        self._reveal.start()

    def say(self, words: str) -> None:
        """A quiet word at the foot: kept as a draft, for example."""
        self._words.setText(words)

    def forget(self) -> None:
        """Hold nothing of the contact any more."""
        self.before = self._base = Contact()
        self._filling = True
        for section in self.sections:
            section.forget()
        self._filling = False
        self._arrange.stop()  # nobody goes through an empty form; the next contact orders it
        self.lookalikes.show_found([])
        self.say("")

    def _lay_out_foot(self) -> QWidget:
        foot = QWidget()
        foot.setProperty("surface", "foot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(foot)
        row.setContentsMargins(theme.SPACE_24, theme.SPACE_8, theme.SPACE_12, theme.SPACE_8)
        row.setSpacing(theme.SPACE_8)
        self._words = QLabel()
        self._words.setProperty("tone", "muted")
        self._words.setFont(theme.small(self.font()))
        self._words.setWordWrap(True)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setProperty("kind", "quiet")
        self.cancel_button.setToolTip(self.tr("Take the changes back (Esc)"))
        self.cancel_button.clicked.connect(self.cancel_wanted)
        self.save_button = QPushButton(self.tr("Save"))
        self.save_button.setProperty("kind", "primary")
        self.save_button.setToolTip(self.tr("Save (Ctrl+S)"))
        self.save_button.clicked.connect(self.save_wanted)
        row.addWidget(self._words, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.save_button)
        return foot

    def _on_changed(self) -> None:
        if not self._filling:
            self._reveal.start()
            self.changed.emit()

    def _order_tabs(self) -> None:
        tab_order.follow_layout([*self.sections, self.cancel_button, self.save_button])

    def _show_focus(self) -> None:
        """Scroll so far that the control with the keyboard is seen."""
        focus = self.window().focusWidget()
        if focus is not None and self._scroll.isAncestorOf(focus):
            self._scroll.ensureWidgetVisible(focus, 0, _REVEAL_MARGIN)
