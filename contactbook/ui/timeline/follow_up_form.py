"""The form for one follow-up: what, when, how often, how urgent, for whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy

from contactbook.domain import follow_ups, when_words
from contactbook.domain.follow_ups import PRIORITIES, FollowUp
from contactbook.domain.problems import Problem
from contactbook.ui.timeline import entry_words
from contactbook.ui.timeline.choice_box import ChoiceBox
from contactbook.ui.widgets import theme
from contactbook.wording import problems, timeline_words
from contactbook.wording.speech import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class FollowUpForm(QFrame):
    """Enter or Ctrl+Enter submits, Esc leaves; nothing is written here."""

    submitted = Signal(object)
    """The `FollowUp` as it should be."""
    left = Signal()
    shown = Signal(bool)
    """Whether it is to be seen from now on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task = FollowUp()
        self.title = _line(self.tr("What is to be done"))
        self.when = _line(self.tr("When: tomorrow, Friday 9:00, 15.3. …"))
        self.remind = _line(self.tr("Remind me: Thursday, tomorrow 8:00 …"))
        self.repeat = _line(self.tr("Repeat: every 2 weeks, every Monday …"))
        self.priority = ChoiceBox(self.tr("Priority"))
        for number in PRIORITIES:
            self.priority.addItem(say(timeline_words.PRIORITIES[number]), number)
        self.assignee = _line(self.tr("Who does it"))
        self.note = _line(self.tr("Note"))
        self._lines = (self.title, self.when, self.remind, self.repeat, self.assignee, self.note)
        self.said = QLabel()
        self.said.setProperty("tone", "muted")
        self.said.setWordWrap(True)
        self.about = QLabel()
        self.about.setFont(theme.strong(self.font()))
        save, cancel = QPushButton(self.tr("Save")), QPushButton(self.tr("Cancel"))
        save.setProperty("kind", "primary")
        cancel.setProperty("kind", "quiet")
        save.clicked.connect(self.submit)
        cancel.clicked.connect(self.left)
        foot = QHBoxLayout()
        foot.addWidget(self.said, 1)
        foot.addWidget(cancel)
        foot.addWidget(save)
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.SPACE_24, theme.SPACE_8, theme.SPACE_24, theme.SPACE_8)
        grid.setSpacing(theme.SPACE_8)
        grid.setSizeConstraint(QGridLayout.SizeConstraint.SetMinimumSize)
        grid.addWidget(self.about, 0, 0, 1, 2)
        grid.addWidget(self.title, 1, 0, 1, 2)
        grid.addWidget(self.when, 2, 0)
        grid.addWidget(self.remind, 2, 1)
        grid.addWidget(self.repeat, 3, 0)
        grid.addWidget(self.priority, 3, 1)
        grid.addWidget(self.assignee, 4, 0)
        grid.addWidget(self.note, 4, 1)
        grid.addLayout(foot, 5, 0, 1, 2)
        for line in self._lines:
            line.returnPressed.connect(self.submit)
            line.textChanged.connect(lambda _text: self._read())
        for keys, do in (("Ctrl+Return", self.submit), ("Esc", self.left.emit)):
            shortcut = QShortcut(QKeySequence(keys), self, do)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def open(self, task: FollowUp, names: str) -> None:
        """Shows a follow-up about these people; one without an id is new."""
        self._task = task
        self.about.setText(names)
        self.title.setText(task.title)
        self.repeat.setText(timeline_words.repeat(task.repeat) if task.repeat else "")
        self.assignee.setText(task.assignee)
        self.note.setText(_one_line(task.note))
        self.priority.setCurrentIndex(max(0, self.priority.findData(task.priority)))
        self.when.setText(_written(task.due_at, timed=task.timed))
        self.remind.setText(_written(task.remind_at, timed=True))
        self._read()
        self.show()
        self.shown.emit(True)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Nothing of the book stays here."""
        self._task = FollowUp()
        for line in self._lines:
            line.clear()
        self.about.clear()
        self.hide()
        self.shown.emit(False)

    def submit(self) -> None:
        """Hands out what was typed, or says what is not understood."""
        try:
            task = self._read_all()
        except Problem as problem:
            self._say(problem)
            return
        if not task.title:
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.submitted.emit(task)

    def _read_all(self) -> FollowUp:
        now = datetime.now().astimezone()
        task = replace(
            self._task,
            remind_at=self._reminder(now),
            title=self.title.text().strip(),
            note=self._note(),
            assignee=self.assignee.text().strip(),
            priority=self.priority.currentData(),
            repeat=self._rule(),
        )
        if not self.when.text().strip():
            return replace(task, due="", due_at=None)
        return follow_ups.due_then(task, _when(self.when.text(), now), now)

    def _note(self) -> str:
        """The note as it was, line by line, where its words were not touched."""
        text, old = self.note.text().strip(), self._task.note
        return old if text == _one_line(old) else text

    def _reminder(self, now: datetime) -> int | None:
        """The moment as it was, to the millisecond, where its words were not touched."""
        text, old = self.remind.text().strip(), self._task.remind_at
        if text == _written(old, timed=True):
            return old
        return follow_ups.reminder_at(_when(text, now), now) if text else None

    def _rule(self) -> str:
        """The rule as it was where its words were not touched."""
        text, old = self.repeat.text().strip(), self._task.repeat
        if not text or (old and text == timeline_words.repeat(old)):
            return old if text else ""
        return str(when_words.read_repeat(text, locale=QLocale().name()))

    def _read(self) -> None:
        said: list[str] = []
        now = datetime.now().astimezone()
        try:
            if self.when.text().strip():
                said.append(entry_words.reading(_when(self.when.text(), now)))
            if self.repeat.text().strip():
                said.append(timeline_words.repeat(self._rule()))
            if (at := self._reminder(now)) is not None:
                said.append(self.tr("reminder: %1").replace("%1", entry_words.exact(at)))
        except Problem as problem:
            self._say(problem)
        else:
            self.said.setText(", ".join(said))

    def _say(self, problem: Problem) -> None:
        self.said.setText(problems.sentence(problem).what)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _when(text: str, now: datetime) -> when_words.When:
    return when_words.read(text, now, locale=QLocale().name())


def _written(at: int | None, *, timed: bool) -> str:
    """A moment as it can be typed again."""
    if at is None:
        return ""
    then = datetime.fromtimestamp(at / 1000).astimezone()
    return f"{then:%Y-%m-%d %H:%M}" if timed else f"{then:%Y-%m-%d}"


def _line(hint: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(hint)
    line.setAccessibleName(hint.partition(":")[0])
    return line
