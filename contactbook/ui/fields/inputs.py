"""The input of one value of a custom field, one class a kind; text goes in and out in plain form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from contactbook.domain import field_values, fields, partial_dates
from contactbook.ui.fields.caption import caption
from contactbook.ui.fields.choice_colors import dot
from contactbook.ui.fields.contact_input import ContactInput, ContactLookup
from contactbook.ui.fields.field_input import FieldInput
from contactbook.ui.fields.field_words import local_number, spoken_value, translated
from contactbook.ui.fields.star_slider import StarSlider
from contactbook.ui.widgets import theme
from contactbook.ui.widgets.chips import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QWheelEvent

    from contactbook.domain.field_definition import FieldDefinition

_LINES = 3


class LineInput(FieldInput):
    """Text, numbers, money, dates, addresses of all kinds: one line."""

    def __init__(self, definition: FieldDefinition, parent: QWidget | None = None) -> None:
        super().__init__(definition, parent)
        self.line = QLineEdit()
        self._stored = self._shown = ""
        self.line.textEdited.connect(self.told)
        self.line.editingFinished.connect(self._settle)
        if definition.type in (fields.URL, fields.EMAIL, fields.PHONE):
            self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.line.setPlaceholderText(_example(definition))
        self.put(self.line)

    def fill(self, value: str) -> None:
        self._stored, self._shown = value, _typed(self.definition, value)
        self.line.setText(self._shown)
        self.line.setCursorPosition(0)

    def value(self) -> str:
        text = self.line.text()
        if text == self._shown:
            return self._stored
        return field_values.plain(self.definition, text, decimal=QLocale().decimalPoint(), order=date_order())

    def _settle(self) -> None:
        """Show what was understood, when the line is left."""
        value = self.value()
        if value != self._stored and field_values.parse(self.definition, value) is not None:
            self.show_value(value)


class LongInput(FieldInput):
    """Text of several lines; Tab goes on to the next control."""

    def __init__(self, definition: FieldDefinition, parent: QWidget | None = None) -> None:
        super().__init__(definition, parent)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + theme.SPACE_24)
        self.text.textChanged.connect(self.told)
        self.put(self.text)

    def fill(self, value: str) -> None:
        self.text.setPlainText(value)

    def value(self) -> str:
        return self.text.toPlainText()


class YesNoInput(FieldInput):
    """Yes, no, or nothing said; Y and N choose."""

    def __init__(self, definition: FieldDefinition, parent: QWidget | None = None) -> None:
        super().__init__(definition, parent)
        self.box = _QuietBox()
        for text, value in (
            ("", ""),
            (translated("Yes"), field_values.YES),
            (translated("No"), field_values.NO),
        ):
            self.box.addItem(text, value)
        self.box.currentIndexChanged.connect(self.told)
        self.put(self.box)

    def fill(self, value: str) -> None:
        found = field_values.parse(self.definition, value)
        while self.box.count() > 3:
            self.box.removeItem(3)
        if found is None and value:
            self.box.addItem(value, value)
        self.box.setCurrentIndex(self.box.findData(value if found is None else found))

    def value(self) -> str:
        return str(self.box.currentData() or "")


class ChoiceInput(FieldInput):
    """One of the choices, each with its colour; other text stays possible and is warned about."""

    def __init__(self, definition: FieldDefinition, parent: QWidget | None = None) -> None:
        super().__init__(definition, parent)
        self.box = _QuietBox()
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.addItem("")
        for choice in definition.settings.choices:
            self.box.addItem(dot(choice.color), choice.label)
        self.box.editTextChanged.connect(self.told)
        self.put(self.box)
        line = self.box.lineEdit()
        if line is not None:
            line.setAccessibleName(definition.label)

    def fill(self, value: str) -> None:
        place = self.definition.choice_at(value) if value else -1
        if place >= 0:
            self.box.setCurrentIndex(place + 1)
        self.box.setEditText(value)

    def value(self) -> str:
        return field_values.plain(self.definition, self.box.currentText())


class ChoicesInput(FieldInput):
    """Boxes to tick, one a choice; values that are no choice any more stand among them, ticked."""

    def __init__(self, definition: FieldDefinition, parent: QWidget | None = None) -> None:
        super().__init__(definition, parent)
        holder = QWidget()
        self._flow = FlowLayout(holder)
        self._flow.setContentsMargins(0, theme.SPACE_4, 0, theme.SPACE_4)
        self.boxes: list[QCheckBox] = []
        for choice in definition.settings.choices:
            self._add(choice.label, choice.color)
        self._known = len(self.boxes)
        self.row.addWidget(holder, 1)
        if self.boxes:
            self.setFocusProxy(self.boxes[0])

    def fill_values(self, values: list[str]) -> None:
        """Tick what stands there."""
        self._filling = True
        while len(self.boxes) > self._known:
            box = self.boxes.pop()
            self._flow.removeWidget(box)
            box.deleteLater()
        places = {self.definition.choice_at(value) for value in values}
        for place, box in enumerate(self.boxes):
            box.setChecked(place in places)
        for value in values:
            if self.definition.choice_at(value) < 0:
                self._add(value, "").setChecked(True)
        self._filling = False

    def fill(self, value: str) -> None:
        self.fill_values([value] if value else [])

    def values(self) -> list[str]:
        """Every ticked choice."""
        return [str(box.property("choice")) for box in self.boxes if box.isChecked()]

    def value(self) -> str:
        return (self.values() or [""])[0]

    def _add(self, label: str, color: str) -> QCheckBox:
        box = QCheckBox(label.replace("&", "&&"))
        box.setProperty("choice", label)
        box.setAccessibleName(f"{self.definition.label}: {label}")
        if color:
            box.setIcon(dot(color))
        box.toggled.connect(self.told)
        self.boxes.append(box)
        self._flow.addWidget(box)
        return box


class RatingInput(FieldInput):
    """Stars: arrow keys or a digit; 0 takes them away."""

    def __init__(self, definition: FieldDefinition, parent: QWidget | None = None) -> None:
        super().__init__(definition, parent)
        self.stars = StarSlider(definition.stars)
        self._odd = ""
        self.stars.valueChanged.connect(self._on_stars)
        self.put(self.stars)
        self.row.addStretch(1)

    def fill(self, value: str) -> None:
        found = field_values.parse(self.definition, value)
        self._odd = value if found is None else ""
        self.stars.setValue(int(found) if found else 0)

    def value(self) -> str:
        return self._odd or (str(self.stars.value()) if self.stars.value() else "")

    def _on_stars(self) -> None:
        if not self._filling:
            self._odd = ""
        self.told()


class _QuietBox(QComboBox):
    """A box whose wheel scrolls the form, not the choice."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.isEditable() and (line := self.lineEdit()) is not None:
            line.selectAll()


def made(definition: FieldDefinition, lookup: ContactLookup | None = None) -> FieldInput:
    """The input for a field; `lookup` serves links to contacts."""
    if definition.type == fields.CONTACT:
        return ContactInput(definition, lookup)
    kinds: dict[str, Callable[[FieldDefinition], FieldInput]] = {
        fields.LONG_TEXT: LongInput,
        fields.YES_NO: YesNoInput,
        fields.CHOICE: ChoiceInput,
        fields.CHOICES: ChoicesInput,
        fields.RATING: RatingInput,
    }
    return kinds.get(definition.type, LineInput)(definition)


def date_order() -> str:
    """The order of day, month and year in the dates of this place (see `partial_dates.parse`)."""
    pattern = QLocale().dateFormat(QLocale.FormatType.ShortFormat).lower()
    found = sorted((pattern.find(letter), letter) for letter in "dmy" if letter in pattern)
    order = "".join(letter for _, letter in found)
    return order if order in partial_dates.ORDERS else ""


def _typed(definition: FieldDefinition, value: str) -> str:
    """A stored value as it is edited."""
    if definition.type in (fields.NUMBER, fields.MONEY) and field_values.parse(definition, value) is not None:
        return local_number(value)
    if definition.type == fields.DATE and value:
        said = spoken_value(definition, value)
        same = (
            field_values.plain(definition, said, decimal=QLocale().decimalPoint(), order=date_order())
            == value
        )
        return said if same else value
    return value


def _example(definition: FieldDefinition) -> str:
    """What is typed there, for instance."""
    match definition.type:
        case fields.DATE:
            return translated("for example %1").replace("%1", spoken_value(definition, "1980-05-09"))
        case fields.MONEY:
            return local_number("0.00") + (f" {definition.settings.currency}").rstrip()
        case fields.URL:
            return "https://"
        case _:
            return ""


def label_for(definition: FieldDefinition, control: QWidget) -> QLabel:
    """The label over an input."""
    label = caption(definition.label + (" *" if definition.settings.required else ""), control)
    label.setToolTip(definition.help)
    return label


def over(label: QLabel, control: QWidget) -> QVBoxLayout:
    """A label and what it names, one over the other."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.SPACE_4)
    column.addWidget(label)
    column.addWidget(control)
    return column
