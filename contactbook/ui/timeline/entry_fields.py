"""What a form for one entry asks: kind, what happened, when, with whom, outcome, what is next."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from contactbook.domain import interactions, money
from contactbook.domain.interactions import DONE, KINDS
from contactbook.ui.fields.caption import caption
from contactbook.ui.timeline.choice_box import ChoiceBox
from contactbook.ui.timeline.next_steps import NextSteps
from contactbook.ui.timeline.people_field import PeopleField
from contactbook.ui.widgets import icons, labelled, theme
from contactbook.wording import timeline_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.domain.interactions import Interaction, Kind

_LINES = 3


class EntryFields(QWidget):
    """Shows what the chosen kind asks for; with names over the lines where they are filled already."""

    typed = Signal()
    """A day in words was changed."""
    follow_up_wanted = Signal(object)
    """The id of a follow-up of the entry, to be gone to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: list[Kind] = []
        self._captions: list[QLabel] = []
        self._holders: dict[QWidget, QWidget] = {}
        self.kind = ChoiceBox(self.tr("Kind of entry"))
        self.direction = ChoiceBox(self.tr("Direction"))
        self.text = _Text()
        self.text.setPlaceholderText(self.tr("What happened? The first line is the title."))
        self.text.setAccessibleName(self.tr("What happened"))
        self.text.setTabChangesFocus(True)
        self.outcome = ChoiceBox(self.tr("Outcome"))
        self.outcome.setLineEdit(_line(self.tr("Outcome"), self.tr("Outcome")))
        self.when = _line(self.tr("When"), self.tr("When: now"))
        self.minutes = _line(self.tr("Minutes"), self.tr("Minutes"))
        self.quantity = _line(self.tr("Quantity"), self.tr("Quantity"))
        self.amount = _line(self.tr("Amount"), self.tr("Amount, e.g. 12.50 EUR"))
        self.score = _line(self.tr("Score from 0 to 10"), self.tr("Score 0-10"))
        self.follow_up = _line(self.tr("Follow-up"), self.tr("Follow up: in 2 weeks, Tuesday 9:00 …"))
        self.next_steps = NextSteps()
        self.next_steps.wanted.connect(self.follow_up_wanted)
        self.who = PeopleField()
        self.author = _line(self.tr("Author"), self.tr("Who wrote this down"))
        self.beside = QLabel()
        """What stood beside it in the table that it came from."""
        self.beside.setWordWrap(True)
        self.beside.setTextFormat(Qt.TextFormat.PlainText)
        self.beside.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for key in interactions.DIRECTIONS:
            self.direction.addItem(timeline_words.direction(key) or self.tr("Direction"), key)
        self._lay_out()
        self.set_kinds(())
        self.kind.currentIndexChanged.connect(lambda _index: self._on_kind())
        for line in (self.when, self.follow_up):
            line.textChanged.connect(lambda _text: self.typed.emit())

    def set_kinds(self, own: tuple[Kind, ...]) -> None:
        """Offers the kinds every book has and those that somebody added."""
        chosen = self.kind.currentData()
        self._kinds = [kind for kind in KINDS if kind.key != DONE] + list(own)
        self.kind.blockSignals(True)
        self.kind.clear()
        for kind in self._kinds:
            self.kind.addItem(icons.icon(kind.icon), timeline_words.kind(kind), kind.key)
        self.kind.blockSignals(False)
        self.choose_kind(chosen or self._kinds[0].key)

    def choose_kind(self, key: str) -> None:
        """Sets the kind; the fields that it asks for are shown."""
        self.kind.setCurrentIndex(max(0, self.kind.findData(key)))
        self._on_kind()

    @property
    def chosen_kind(self) -> Kind:
        """The kind in the box."""
        return self._kinds[max(0, self.kind.currentIndex())]

    def fill(
        self, entry: Interaction, own: tuple[Kind, ...] = (), next_steps: Sequence[tuple[int, str]] = ()
    ) -> None:
        """Shows an entry that is there, with its follow-ups by id and in words."""
        self.set_kinds(own)
        if self.kind.findData(entry.kind) < 0:
            kind = interactions.kind_of(entry.kind, own)
            self._kinds.append(kind)
            self.kind.addItem(icons.icon(kind.icon), timeline_words.kind(kind), kind.key)
        self.choose_kind(entry.kind)
        self.text.setPlainText(entry.text)
        self.direction.setCurrentIndex(max(0, self.direction.findData(entry.direction)))
        self.outcome.setCurrentText(timeline_words.outcome(entry.outcome))
        then = datetime.fromtimestamp(entry.occurred_at / 1000).astimezone()
        self.when.setText(f"{then:%Y-%m-%d %H:%M}")
        self.minutes.setText(f"{entry.duration / 60:g}" if entry.duration else "")
        self.quantity.setText(f"{entry.quantity:g}" if entry.quantity is not None else "")
        if entry.amount is not None:
            self.amount.setText(f"{money.plain(entry.amount, entry.currency)} {entry.currency}".strip())
        self.score.setText("" if entry.score is None else str(entry.score))
        self.author.setText(entry.author)
        self.beside.setText("\n".join(f"{heading}: {said}" for heading, said in entry.columns.items()))
        self._offer(self.beside, on=bool(entry.columns))
        self.next_steps.show_steps(next_steps)
        self._offer(self.next_steps, on=bool(next_steps))
        for before, button in pairwise([self.when, *self.next_steps.buttons]):
            self.setTabOrder(before, button)
        self._offer(self.author, on=True)
        self._offer(self.follow_up, on=False)
        for words in self._captions:
            words.show()

    def empty(self) -> None:
        """Ready for a new entry; the kind stays."""
        self.text.clear()
        for line in self._lines():
            line.clear()
        self.outcome.setCurrentText("")
        self.direction.setCurrentIndex(0)
        self.who.forget()
        self.author.clear()
        self.beside.clear()
        self.next_steps.show_steps(())
        for control in (self.next_steps, self.who, self.author, self.beside):
            self._offer(control, on=False)
        self._offer(self.follow_up, on=True)
        for words in self._captions:
            words.hide()

    def ask_who(self, reader: object, names: dict[int, str]) -> None:
        """Asks with whom it was; `names` are chosen already."""
        self.who.open(reader, names)
        self._offer(self.who, on=True)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not (self.text.toPlainText().strip() or any(line.text().strip() for line in self._lines()))

    def _lines(self) -> tuple[QLineEdit, ...]:
        return (self.when, self.minutes, self.quantity, self.amount, self.score, self.follow_up)

    def _on_kind(self) -> None:
        kind = self.chosen_kind
        for control, on in (
            (self.direction, kind.directed), (self.minutes, kind.lasting), (self.quantity, kind.counted),
            (self.amount, kind.priced), (self.score, kind.scored),
        ):  # fmt: skip
            self._offer(control, on=on)
        typed = self.outcome.currentText()
        self.outcome.clear()
        self.outcome.addItems([timeline_words.outcome(key) for key in kind.outcomes])
        self.outcome.setCurrentIndex(-1)
        self.outcome.setCurrentText(typed)

    def _offer(self, control: QWidget, *, on: bool) -> None:
        control.setVisible(on)
        self._holders[control].setVisible(on)

    def _named(self, words: str, control: QWidget) -> QWidget:
        """A control with its name over it."""
        label = caption(words, control)
        self._captions.append(label)
        self._holders[control] = labelled.above(label, control)
        return self._holders[control]

    def _lay_out(self) -> None:
        kind, direction = (self._named(each.accessibleName(), each) for each in (self.kind, self.direction))
        facts = [
            (self._named(name, control), stretch)
            for name, control, stretch in (
                (self.tr("Outcome"), self.outcome, 2),
                (self.tr("Minutes"), self.minutes, 1),
                (self.tr("Score 0-10"), self.score, 1),
                (self.tr("When"), self.when, 2),
            )
        ]
        bought = [
            (self._named(control.accessibleName(), control), stretch)
            for control, stretch in ((self.quantity, 1), (self.amount, 2))
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_8)
        column.addLayout(_row([(kind, 1), (direction, 1)]))
        column.addWidget(self._named(self.text.accessibleName(), self.text))
        column.addLayout(_row(bought))
        column.addLayout(_row(facts))
        column.addWidget(self._named(self.follow_up.accessibleName(), self.follow_up))
        column.addWidget(self._named(self.tr("What follows"), self.next_steps))
        column.addWidget(self._named(self.tr("With whom"), self.who))
        column.addWidget(self._named(self.author.accessibleName(), self.author))
        column.addWidget(self._named(self.tr("From its table"), self.beside))
        column.addStretch(1)


class _Text(QPlainTextEdit):
    """Three lines high, however large the letters are."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(100, _LINES * self.fontMetrics().lineSpacing() + theme.SPACE_16 + theme.SPACE_4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def _line(name: str, hint: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    return line


def _row(parts: list[tuple[QWidget, int]]) -> QBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.SPACE_8)
    for part, stretch in parts:
        row.addWidget(part, stretch)
    return row
