"""Columns of the timeline in the list (contactbook.ui.contacts.timeline_cells)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from contactbook.domain.rhythm import DAY
from contactbook.qtmodels.contact_columns import FIXED
from contactbook.qtmodels.row_source import Row
from contactbook.ui.contacts import timeline_cells

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

NOW = time.time_ns() // 1_000_000
BARE = Row(1, "person", "Ada", "Ada", "", "", "", "", "", "", "", False, False, "", NOW, NOW, None)


def test_every_key_is_a_column_or_may_be_one() -> None:
    assert {column.key for column in FIXED} & timeline_cells.KEYS == timeline_cells.KEYS


def test_a_contact_without_a_timeline_has_empty_cells(qapp: QApplication) -> None:
    assert qapp
    assert [timeline_cells.said(key, BARE) for key in sorted(timeline_cells.KEYS)] == [""] * len(
        timeline_cells.KEYS
    )
    assert timeline_cells.tone("rhythm", BARE) == ""


def test_what_the_cells_say(qapp: QApplication) -> None:
    assert qapp
    row = BARE._replace(
        last_at=NOW - 77 * DAY, usual_days=35, rhythm_due_at=NOW - 42 * DAY, purchases=2,
        purchase_total=123_450,
        purchase_currency="EUR", donation_total=300, donation_currency="JPY", next_due_at=NOW + 40 * DAY,
    )  # fmt: skip
    assert timeline_cells.said("rhythm", row) == "11 weeks, every 5 weeks"
    assert timeline_cells.tone("rhythm", row) == "danger"
    assert timeline_cells.tone("rhythm", row._replace(rhythm_due_at=NOW - DAY)) == "warning"
    assert timeline_cells.tone("rhythm", row._replace(rhythm_due_at=NOW + DAY)) == "success"
    assert timeline_cells.said("purchases", row) == "2"
    assert timeline_cells.said("purchase_total", row) == "1,234.50 EUR"
    assert timeline_cells.said("donation_total", row) == "300 JPY"
    assert timeline_cells.said("last_at", row)
    assert timeline_cells.said("next_due_at", row)
