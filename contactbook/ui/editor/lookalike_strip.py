"""A strip above the form of a new contact: somebody like that is perhaps already in the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Sequence


class LookalikeStrip(QWidget):
    """Names the likeliest; it never stands in the way, and nothing has to be answered."""

    show_wanted = Signal(object)
    """The id of the contact that is there already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contact_id = 0
        self.setProperty("surface", "message-warning")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.show_button = QPushButton(self.tr("Show"))
        self.show_button.setProperty("kind", "link")
        self.show_button.clicked.connect(lambda: self.show_wanted.emit(self._contact_id))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE_24, theme.SPACE_4, theme.SPACE_12, theme.SPACE_4)
        row.addWidget(self.words, 1)
        row.addWidget(self.show_button)
        self.hide()

    def show_found(self, found: Sequence[tuple[int, str, str]]) -> None:
        """These are alike: id, name, the value that is the same ("" when it is the name); none hides it."""
        self._contact_id = found[0][0] if found else 0
        if found:
            _id, name, value = found[0]
            words = self.tr("Perhaps already there: %1").replace("%1", name)
            more = len(found) - 1
            parts = [words, value, self.tr("and %n more", "", more).replace("%n", str(more)) if more else ""]
            self.words.setText(" · ".join(part for part in parts if part))
            self.show_button.setAccessibleName(self.tr("Show %1").replace("%1", name))
        self.setVisible(bool(found))
