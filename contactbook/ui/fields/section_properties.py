"""The right side of the form editor for a section: title, columns, for whom it is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from contactbook.domain.form_sections import FormSection
from contactbook.ui.fields.caption import caption
from contactbook.ui.fields.shown_for_box import ShownForBox
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Sequence


class SectionProperties(QWidget):
    """Tells of a change when a control is left."""

    changed = Signal(object)
    """The section as it shall be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section = FormSection()
        self.title = QLineEdit()
        self.title.editingFinished.connect(self._on_changed)
        self.columns = QComboBox()
        self.columns.addItem(self.tr("One"), 1)
        self.columns.addItem(self.tr("Two"), 2)
        self.columns.activated.connect(lambda _at: self._on_changed())
        self.shown_for = ShownForBox()
        self.shown_for.chosen.connect(self._on_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE_16, theme.SPACE_16, theme.SPACE_16, theme.SPACE_16)
        column.setSpacing(theme.SPACE_4)
        for name, control in (
            (self.tr("Title of the section"), self.title),
            (self.tr("Columns"), self.columns),
            (self.tr("Shown for"), self.shown_for),
        ):
            control.setAccessibleName(name)
            column.addWidget(caption(name, control))
            column.addWidget(control)
            column.addSpacing(theme.SPACE_4)
        column.addStretch(1)

    def show_section(self, section: FormSection, tags: Sequence[str]) -> None:
        """Fill the controls."""
        self._section = section
        self.title.setText(section.title)
        self.columns.setCurrentIndex(self.columns.findData(section.columns))
        self.shown_for.show_choice(section.shown_for, tags)

    def _on_changed(self) -> None:
        changed = replace(
            self._section,
            title=self.title.text().strip(),
            columns=int(self.columns.currentData()),
            shown_for=self.shown_for.choice(),
        )
        if changed != self._section:
            self._section = changed
            self.changed.emit(changed)
