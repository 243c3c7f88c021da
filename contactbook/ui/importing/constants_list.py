"""Values that every row of a table gets, whatever its columns hold: “Source: Fair 2026”, a country."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from contactbook.ui.importing.target_words import SKIP, column_words, offers
from contactbook.ui.widgets import icons, theme
from contactbook.ui.widgets.picker import Choice, Picker

if TYPE_CHECKING:
    from collections.abc import Sequence

_TAGS = "tags"
_NO_CONSTANTS = (SKIP, "uid", "photo", "field.label")
Constant = tuple[str, str]


class ConstantsList(QWidget):
    """A line a value. Tags for all have a field of their own, so they are passed on untouched."""

    changed = Signal(object)
    """The list of (spec, value) pairs as it shall be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._constants: list[Constant] = []
        self.values: list[QLineEdit] = []
        self.note = QLabel(
            self.tr("Every row gets these values, too. Where a column says the same, the two are joined.")
        )
        self.note.setProperty("tone", "muted")
        self.note.setWordWrap(True)
        self.add_button = QPushButton(icons.icon("add"), self.tr("Add a &value …"))
        self.add_button.setProperty("kind", "quiet")
        self.add_button.clicked.connect(self.choose)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.SPACE_12)
        self._grid.setVerticalSpacing(theme.SPACE_8)
        self._grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_12)
        layout.addWidget(self.note)
        layout.addLayout(self._grid)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addStretch(1)

    def show_constants(self, constants: Sequence[Constant]) -> None:
        """These from now on; the lines stay while only values differ, so that the keyboard does, too."""
        specs = [spec for spec, _ in self._constants]
        self._constants = list(constants)
        if specs != [spec for spec, _ in constants]:
            self._fill()
        for field, (_, value) in zip(self.values, self._own(), strict=True):
            if not field.hasFocus():
                field.setText(value)

    def choose(self) -> None:
        """Let the person pick what the value is."""
        choices = [
            Choice(offer.words, partial(self._add, offer.spec), place=offer.place)
            for offer in offers()
            if offer.spec not in (*_NO_CONSTANTS, "field", _TAGS)
        ]
        prompt = self.tr("What should every row get?")
        Picker(self, choices, prompt=prompt, create=self._new_field).show_over(self.window())

    def _own(self) -> list[Constant]:
        return [pair for pair in self._constants if pair[0] != _TAGS]

    def _new_field(self, name: str) -> Choice:
        words = self.tr("New field “%1”").replace("%1", name)
        return Choice(words, partial(self._add, f"field:{name}"), icon="add")

    def _add(self, spec: str) -> None:
        self._constants = [*self._constants, (spec, "")]
        self._fill()
        self.values[-1].setFocus()

    def _fill(self) -> None:
        from contactbook.actions.import_mappings import from_spec

        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self.values = []
        for row, (spec, value) in enumerate(self._own()):
            words = column_words(from_spec("", spec))
            label = QLabel(words)
            field = QLineEdit(value)
            field.setAccessibleName(words)
            field.editingFinished.connect(partial(self._on_edited, row, field))
            label.setBuddy(field)
            remove = QPushButton(icons.icon("close"), "")
            remove.setProperty("kind", "quiet")
            remove.setAccessibleName(self.tr("Remove “%1”").replace("%1", words))
            remove.setToolTip(remove.accessibleName())
            remove.clicked.connect(partial(self._remove, row))
            for at, widget in enumerate((label, field, remove)):
                self._grid.addWidget(widget, row, at)
            self.values.append(field)

    def _on_edited(self, row: int, field: QLineEdit) -> None:
        own = self._own()
        value = field.text().strip()
        if row < len(own) and own[row][1] != value:
            own[row] = (own[row][0], value)
            self._constants = self._others() + own
            self.changed.emit(list(self._constants))

    def _remove(self, row: int) -> None:
        own = self._own()
        del own[row]
        self.add_button.setFocus()
        self._constants = self._others() + own
        self._fill()
        self.changed.emit(list(self._constants))

    def _others(self) -> list[Constant]:
        return [pair for pair in self._constants if pair[0] == _TAGS]
