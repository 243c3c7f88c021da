"""The Today view: what is overdue, due today and soon; dates ahead; people one has lost touch with."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QLocale, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from contactbook.actions import following_up
from contactbook.domain import when_words
from contactbook.domain.follow_ups import FollowUp
from contactbook.domain.interactions import MEETING, kind_of
from contactbook.domain.problems import Problem
from contactbook.qtmodels.today_model import DATE, HEADING, LATE, TASK, Line, LineRole, TodayModel
from contactbook.ui.contacts.place import Place
from contactbook.ui.timeline import entry_words
from contactbook.ui.timeline.follow_up_form import FollowUpForm
from contactbook.ui.timeline.line_delegate import LineDelegate, Look
from contactbook.ui.timeline.line_list import LineList
from contactbook.ui.widgets import icons, theme
from contactbook.ui.widgets.chips import FlowLayout
from contactbook.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.domain.changes import Changes
    from contactbook.ui.book_session import BookSession

_SNOOZE_DAYS = 1
_EVERY_MS = 60_000
_TONES = {"overdue": "danger", "today": "accent"}
_ICONS = {LATE: "heartbeat", DATE: "birthday"}


class TodayPage(Place):
    """D or Space done, S tomorrow, R another day, E change, O its entry, Enter its contact, Del away."""

    written = Signal(object)
    """`Changes` of what was just done here."""
    contact_shown = Signal(object)
    """The contact of the row in hand; None for none."""
    contact_opened = Signal(int)
    log_wanted = Signal(int)
    """Somebody to log an entry about."""
    entry_wanted = Signal()
    """The entry that a selected follow-up came from is to be shown."""

    def __init__(self, session: BookSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = TodayModel(entry_words.describe_line, self)
        self.list = LineList(self.tr("Today"), self.model, TodayDelegate())
        self.title = QLabel()
        self.day = QLineEdit()
        self.form = FollowUpForm()
        self.empty = EmptyState()
        self._buttons: dict[str, QPushButton] = {}
        self._pages = QStackedWidget()
        self._tick = QTimer(self, interval=_EVERY_MS)
        self._tick.timeout.connect(self._on_tick)
        self._lay_out()
        self.list.key_pressed.connect(self._on_key)
        self.list.current_changed.connect(self._on_current)
        self.list.doubleClicked.connect(lambda _index: self._open())
        self.list.selectionModel().selectionChanged.connect(lambda _new, _old: self._update_buttons())
        self.day.returnPressed.connect(self._move)
        self.form.submitted.connect(self._keep)
        self.form.left.connect(self._leave_form)

    def refresh(self) -> None:
        """Reads everything anew; the row in hand stays, or the one that took its place."""
        if not self._session.is_open:
            return
        row = self.list.currentIndex().row()
        key = self.model.key(row)
        self.model.show(self._session.reader)
        today = QDate.currentDate()
        self.title.setAlignment(theme.leading(self))
        self.title.setText(QLocale().toString(today, "dddd, d MMMM"))
        again = self.model.row_of(key) if key else -1
        self.list.go_to_row(again if again >= 0 else max(0, min(row, self.model.rowCount() - 1)))
        self._pages.setCurrentIndex(0 if self.model.rowCount() else 1)
        self._tick.start()
        self._update_buttons()

    def forget(self) -> None:
        """Nothing of the book stays here."""
        self._tick.stop()
        self.day.hide()
        self.form.forget()
        self.model.forget()

    def focus_list(self) -> None:
        """Puts the keyboard on the first row that needs something."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.list.currentIndex().isValid():
            self.list.go_to_row(0)

    def selected(self) -> list[Line]:
        """The selected rows."""
        lines = (self.model.line(row) for row in self.list.rows())
        return [line for line in lines if line is not None]

    def finish(self) -> None:
        """The selected follow-ups are done: each is written into the timeline."""
        self._write(following_up.finish)

    def snooze(self) -> None:
        """The selected follow-ups wait until tomorrow, or a day longer."""
        self._write(following_up.snooze, _SNOOZE_DAYS)

    def remove(self) -> None:
        """The selected follow-ups are taken away without being done."""
        self._write(following_up.remove_follow_ups)

    def ask_day(self) -> None:
        """Opens the line in which another day is written."""
        if self._tasks():
            self.day.clear()
            self.day.show()
            self.day.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_change(self) -> None:
        """Opens the form with the follow-up in hand: its words, repetition, priority, person responsible."""
        line = next((line for line in self.selected() if line.task is not None), None)
        if line is not None and line.task is not None:
            self.form.open(line.task, ", ".join(line.names))

    def ask_new(self, contact_id: int, name: str) -> None:
        """Opens the form for a new follow-up about a contact."""
        self.form.open(FollowUp(contacts=[contact_id]), name)

    def _keep(self, task: FollowUp) -> None:
        action = following_up.change_follow_up if task.id else following_up.add_follow_up
        self._session.write(action, task, owner=self, on_done=lambda changes: self._on_kept(changes, task))
        self._leave_form()

    def _on_kept(self, changes: Changes, task: FollowUp) -> None:
        """The one that was just written is in hand."""
        self.list.go_to_row(self.model.row_of_task(task.id))
        self.written.emit(changes)

    def _leave_form(self) -> None:
        self.form.forget()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tasks(self) -> list[int]:
        return [line.task.id for line in self.selected() if line.task is not None]

    def _write(self, action: Callable[..., Changes], *arguments: object) -> None:
        ids = self._tasks()
        if ids and not self._session.book.read_only:
            self._session.write(action, ids, *arguments, owner=self, on_done=self.written.emit)

    def _move(self) -> None:
        now = datetime.now().astimezone()
        try:
            when = when_words.read(self.day.text(), now, locale=QLocale().name())
        except Problem as problem:
            self._session.problem_met.emit(problem)
            return
        self.day.hide()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._write(following_up.reschedule, when.day)

    def _on_key(self, key: int, _text: str) -> None:
        keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_D: self.finish,
            Qt.Key.Key_Space: self.finish,
            Qt.Key.Key_S: self.snooze,
            Qt.Key.Key_R: self.ask_day,
            Qt.Key.Key_E: self.ask_change,
            Qt.Key.Key_O: self.entry_wanted.emit,
            Qt.Key.Key_Return: self._open,
            Qt.Key.Key_Enter: self._open,
            Qt.Key.Key_Delete: self.remove,
        }
        if key in keys:
            keys[key]()

    def _open(self) -> None:
        line = self.model.line(self.list.currentIndex().row())
        if line is not None and line.contact_id:
            self.contact_opened.emit(line.contact_id)

    def _on_current(self, row: int) -> None:
        line = self.model.line(row)
        self.contact_shown.emit(line.contact_id if line is not None and line.contact_id else None)

    def _on_tick(self) -> None:
        """Something may have become overdue; nothing moves under the hands of somebody."""
        if self.isVisible() and not self.list.hasFocus():
            self.refresh()

    def _update_buttons(self) -> None:
        tasks = bool(self._tasks()) and self._session.is_open and not self._session.book.read_only
        for key in ("done", "snooze", "move", "change"):
            self._buttons[key].setEnabled(tasks)
        self._buttons["entry"].setEnabled(any(line.came_from[0] for line in self.selected()))
        self._buttons["log"].setEnabled(any(line.contact_id for line in self.selected()))

    def _log(self) -> None:
        line = next((line for line in self.selected() if line.contact_id), None)
        if line is not None:
            self.log_wanted.emit(line.contact_id)

    def _lay_out(self) -> None:
        self.title.setFont(theme.heading(self.font()))
        self.day.setAccessibleName(self.tr("Move to another day"))
        self.day.setPlaceholderText(self.tr("Move to: Friday, in 2 weeks, 15.3. …  Enter moves, Esc leaves"))
        self.day.hide()
        foot = QWidget()
        self.form.shown.connect(foot.setHidden)
        flow = FlowLayout(foot, gap=theme.SPACE_8)
        for key, icon, words, keys, do in (
            ("done", "check", self.tr("Done"), "D", self.finish),
            ("snooze", "clock", self.tr("Tomorrow"), "S", self.snooze),
            ("move", "calendar", self.tr("Other day"), "R", self.ask_day),
            ("change", "edit", self.tr("Change"), "E", self.ask_change),
            ("entry", "chat", self.tr("Its entry"), "O", self.entry_wanted.emit),
            ("log", "note", self.tr("Log"), "L", self._log),
        ):
            button = QPushButton(icons.icon(icon), words)
            button.setToolTip(keys)
            button.clicked.connect(lambda _checked=False, do=do: do())
            self._buttons[key] = button
            flow.addWidget(button)
        self.empty.say(
            "done",
            self.tr("Nothing to do"),
            self.tr(
                "Follow-ups, birthdays and people you lost touch with appear here. Press L to log a call."
            ),
        )
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        beside = QHBoxLayout()
        beside.setContentsMargins(theme.SPACE_24, theme.SPACE_8, theme.SPACE_24, 0)
        beside.addWidget(self.day)
        column.addLayout(beside)
        below = QHBoxLayout()
        below.setContentsMargins(theme.SPACE_24, theme.SPACE_8, theme.SPACE_24, theme.SPACE_12)
        below.addWidget(foot)
        column.addLayout(below)
        self._pages.addWidget(lines)
        self._pages.addWidget(self.empty)
        head = QHBoxLayout()
        head.setContentsMargins(theme.SPACE_24, theme.SPACE_16, theme.SPACE_24, theme.SPACE_4)
        head.addWidget(self.title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        self._pages.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored
        )  # the form goes first
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.form)


class TodayDelegate(LineDelegate):
    """Follow-ups, dates and people, in the colour of how urgent they are."""

    def look(self, index: QModelIndex | QPersistentModelIndex) -> Look | None:
        line: Line | None = index.data(LineRole)
        if line is None:
            return None
        if line.kind == HEADING:
            return Look(entry_words.heading(line), end=QLocale().toString(line.count))
        now = QDateTime.currentMSecsSinceEpoch()
        tone = _TONES.get(line.part, "muted")
        icon = _ICONS.get(line.kind, "bell")
        if line.kind == TASK and line.task is not None and line.task.priority == 1:
            icon = "flag"
        elif line.kind == TASK and line.task is not None and line.task.planned:
            icon = kind_of(MEETING).icon
        elif line.late is not None:
            tone = "danger" if entry_words.measured(line).light(now) == "red" else "warning"
        elif line.ahead is not None:
            tone = "accent" if line.ahead.day == datetime.now().astimezone().date() else "muted"
            icon = "birthday" if line.ahead.label == "birthday" else "calendar"
        end_tone = tone if line.part == "overdue" else "muted"
        first, second = entry_words.first_line(line), entry_words.second_line(line, now)
        return Look(first, second, entry_words.due(line), icon, tone, end_tone)
