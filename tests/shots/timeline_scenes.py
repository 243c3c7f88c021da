"""The scenes of the timeline, the quick log and the Today view."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from contactbook.actions import logging
from contactbook.domain import follow_ups, when_words
from contactbook.domain.follow_ups import FollowUp
from contactbook.domain.interactions import COLUMNS, Interaction
from tests.shots import made_up_timeline

if TYPE_CHECKING:
    from tests.shots.stage import Stage, Steps

_REMARK = "Leave it with the neighbours when nobody is at home"


def logged(stage: Stage) -> Steps:
    """A contact with a timeline, and follow-ups."""
    yield from stage.open(stage.sample)
    window = stage.window
    window.contacts.page.view.go_to_row(3)
    yield 120
    contact = window.contacts.pane.contact_id or 0
    made_up_timeline.fill(window.session.book, contact)
    window.contacts.pane.tabs.setCurrentIndex(1)
    window.timeline.page.refresh()
    window.timeline.reminders.count()
    yield 120


def timeline_form(stage: Stage) -> Steps:
    yield from logged(stage)
    stage.window.timeline.page.start_entry()
    yield 60


def timeline_entry(stage: Stage) -> Steps:
    """An entry that is there, with what its table said beside it and a follow-up, opened to be changed."""
    yield from logged(stage)
    book, page = stage.window.session.book, stage.window.timeline.page
    contact = stage.window.contacts.pane.contact_id or 0
    entry = Interaction(
        kind="purchase", subject="Two lamps", outcome="positive", author="Shop", quantity=2, amount=25800,
        currency="EUR", contacts=[contact], details={COLUMNS: {"Voucher": "SPRING", "Remark": _REMARK}},
    )  # fmt: skip
    tomorrow = when_words.read("tomorrow 9:00", datetime.now().astimezone())
    task = follow_ups.due_then(FollowUp(title="Ask whether they fit"), tomorrow, datetime.now().astimezone())
    logging.log(book, entry, follow_up=task)
    page.refresh()
    page.go_to(entry.id)
    page.list.key_pressed.emit(Qt.Key.Key_E, "e")
    yield 120


def today_entry(stage: Stage) -> Steps:
    """The follow-up of that entry in the Today view."""
    yield from timeline_entry(stage)
    stage.window.timeline.page.form.fields.next_steps.buttons[0].click()
    yield 120


def quick_log(stage: Stage) -> Steps:
    yield from logged(stage)
    stage.window.commands["contact.log"].trigger()
    stage.window.timeline.quick_log.form.text.setPlainText("Asked for the new catalogue")
    stage.window.timeline.quick_log.form.fields.follow_up.setText("next Tuesday 9:00")
    yield 60


def today(stage: Stage) -> Steps:
    yield from logged(stage)
    stage.window.commands["view.today"].trigger()
    yield 120


def mail_people(stage: Stage) -> Steps:
    """E-mail was dropped: whom to add, and what a signature says."""
    yield from stage.open(stage.sample)
    folder = stage.sample.with_name("mails")
    made_up_timeline.save_mails(folder)
    stage.window.import_paths([folder])
    yield 900
    buttons = stage.window.messages.findChildren(QPushButton)
    next(button for button in buttons if "3" in button.text()).click()
    yield 200


def planned(stage: Stage) -> Steps:
    """A calendar was dropped: what is ahead stands in Today, and whoever is unknown can be looked at."""
    yield from logged(stage)
    path = stage.sample.with_name("calendar.ics")
    made_up_timeline.save_calendar(path)
    stage.window.import_paths([path])
    yield 600
    stage.window.commands["view.today"].trigger()
    yield 120


def follow_up_form(stage: Stage) -> Steps:
    """A new follow-up being filled in, with what was understood of it below."""
    yield from logged(stage)
    stage.window.commands["contact.follow_up"].trigger()
    yield 200
    form = stage.window.timeline.today.form
    form.title.setText("Send the offer")
    form.when.setText("next Tuesday 9:00")
    form.repeat.setText("every 2 weeks")
    form.remind.setText("next Monday")
    yield 120


def calendar_people(stage: Stage) -> Steps:
    """A calendar was dropped: who of the meetings is not in the book."""
    yield from stage.open(stage.sample)
    path = stage.sample.with_name("calendar.ics")
    made_up_timeline.save_calendar(path)
    stage.window.import_paths([path])
    yield 600
    buttons = stage.window.messages.findChildren(QPushButton)
    next(button for button in buttons if "1" in button.text()).click()
    yield 200


TIMELINE_SCENES = (
    logged, timeline_form, timeline_entry, today_entry, quick_log, today, mail_people, planned, follow_up_form,
    calendar_people,
)  # fmt: skip
