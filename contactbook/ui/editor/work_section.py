"""Where a person works, and has worked: job, department, organisation, further organisations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from contactbook.domain import employment
from contactbook.domain.contact import COMPANY, Affiliation
from contactbook.ui.editor.add_buttons import AddButtons
from contactbook.ui.editor.company_offers import CompanyOffers
from contactbook.ui.editor.date_section import DateLine
from contactbook.ui.editor.part_list import PartList
from contactbook.ui.editor.part_row import PartRow
from contactbook.ui.editor.section_editor import SectionEditor
from contactbook.ui.editor.text_grid import TextGrid, grid_label
from contactbook.ui.widgets import theme
from contactbook.ui.widgets.spoken_labels import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from contactbook.domain.contact import Contact

_OWN = ("organization", "job_title", "department", "role")


class PeriodControls:
    """Since when, until when, and whether one decides there: of the first organisation and of every row."""

    def __init__(self, on_edited: Callable[[], object]) -> None:
        self.since = DateLine(translated("Since"))
        self.until = DateLine(translated("Until"))
        self.decides = QCheckBox(translated("Decision maker"))
        self.decides.setAccessibleName(translated("Decision maker"))
        self.decides.clicked.connect(lambda _on: on_edited())
        for line in (self.since, self.until):
            line.textEdited.connect(lambda _text: on_edited())

    def show_part(self, part: Affiliation) -> None:
        """Fill the controls."""
        self.since.show_date(part.since)
        self.until.show_date(part.until)
        self.decides.setChecked(part.decision_maker)

    def written_on(self, part: Affiliation) -> Affiliation:
        """The same employment with what the controls say."""
        return replace(
            part,
            since=self.since.value,
            until=self.until.value,
            decision_maker=self.decides.isChecked(),
        )

    def doubt(self) -> str:
        """What looks odd about the two days."""
        since, until = self.since.value, self.until.value
        if since and until and until < since and since[:1] == until[:1] != "-":
            return QCoreApplication.translate("editor", "It ends before it begins.")
        return self.since.doubt(past=False) or self.until.doubt(past=False)


class AffiliationRow(PartRow):
    """A further organisation: what one does there, since when and until when, and whether one decides."""

    def __init__(self, companies: Callable[[str], Sequence[str]], parent: QWidget | None = None) -> None:
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
        CompanyOffers(self.texts.lines["organization"], companies, self._on_changed)
        self.beside.addWidget(self.texts, 1)
        self.period = PeriodControls(self._on_changed)
        grid = self.texts.grid
        grid.addWidget(self.period.decides, 2, 1)
        grid.addWidget(self.period.since, 3, 0)
        grid.addWidget(self.period.until, 3, 1)

    def show_part(self, part: Affiliation) -> None:
        self._before = part
        self.texts.show_values(part)
        self.period.show_part(part)

    def part(self) -> Affiliation | None:
        made = self.period.written_on(self._before)
        self.texts.write_into(made)
        if made.organization != self._before.organization:
            made.company_id = None
        return made if replace(made, origin=-1, company_id=None) != Affiliation("") else None

    def doubt(self) -> str:
        return self.period.doubt()

    def take_focus(self) -> None:
        self.texts.focus_on("organization")


class WorkSection(SectionEditor):
    """The first organisation stands in the contact itself, further ones are rows.

    Args:
        companies: gives the names of companies that fit some letters.
        parent: as usual.
    """

    def __init__(
        self, companies: Callable[[str], Sequence[str]] = lambda _text: (), parent: QWidget | None = None
    ) -> None:
        super().__init__(translated("Work"), parent)
        self.texts = TextGrid(
            [
                ("organization", translated("Company")),
                ("job_title", translated("Job title")),
                ("department", translated("Department")),
                ("role", translated("Role")),
            ]
        )
        self.texts.edited.connect(lambda _attribute: self._on_first_edited())
        CompanyOffers(self.texts.lines["organization"], companies, self._on_first_edited)
        self.layout_widget(self.texts)
        self._first = Affiliation("")
        """What tells more of the first organisation, as it was; all blank where nothing does."""
        self._first_at = 0
        self._was: dict[str, str] = {}
        self._kind = ""
        self.period = PeriodControls(self._on_first_edited)
        self._period_controls = self._lay_out_period()
        self.list = PartList(lambda: AffiliationRow(companies))
        self.list.changed.connect(self.changed)
        self.layout_rows(self.list)
        self.add = AddButtons([("role", translated("Role")), ("affiliation", translated("Organisation"))])
        self.add.wanted.connect(self._on_add)
        self.layout_widget(self.add, outdent=theme.SPACE_4)

    def show_contact(self, contact: Contact) -> None:
        self.texts.show_values(contact)
        first = employment.detail_of_first(contact)
        self._first = first or Affiliation("")
        self._was = {name: getattr(contact, name) for name in ("organization", "job_title", "department")}
        self._first_at = next((at for at, part in enumerate(contact.affiliations) if part is first), 0)
        self.period.show_part(self._first)
        self.show_kind(contact.kind)
        self.list.show_parts([part for part in contact.affiliations if part is not first])

    def show_kind(self, kind: str) -> None:
        """A company's own name stands in the head of the form."""
        self._kind = kind
        self.texts.show_lines(() if kind == COMPANY else _OWN[:3])
        if kind == COMPANY:
            self.texts.lines["organization"].hide()
            self.texts.hide_label("organization")
        self.add.buttons["role"].setVisible(not self.texts.lines["role"].isVisibleTo(self))
        self._show_period()

    def write_into(self, contact: Contact) -> None:
        name = contact.organization
        self.texts.write_into(contact)
        if contact.kind == COMPANY:
            contact.organization = name
        contact.affiliations = self.list.parts()
        first = self._first_of(contact)
        if first is not None:
            contact.affiliations.insert(self._first_at, first)

    def doubts(self) -> list[str]:
        return [doubt for doubt in (self.period.doubt(), *self.list.doubts()) if doubt]

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

    def _lay_out_period(self) -> list[QWidget]:
        """The first organisation's days and its decision maker, under its texts."""
        grid = self.texts.grid
        row = grid.rowCount()
        days = QWidget()
        beside = QHBoxLayout(days)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.SPACE_4)
        beside.addWidget(self.period.since, 1)
        beside.addWidget(self.period.until, 1)
        label = grid_label(translated("Period"), self.texts)
        label.setBuddy(self.period.since)
        self._doubt = QLabel()
        self._doubt.setProperty("tone", "warning")
        self._doubt.setFont(theme.small(self.font()))
        self._doubt.setWordWrap(True)
        self._doubt.hide()
        grid.addWidget(label, row, 0)
        grid.addWidget(days, row, 1)
        grid.addWidget(self._doubt, row + 1, 1)
        grid.addWidget(self.period.decides, row + 2, 1)
        return [label, days, self.period.decides]

    def _show_period(self) -> None:
        """Where nobody works nowhere there is no period; what it says already is always shown."""
        values = self.texts.values()
        said = self.period.written_on(Affiliation("")) != Affiliation("")
        works = self._kind != COMPANY and bool(values["organization"] or values["job_title"])
        for control in self._period_controls:
            control.setVisible(said or works)
        doubt = self.period.doubt()
        self._doubt.setText(doubt)
        self._doubt.setVisible(bool(doubt))

    def _on_first_edited(self) -> None:
        self._show_period()
        self.changed.emit()

    def _first_of(self, contact: Contact) -> Affiliation | None:
        """What is kept of the first organisation beside its texts; to the letter where nobody touched it."""
        made = self.period.written_on(self._first)
        for attribute, was in self._was.items():
            now = getattr(contact, attribute)
            if now != was or self._first == Affiliation(""):
                setattr(made, attribute, now)
        if made.organization != self._first.organization:
            made.company_id = contact.company_id
        told = made.since or made.until or made.decision_maker
        return made if told else None
