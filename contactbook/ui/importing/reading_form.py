"""How one file is read: format, encoding, delimiter, what its rows are: as recognised until told better."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

from contactbook.domain import interactions
from contactbook.domain.entry_columns import CONTACTS
from contactbook.ui.importing import format_words
from contactbook.ui.importing.entry_target_words import rows_words
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contactbook.actions.import_inspection import InspectedFile
    from contactbook.domain.interactions import Kind

_BYTES_ONLY = ("xlsx", "ods")
_KINDS = (
    "purchase", "donation", "case", "feedback", "event", "call", "email", "meeting", "message", "letter",
    "note",
)  # fmt: skip
"""The kinds of entries, those first that come in tables."""


class ReadingForm(QWidget):
    """Four lists; `chosen` tells what the person overruled."""

    chosen = Signal(str, str)
    """The name of an option of reading, and its value; "" to find out again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asks_rows = True
        """Whether rows can be something else than contacts."""
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(theme.SPACE_16)
        self._form.setVerticalSpacing(theme.SPACE_8)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.format = self._list("format", self.tr("F&ormat"), format_words.FORMATS)
        self.encoding = self._list("encoding", self.tr("&Encoding"), format_words.ENCODINGS)
        self.delimiter = self._list("delimiter", self.tr("&Delimiter"), format_words.DELIMITERS)
        self.rows = self._list("rows_are", self.tr("These &rows are"), {})
        self.offer_kinds(())

    def offer_kinds(self, own: Iterable[Kind]) -> None:
        """What rows can be: contacts, or entries of a kind that every book has, or that somebody added."""
        self.rows.clear()
        self.rows.addItem(self.tr("Contacts"), CONTACTS)
        for kind in (*map(interactions.kind_of, _KINDS), *own):
            self.rows.addItem(rows_words(kind.key) or kind.label, kind.key)

    def show_file(self, file: InspectedFile) -> None:
        """What is true of this file."""
        self._show(self.format, file.format)
        self._show(self.encoding, file.encoding.lower().replace("utf-8-sig", "utf-8"))
        self._show(self.delimiter, file.delimiter)
        text = bool(file.format) and file.format not in _BYTES_ONLY
        self._form.setRowVisible(self.encoding, text)
        self._form.setRowVisible(self.delimiter, file.format == "csv")
        self._show(self.rows, file.tables[0].mapping.entries or CONTACTS if file.tables else CONTACTS)
        self._form.setRowVisible(self.rows, self.asks_rows and bool(file.tables))

    def _list(self, name: str, words: str, choices: dict[str, str]) -> QComboBox:
        box = QComboBox()
        for code in choices:
            box.addItem(format_words.said(choices, code), code)
        box.setPlaceholderText(self.tr("not recognised"))
        box.setAccessibleName(words.replace("&", ""))
        box.activated.connect(lambda at: self.chosen.emit(name, box.itemData(at) or ""))
        label = QLabel(words)
        label.setBuddy(box)
        self._form.addRow(label, box)
        return box

    def _show(self, box: QComboBox, code: str) -> None:
        at = box.findData(code)
        if at < 0 and code:
            box.addItem(code.upper(), code)
            at = box.count() - 1
        box.setCurrentIndex(at)
