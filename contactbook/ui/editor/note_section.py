"""The note of a contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from contactbook.ui.editor.section_editor import SectionEditor
from contactbook.ui.widgets import theme
from contactbook.ui.widgets.spoken_labels import translated

if TYPE_CHECKING:
    from contactbook.domain.contact import Contact

_LEAST_LINES, _MOST_LINES = 3, 14


class NoteSection(SectionEditor):
    """Text of any length in a box that grows with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translated("Note"), parent)
        self._shown = self._stored = ""
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(translated("Note"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._on_changed)
        self.layout_widget(self.text)
        self._fit()

    def show_contact(self, contact: Contact) -> None:
        self._stored = contact.note
        self.text.blockSignals(True)
        self.text.setPlainText(contact.note)
        self.text.blockSignals(False)
        self._shown = self.text.toPlainText()
        self._fit()

    def write_into(self, contact: Contact) -> None:
        text = self.text.toPlainText()
        contact.note = self._stored if text == self._shown else text.strip()

    def focus_on(self, attribute: str, index: int) -> bool:
        if attribute == "note":
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        return attribute == "note"

    def _fit(self) -> None:
        lines = min(_MOST_LINES, max(_LEAST_LINES, self.text.blockCount() + 1))
        self.text.setFixedHeight(lines * self.fontMetrics().lineSpacing() + theme.SPACE_16)

    def _on_changed(self) -> None:
        self._fit()
        self.changed.emit()
