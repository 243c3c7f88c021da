"""One line of the bulk edit form: what the contacts have in common, and what shall stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from contactbook.domain import fields
from contactbook.domain.bulk_change import ADD, REMOVE, REPLACE, SET, BulkChange, CommonValue
from contactbook.ui.fields import inputs
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from contactbook.domain.field_definition import FieldDefinition
    from contactbook.ui.fields.inputs import ContactLookup

_TEXTS = frozenset({fields.TEXT, fields.LONG_TEXT, fields.URL, fields.EMAIL, fields.PHONE})

LABEL_WIDTH, _HOW_WIDTH = 170, 120
"""Pixels at the usual font size."""


class BulkRow(QWidget):
    """Only a line whose box is ticked is written; typing ticks it."""

    changed = Signal()

    def __init__(
        self,
        target: str,
        definition: FieldDefinition,
        common: CommonValue,
        lookup: ContactLookup | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.target = target
        self.definition = definition
        self._common = common
        self.box = QCheckBox(definition.label.replace("&", "&&"))
        self.box.setAccessibleName(self.tr("Change %1").replace("%1", definition.label))
        self.box.setFixedWidth(theme.scaled(LABEL_WIDTH, self.font()))
        self.how = QComboBox()
        self.how.setFixedWidth(theme.scaled(_HOW_WIDTH, self.font()))
        self.how.setAccessibleName(self.tr("How %1 is changed").replace("%1", definition.label))
        for words, how in self._ways():
            self.how.addItem(words, how)
        self.how.activated.connect(lambda _at: self._on_typed())
        self.how.currentIndexChanged.connect(
            lambda _at: self.looked_for.setVisible(self.how.currentData() == REPLACE)
        )
        self.looked_for = QLineEdit()
        self.looked_for.setAccessibleName(self.tr("Text to be found"))
        self.looked_for.setPlaceholderText(self.tr("find"))
        self.looked_for.textEdited.connect(self._on_typed)
        self.looked_for.hide()
        self.input = inputs.made(definition, lookup)
        self.input.changed.connect(self._on_typed)
        self.input.show_value("" if common.different else common.text)
        self._hint()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_8)
        self.box.setMinimumHeight(self.how.sizeHint().height())  # its words stand level with those beside it
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.how, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.SPACE_4)
        column.addWidget(self.looked_for)
        column.addWidget(self.input)
        row.addLayout(column, 1)
        self.box.toggled.connect(lambda _on: self.changed.emit())

    def change(self) -> BulkChange | None:
        """What shall be done, None when the line is not ticked."""
        if not self.box.isChecked():
            return None
        how = str(self.how.currentData())
        if how == REPLACE and not self.looked_for.text():
            return None
        return BulkChange(self.target, self.input.value(), how, self.looked_for.text())

    def _ways(self) -> list[tuple[str, str]]:
        ways = [(self.tr("Set to"), SET)]
        if self.definition.is_repeated:
            ways += [(self.tr("Add"), ADD), (self.tr("Take away"), REMOVE)]
        if self.definition.type in _TEXTS:
            ways.append((self.tr("Replace in"), REPLACE))
        return ways

    def _hint(self) -> None:
        """Say in the empty input that the contacts differ."""
        if self._common.different:
            line = self.input.findChild(QLineEdit)
            if line is not None:
                line.setPlaceholderText(self.tr("(different)"))
            else:
                self.input.setToolTip(self.tr("(different)"))

    def _on_typed(self) -> None:
        if not self.box.isChecked():
            self.box.setChecked(True)
        else:
            self.changed.emit()
