"""What the target of a column alone does not say: its label, several values, the order of dates, a type."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from contactbook.domain import fields
from contactbook.ui.importing import entry_hints
from contactbook.ui.importing.target_words import column_words, words_of
from contactbook.ui.widgets import theme
from contactbook.ui.widgets.spoken_labels import standard_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.actions.import_inspection import InspectedColumn
    from contactbook.actions.import_mappings import Column, Mapping

_LABELS = {
    "email": ("work", "home", "other"),
    "phone": ("mobile", "work", "home", "main", "work fax", "home fax", "pager", "other"),
    "url": ("work", "home", "home page", "blog", "profile"),
    "address": ("work", "home", "other"),
    "date": ("birthday", "anniversary", "death"),
    "relation": ("spouse", "partner", "child", "parent", "assistant", "manager", "friend", "referred by"),
}
_SEVERAL = ("organization", "email", "phone", "url", "chat", "social", "relation", "tags", "field")
_MOST_SAMPLES = 6


class ColumnForm(QWidget):
    """Shows the column that is chosen in the list, and hands back what is changed about it."""

    changed = Signal(object)
    """The `Column` as it shall be."""
    target_wanted = Signal()
    """Somebody wants to choose what the column becomes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column: Column | None = None
        self.heading = QLabel()
        self.heading.setFont(theme.strong(self.font()))
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.target = QPushButton()
        self.target.setAccessibleDescription(self.tr("What the column becomes"))
        self.target.clicked.connect(self.target_wanted)
        self.label = QComboBox()
        self.label.setEditable(True)
        self.label.activated.connect(lambda _at: self._change(label=self._label()))
        line = self.label.lineEdit()
        assert line is not None
        line.editingFinished.connect(lambda: self._change(label=self._label()))
        self.separator = QLineEdit()
        self.separator.setMaxLength(5)
        self.separator.setPlaceholderText(self.tr("none: one value"))
        self.separator.editingFinished.connect(lambda: self._change(separator=self.separator.text()))
        self.order = _box(
            (self.tr("As the table"), ""),
            (self.tr("Day, month, year"), "dmy"),
            (self.tr("Month, day, year"), "mdy"),
            (self.tr("Year, month, day"), "ymd"),
        )
        self.order.activated.connect(lambda at: self._change(order=self.order.itemData(at)))
        self.type = _box(*((self._type_words(name), name) for name in fields.TYPES))
        self.type.activated.connect(lambda at: self._change(type=self.type.itemData(at)))
        self.samples = QLabel()
        self.samples.setProperty("tone", "muted")
        self.samples.setWordWrap(True)
        self.samples.setTextFormat(Qt.TextFormat.PlainText)
        self.joined = QLabel()
        self.joined.setWordWrap(True)
        self.joined.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()

    def show_column(
        self, found: InspectedColumn | None, joined: Sequence[str] = (), *, entries: Mapping | None = None
    ) -> None:
        """This column; None empties the form.

        Args:
            found: the column, and what stands in it.
            joined: the columns that go into the same value with it.
            entries: the mapping of its table when that is one of entries: its field is all there is to say.
        """
        self.setVisible(found is not None)
        if found is None:
            self._column = None
            return
        column = self._column = found.column
        part = column.target.partition(".")[0]
        self.heading.setText(column.heading)
        self.target.setText(column_words(column))
        self._fill_labels(part, column)
        self.separator.setText(column.separator)
        self.order.setCurrentIndex(max(0, self.order.findData(column.order)))
        self.type.setCurrentIndex(max(0, self.type.findData(column.type)))
        date = column.target == "date" or (column.target == "field" and column.type == fields.DATE)
        labelled = part in _LABELS or column.target == "field"
        for field, shown in (
            (self.label, labelled and not column.target.endswith(".label")),
            (self.separator, column.target in _SEVERAL),
            (self.order, date),
            (self.type, column.target == "field"),
        ):
            self._form.setRowVisible(field, shown and entries is None)
        samples = found.samples[:_MOST_SAMPLES]
        told = [
            _told(column, sample) if entries is None else entry_hints.told(column.target, sample, entries)
            for sample in samples
        ]
        self.samples.setText("\n".join(told))
        headings = ", ".join(f"“{heading}”" for heading in joined)
        self.joined.setText(self.tr("Joined with %1 into one value.").replace("%1", headings))
        self.joined.setVisible(bool(joined))

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(theme.SPACE_12)
        self._form.setVerticalSpacing(theme.SPACE_8)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("B&ecomes"), self.target),
            (self.tr("&Label"), self.label),
            (self.tr("Several, &split at"), self.separator),
            (self.tr("Dates are &written"), self.order),
            (self.tr("T&ype"), self.type),
        )
        for words, field in rows:
            label = QLabel(words)
            label.setContentsMargins(0, 0, theme.SPACE_4, 0)
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            self._form.addRow(label, field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_12)
        layout.addWidget(self.heading)
        layout.addLayout(self._form)
        layout.addWidget(self.joined)
        layout.addWidget(self.samples)
        layout.addStretch(1)

    def _fill_labels(self, part: str, column: Column) -> None:
        self.label.clear()
        for label in _LABELS.get(part, ()):
            self.label.addItem(standard_label(label), label)
        shown = standard_label(column.label) if column.target != "field" else column.label
        self.label.setCurrentText(shown)
        line = self.label.lineEdit()
        assert line is not None
        line.setPlaceholderText(column.heading if column.target == "field" else self.tr("none"))

    def _label(self) -> str:
        """The label as the mapping says it: a standard word by its own name."""
        text = self.label.currentText().strip()
        at = self.label.findText(text)
        return str(self.label.itemData(at)) if at >= 0 and self.label.itemData(at) else text

    def _change(self, **values: str) -> None:
        if self._column is None:
            return
        changed = replace(self._column, **values)
        if "label" in values and self._column.group == self._column.label:
            changed.group = changed.label
        if changed != self._column:
            self._column = changed
            self.changed.emit(changed)

    def _type_words(self, name: str) -> str:
        words = {
            fields.TEXT: self.tr("Text"),
            fields.LONG_TEXT: self.tr("Long text"),
            fields.NUMBER: self.tr("Number"),
            fields.MONEY: self.tr("Money"),
            fields.DATE: self.tr("Date"),
            fields.YES_NO: self.tr("Yes or no"),
            fields.CHOICE: self.tr("Choice"),
            fields.CHOICES: self.tr("Several choices"),
            fields.URL: self.tr("Web address"),
            fields.EMAIL: self.tr("E-mail"),
            fields.PHONE: self.tr("Phone"),
            fields.CONTACT: self.tr("Contact"),
            fields.RATING: self.tr("Rating"),
        }
        return words[name]


def _told(column: Column, sample: str) -> str:
    """A value, and what it is taken apart into."""
    from contactbook.actions.import_preview import taken_apart

    told = f"“{' '.join(sample.split())}”"
    parts = taken_apart(column, sample)
    if not parts:
        return told
    if column.separator:
        return "\n      · ".join((told, *(value for _, value in parts)))
    return "\n      ".join((told, *(f"{words_of(target)}: {value}" for target, value in parts)))


def _box(*entries: tuple[str, str]) -> QComboBox:
    box = QComboBox()
    for words, data in entries:
        box.addItem(words, data)
    return box
