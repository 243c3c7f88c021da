"""Calendars in the window (contactbook.ui.timeline.calendar_commands)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QPushButton

from contactbook.actions import editing, following_up
from contactbook.domain.follow_ups import FollowUp
from contactbook.ui.timeline import entry_words
from contactbook.ui.timeline.newcomers_dialog import NewcomersDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow


def test_a_dropped_calendar_is_logged_and_one_is_written(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "in.ics"
    path.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260302T093000Z\n"
        "ATTENDEE:mailto:chiara@studiobevilacqua.example\nEND:VEVENT\nEND:VCALENDAR\n",
        "utf-8",
    )
    sample_window.import_paths([path])
    qtbot.waitUntil(lambda: sample_window.messages.text == "1 meeting logged.")
    out = tmp_path / "out.ics"
    sample_window.timeline.calendar.write(out)
    qtbot.waitUntil(lambda: "written" in sample_window.messages.text)
    assert b"BEGIN:VEVENT" in out.read_bytes()


def test_what_is_planned_stands_in_today_and_unknown_people_are_offered(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window, path = sample_window, tmp_path / "in.ics"
    day = f"{datetime.now() + timedelta(days=1):%Y%m%d}"
    path.write_text(
        f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:{day}T093000\nSUMMARY:Lunch\nDURATION:PT1H\n"
        "ATTENDEE:mailto:chiara@studiobevilacqua.example\nATTENDEE;CN=Cy Young:mailto:cy@c.example\n"
        "END:VEVENT\nEND:VCALENDAR\n",
        "utf-8",
    )
    window.import_paths([path])
    qtbot.waitUntil(lambda: "1 meeting ahead: it stands in Today." in window.messages.text)
    buttons = window.messages.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "Look at 1 person").click()
    dialog = window.findChild(NewcomersDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "People of the meetings"
    dialog.findChild(QDialogButtonBox).accepted.emit()
    qtbot.waitUntil(lambda: "1 meeting was here already" in window.messages.text)
    window.commands["view.today"].trigger()
    model = window.timeline.today.model
    lines = [line for row in range(model.rowCount()) if (line := model.line(row)) and line.task]
    (lunch,) = [line for line in lines if line.task and line.task.title == "Lunch"]
    assert sorted(lunch.names) == ["Chiara Bevilacqua", "Cy Young"]
    assert "1 h" in entry_words.second_line(lunch, 0)


def test_the_dialog_offers_a_calendar_for_programs_that_know_no_tasks(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    book = sample_window.session.book
    (ada,) = editing.add_contact(book, {"given": "Ada"}).made
    following_up.add_follow_up(book, FollowUp(title="Offer", due="2026-12-01", contacts=[ada]))
    out = tmp_path / "out.ics"
    sample_window.commands["file.calendar"].trigger()
    dialog = sample_window.findChild(QFileDialog)
    assert dialog is not None
    _usual, events = dialog.nameFilters()
    assert "Google" in events
    dialog.selectNameFilter(events)
    dialog.fileSelected.emit(str(out))
    dialog.reject()
    qtbot.waitUntil(lambda: "written" in sample_window.messages.text)
    assert b"VTODO" not in out.read_bytes()
    assert b"Offer (Ada)" in out.read_bytes()
