"""The form for one entry: kind, what happened, when, outcome, what is next."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from contactbook.domain import follow_ups, interactions, money, when_words
from contactbook.domain.interactions import DONE, KINDS, Interaction
from contactbook.domain.problems import Problem
from contactbook.ui.timeline import entry_words
from contactbook.ui.timeline.choice_box import ChoiceBox
from contactbook.ui.timeline.people_field import PeopleField
from contactbook.ui.widgets import icons, theme
from contactbook.wording import timeline_words

if TYPE_CHECKING:
    from contactbook.domain.follow_ups import FollowUp
    from contactbook.domain.interactions import Kind
    from contactbook.domain.when_words import When

_LINES = 3


@dataclass(slots=True)
class Draft:
    """What the form says: the entry without its people, the follow-up, files to attach."""

    entry: Interaction
    follow_up: FollowUp | None = None
    files: list[Path] = field(default_factory=list)


class EntryForm(QWidget):
    """Ctrl+Enter submits; nothing is written here, `submitted` carries the `Draft`."""

    submitted = Signal(object)
    left = Signal()
    """Esc, or the button beside the last one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing: Interaction | None = None
        self._files: list[Path] = []
        self._kinds: list[Kind] = []
        self.kind = ChoiceBox(self.tr("Kind of entry"))
        self.direction = ChoiceBox(self.tr("Direction"))
        self.text = _Text()
        self.text.setPlaceholderText(self.tr("What happened? The first line is the title."))
        self.text.setAccessibleName(self.tr("What happened"))
        self.text.setTabChangesFocus(True)
        self.outcome = ChoiceBox(self.tr("Outcome"))
        self.when = _line(self.tr("When"), self.tr("When: now"))
        self.minutes = _line(self.tr("Minutes"), self.tr("Minutes"))
        self.quantity = _line(self.tr("Quantity"), self.tr("Quantity"))
        self.amount = _line(self.tr("Amount"), self.tr("Amount, e.g. 12.50 EUR"))
        self.score = _line(self.tr("Score from 0 to 10"), self.tr("Score 0-10"))
        self.follow_up = _line(self.tr("Follow-up"), self.tr("Follow up: in 2 weeks, Tuesday 9:00 …"))
        self.author = _line(self.tr("Author"), self.tr("Author"))
        self.author.setToolTip(self.tr("Author"))
        self.who = PeopleField()
        self.beside = _words()
        """What stood beside it in the table that it came from."""
        self.beside.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said = _words()
        self.attach = QToolButton()
        self.save = QPushButton(self.tr("Log it"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self._lay_out()
        for part in (self.who, self.author, self.beside):
            part.hide()
        self.set_kinds(())
        self._connect()

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

    def show_entry(self, entry: Interaction, own: tuple[Kind, ...] = ()) -> None:
        """Fills the form with an entry to be changed."""
        self.clear()
        self.set_kinds(own)
        if self.kind.findData(entry.kind) < 0:
            kind = interactions.kind_of(entry.kind, own)
            self._kinds.append(kind)
            self.kind.addItem(icons.icon(kind.icon), timeline_words.kind(kind), kind.key)
        self.choose_kind(entry.kind)
        self._editing = entry
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
        self.author.show()
        self.beside.setText("\n".join(f"{heading}: {said}" for heading, said in entry.columns.items()))
        self.beside.setVisible(bool(entry.columns))
        self.save.setText(self.tr("Save"))
        self.follow_up.hide()

    def show_people(self, reader: object, names: dict[int, str]) -> None:
        """Whom the entry in the form is about, to be changed too."""
        self.who.open(reader, names)
        self.who.show()

    def clear(self) -> None:
        """Empties the form for the next entry; the kind stays."""
        self._editing, self._files = None, []
        self.text.clear()
        for line in (self.when, self.minutes, self.quantity, self.amount, self.score, self.follow_up):
            line.clear()
        self.outcome.setCurrentText("")
        self.direction.setCurrentIndex(0)
        self.save.setText(self.tr("Log it"))
        self.follow_up.show()
        self.who.forget()
        self.author.clear()
        for part in (self.who, self.author, self.beside):
            part.hide()
        self._say_files()
        self._read()

    def add_files(self, files: list[Path]) -> None:
        """Files that will be kept with the entry."""
        self._files += [path for path in files if path not in self._files]
        self._say_files()

    @property
    def editing(self) -> Interaction | None:
        """The entry that is being changed; None for a new one."""
        return self._editing

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        lines = (self.when, self.minutes, self.quantity, self.amount, self.score, self.follow_up)
        return not (
            self.text.toPlainText().strip() or self._files or any(line.text().strip() for line in lines)
        )

    def submit(self) -> None:
        """Hands out what was typed; a field that is not understood gets the keyboard instead."""
        try:
            draft = self._draft()
        except _NotUnderstood as wrong:
            self.said.setProperty("tone", "danger")
            _polish(self.said)
            self.said.setText(wrong.said)
            self.said.show()
            wrong.line.setFocus(Qt.FocusReason.OtherFocusReason)
            wrong.line.selectAll()
            return
        self.submitted.emit(draft)

    def _draft(self) -> Draft:
        now = datetime.now().astimezone()
        kind = self._kind()
        old = self._editing
        entry = Interaction(kind=kind.key)
        if old is not None:
            entry.id, entry.contacts, entry.author = old.id, self._people(old), self.author.text().strip()
            entry.external_id, entry.details = old.external_id, old.details
            entry.occurred_at = old.occurred_at
        entry.subject, entry.body = interactions.split_text(self.text.toPlainText())
        if not entry.subject and kind.key == interactions.NOTE:
            raise _NotUnderstood(self.when, self.tr("Write what happened first."), self.text)
        entry.direction = self.direction.currentData() or "" if kind.directed else ""
        entry.outcome = self._outcome()
        entry.duration = round(self._number(self.minutes) * 60) if self._given(self.minutes) else None
        entry.quantity = self._number(self.quantity) if self._given(self.quantity) else None
        entry.score = round(self._number(self.score, most=10)) if self._given(self.score) else None
        if self._given(self.amount):
            try:
                entry.amount, entry.currency = money.read(self.amount.text(), old.currency if old else "")
            except ValueError:
                raise _NotUnderstood(self.amount, self.tr("That is no amount.")) from None
        if self.when.text().strip():
            when = self._when(self.when, past=True)
            entry.occurred_at = follow_ups.milliseconds(when.moment(now))
        return Draft(entry, self._follow_up(entry, now), list(self._files))

    def _people(self, old: Interaction) -> list[int]:
        if self.who.isHidden():
            return list(old.contacts)
        if not self.who.ids:
            raise _NotUnderstood(self.who.line, self.tr("Choose somebody first."))
        return self.who.ids

    def _follow_up(self, entry: Interaction, now: datetime) -> FollowUp | None:
        if self._editing is not None or not self.follow_up.text().strip():
            return None
        when = self._when(self.follow_up, past=False)
        task = follow_ups.FollowUp(title=entry.subject or timeline_words.kind(self._kind()))
        return follow_ups.due_then(task, when, now)

    def _when(self, line: QLineEdit, *, past: bool) -> When:
        try:
            now = datetime.now().astimezone()
            return when_words.read(line.text(), now, locale=QLocale().name(), past=past)
        except Problem:
            said = self.tr("“%1” is no day that is understood.").replace("%1", line.text().strip())
            raise _NotUnderstood(line, said) from None

    def _given(self, line: QLineEdit) -> bool:
        return not line.isHidden() and bool(line.text().strip())

    def _number(self, line: QLineEdit, most: float = 1e9) -> float:
        try:
            found = float(line.text().strip().replace(",", "."))
        except ValueError:
            found = -1.0
        if not 0 <= found <= most:
            said = self.tr("%1: a number is wanted here.").replace("%1", line.accessibleName())
            raise _NotUnderstood(line, said)
        return found

    def _kind(self) -> Kind:
        return self._kinds[max(0, self.kind.currentIndex())]

    def _outcome(self) -> str:
        text = self.outcome.currentText().strip()
        known = {timeline_words.outcome(key): key for key in interactions.OUTCOMES}
        return known.get(text, text)

    def _on_kind(self) -> None:
        kind = self._kind()
        self.direction.setVisible(kind.directed)
        self.minutes.setVisible(kind.lasting)
        self.quantity.setVisible(kind.counted)
        self.amount.setVisible(kind.priced)
        self.score.setVisible(kind.scored)
        typed = self.outcome.currentText()
        self.outcome.clear()
        self.outcome.addItems([timeline_words.outcome(key) for key in kind.outcomes])
        self.outcome.setCurrentIndex(-1)
        self.outcome.setCurrentText(typed)

    def _read(self) -> None:
        """Says how the days in words are read while they are typed."""
        said: list[str] = []
        for line, past in ((self.when, True), (self.follow_up, False)):
            if self._given(line):
                try:
                    said.append(
                        f"{line.accessibleName()}: {entry_words.reading(self._when(line, past=past))}"
                    )
                except _NotUnderstood as wrong:
                    said.append(wrong.said)
        self.said.setProperty("tone", "muted")
        _polish(self.said)
        self.said.setText("\n".join(said))
        self.said.setVisible(bool(said))

    def _say_files(self) -> None:
        names = ", ".join(path.name for path in self._files)
        self.attach.setText(names)
        self.attach.setToolTip(names or self.tr("Attach files"))

    def _choose_files(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Attach files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.add_files([Path(name) for name in names]))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _lay_out(self) -> None:
        self.outcome.setLineEdit(_line(self.tr("Outcome"), self.tr("Outcome")))
        for key in interactions.DIRECTIONS:
            self.direction.addItem(timeline_words.direction(key) or self.tr("Direction"), key)
        self.direction.setCurrentIndex(0)
        self.attach.setIcon(icons.icon("attach"))
        self.attach.setAccessibleName(self.tr("Attach files"))
        self.attach.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.attach.setIconSize(QSize(theme.ICON_SMALL, theme.ICON_SMALL))
        self.attach.setMaximumWidth(theme.scaled(160, self.font()))
        self.save.setProperty("kind", "primary")
        self.save.setToolTip(self.tr("Ctrl+Enter"))
        self.cancel.setProperty("kind", "quiet")
        top = QHBoxLayout()
        top.setSpacing(theme.SPACE_8)
        top.addWidget(self.kind, 1)
        top.addWidget(self.direction, 1)
        facts = QHBoxLayout()
        facts.setSpacing(theme.SPACE_8)
        for line in (self.outcome, self.minutes, self.score, self.when):
            facts.addWidget(line, 2 if line in (self.outcome, self.when) else 1)
        bought = QHBoxLayout()
        bought.setSpacing(theme.SPACE_8)
        bought.addWidget(self.quantity, 1)
        bought.addWidget(self.amount, 2)
        foot = QHBoxLayout()
        foot.setSpacing(theme.SPACE_8)
        foot.addWidget(self.attach)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_8)
        layout.addLayout(top)
        layout.addWidget(self.text)
        for row in (bought, facts):
            layout.addLayout(row)
        for part in (self.follow_up, self.who, self.author, self.beside, self.said):
            layout.addWidget(part)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _index: self._on_kind())
        self.who.changed.connect(self._read)
        for line in (self.when, self.follow_up):
            line.textChanged.connect(lambda _text: self._read())
        self.attach.clicked.connect(self._choose_files)
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.left)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self.submit)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.left.emit)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._say_files()
        self._read()


class _NotUnderstood(Exception):
    """A field says something that makes no sense; the keyboard goes there."""

    def __init__(self, line: QLineEdit, said: str, instead: QPlainTextEdit | None = None) -> None:
        super().__init__(said)
        self.line = instead or line
        self.said = said


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


def _words() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _polish(label: QLabel) -> None:
    label.style().unpolish(label)
    label.style().polish(label)
