"""The form for one follow-up (contactbook.ui.timeline.follow_up_form), by key presses."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from contactbook.actions import following_up, timelines
from contactbook.domain.follow_ups import FollowUp

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow


def test_a_follow_up_gets_priority_repetition_and_somebody_responsible(
    shown: MainWindow, qtbot: QtBot
) -> None:
    contact = shown.contacts.page.view.current_id()
    book, today = shown.session.book, shown.timeline.today
    buttons = [button for button in today.findChildren(QPushButton) if button.text() == "Done"]
    shown.commands["contact.follow_up"].trigger()
    assert today.form.title.hasFocus()
    assert not any(button.isVisible() for button in buttons)
    QTest.keyClicks(today.form.title, "Send the offer")
    QTest.keyClicks(today.form.when, "nonsense")
    QTest.keyClick(today.form.when, Qt.Key.Key_Return)
    assert today.form.isVisible()
    assert "nonsense" in today.form.said.text()
    today.form.when.setText("2020-01-02 9:00")
    today.form.repeat.setText("alle 2 Wochen")
    today.form.assignee.setText("Ben")
    QTest.keyClicks(today.form.remind, "2020-01-01")
    assert "reminder: 1 Jan 2020 09:00" in today.form.said.text()
    today.form.note.setText("with the new prices")
    today.form.priority.setCurrentIndex(1)
    QTest.keyClick(today.form.title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(timelines.open_follow_ups(book, contact)) == 1)
    (task,) = timelines.open_follow_ups(book, contact)
    assert (task.title, task.repeat, task.assignee, task.priority, task.timed) == (
        "Send the offer", "FREQ=WEEKLY;INTERVAL=2", "Ben", 1, True,
    )  # fmt: skip
    assert task.note == "with the new prices"
    assert task.remind_at == datetime(2020, 1, 1, 9).astimezone().timestamp() * 1000
    qtbot.waitUntil(lambda: [line.task.id for line in today.selected() if line.task] == [task.id])
    QTest.keyClick(today.list, Qt.Key.Key_E)
    assert today.form.remind.text() == "2020-01-01 09:00"
    today.form.remind.clear()
    today.form.title.setText("Send it again")
    QTest.keyClick(today.form.title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: timelines.follow_up(book, task.id).title == "Send it again")
    assert timelines.follow_up(book, task.id).repeat == "FREQ=WEEKLY;INTERVAL=2"
    assert timelines.follow_up(book, task.id).remind_at is None
    assert all(button.isVisible() for button in buttons)


def test_a_note_of_several_lines_stays_as_it_is(shown: MainWindow, qtbot: QtBot) -> None:
    book, today = shown.session.book, shown.timeline.today
    task = FollowUp(title="Call", note="First.\nSecond.", contacts=[shown.contacts.page.view.current_id()])
    following_up.add_follow_up(book, task)
    shown.commands["view.today"].trigger()
    today.form.open(task, "")
    assert today.form.note.text() == "First. Second."
    today.form.title.setText("Call back")
    QTest.keyClick(today.form.title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: timelines.follow_up(book, task.id).title == "Call back")
    assert timelines.follow_up(book, task.id).note == "First.\nSecond."


def test_the_form_has_its_room_in_a_narrow_window(shown: MainWindow, qtbot: QtBot) -> None:
    shown.resize(600, 700)
    shown.commands["contact.follow_up"].trigger()
    form = shown.timeline.today.form
    form.when.setText("next Tuesday 9:00")
    form.remind.setText("next Monday")
    qtbot.waitUntil(lambda: form.height() >= form.minimumSizeHint().height())
    lines = (form.title, form.when, form.repeat, form.assignee)
    assert all(above.geometry().bottom() < below.geometry().top() for above, below in pairwise(lines))
    qtbot.waitUntil(lambda: shown.timeline.today.rect().contains(form.geometry()))
