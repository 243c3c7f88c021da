"""The history tab of a contact: the latest steps, and what each of them changed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from contactbook.actions import undoing
from contactbook.ui.contacts.contact_sections import Line, Section
from contactbook.ui.contacts.link_sections import STEP
from contactbook.ui.widgets import spoken_dates
from contactbook.wording import field_changes, steps

if TYPE_CHECKING:
    from contactbook.actions.undoing import HistoryRow

SHOWN, MOST_LINES = 40, 12
"""Steps that are listed, and changes listed of each."""
SMALL = 20
"""Steps that touched more contacts are told by their name: reading them would hold the window up."""


def sections(book: Any, contact_id: int) -> list[Section]:  # noqa: ANN401 - ui never names its class
    """A section for each step, the latest first: a line that leads to the step, then what it changed."""
    rows = undoing.history(book, contact=contact_id, limit=SHOWN)
    return [Section(str(row.id), _told(row), _lines(book, row, contact_id)) for row in rows]


def _lines(book: Any, row: HistoryRow, contact_id: int) -> list[Line]:  # noqa: ANN401
    what = steps.label(row.action, row.data)
    step = Line("", what, link=f"{STEP}{row.id}", hint=spoken_dates.exact(row.at))
    if row.contacts > SMALL or not row.kept:
        return [step]
    found = undoing.details(book, row.id, contact=contact_id, most=MOST_LINES)
    lines = [
        Line(field_changes.name(change), field_changes.values(change), copied=change.after or change.before)
        for change in found.changes
    ]
    return [step, *lines]


def _told(row: HistoryRow) -> str:
    """When, by whom, and whether it stands."""
    words = [one for one in (spoken_dates.moment(row.at), row.by, row.device) if one]
    if row.undone:
        words.append(QCoreApplication.translate("history", "taken back since"))
    return " · ".join(words)
