"""The organisation chart of a company beside the window: who reports to whom, and placing people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from contactbook.actions import companies
from contactbook.ui.contacts.contact_picker import ContactPicker
from contactbook.ui.records.organization_chart import OrganizationChart
from contactbook.ui.widgets import theme
from contactbook.ui.widgets.picker import Choice

if TYPE_CHECKING:
    from contactbook.domain.changes import Changes
    from contactbook.ui.book_session import BookSession


class OrganizationDialog(QDialog):
    """Follows every change of the company's people."""

    opened = Signal(object)
    """The id of a person to show in the window."""
    changed = Signal(object)
    """The `Changes` of who was placed."""

    def __init__(self, session: BookSession, company_id: int, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._company_id = company_id
        self.setWindowTitle(self.tr("Organisation chart of %1").replace("%1", name))
        heading = QLabel(name)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setFont(theme.heading(self.font()))
        heading.setAlignment(theme.leading(heading))
        heading.setWordWrap(True)
        heading.setContentsMargins(theme.SPACE_16, theme.SPACE_16, theme.SPACE_16, 0)
        self.resize(theme.fitting((520, 560), self))
        self.chart = OrganizationChart()
        self.chart.opened.connect(self.opened)
        self.chart.reports_wanted.connect(self._choose_above)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.SPACE_16, theme.SPACE_16, theme.SPACE_16, theme.SPACE_16)
        column.addWidget(self.chart)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.windowTitle())
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.chart.walked.connect(area.ensureWidgetVisible)
        hint = QLabel(
            self.tr("Enter opens a person; the menu key or a right click says whom they report to.")
        )
        hint.setProperty("tone", "muted")
        hint.setWordWrap(True)
        hint.setContentsMargins(theme.SPACE_16, theme.SPACE_8, theme.SPACE_16, theme.SPACE_12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(heading)
        layout.addWidget(area, 1)
        layout.addWidget(hint)
        session.changed.connect(self._on_changed)
        session.closing.connect(self.close)
        self._fill()
        self.chart.focus(0)

    def _fill(self) -> None:
        if self._session.is_open:
            people = [one for one in companies.people(self._session.book, self._company_id) if not one.until]
            self.chart.show_people(people)

    def _on_changed(self, _changes: Changes) -> None:
        self._fill()

    def _choose_above(self, person: int) -> None:
        picker = ContactPicker(
            self,
            self._session,
            prompt=self.tr("Reports to …"),
            kind="person",
            without=(person,),
            create=lambda _text: Choice(self.tr("Nobody"), lambda: self._place(person, None), icon="close"),
        )
        picker.chosen.connect(lambda above: self._place(person, above))
        picker.show_over(self)

    def _place(self, person: int, above: int | None) -> None:
        self._session.write(companies.set_parent, [person], above, owner=self, on_done=self.changed.emit)
