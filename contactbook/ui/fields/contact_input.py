"""The input of a link to a contact: some letters of the name, then one of those found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from contactbook.domain import field_values
from contactbook.ui.fields.field_input import FieldInput
from contactbook.ui.fields.field_words import translated

if TYPE_CHECKING:
    from contactbook.domain.field_definition import FieldDefinition

LOOK_UP_MS = 120
"""Milliseconds after the last key until contacts are looked up."""
OFFERED = 12


class ContactLookup(Protocol):
    """Finds contacts by a few letters: shown name and reference of each (see `field_values.link_to`)."""

    def __call__(self, text: str, limit: int, /) -> list[tuple[str, str]]:
        """The best matches."""
        ...


class ContactInput(FieldInput):
    """A link to a contact: some letters of the name, then one of those found."""

    def __init__(
        self, definition: FieldDefinition, lookup: ContactLookup | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(definition, parent)
        self._lookup = lookup
        self._stored = ""
        self.line = QLineEdit()
        self.line.setPlaceholderText(translated("Type some letters of the name"))
        self._found = QStandardItemModel(self)
        completer = QCompleter(self._found, self.line)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._on_chosen)
        self.line.setCompleter(completer)
        self._wait = QTimer(self, singleShot=True, interval=LOOK_UP_MS)
        self._wait.timeout.connect(self._look_up)
        self.line.textEdited.connect(self._on_edited)
        self.put(self.line)

    def fill(self, value: str) -> None:
        self._stored = value
        self.line.setText(field_values.link(value)[0])
        self.line.setCursorPosition(0)

    def value(self) -> str:
        text = self.line.text().strip()
        return self._stored if text == field_values.link(self._stored)[0] else text

    def _on_edited(self) -> None:
        if self._lookup is not None:
            self._wait.start()
        self.told()

    def _look_up(self) -> None:
        text = self.line.text().strip()
        if self._lookup is None or not text:
            return
        self._found.clear()
        for name, reference in self._lookup(text, OFFERED):
            item = QStandardItem(name)
            item.setData(field_values.link_to(name, reference))
            self._found.appendRow(item)
        if self._found.rowCount() and self.line.hasFocus():
            self.line.completer().complete()

    def _on_chosen(self, name: str) -> None:
        for row in range(self._found.rowCount()):
            item = self._found.item(row)
            if item.text() == name:
                self.show_value(str(item.data()))
                self.told()
                return
