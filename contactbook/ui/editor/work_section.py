"""Where a person works, and has worked: job, department, organisation, further organisations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from contactbook.domain.contact import COMPANY, Affiliation
from contactbook.ui.editor.add_buttons import AddButtons
from contactbook.ui.editor.date_section import DateLine
from contactbook.ui.editor.part_list import PartList
from contactbook.ui.editor.part_row import PartRow
from contactbook.ui.editor.section_editor import SectionEditor
from contactbook.ui.editor.text_grid import TextGrid
from contactbook.ui.widgets import theme
from contactbook.ui.widgets.spoken_labels import translated

if TYPE_CHECKING:
    from contactbook.domain.contact import Contact

_OWN = ("organization", "job_title", "department", "role")


class AffiliationRow(PartRow):
    """A further organisation: what one does there, since when and until when, and whether one decides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translated("Organisation"), None, parent=parent)
        self._before = Affiliation("")
        self.texts = TextGrid(
            [
                ("organization", translated("Organisation")),
                ("job_title", translated("Job title")),
                ("department", translated("Department")),
                ("role", translated("Role")),
            ],
            labelled=False,
        )
        self.texts.edited.connect(lambda _attribute: self._on_changed())
        self.beside.addWidget(self.texts, 1)
        self.since = DateLine(translated("Since"))
        self.until = DateLine(translated("Until"))
        self.decides = QCheckBox(translated("Decision maker"))
        self.decides.setAccessibleName(translated("Decision maker"))
        self.decides.clicked.connect(lambda _on: self._on_changed())
        for line in (self.since, self.until):
            line.textEdited.connect(lambda _text: self._on_changed())
        grid = self.texts.grid
        grid.addWidget(self.decides, 2, 1)
        grid.addWidget(self.since, 3, 0)
        grid.addWidget(self.until, 3, 1)

    def show_part(self, part: Affiliation) -> None:
        self._before = part
        self.texts.show_values(part)
        self.since.show_date(part.since)
        self.until.show_date(part.until)
        self.decides.setChecked(part.decision_maker)

    def part(self) -> Affiliation | None:
        made = replace(
            self._before,
            since=self.since.value,
            until=self.until.value,
            decision_maker=self.decides.isChecked(),
        )
        self.texts.write_into(made)
        if made.organization != self._before.organization:
            made.company_id = None
        return made if replace(made, origin=-1, company_id=None) != Affiliation("") else None

    def doubt(self) -> str:
        since, until = self.since.value, self.until.value
        if since and until and until < since and since[:1] == until[:1] != "-":
            return self.tr("It ends before it begins.")
        return self.since.doubt(past=False) or self.until.doubt(past=False)

    def take_focus(self) -> None:
        self.texts.focus_on("organization")


class WorkSection(SectionEditor):
    """The first organisation stands in the contact itself, further ones are rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translated("Work"), parent)
        self.texts = TextGrid(
            [
                ("organization", translated("Company")),
                ("job_title", translated("Job title")),
                ("department", translated("Department")),
                ("role", translated("Role")),
            ]
        )
        self.texts.edited.connect(lambda _attribute: self.changed.emit())
        self.layout_widget(self.texts)
        self.list = PartList(AffiliationRow)
        self.list.changed.connect(self.changed)
        self.layout_rows(self.list)
        self.add = AddButtons([("role", translated("Role")), ("affiliation", translated("Organisation"))])
        self.add.wanted.connect(self._on_add)
        self.layout_widget(self.add, outdent=theme.SPACE_4)

    def show_contact(self, contact: Contact) -> None:
        self.texts.show_values(contact)
        self.show_kind(contact.kind)
        self.list.show_parts(contact.affiliations)

    def show_kind(self, kind: str) -> None:
        """A company's own name stands in the head of the form."""
        self.texts.show_lines(() if kind == COMPANY else _OWN[:3])
        if kind == COMPANY:
            self.texts.lines["organization"].hide()
            self.texts.hide_label("organization")
        self.add.buttons["role"].setVisible(not self.texts.lines["role"].isVisibleTo(self))

    def write_into(self, contact: Contact) -> None:
        name = contact.organization
        self.texts.write_into(contact)
        if contact.kind == COMPANY:
            contact.organization = name
        contact.affiliations = self.list.parts()

    def doubts(self) -> list[str]:
        return self.list.doubts()

    def focus_on(self, attribute: str, index: int) -> bool:
        if attribute == "affiliations":
            if not self.list.take_focus(index):
                self._on_add("affiliation")
            return True
        return self.texts.focus_on(attribute)

    def _on_add(self, key: str) -> None:
        if key == "role":
            self.add.buttons["role"].hide()
            self.texts.focus_on("role")
        else:
            self.list.add(Affiliation("")).take_focus()
