"""What every input of a custom field is: text in plain form goes in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from contactbook.domain.field_definition import FieldDefinition


class FieldInput(QWidget):
    """Holds one value (of several choices: all of them, see `values`). It never refuses what is typed."""

    changed = Signal()
    """The person changed something; not while it is being filled."""

    def __init__(self, definition: FieldDefinition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.definition = definition
        self._filling = False
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme.SPACE_8)

    def put(self, control: QWidget) -> None:
        """Make this the control that has the keyboard and the name."""
        control.setAccessibleName(self.definition.label)
        control.setAccessibleDescription(self.definition.help)
        control.setToolTip(self.definition.help)
        self.setFocusProxy(control)
        self.row.addWidget(control, 1)

    def show_value(self, value: str) -> None:
        """Fill it."""
        self._filling = True
        self.fill(value)
        self._filling = False

    def fill(self, value: str) -> None:
        """Show a stored value."""
        raise NotImplementedError

    def value(self) -> str:
        """What stands there now, in plain form where it has one; "" for nothing."""
        raise NotImplementedError

    def told(self, *_: object) -> None:
        """For the control to say that it was changed."""
        if not self._filling:
            self.changed.emit()
