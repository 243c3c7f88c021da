"""Purchases and donations added up in the pane (contactbook.ui.timeline.totals_panel)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.actions import logging
from contactbook.domain import periods
from contactbook.domain.interactions import Interaction

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow


def test_the_pane_adds_up_by_period_and_hides_without_any(sample_window: MainWindow, qtbot: QtBot) -> None:
    page, panel = sample_window.contacts.page, sample_window.timeline.page.totals
    page.view.go_to_row(3)
    qtbot.waitUntil(lambda: sample_window.contacts.pane.contact_id == page.view.current_id())
    sample_window.contacts.pane.tabs.setCurrentIndex(1)
    contact = page.view.current_id()
    assert panel.isHidden()
    for kind, amount in (("purchase", 1_000), ("purchase", 2_000), ("donation", 500)):
        entry = Interaction(kind=kind, amount=amount, currency="EUR", contacts=[contact])
        sample_window.session.write(logging.log, entry)
    qtbot.waitUntil(lambda: "1 donation" in panel.words.text())
    assert panel.isVisible()
    assert panel.words.text().splitlines()[0] == "2 purchases · 30.00 EUR"
    assert "average 15.00 EUR" in panel.words.text()
    panel.period.setCurrentIndex(panel.period.findData(periods.LAST_YEAR))
    qtbot.waitUntil(lambda: panel.words.text() == "Nothing in this period.")
    sample_window.session.lock()
    assert panel.words.text() == ""
