"""How contacts that are in the book already are recognised, and what becomes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QMenu, QPushButton, QWidget

from contactbook.ui.importing.target_words import words_of
from contactbook.ui.widgets import labelled, theme
from contactbook.ui.widgets.chips import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.actions.import_options import ImportOptions

_SINGLE = (
    "full_name", "organization", "job_title", "affiliation", "email", "phone", "url", "address", "birthday",
    "date", "relation", "photo", "tags", "note", "field",
)  # fmt: skip
"""What can have a policy of its own; see `actions.import_merging.policy_of`."""


class MatchingForm(QWidget):
    """`changed` hands on the options of the import by name."""

    changed = Signal(object)

    def __init__(
        self,
        unique: Sequence[tuple[str, str]] = (),
        fields: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make the form.

        Args:
            unique: key and label of custom fields by which contacts may be recognised.
            fields: key and label of every custom field.
            parent: as of every widget.
        """
        super().__init__(parent)
        self._fields = {f"field.{key}": label for key, label in fields}
        self._policies: dict[str, str] = {}
        self._order: list[str] = []
        self._words: dict[str, str] = {}
        row = FlowLayout(self, gap=theme.SPACE_12)
        row.addWidget(QLabel(self.tr("Recognise by")))
        self.keys: dict[str, QCheckBox] = {}
        for key, words in (
            ("uid", self.tr("ID")),
            ("email", self.tr("E-mail")),
            ("phone", self.tr("Phone")),
            *unique,
        ):
            self._words[key] = words
            box = self.keys[key] = QCheckBox(words)
            box.setToolTip(self.tr("Asked in the order in which they are ticked"))
            box.toggled.connect(lambda on, key=key: self._on_key(key, on=on))
            row.addWidget(box)
        words = QLabel(self.tr("Whoever is here &already"))
        self.existing = QComboBox()
        for policy, said in self._policy_words():
            self.existing.addItem(said, policy)
        self.existing.setAccessibleName(words.text().replace("&", ""))
        self.existing.activated.connect(lambda _at: self._tell())
        row.addWidget(labelled.beside(words, self.existing))
        self.lookalikes = QComboBox()
        for wanted, said in (
            ("new", self.tr("Possible duplicates become new contacts")),
            ("skip", self.tr("Possible duplicates are left out")),
            ("update", self.tr("Possible duplicates go into who is here")),
        ):
            self.lookalikes.addItem(said, wanted)
        self.lookalikes.setAccessibleName(self.tr("Possible duplicates"))
        self.lookalikes.activated.connect(lambda _at: self._tell())
        row.addWidget(self.lookalikes)
        self.single = QPushButton(self.tr("Field by &field"))
        self.single.setProperty("kind", "quiet")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.single.setMenu(self._menu)
        row.addWidget(self.single)

    def show_options(self, options: ImportOptions) -> None:
        """What is chosen at present."""
        self._order = [key for key in options.match if key in self.keys]
        for key, box in self.keys.items():
            box.blockSignals(True)
            box.setChecked(key in self._order)
            box.blockSignals(False)
        self._say_order()
        self.lookalikes.setCurrentIndex(self.lookalikes.findData(options.lookalikes))
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
        for name in (*_SINGLE, *self._fields):
            inside = self._menu.addMenu(self._field_words(name))
            for policy, said in (("", self.tr("as all")), *self._policy_words()):
                action = inside.addAction(said)
                action.setCheckable(True)
                action.setChecked(self._policies.get(name, "") == policy)
                action.triggered.connect(lambda _on, name=name, policy=policy: self._set(name, policy))

    def _field_words(self, name: str) -> str:
        own = {
            "full_name": self.tr("Name"),
            "affiliation": self.tr("Further companies"),
            "address": self.tr("Address"),
            "birthday": self.tr("Birthday"),
            "date": self.tr("Other dates"),
            "relation": self.tr("Related people"),
            "photo": self.tr("Photo"),
            "field": self.tr("Custom fields"),
        }
        label = self._fields.get(name, "").replace("&", "&&")
        return own.get(name) or label or words_of(name)

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

    def _on_key(self, key: str, *, on: bool) -> None:
        """What is ticked last is asked last."""
        self._order = [each for each in self._order if each != key] + ([key] if on else [])
        self._say_order()
        self._tell()

    def _say_order(self) -> None:
        """Of several keys each says when it is asked."""
        several = len(self._order) > 1
        for key, box in self.keys.items():
            at = f" ({self._order.index(key) + 1})" if several and key in self._order else ""
            box.setText(self._words[key] + at)

    def _tell(self) -> None:
        self.changed.emit(
            {
                "match": (*self._order, "source"),
                "lookalikes": self.lookalikes.currentData(),
                "existing": self.existing.currentData(),
                "policies": dict(self._policies),
            }
        )
