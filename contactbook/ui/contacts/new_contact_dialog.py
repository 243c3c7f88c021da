"""A new contact in one small form: what one has in hand on the phone. The rest is filled in on the pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from contactbook.domain import names
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Mapping


class NewContactDialog(QDialog):
    """Name, company, e-mail, phone. A company's name alone makes a company."""

    wanted = Signal(object)
    """`{field: value}` for `actions.editing.add_contact`."""

    def __init__(self, parent: QWidget, *, starting_with: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New contact"))
        self.name = QLineEdit(starting_with)
        self.company = QLineEdit()
        self.email = QLineEdit()
        self.phone = QLineEdit()
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_12)
        grid.setVerticalSpacing(theme.SPACE_8)
        fields = (
            (self.tr("&Name"), self.name, self.tr("Ada Kowalska")),
            (self.tr("&Company"), self.company, self.tr("alone: a company, with a name: where they work")),
            (self.tr("&E-mail"), self.email, ""),
            (self.tr("&Phone"), self.phone, ""),
        )
        for row, (text, field, hint) in enumerate(fields):
            label = QLabel(text)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            field.setPlaceholderText(hint)
            field.setMinimumWidth(theme.scaled(340, self.font()))
            field.textChanged.connect(self._on_edited)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setProperty("kind", "quiet")
        cancel.clicked.connect(self.close)
        self.add_button = QPushButton(self.tr("Add"))
        self.add_button.setProperty("kind", "primary")
        self.add_button.setDefault(True)
        self.add_button.clicked.connect(self._on_accepted)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.add_button)
        head = QLabel(self.tr("New contact"))
        head.setFont(theme.heading(self.font()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_24,) * 4)
        layout.setSpacing(theme.SPACE_16)
        layout.addWidget(head)
        layout.addLayout(grid)
        layout.addLayout(buttons)
        self._on_edited()

    def values(self) -> Mapping[str, object]:
        """What was filled in, by the names of `actions.contact_fields`; the name taken apart."""
        parts = names.parse_full_name(self.name.text().strip())
        found = {
            "prefix": parts.prefix,
            "given": parts.given,
            "middle": parts.middle,
            "family": parts.family,
            "suffix": parts.suffix,
            "organization": self.company.text().strip(),
            "email": self.email.text().strip(),
            "phone": self.phone.text().strip(),
        }
        return {field: value for field, value in found.items() if value}

    def _on_edited(self) -> None:
        self.add_button.setEnabled(bool(self.values()))

    def _on_accepted(self) -> None:
        self.wanted.emit(self.values())
        self.close()
