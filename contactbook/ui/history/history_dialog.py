"""The history: every step, found by kind, period and text; what each changed; and taking any of them back."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from contactbook.actions import undo_kept, undoing
from contactbook.qtmodels.history_model import HistoryModel, StepRole
from contactbook.ui.contacts.detail_list import DetailList
from contactbook.ui.history import step_sections
from contactbook.ui.history.step_delegate import StepDelegate
from contactbook.ui.tasks import Job
from contactbook.ui.widgets import enter_key, icons, theme
from contactbook.wording import problems, steps, undo_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contactbook.actions.undoing import FieldChange, Preview, StepDetails
    from contactbook.domain.changes import Changes
    from contactbook.domain.problems import Problem
    from contactbook.ui.book_session import BookSession

_TYPING_MS = 200
SMALL = 20
"""Steps that touched more contacts are read on a thread of their own."""
_DAY_MS = 86_400_000


class HistoryDialog(QDialog):
    """Beside the window, which stays usable; follows every change of the book. Of one contact or of all."""

    link_wanted = Signal(str)
    """The address of a contact that the details name."""

    def __init__(self, session: BookSession, parent: QWidget, *, contact: int = 0, name: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._contact = contact
        self._job: Job[Any] | None = None
        self._shown = 0
        self.setWindowTitle(self.tr("History of %1").replace("%1", name) if name else self.tr("History"))
        self.resize(theme.fitting((940, 620), self))
        self._model = HistoryModel(lambda row: steps.label(row.action, row.data), self)
        self.text = QLineEdit()
        self.kind, self.period = QComboBox(), QComboBox()
        self.list = QListView()
        self.details = DetailList(self.tr("What the step changed"))
        self.notice = QLabel()
        self.undo_button = QPushButton(icons.icon("undo"), "")
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._soon.timeout.connect(self._search)
        self.text.textChanged.connect(lambda _text: self._soon.start())
        for box in (self.kind, self.period):
            box.currentIndexChanged.connect(lambda _index: self._search())
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.undo_button.clicked.connect(self._on_undo)
        self.details.link_clicked.connect(self.link_wanted)
        session.changed.connect(self._on_changed)
        session.closing.connect(self._on_closing)
        QShortcut("Ctrl+F", self, self.text.setFocus)
        self._search()
        self.list.setFocus()

    def _lay_out(self) -> None:
        self.text.setPlaceholderText(self.tr("Find a name, a file, a tag …"))
        self.text.setAccessibleName(self.tr("Find steps"))
        self.text.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.text.setClearButtonEnabled(True)
        self.kind.setAccessibleName(self.tr("Kind of step"))
        for words, actions in step_sections.kinds():
            self.kind.addItem(words, actions)
        self.period.setAccessibleName(self.tr("Period"))
        for words, days in (
            (self.tr("At any time"), 0),
            (self.tr("Last 24 hours"), 1),
            (self.tr("Last 7 days"), 7),
            (self.tr("Last 30 days"), 30),
            (self.tr("Last year"), 365),
        ):
            self.period.addItem(words, days)
        above = QHBoxLayout()
        above.setSpacing(theme.SPACE_8)
        above.addWidget(self.text, 1)
        above.addWidget(self.kind)
        above.addWidget(self.period)
        self.list.setModel(self._model)
        self.list.setItemDelegate(StepDelegate(self.list))
        self.list.setAccessibleName(self.tr("Steps, the latest first"))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setMouseTracking(True)
        self.notice.setWordWrap(True)
        self.notice.setProperty("tone", "muted")
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_8)
        column.addWidget(self.details, 1)
        column.addWidget(self.notice)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.undo_button)
        column.addLayout(below)
        middle = QSplitter(Qt.Orientation.Horizontal)
        middle.setChildrenCollapsible(False)
        middle.setHandleWidth(theme.SPACE_12)
        middle.setProperty("kind", "gap")
        middle.addWidget(self.list)
        middle.addWidget(right)
        middle.setStretchFactor(0, 4)
        middle.setStretchFactor(1, 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_16, theme.SPACE_16, theme.SPACE_16, theme.SPACE_16)
        layout.setSpacing(theme.SPACE_12)
        layout.addLayout(above)
        layout.addWidget(middle, 1)
        enter_key.presses(self, None)

    def show_step(self, step_id: int) -> None:
        """Chooses a step among those listed."""
        row = self._model.row_of(step_id)
        if row >= 0:
            self.list.setCurrentIndex(self._model.index(row))

    def _search(self) -> None:
        """Lists what fits; whom a text finds is looked up first."""
        if not self._session.is_open:
            return
        text = self.text.text().strip()
        days = self.period.currentData()
        since = int(time.time() * 1000) - days * _DAY_MS if days else 0
        wanted = undoing.StepFilter(
            contact=self._contact,
            actions=tuple(self.kind.currentData() or ()),
            since=since,
            text=text,
            named=step_sections.actions_that_say(text),
        )
        self._model.show(self._session.reader, undoing.with_contacts(self._session.book, wanted))
        self.list.setCurrentIndex(self._model.index(0))
        self._on_current(self.list.currentIndex())

    def _on_current(self, current: QModelIndex) -> None:
        row = current.data(StepRole)
        self._shown = row.id if row is not None else 0
        self.notice.setText("" if row is not None else self.tr("No step is like that."))
        self.details.show_sections([])
        self._name_button()
        if row is None or not self._session.is_open:
            return
        book, contact, step_id = self._session.book, self._contact, row.id
        if self._job is not None:
            self._job.cancel()
        if row.contacts <= SMALL:
            self._show(step_id, undoing.details(book, step_id, contact=contact))
            return
        self._job = Job(
            work=lambda _job: undoing.details(book, step_id, contact=contact),
            owner=self,
            on_done=lambda found: self._show(step_id, found),
            on_problem=lambda _problem: None,
        )
        self._session.tasks.start(self._job)

    def _show(self, step_id: int, found: StepDetails) -> None:
        row = self._model.step(self.list.currentIndex().row())
        if step_id != self._shown or row is None:
            return
        self.details.show_sections(step_sections.sections(found), step_sections.told_by(row))
        if found.summarised:
            words = self.tr("More was changed than is listed here.") if found.changes else ""
            self.notice.setText(words or step_sections.summary(row))

    def _name_button(self) -> None:
        row = self._model.step(self.list.currentIndex().row())
        can = row is not None and row.kept and not row.undone and not self._session.book.read_only
        self.undo_button.setEnabled(bool(can))
        again = row is not None and row.action == "undo"
        self.undo_button.setText(self.tr("Do this again …") if again else self.tr("Undo this step …"))

    def _on_undo(self) -> None:
        """First a look at what would stay; only then the question."""
        if not self._shown or not self._session.is_open:
            return
        self.undo_button.setEnabled(False)
        self.notice.setText(self.tr("Looking at what was changed since …"))
        book, step_id = self._session.book, self._shown
        self._session.run(
            lambda _job: undo_kept.looked_at(book, step_id),
            owner=self,
            on_done=self._ask,
            on_problem=self._on_problem,
        )

    def _ask(self, looked: tuple[Preview, Mapping[int, list[FieldChange]]]) -> None:
        from contactbook.ui.history.undo_question import UndoQuestion

        self.notice.setText("")
        self._name_button()
        seen, fields = looked
        question = UndoQuestion(self._session, seen, self, fields)
        question.accepted.connect(lambda: self._undo(seen.step.id))
        question.open()

    def _undo(self, step_id: int) -> None:
        self._session.write(
            undoing.undo, step_id, owner=self, on_done=self._on_undone, on_problem=self._on_problem
        )

    def _on_undone(self, changes: Changes) -> None:
        told = (
            self.tr("Taken back.")
            if changes
            else self.tr("Everything had been changed since; nothing was done.")
        )
        told = f"{told} {undo_words.stayed(changes.kept, changes.needed)}".rstrip()
        self.notice.setText(told)

    def _on_problem(self, problem: Problem) -> None:
        self.notice.setText(str(problems.sentence(problem)))
        self._name_button()

    def _on_changed(self, _changes: Changes) -> None:
        self._model.refresh()
        self._name_button()

    def _on_closing(self) -> None:
        self._model.show(None)
        self.details.show_sections([])
        self.close()
