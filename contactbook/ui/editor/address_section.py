"""Addresses, each laid out as its country writes it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from contactbook.domain import address_layouts, countries
from contactbook.domain.contact import Address
from contactbook.ui.editor.add_buttons import AddButtons
from contactbook.ui.editor.label_box import LabelBox, WordBox
from contactbook.ui.editor.part_list import PartList
from contactbook.ui.editor.part_row import PartRow
from contactbook.ui.editor.section_editor import SectionEditor
from contactbook.ui.widgets import theme
from contactbook.ui.widgets.spoken_labels import translated

if TYPE_CHECKING:
    from contactbook.domain.contact import Contact

_USUAL = ("street", "locality", "region", "postal_code")
_SELDOM = ("extended", "po_box")
_COLUMNS = 6


class AddressRow(PartRow):
    """The lines of one address; what its country does not use is shown only where it says something."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translated("Address"),
            LabelBox(("home", "work", "other", "postal", "parcel"), translated("Label of the address")),
            can_prefer=True,
            parent=parent,
        )
        self._before = Address()
        self._layout_shown = ""
        assert self.label is not None
        self.more = QPushButton(self.tr("More lines"))
        self.more.setProperty("kind", "link")
        self.more.clicked.connect(self._on_more)
        self.beside.addStretch(1)
        self.beside.addWidget(self.more)
        self.lines = {name: QLineEdit() for name in (*_USUAL, *_SELDOM)}
        for line in self.lines.values():
            line.textEdited.connect(lambda _text: self._on_changed())
        self.country = WordBox(_countries(), translated("Country"))
        line = self.country.lineEdit()
        assert line is not None
        line.setPlaceholderText(translated("Country"))
        self.country.edited.connect(self._on_country)
        self.formatted = QPlainTextEdit()
        self.formatted.setAccessibleName(translated("As written on an envelope"))
        self.formatted.setPlaceholderText(translated("As written on an envelope"))
        self.formatted.setTabChangesFocus(True)
        self.formatted.setFixedHeight(4 * self.fontMetrics().height() + theme.SPACE_16)
        self.formatted.textChanged.connect(self._on_formatted)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.SPACE_4)
        self.below.insertLayout(1, self._grid)
        self.below.insertWidget(2, self.formatted)
        self._filling = False
        self._lay_out("")

    def show_part(self, part: Address) -> None:
        self._filling = True
        self._before = part
        for name, line in self.lines.items():
            line.setText(getattr(part, name))
            line.setCursorPosition(0)
        if self.label is not None:
            self.label.show_word(part.label)
        self.country.show_word(part.country or countries.name(part.country_code))
        self.formatted.setPlainText(part.formatted)
        in_one_piece = bool(part.formatted) and not (part.street or part.locality)
        self.formatted.setVisible(in_one_piece)
        self._lay_out(address_layouts.code_of(part))
        for name in _SELDOM:
            self.lines[name].setVisible(bool(getattr(part, name)))
        self.more.show()
        self._filling = False

    def part(self) -> Address | None:
        before = self._before
        texts = {
            name: line.text().strip()
            for name, line in self.lines.items()
            if line.text() != getattr(before, name).replace("\n", " ")
        }
        spoken = self.country.word.strip()
        if spoken != (before.country or countries.name(before.country_code)):
            texts["country"] = spoken
            texts["country_code"] = countries.code(spoken) or _code_of_shown(spoken)
        formatted = self.formatted.toPlainText()
        if formatted != before.formatted:
            texts["formatted"] = formatted.strip()
        elif any(texts.get(name, getattr(before, name)) != getattr(before, name) for name in texts):
            texts["formatted"] = "" if before.street or before.locality else formatted
        made = replace(before, **texts, label=self.label.word if self.label else "", preferred=self.preferred)
        named = (*_USUAL, *_SELDOM, "country", "country_code", "formatted")
        return made if any(getattr(made, name) for name in named) else None

    def doubt(self) -> str:
        text = self.country.word
        code = countries.code(text) or _code_of_shown(text)
        if text.strip() and not code:
            return self.tr("No country of this name is known.")
        if not address_layouts.code_fits(code, self.lines["postal_code"].text()):
            return self.tr("Postal codes of %1 look different.").replace("%1", text)
        return ""

    def take_focus(self) -> None:
        shown = self.lines["street"] if not self.formatted.isVisibleTo(self) else self.formatted
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, code: str) -> None:
        """Put the lines into the order of a country."""
        if code == self._layout_shown and self._grid.count():
            return
        self._layout_shown = code
        while self._grid.takeAt(0) is not None:
            pass
        names = address_layouts.layout(code)
        order: list[list[str]] = [[part for part in row if part in self.lines] for row in names]
        left = [name for name in _USUAL if not any(name in row for row in order)]
        order += [[name] for name in left]
        at = 0
        controls: list[QWidget] = []
        for row in order:
            for place, name in enumerate(row):
                span = _COLUMNS // len(row)
                self._grid.addWidget(self.lines[name], at, place * span, 1, span)
                controls.append(self.lines[name])
            at += 1
            if "street" in row:
                for name in _SELDOM:
                    self._grid.addWidget(self.lines[name], at, 0, 1, _COLUMNS)
                    controls.append(self.lines[name])
                    at += 1
        self._grid.addWidget(self.country, at, 0, 1, _COLUMNS)
        for name, line in self.lines.items():
            line.setVisible(name not in left or bool(line.text()))
            words = part_words(name, code)
            line.setPlaceholderText(words)
            line.setAccessibleName(words)
        for before, after in zip(controls, [*controls[1:], self.country], strict=True):
            QWidget.setTabOrder(before, after)

    def _on_country(self) -> None:
        text = self.country.word
        code = countries.code(text) or _code_of_shown(text)
        if code or not text:
            seldom = {name for name in _SELDOM if self.lines[name].isVisibleTo(self)}
            self._lay_out(code)
            for name in _SELDOM:
                self.lines[name].setVisible(name in seldom)
        self._on_changed()

    def _on_more(self) -> None:
        for line in self.lines.values():
            line.show()
        self.formatted.show()
        self.more.hide()

    def _on_formatted(self) -> None:
        if not self._filling:
            self._on_changed()


class AddressSection(SectionEditor):
    """All postal addresses."""

    shown = Signal()
    """The addresses of another contact stand here now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translated("Addresses"), parent)
        self.list = PartList(AddressRow)
        self.list.changed.connect(self.changed)
        self.layout_rows(self.list)
        self.add = AddButtons([("address", translated("Address"))])
        self.add.wanted.connect(lambda _key: self.add_row())
        self.layout_widget(self.add, outdent=theme.SPACE_4)

    def add_row(self) -> None:
        """One more address, in the country of the first."""
        held = self.list.parts()
        new = Address(country=held[0].country, country_code=held[0].country_code) if held else Address()
        self.list.add(new).take_focus()

    def show_contact(self, contact: Contact) -> None:
        self.list.show_parts(contact.addresses)
        self.shown.emit()

    def write_into(self, contact: Contact) -> None:
        contact.addresses = self.list.parts()

    def doubts(self) -> list[str]:
        return self.list.doubts()

    def focus_on(self, attribute: str, index: int) -> bool:
        if attribute != "addresses":
            return False
        if not self.list.take_focus(index):
            self.add_row()
        return True


def part_words(name: str, code: str) -> str:
    """What a line of an address is called in a country."""
    if name == "region":
        return translated(address_layouts.region_word(code).capitalize())
    if name == "postal_code":
        called = {"zip": "ZIP code", "pin": "PIN code", "eircode": "Eircode", "postcode": "Postcode"}
        return translated(called.get(address_layouts.code_word(code), "Postal code"))
    words = {"street": "Street", "locality": "Town", "extended": "Building, floor", "po_box": "P.O. box"}
    return translated(words[name])


@cache
def _countries() -> list[tuple[str, str]]:
    """English name and name in the person's language of every country, by the latter."""
    found = []
    for code in countries.every_code():
        territory = QLocale.codeToTerritory(code)
        spoken = QLocale.territoryToString(territory) if territory != QLocale.Country.AnyTerritory else ""
        found.append((countries.name(code), spoken or countries.name(code)))
    return sorted(found, key=lambda entry: entry[1])


def _code_of_shown(text: str) -> str:
    folded = text.strip().casefold()
    return next((countries.code(name) for name, shown in _countries() if shown.casefold() == folded), "")
