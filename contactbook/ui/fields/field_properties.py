"""The right side of the form editor for a field: its name, key, type, and what it asks of its values."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from contactbook.domain import field_values, fields
from contactbook.domain.field_definition import FieldDefinition
from contactbook.ui.fields.caption import caption
from contactbook.ui.fields.choices_editor import ChoicesEditor
from contactbook.ui.fields.field_words import TYPE_WORDS, local_number, type_name
from contactbook.ui.fields.shown_for_box import ShownForBox
from contactbook.ui.widgets import icons, theme
from contactbook.wording.speech import say_number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LIMITED = frozenset({fields.TEXT, fields.LONG_TEXT, fields.NUMBER, fields.MONEY, fields.DATE, fields.RATING})
_REPEATABLE = frozenset(fields.TYPES) - {fields.LONG_TEXT, fields.YES_NO, fields.CHOICES, fields.RATING}
_CHOOSING = frozenset({fields.CHOICE, fields.CHOICES})


Control = TypeVar("Control", bound=QWidget)


class FieldProperties(QWidget):
    """Tells of a change when a control is left; every change is a step."""

    changed = Signal(object)
    """The field as it shall be (key and type as before)."""
    key_wanted = Signal(str)
    type_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = FieldDefinition("")
        self._filling = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.SPACE_16, theme.SPACE_16, theme.SPACE_16, theme.SPACE_16)
        self._column.setSpacing(theme.SPACE_8)
        self._captions: dict[QWidget, QLabel] = {}
        self._holders: dict[QWidget, QWidget] = {}
        self.label = self._line(self.tr("Name"))
        self.kind = self._add(self.tr("Type"), QComboBox())
        for kind in fields.TYPES:
            self.kind.addItem(icons.icon(TYPE_WORDS[kind][1]), type_name(kind), kind)
        self.kind.activated.connect(lambda _at: self._on_type())
        self.choices = self._add(self.tr("Choices"), ChoicesEditor())
        self.choices.changed.connect(self._on_changed)
        self.help = self._line(self.tr("Help for whoever fills it in"))
        self.default = self._line(self.tr("Stands in new contacts"))
        self.minimum = self._line(self.tr("At least"))
        self.maximum = self._line(self.tr("At most"))
        self.currency = self._line(self.tr("Currency"))
        self.currency.setPlaceholderText("EUR")
        self.shown_for = self._add(self.tr("Shown for"), ShownForBox())
        self.shown_for.chosen.connect(self._on_changed)
        self.required = self._check(self.tr("Warn when it is empty"))
        self.repeated = self._check(self.tr("Several values"))
        self.unique = self._check(self.tr("Tells contacts apart"))
        self.unique.setToolTip(self.tr("Imports find contacts by it, as by an e-mail address"))
        self.key = self._line(self.tr("Key, for files and the command line"), self._on_key)
        self.used = caption("")
        self._column.addWidget(self.used)
        self._column.addStretch(1)

    def show_field(self, definition: FieldDefinition, tags: Sequence[str], values: int) -> None:
        """Fill the controls; `values` is how many values the field has in the book."""
        self._filling = True
        self._field, settings, kind = definition, definition.settings, definition.type
        self.label.setText(definition.label)
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.choices.show_choices(settings.choices)
        for line, text in (
            (self.help, definition.help), (self.currency, settings.currency), (self.key, definition.key),
            (self.default, _typed(definition, settings.default)),
            (self.minimum, _typed(definition, settings.minimum)),
            (self.maximum, _typed(definition, settings.maximum)),
        ):  # fmt: skip
            line.setText(text)
        for box, on in (
            (self.required, settings.required), (self.repeated, settings.repeated),
            (self.unique, settings.unique),
        ):  # fmt: skip
            box.setChecked(on)
        self.shown_for.show_choice(settings.shown_for, tags)
        self._offer(self.choices, kind in _CHOOSING)
        self._offer(self.minimum, kind in _LIMITED and kind != fields.RATING)
        self._offer(self.maximum, kind in _LIMITED)
        self._offer(self.currency, kind == fields.MONEY)
        self._offer(self.repeated, kind in _REPEATABLE)
        self._offer(self.unique, kind not in _CHOOSING | {fields.YES_NO, fields.RATING, fields.LONG_TEXT})
        texts = (fields.TEXT, fields.LONG_TEXT)
        self._captions[self.maximum].setText(
            self.tr("Stars") if kind == fields.RATING
            else self.tr("Characters at most") if kind in texts
            else self.tr("At most")
        )  # fmt: skip
        self._captions[self.minimum].setText(
            self.tr("Characters at least") if kind in texts else self.tr("At least")
        )
        self.used.setText(say_number(values, "1 contact has a value", "{n} contacts have a value"))
        self._filling = False

    def definition(self) -> FieldDefinition:
        """The field as the controls say."""
        settings = replace(
            self._field.settings,
            default=self._plain(self.default),
            minimum=self._plain(self.minimum),
            maximum=self._plain(self.maximum),
            currency=self.currency.text().strip().upper(),
            choices=self.choices.choices(),
            required=self.required.isChecked(),
            repeated=self.repeated.isChecked(),
            unique=self.unique.isChecked(),
            shown_for=self.shown_for.choice(),
        )
        label = self.label.text().strip() or self._field.label
        return replace(self._field, label=label, help=self.help.text().strip(), settings=settings)

    def _plain(self, line: QLineEdit) -> str:
        text = line.text().strip()
        limit = line is not self.default
        if limit and self._field.type in (fields.TEXT, fields.LONG_TEXT, fields.RATING):
            return text if text.isdigit() else ""
        free = replace(self._field, settings=replace(self._field.settings, minimum="", maximum=""))
        return field_values.plain(free, text, decimal=self.locale().decimalPoint()) if text else ""

    def _add(self, name: str, control: Control) -> Control:
        words = self._captions[control] = caption(name, control)
        control.setAccessibleName(name)
        holder = self._holders[control] = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.SPACE_4)
        inside.addWidget(words)
        inside.addWidget(control)
        self._column.addWidget(holder)
        return control

    def _line(self, name: str, done: Callable[[], None] | None = None) -> QLineEdit:
        line = QLineEdit()
        self._add(name, line)
        line.editingFinished.connect(done or self._on_changed)
        return line

    def _check(self, name: str) -> QCheckBox:
        box = QCheckBox(name)
        box.toggled.connect(self._on_changed)
        self._column.addWidget(box)
        return box

    def _offer(self, control: QWidget, on: bool) -> None:
        self._holders.get(control, control).setVisible(on)

    def _on_changed(self) -> None:
        if not self._filling and self.definition() != self._field:
            self._field = self.definition()
            self.changed.emit(self._field)

    def _on_key(self) -> None:
        if not self._filling and self.key.text().strip() != self._field.key:
            self.key_wanted.emit(self.key.text().strip())

    def _on_type(self) -> None:
        if not self._filling and self.kind.currentData() != self._field.type:
            self.type_wanted.emit(self.kind.currentData())


def _typed(definition: FieldDefinition, value: str) -> str:
    return local_number(value) if definition.type in (fields.NUMBER, fields.MONEY) else value
