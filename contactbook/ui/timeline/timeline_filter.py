"""Above a timeline: words to look for, the kinds, the period, and for a company whose entries."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from contactbook.domain import follow_ups, interactions
from contactbook.domain.interactions import EntryFilter
from contactbook.ui.timeline.choice_box import ChoiceBox
from contactbook.ui.widgets import icons, theme
from contactbook.wording import timeline_words

if TYPE_CHECKING:
    from contactbook.domain.interactions import Kind

_PAUSE_MS = 120
_PERIODS = (0, 7, 31, 92, 366)


class TimelineFilter(QWidget):
    """`changed` comes a moment after the last key."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words_rest = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._words_rest.timeout.connect(self.changed)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Search"))
        self.words.setAccessibleName(self.tr("Search entries"))
        self.words.setClearButtonEnabled(True)
        for button in self.words.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear"))
        self.kind = ChoiceBox(self.tr("Show kind"))
        self.period = ChoiceBox(self.tr("Show period"))
        self.person = ChoiceBox(self.tr("Show person"))
        said = (
            self.tr("Any time"),
            self.tr("7 days"),
            self.tr("1 month"),
            self.tr("3 months"),
            self.tr("1 year"),
        )
        for days, words in zip(_PERIODS, said, strict=True):
            self.period.addItem(words, days)
        self.show_kinds({}, ())
        self.show_people({})
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_8)
        layout.addWidget(self.words, 2)
        for box in (self.kind, self.period, self.person):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
            layout.addWidget(box, 1)
            box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.words.textChanged.connect(lambda _text: self._words_rest.start())

    def show_kinds(self, kinds: dict[str, int], own: tuple[Kind, ...]) -> None:
        """Offers the kinds that there are, with their numbers."""
        chosen = self.kind.currentData()
        self.kind.blockSignals(True)
        self.kind.clear()
        self.kind.addItem(self.tr("All kinds"), "")
        for key, count in kinds.items():
            kind = interactions.kind_of(key, own)
            self.kind.addItem(icons.icon(kind.icon), f"{timeline_words.kind(kind)} ({count})", key)
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))
        self.kind.blockSignals(False)

    def show_people(self, people: dict[int, str]) -> None:
        """Offers the people of a company; without any the choice is hidden."""
        self.person.blockSignals(True)
        self.person.clear()
        self.person.addItem(self.tr("Everybody"), 0)
        for contact_id, name in sorted(people.items(), key=lambda each: each[1]):
            self.person.addItem(name, contact_id)
        self.person.blockSignals(False)
        self.person.setVisible(bool(people))

    def clear(self) -> None:
        """Everything is shown again."""
        for widget in (self.words, self.kind, self.period, self.person):
            widget.blockSignals(True)
        self.words.clear()
        for box in (self.kind, self.period, self.person):
            box.setCurrentIndex(0)
        for widget in (self.words, self.kind, self.period, self.person):
            widget.blockSignals(False)
        self._words_rest.stop()

    @property
    def chosen(self) -> EntryFilter:
        """What is to be shown."""
        now = datetime.now().astimezone()
        days = self.period.currentData()
        since = follow_ups.day_start(now.date() - timedelta(days=days), now) if days else None
        kind = self.kind.currentData()
        return EntryFilter(
            kinds=(kind,) if kind else (),
            contact_id=self.person.currentData() or 0,
            since=since,
            text=self.words.text(),
        )
