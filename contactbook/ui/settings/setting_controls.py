"""A control for each kind of setting, made from its declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from contactbook.domain import countries
from contactbook.qtmodels.marked_text import QT_TRANSLATE_NOOP
from contactbook.settings import declarations
from contactbook.ui.settings.folder_row import FolderRow
from contactbook.ui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.settings.declarations import Setting

_CHOICES = {
    "system": QT_TRANSLATE_NOOP("settings", "As the system"),
    "light": QT_TRANSLATE_NOOP("settings", "Light"),
    "dark": QT_TRANSLATE_NOOP("settings", "Dark"),
    "comfortable": QT_TRANSLATE_NOOP("settings", "Comfortable"),
    "compact": QT_TRANSLATE_NOOP("settings", "Compact"),
    "given_first": QT_TRANSLATE_NOOP("settings", "Given name first"),
    "family_first": QT_TRANSLATE_NOOP("settings", "Family name first"),
}
_MOST = 100_000


def control_for(setting: Setting[object], value: object, on_chosen: Callable[[object], object]) -> QWidget:
    """A control that shows a value; `on_chosen` is called with another one when the person chose it."""
    if setting.choices or setting.key == declarations.DEFAULT_COUNTRY.key:
        made = _choice_box(choices_of(setting), value, on_chosen)
    elif isinstance(setting.default, bool):
        made = QCheckBox()
        made.setChecked(value is True)
        made.clicked.connect(lambda on: on_chosen(on))
    elif isinstance(setting.default, int):
        made = QSpinBox()
        made.setRange(*_range(setting))
        made.setMinimumHeight(made.fontMetrics().height() + theme.SPACE_12)
        made.setValue(value if isinstance(value, int) else setting.default)
        made.editingFinished.connect(lambda: on_chosen(made.value()))
    elif setting.is_folder:
        made = FolderRow(str(value), said(setting.label))
        made.chosen.connect(on_chosen)
    else:
        line = QLineEdit(str(value))
        line.editingFinished.connect(lambda: on_chosen(line.text().strip()))
        made = line
    made.setAccessibleName(said(setting.label))
    made.setToolTip(said(setting.help))
    return made


def choices_of(setting: Setting[object]) -> list[tuple[object, str]]:
    """The values of a setting with a few of them, and what each is called."""
    if setting.key == declarations.DEFAULT_COUNTRY.key:
        named = [(code, countries.name(code)) for code in countries.every_code()]
        return [("", said("None")), *sorted(named, key=_words)]
    if setting.key == declarations.NAME_LANGUAGE.key:
        named = [(str(code), _language(str(code))) for code in setting.choices if code]
        return [("", said("Usual order")), *sorted(named, key=_words)]
    return [(code, said(_CHOICES.get(str(code), str(code)))) for code in setting.choices]


def _words(choice: tuple[str, str]) -> str:
    return choice[1]


def _language(code: str) -> str:
    return QLocale(code).nativeLanguageName().capitalize() or code


def said(text: str) -> str:
    """A text of the declarations in the person's language."""
    return QCoreApplication.translate("settings", text)


def _choice_box(
    choices: list[tuple[object, str]], value: object, on_chosen: Callable[[object], object]
) -> QComboBox:
    box = QComboBox()
    for code, words in choices:
        box.addItem(words, code)
    box.setCurrentIndex(max(0, next((at for at, (code, _) in enumerate(choices) if code == value), 0)))
    box.activated.connect(lambda at: on_chosen(choices[at][0]))
    return box


def _range(setting: Setting[object]) -> tuple[int, int]:
    """The least and the largest number that a setting accepts."""
    least = next((number for number in range(2) if setting.accepts(number)), 0)
    low, high = least, _MOST
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if setting.accepts(middle) else (low, middle - 1)
    return least, low
