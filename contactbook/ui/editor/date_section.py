"""Dates that matter: typed in words or figures, with or without a year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from contactbook.domain import partial_dates
from contactbook.domain.contact import ContactDate
from contactbook.ui.editor.add_buttons import AddButtons
from contactbook.ui.editor.label_box import LabelBox
from contactbook.ui.editor.part_list import PartList
from contactbook.ui.editor.part_row import PartRow
from contactbook.ui.editor.section_editor import SectionEditor
from contactbook.ui.widgets import spoken_dates, theme
from contactbook.ui.widgets.spoken_labels import translated

if TYPE_CHECKING:
    from contactbook.domain.contact import Contact

LABELS = ("birthday", "anniversary", "death", "met", "other")


class DateLine(QLineEdit):
    """A line for a partial date: "9 May", "1980-05-09", "May 1980"; other text is kept as prose."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = self._shown = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(name)

    def show_date(self, stored: str) -> None:
        """Show a stored date as it is said."""
        self._stored = stored
        self._shown = spoken_dates.day(stored) if stored else ""
        self.setText(self._shown)
        self.setCursorPosition(0)

    @property
    def value(self) -> str:
        """What is to be stored: canonical where the text is a date, otherwise the text."""
        text = self.text().strip()
        if self.text() == self._shown:
            return self._stored
        return partial_dates.parse(text, date_order()) or text

    def doubt(self, *, past: bool) -> str:
        """What looks odd about it; `past`: the day must have been (a birthday)."""
        value = self.value
        if not value:
            return ""
        if not partial_dates.is_valid(value):
            return QCoreApplication.translate("editor", "Not understood as a date; kept as it is written.")
        year, month, day = partial_dates.parts(value)
        today = datetime.now().astimezone().date()
        if past and year is not None and date(year, month or 1, day or 1) > today:
            return QCoreApplication.translate("editor", "This day is still to come.")
        return ""


class DateRow(PartRow):
    """One date with its label; beside it what was understood, when that is not what was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        name = translated("Date")
        super().__init__(name, LabelBox(LABELS, translated("Label of the date")), parent=parent)
        self._before = ContactDate("")
        self.value = DateLine(name)
        self.value.setPlaceholderText(translated("9 May 1980, or 9 May"))
        self.value.textEdited.connect(lambda _text: self._on_typed())
        self.beside.addWidget(self.value, 1)
        self._read = QLabel()
        self._read.setProperty("tone", "muted")
        self._read.setFont(theme.small(self.font()))
        self._read.hide()
        self.below.addWidget(self._read)

    def show_part(self, part: ContactDate) -> None:
        self._before = part
        if self.label is not None:
            self.label.show_word(part.label)
        self.value.show_date(part.value)
        self._read.hide()

    def part(self) -> ContactDate | None:
        value = self.value.value
        label = self.label.word if self.label is not None else ""
        return replace(self._before, value=value, label=label) if value else None

    def doubt(self) -> str:
        label = self.label.word if self.label is not None else ""
        return self.value.doubt(past=label in ("birthday", "death", "met"))

    def take_focus(self) -> None:
        self.value.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self) -> None:
        value = self.value.value
        understood = spoken_dates.day(value) if partial_dates.is_valid(value) else ""
        self._read.setText(understood)
        self._read.setVisible(bool(understood) and understood != self.value.text().strip())
        self._on_changed()


class DateSection(SectionEditor):
    """Birthday, anniversaries and other days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translated("Dates"), parent)
        self.list = PartList(DateRow)
        self.list.changed.connect(self.changed)
        self.layout_rows(self.list)
        self.add = AddButtons([("birthday", translated("Birthday")), ("other", translated("Date"))])
        self.add.wanted.connect(self.add_row)
        self.layout_widget(self.add, outdent=theme.SPACE_4)

    def add_row(self, label: str = "birthday") -> None:
        """One more date; what is called a birthday is one only once."""
        taken = any(part.label == "birthday" for part in self.list.parts())
        label = "anniversary" if label != "birthday" or taken else label
        self.list.add(ContactDate("", label)).take_focus()

    def show_contact(self, contact: Contact) -> None:
        self.list.show_parts(contact.dates)

    def write_into(self, contact: Contact) -> None:
        contact.dates = self.list.parts()

    def doubts(self) -> list[str]:
        return self.list.doubts()

    def focus_on(self, attribute: str, index: int) -> bool:
        if attribute != "dates":
            return False
        if not self.list.take_focus(index):
            self.add_row()
        return True


def date_order() -> str:
    """How 03/04/1980 is meant where the person lives."""
    first = QLocale().dateFormat(QLocale.FormatType.ShortFormat).lstrip()[:1].lower()
    return {"m": partial_dates.MONTH_FIRST, "y": partial_dates.YEAR_FIRST}.get(first, partial_dates.DAY_FIRST)
