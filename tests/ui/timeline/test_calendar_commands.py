"""Calendars in the window (contactbook.ui.timeline.calendar_commands)."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
