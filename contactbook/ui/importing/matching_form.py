"""How contacts that are in the book already are recognised, and what becomes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from contactbook.ui.importing.target_words import words_of
from contactbook.ui.widgets import theme
from contactbook.ui.widgets.chips import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.actions.import_options import ImportOptions

_SINGLE = ("full_name", "organization", "job_title", "note", "email", "phone", "address", "birthday", "tags")
"""What can have a policy of its own; see `actions.import_merging.policy_of`."""


class MatchingForm(QWidget):
    """`changed` hands on the options of the import by name."""

    changed = Signal(object)

    def __init__(self, unique: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        """Args: unique: key and label of custom fields by which contacts may be recognised."""
        super().__init__(parent)
        self._policies: dict[str, str] = {}
        row = FlowLayout(self, gap=theme.SPACE_12)
        row.addWidget(QLabel(self.tr("Recognise by")))
        self.keys: dict[str, QCheckBox] = {}
        for key, words in (
            ("uid", self.tr("ID")),
            ("email", self.tr("E-mail")),
            ("phone", self.tr("Phone")),
            *unique,
        ):
            box = self.keys[key] = QCheckBox(words)
            box.toggled.connect(lambda _on: self._tell())
            row.addWidget(box)
        words = QLabel(self.tr("Whoever is here &already"))
        self.existing = QComboBox()
        for policy, said in self._policy_words():
            self.existing.addItem(said, policy)
        self.existing.setAccessibleName(words.text().replace("&", ""))
        self.existing.activated.connect(lambda _at: self._tell())
        words.setBuddy(self.existing)
        together = QWidget()
        pair = QHBoxLayout(together)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(theme.SPACE_12)
        pair.addWidget(words)
        pair.addWidget(self.existing)
        row.addWidget(together)
        self.single = QPushButton(self.tr("Field by &field"))
        self.single.setProperty("kind", "quiet")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.single.setMenu(self._menu)
        row.addWidget(self.single)

    def show_options(self, options: ImportOptions) -> None:
        """What is chosen at present."""
        for key, box in self.keys.items():
            box.blockSignals(True)
            box.setChecked(key in options.match)
            box.blockSignals(False)
        self.existing.setCurrentIndex(self.existing.findData(options.existing))
        self._policies = dict(options.policies)
        self._say_single()

    def _policy_words(self) -> tuple[tuple[str, str], ...]:
        return (
            ("overwrite", self.tr("takes what the file says")),
            ("fill", self.tr("only has blanks filled")),
            ("add", self.tr("keeps all, new values are added")),
            ("skip", self.tr("stays as it is")),
        )

    def _fill_menu(self) -> None:
        self._menu.clear()
        for name in _SINGLE:
            inside = self._menu.addMenu(self._field_words(name))
            for policy, said in (("", self.tr("as all")), *self._policy_words()):
                action = inside.addAction(said)
                action.setCheckable(True)
                action.setChecked(self._policies.get(name, "") == policy)
                action.triggered.connect(lambda _on, name=name, policy=policy: self._set(name, policy))

    def _field_words(self, name: str) -> str:
        own = {"full_name": self.tr("Name"), "address": self.tr("Address"), "birthday": self.tr("Birthday")}
        return own.get(name) or words_of(name)

    def _say_single(self) -> None:
        """The button tells how many fields go their own way."""
        count = len(self._policies)
        self.single.setText(self.tr("Field by &field") + (f" ({count})" if count else ""))

    def _set(self, name: str, policy: str) -> None:
        self._policies.pop(name, None)
        if policy:
            self._policies[name] = policy
        self._say_single()
        self._tell()

    def _tell(self) -> None:
        match = tuple(key for key, box in self.keys.items() if box.isChecked())
        self.changed.emit(
            {
                "match": (*match, "source"),
                "existing": self.existing.currentData(),
                "policies": dict(self._policies),
            }
        )
