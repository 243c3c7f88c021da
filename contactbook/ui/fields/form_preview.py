"""The form as whoever fills it in will see it: the very inputs of the contact editor, to be tried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from contactbook.domain.contact import COMPANY, PERSON, Contact
from contactbook.qtmodels import field_reads
from contactbook.ui.fields.fields_section import FieldsSection
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from contactbook.ui.book_session import BookSession


class FormPreview(QWidget):
    """What applies to a new person, a new company, or somebody with a tag; what is typed is not kept."""

    def __init__(self, session: BookSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.whose = QComboBox()
        self.whose.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.whose.currentIndexChanged.connect(lambda _at: self._show())
        self.form = FieldsSection(session)
        self._nothing = QLabel(self.tr("No field is shown here."))
        self._nothing.setProperty("tone", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        caption = QLabel(self.tr("The form of"))
        caption.setProperty("tone", "muted")
        caption.setBuddy(self.whose)
        self.whose.setAccessibleName(caption.text())
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE_8)
        head.addWidget(caption)
        head.addWidget(self.whose, 1)
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(0, theme.SPACE_12, theme.SPACE_16, theme.SPACE_12)
        inside.addWidget(self.form)
        inside.addWidget(self._nothing)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.SPACE_16, theme.SPACE_16, theme.SPACE_16, theme.SPACE_16)
        column.setSpacing(theme.SPACE_12)
        column.addLayout(head)
        column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.setFocusProxy(self.whose)

    def refresh(self) -> None:
        """Show the form as it is in the book now."""
        chosen = self.whose.currentData()
        self.whose.blockSignals(True)
        self.whose.clear()
        self.whose.addItem(self.tr("a new person"), (PERSON, ""))
        self.whose.addItem(self.tr("a new company"), (COMPANY, ""))
        for tag in field_reads.tag_names(self._session.book):
            self.whose.addItem(self.tr("a person with the tag “%1”").replace("%1", tag), (PERSON, tag))
        at = next((row for row in range(self.whose.count()) if self.whose.itemData(row) == chosen), 0)
        self.whose.setCurrentIndex(at)
        self.whose.blockSignals(False)
        self._show()

    def _show(self) -> None:
        kind, tag = self.whose.currentData()
        self.form.show_contact(Contact(kind=kind, tags=[tag] if tag else []))
        self._nothing.setVisible(not self.form.rows)
