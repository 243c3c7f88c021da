"""The history tab of a contact: the latest steps, and what each of them changed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject

from contactbook.actions import undoing
from contactbook.ui.contacts.contact_sections import Line, Section
from contactbook.ui.contacts.detail_list import DetailList
from contactbook.ui.contacts.link_sections import STEP
from contactbook.ui.tasks import Job
from contactbook.ui.widgets import spoken_dates
from contactbook.wording import field_changes, steps

if TYPE_CHECKING:
    from contactbook.actions.undoing import HistoryRow
    from contactbook.ui.book_session import BookSession

SHOWN, MOST_LINES = 40, 12
"""Steps that are listed, and changes listed of each."""
SMALL = 20
"""What steps changed that touched more contacts is read on another thread."""


class ContactHistory(QObject):
    """Fills the list of the tab: at once with what is read quickly, and with the rest when it is there."""

    def __init__(self, session: BookSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job[dict[int, list[Line]]] | None = None
        self.list = DetailList(self.tr("History"))

    def show_contact(self, contact_id: int) -> None:
        """The latest steps of this contact."""
        self._stop()
        book: Any = self._session.book
        rows = undoing.history(book, contact=contact_id, limit=SHOWN)
        large = [row.id for row in rows if row.kept and row.contacts > SMALL]
        made = {
            row.id: _changes(book, row.id, contact_id) if row.kept and row.contacts <= SMALL else []
            for row in rows
        }
        self._show(rows, made)
        if large:
            self._job = Job(
                work=lambda job: {step: _changes(book, step, contact_id, job) for step in large},
                owner=self,
                on_done=lambda found: self._show(rows, {**made, **found}),
                on_problem=lambda _problem: None,
            )
            self._session.tasks.start(self._job)

    def forget(self) -> None:
        """Hold nothing of a contact any more."""
        self._stop()
        self.list.show_sections([])

    def _stop(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            job.on_done = None

    def _show(self, rows: list[HistoryRow], lines: dict[int, list[Line]]) -> None:
        sections = [Section(str(row.id), _told(row), [_step(row), *lines[row.id]]) for row in rows]
        self.list.show_sections(
            sections, "" if sections else self.tr("Nothing is recorded for this contact.")
        )


def _step(row: HistoryRow) -> Line:
    """The line that leads to the step."""
    what = steps.label(row.action, row.data)
    return Line("", what, link=f"{STEP}{row.id}", hint=spoken_dates.exact(row.at))


def _changes(book: Any, step: int, contact_id: int, job: Job[Any] | None = None) -> list[Line]:  # noqa: ANN401
    """What a step changed in a contact."""
    found = undoing.details(
        book, step, contact=contact_id, most=MOST_LINES, cancelled=job.is_cancelled if job else bool
    )
    return [
        Line(field_changes.name(change), field_changes.values(change), copied=change.after or change.before)
        for change in found.changes
    ]


def _told(row: HistoryRow) -> str:
    """When, by whom, and whether it stands."""
    words = [one for one in (spoken_dates.moment(row.at), row.by, row.device) if one]
    if row.undone:
        words.append(QCoreApplication.translate("history", "taken back since"))
    return " · ".join(words)
