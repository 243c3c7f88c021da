"""What a contact bought and gave, added up over a period; a company with its people's."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDateTime, QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from contactbook.actions import timelines
from contactbook.domain import periods
from contactbook.ui.tasks import Job
from contactbook.ui.timeline.choice_box import ChoiceBox
from contactbook.ui.widgets import theme
from contactbook.wording import giving_words
from contactbook.wording.speech import say

if TYPE_CHECKING:
    from contactbook.ui.book_session import BookSession


class TotalsPanel(QWidget):
    """Read beside the window's own work: ten thousand purchases take their time. Hidden without any."""

    told = Signal()
    """Other numbers are shown, or none."""

    def __init__(self, session: BookSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._contact_id = 0
        self._job: Job[list[Any]] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setAccessibleName(self.tr("Purchases and donations"))
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.period = ChoiceBox(self.tr("Period of purchases and donations"))
        self.period.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for period, words in giving_words.PERIODS.items():
            self.period.addItem(say(words), period)
        self.period.currentIndexChanged.connect(lambda _index: self._read())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_8)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.period, 0, Qt.AlignmentFlag.AlignTop)

    def show_contact(self, contact_id: int) -> None:
        """Adds up for a contact with purchases or donations, after its entries are painted; 0 for nobody."""
        if contact_id != self._contact_id:
            self.words.clear()
        self._contact_id = contact_id
        if contact_id:
            self._soon.start()
        else:
            self._soon.stop()
            self._read()

    def forget(self) -> None:
        """Nothing of a contact stays here."""
        self.show_contact(0)

    def _read(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            job.on_done = None
        if not self._contact_id or not self._session.is_open:
            self.words.clear()
            self.told.emit()
            return
        book, contact_id = self._session.book, self._contact_id
        since, until = periods.bounds(self.period.currentData(), datetime.now().astimezone())
        self._job = Job(
            work=lambda _job: timelines.giving(book, contact_id, since=since, until=until),
            owner=self,
            on_done=self._show,
            on_problem=self._session.problem_met.emit,
        )
        self._session.tasks.start(self._job)

    def _show(self, found: list[Any]) -> None:
        self._job = None
        lines = [line for one in found for line in giving_words.lines(one, _day)]
        self.words.setText("\n".join(lines) or self.tr("Nothing in this period."))
        self.told.emit()


def _day(at: int) -> str:
    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(at).date(), "d MMM yyyy")
