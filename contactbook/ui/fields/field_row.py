"""One custom field on a contact's form: its label, an input for each value, and what is odd about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from contactbook.ui.fields import inputs
from contactbook.ui.fields.field_words import warning_words
from contactbook.ui.widgets import icons, theme

if TYPE_CHECKING:
    from contactbook.domain.field_definition import FieldDefinition
    from contactbook.ui.fields.inputs import ContactLookup, FieldInput


class FieldRow(QWidget):
    """Shows the values of one field and gives them back; `touched` says whether the person changed any."""

    changed = Signal()

    def __init__(
        self, definition: FieldDefinition, lookup: ContactLookup | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.definition = definition
        self.touched = False
        self._lookup = lookup
        self._inputs: list[FieldInput] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACE_4)
        self._first = self._made()
        self._column.addWidget(inputs.label_for(definition, self._first))
        self._values = QVBoxLayout()
        self._values.setSpacing(theme.SPACE_4)
        self._column.addLayout(self._values)
        self._values.addWidget(self._holding(self._first))
        self._more = QPushButton(self.tr("Another one"))
        self._more.setProperty("kind", "link")
        self._more.setAccessibleName(f"{definition.label}: {self._more.text()}")
        self._more.clicked.connect(self._on_more)
        self._more.setVisible(self._is_listed())
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._doubt = QLabel()
        self._doubt.setProperty("tone", "warning")
        self._doubt.setFont(theme.small(self.font()))
        self._doubt.setWordWrap(True)
        self._doubt.hide()
        self._column.addWidget(self._doubt)
        self._column.addStretch(1)
        self.setFocusProxy(self._first)

    def show_values(self, values: list[str]) -> None:
        """Fill it with what is stored."""
        self.touched = False
        if isinstance(self._first, inputs.ChoicesInput):
            self._first.fill_values(values)
        else:
            shown = values or [""]
            while len(self._inputs) > len(shown):
                self._drop(self._inputs[-1])
            while len(self._inputs) < len(shown):
                self._append()
            for control, value in zip(self._inputs, shown, strict=True):
                control.show_value(value)
        self._say()

    def values(self) -> list[str]:
        """What stands there now, empty ones left out."""
        if isinstance(self._first, inputs.ChoicesInput):
            return self._first.values()
        return [value for control in self._inputs if (value := control.value()).strip()]

    def doubt(self) -> str:
        """What looks odd about the values, in words."""
        values = self.values() or [""]
        return next((words for value in values if (words := warning_words(self.definition, value))), "")

    def _is_listed(self) -> bool:
        return self.definition.settings.repeated and not isinstance(self._first, inputs.ChoicesInput)

    def _made(self) -> FieldInput:
        control = inputs.made(self.definition, self._lookup)
        control.changed.connect(self._on_changed)
        self._inputs.append(control)
        return control

    def _holding(self, control: FieldInput) -> QWidget:
        """The input, with a button to take it away where there may be several."""
        if control is self._first:
            return control
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_4)
        row.addWidget(control, 1)
        button = QToolButton()
        button.setIcon(icons.icon("close"))
        button.setIconSize(QSize(theme.ICON_SMALL, theme.ICON_SMALL))
        button.setAccessibleName(self.tr("Remove this value of %1").replace("%1", self.definition.label))
        button.setToolTip(button.accessibleName())
        button.clicked.connect(lambda: self._on_dropped(control))
        row.addWidget(button)
        return holder

    def _append(self) -> FieldInput:
        control = self._made()
        self._values.addWidget(self._holding(control))
        return control

    def _drop(self, control: FieldInput) -> None:
        self._inputs.remove(control)
        holder = control.parentWidget()
        if holder is not None:
            self._values.removeWidget(holder)
            holder.hide()
            holder.deleteLater()

    def _on_dropped(self, control: FieldInput) -> None:
        self._drop(control)
        self._inputs[-1].setFocus()
        self._on_changed()

    def _on_more(self) -> None:
        self._append().setFocus()

    def _on_changed(self) -> None:
        self.touched = True
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        words = self.doubt()
        self._doubt.setText(words)
        self._doubt.setVisible(bool(words))
