"""For whom a field or a section is shown: everyone, people, companies, or whoever carries a tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from contactbook.domain.contact import COMPANY, PERSON
from contactbook.domain.field_definition import EVERYONE, TAG_PREFIX
from contactbook.ui.widgets import icons

if TYPE_CHECKING:
    from collections.abc import Sequence


class ShownForBox(QComboBox):
    """Offers what is possible in this book."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(lambda _at: self.chosen.emit())

    def show_choice(self, shown_for: str, tags: Sequence[str]) -> None:
        """Choose what is stored, among the tags there are."""
        self.clear()
        self.addItem(icons.icon("all"), self.tr("Everyone"), EVERYONE)
        self.addItem(icons.icon("person"), self.tr("People"), PERSON)
        self.addItem(icons.icon("company"), self.tr("Companies"), COMPANY)
        for tag in tags:
            self.addItem(icons.icon("tag"), self.tr("Tag “%1”").replace("%1", tag), TAG_PREFIX + tag)
        if self.findData(shown_for) < 0:
            tag = shown_for.removeprefix(TAG_PREFIX)
            self.addItem(icons.icon("tag"), self.tr("Tag “%1”").replace("%1", tag), shown_for)
        self.setCurrentIndex(self.findData(shown_for))

    def choice(self) -> str:
        """What is chosen, as it is stored."""
        return str(self.currentData() or EVERYONE)
