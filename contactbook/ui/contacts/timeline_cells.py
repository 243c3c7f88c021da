"""What the columns of the timeline say in a list: last contact, next follow-up, rhythm, purchases."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from contactbook.domain import money, rhythm
from contactbook.ui.widgets import spoken_dates
from contactbook.wording import timeline_words

if TYPE_CHECKING:
    from contactbook.qtmodels.row_source import Row

_COUNTS = frozenset({"purchases", "donations"})
_AMOUNTS = {
    "purchase_total": "purchase_currency",
    "purchase_average": "purchase_currency",
    "donation_total": "donation_currency",
}
_MOMENTS = frozenset({"last_at", "next_due_at", "purchased_at", "donated_at"})
KEYS = frozenset({"rhythm", *_COUNTS, *_AMOUNTS, *_MOMENTS})
_TONES = {rhythm.GREEN: "success", rhythm.AMBER: "warning", rhythm.RED: "danger"}


def said(key: str, row: Row) -> str:
    """The text of one of these columns; "" for a contact that has nothing there."""
    if key == "rhythm":
        return _rhythm(row)
    value = getattr(row, key)
    if value is None:
        return ""
    if key in _COUNTS:
        return QLocale().toString(value)
    if key in _AMOUNTS:
        return money.grouped(value, getattr(row, _AMOUNTS[key]) or "")
    at: int = value
    if at > _now():
        return QLocale().toString(QDateTime.fromMSecsSinceEpoch(at).date(), QLocale.FormatType.ShortFormat)
    return spoken_dates.moment(at)


def tone(key: str, row: Row) -> str:
    """The colour token of the traffic light of a rhythm; "" for the usual colour of a cell."""
    if key != "rhythm":
        return ""
    return _TONES.get(rhythm.light(row.rhythm_due_at, row.wanted_days or row.usual_days, _now()), "")


def _rhythm(row: Row) -> str:
    """How long it has been, and how long it should be."""
    days = row.wanted_days or row.usual_days
    if not days or row.rhythm_due_at is None:
        return ""
    since = rhythm.Rhythm(row.wanted_days, row.usual_days, row.last_at, row.created_at).elapsed(_now())
    words = QCoreApplication.translate("RowPainter", "%1, %2")
    return words.replace("%1", timeline_words.span(since)).replace("%2", timeline_words.every(days))


def _now() -> int:
    return time.time_ns() // 1_000_000
