"""The rest of a contact: gender, language, when it was checked, its number, what was kept as it came."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from contactbook.domain.contact import Extra
from contactbook.ui.editor.add_buttons import AddButtons
from contactbook.ui.editor.label_box import WordBox
from contactbook.ui.editor.part_list import PartList
from contactbook.ui.editor.part_row import PartRow
from contactbook.ui.editor.section_editor import LABEL_WIDTH, SectionEditor
from contactbook.ui.editor.text_grid import TextGrid, grid_label
from contactbook.ui.widgets import spoken_dates, theme
from contactbook.ui.widgets.spoken_labels import translated

if TYPE_CHECKING:
    from contactbook.domain.contact import Contact

_GENDERS = (("female", "Female"), ("male", "Male"), ("other", "Other"), ("none", "None"))
_LANGUAGES = (
    "ar bg cs da de el en es et fa fi fr ga he hi hr hu id is it ja ko lt lv nb nl pl pt ro ru sk sl sr sv th"
    " tr uk vi zh"
)


class AboutSection(SectionEditor):
    """Seldom needed, so at the end and small."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translated("About"), parent)
        self._shown: dict[str, str] = {}
        self._checked_at: int | None = None
        self.texts = TextGrid([("uid", translated("Number (UID)"))])
        self.texts.edited.connect(lambda _attribute: self.changed.emit())
        grid = self.texts.grid
        self.boxes = {
            "gender": WordBox([(word, translated(shown)) for word, shown in _GENDERS], translated("Gender")),
            "language": WordBox(_languages(), translated("Language")),
        }
        for row, (attribute, box) in enumerate(self.boxes.items(), 2):
            box.edited.connect(self.changed)
            label = grid_label(translated(attribute.capitalize()), self)
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        grid.addWidget(grid_label(translated("Checked"), self), 4, 0)
        self._checked = QLabel()
        self.check_button = QPushButton(self.tr("Checked today"))
        self.check_button.setProperty("kind", "link")
        self.check_button.setToolTip(self.tr("Notes that everything here has been confirmed today"))
        self.check_button.clicked.connect(lambda: self._set_checked(time.time_ns() // 1_000_000))
        self.unchecked_button = QPushButton(self.tr("Clear"))
        self.unchecked_button.setProperty("kind", "link")
        self.unchecked_button.setAccessibleName(self.tr("Clear the day of the last check"))
        self.unchecked_button.clicked.connect(lambda: self._set_checked(None))
        beside = QHBoxLayout()
        beside.setSpacing(theme.SPACE_8)
        beside.addWidget(self._checked)
        beside.addWidget(self.check_button)
        beside.addWidget(self.unchecked_button)
        beside.addStretch(1)
        grid.addLayout(beside, 4, 1)
        self.layout_widget(self.texts)
        self.kept = PartList(ExtraRow)
        self.kept.changed.connect(self.changed)
        self.layout_rows(self.kept)
        self.add = AddButtons([("extra", translated("vCard property"))])
        self.add.wanted.connect(lambda _key: self.kept.add(Extra("", "")).take_focus())
        self.layout_widget(self.add, outdent=theme.SPACE_4)

    def show_contact(self, contact: Contact) -> None:
        self.texts.show_values(contact)
        for attribute, box in self.boxes.items():
            box.show_word(getattr(contact, attribute))
        self._checked_at = contact.checked_at
        self._show_checked()
        self.kept.show_parts(contact.extras)

    def write_into(self, contact: Contact) -> None:
        self.texts.write_into(contact)
        for attribute, box in self.boxes.items():
            setattr(contact, attribute, box.word)
        contact.checked_at = self._checked_at
        contact.extras = self.kept.parts()

    def focus_on(self, attribute: str, index: int) -> bool:
        if attribute == "extras":
            return self.kept.take_focus(index)
        if attribute == "checked_at":
            self.check_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if attribute in self.boxes:
            self.boxes[attribute].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return self.texts.focus_on(attribute)

    def _set_checked(self, at: int | None) -> None:
        self._checked_at = at
        self._show_checked()
        self.changed.emit()

    def _show_checked(self) -> None:
        at = self._checked_at
        self._checked.setText(spoken_dates.moment(at) if at is not None else "")
        self._checked.setVisible(at is not None)
        self.unchecked_button.setVisible(at is not None)


class ExtraRow(PartRow):
    """A property of the original card that is kept without being understood.

    Its left side is written as in a vCard: "item1.X-NAME;TYPE=work" (RFC 6350 3.3).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translated("Property kept as it came"), None, parent=parent)
        self._before = Extra("", "")
        self.name = QLineEdit()
        self.name.setAccessibleName(translated("Name of the property"))
        self.name.setPlaceholderText("X-NAME")
        self.name.setMinimumWidth(theme.scaled(LABEL_WIDTH, self.font()))
        self.value = QLineEdit()
        self.value.setAccessibleName(translated("Value of the property"))
        for line in (self.name, self.value):
            line.textEdited.connect(lambda _text: self._on_changed())
        self.beside.addWidget(self.name, 1)
        self.beside.addWidget(self.value, 1)

    def show_part(self, part: Extra) -> None:
        self._before = part
        for line, text in ((self.name, _left_side(part)), (self.value, part.value)):
            line.setText(text)
            line.setCursorPosition(0)
            line.setToolTip(text)
        self._shown = (self.name.text(), self.value.text())

    def part(self) -> Extra | None:
        now = (self.name.text(), self.value.text())
        if now == self._shown:
            return self._before if any(now) else None
        if now == self._shown:
            return self._before if any(now) else None
        made = self._before
        if now[0] != self._shown[0]:
            made = _named(made, now[0].strip())
        if now[1] != self._shown[1]:
            made = replace(made, value=now[1].strip())
        return made if made.value else None

    def take_focus(self) -> None:
        self.value.setFocus(Qt.FocusReason.OtherFocusReason)


def _left_side(extra: Extra) -> str:
    group = f"{extra.group}." if extra.group else ""
    return f"{group}{extra.name}" + (f";{extra.params}" if extra.params else "")


def _named(extra: Extra, left_side: str) -> Extra:
    """The property under the name, with the group and the parameters, that are written here."""
    head, _semicolon, params = left_side.partition(";")
    group, _dot, name = head.rpartition(".")
    return replace(
        extra, name=name.strip() or extra.name or "X-NOTE", params=params.strip(), group=group.strip()
    )


@cache
def _languages() -> list[tuple[str, str]]:
    return [(code, QLocale(code).nativeLanguageName() or code) for code in _LANGUAGES.split()]
