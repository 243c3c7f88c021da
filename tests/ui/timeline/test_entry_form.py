"""The form of an entry that is there, by key presses (contactbook.ui.timeline.entry_form)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from contactbook.actions import editing, following_up, logging, timelines
from contactbook.domain import interactions
from contactbook.domain.follow_ups import FollowUp
from contactbook.domain.interactions import Interaction
from contactbook.qtmodels.timeline_model import IdRole
from contactbook.ui.timeline import entry_words
from contactbook.ui.widgets.chips import Chip

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow
    from contactbook.ui.timeline.entry_form import EntryForm
    from contactbook.ui.timeline.timeline_page import TimelinePage

CTRL = Qt.KeyboardModifier.ControlModifier
LONG = "Leave it with the neighbours when nobody is at home"


def opened(window: MainWindow, qtbot: QtBot) -> TimelinePage:
    """The form with a purchase of the fourth contact, whose table had two columns more."""
    page, contacts = window.timeline.page, window.contacts
    contacts.page.focus_list()
    contacts.page.view.go_to_row(3)
    qtbot.waitUntil(lambda: contacts.pane.contact_id == contacts.page.view.current_id())
    contact = contacts.page.view.current_id()
    contacts.pane.tabs.setCurrentIndex(1)
    qtbot.waitUntil(page.isVisible)
    entry = Interaction(kind="purchase", subject="Two lamps", author="Shop", contacts=[contact])
    entry.details[interactions.COLUMNS] = {"Voucher": "SPRING", "Remark": LONG}
    logging.log(window.session.book, entry)
    page.refresh()
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    page.list.go_to_row(0)
    found = page.model.entry(page.list.currentIndex().row())
    assert found is not None
    assert "Voucher: SPRING" in entry_words.facts(found)
    assert LONG not in entry_words.facts(found)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(page.form.text.hasFocus)
    return page


def test_what_a_table_said_beside_an_entry_is_shown_and_its_author_changed(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    page = opened(sample_window, qtbot)
    form, book = page.form, sample_window.session.book
    assert form.fields.beside.text() == f"Remark: {LONG}\nVoucher: SPRING"
    assert form.fields.beside.isVisible()
    assert form.author.text() == "Shop"
    form.author.setFocus()
    form.author.selectAll()
    QTest.keyClicks(form.author, "Wanda")
    QTest.keyClick(form.author, Qt.Key.Key_Return, CTRL)
    contact = sample_window.contacts.pane.contact_id
    assert contact is not None
    qtbot.waitUntil(lambda: [each.author for each in timelines.timeline(book, contact)] == ["Wanda"])
    (entry,) = timelines.timeline(book, contact)
    assert entry.columns == {"Voucher": "SPRING", "Remark": LONG}
    qtbot.waitUntil(form.isHidden)
    page.start_entry()
    assert form.author.isHidden()
    assert form.fields.beside.isHidden()


def test_the_people_of_an_entry_are_seen_and_changed(sample_window: MainWindow, qtbot: QtBot) -> None:
    form, book = opened(sample_window, qtbot).form, sample_window.session.book
    contact = sample_window.contacts.pane.contact_id
    assert contact is not None
    assert form.who.ids == [contact]
    form.who.line.setFocus()
    QTest.keyClick(form.who.line, Qt.Key.Key_Backspace)
    QTest.keyClick(form.who.line, Qt.Key.Key_Return, CTRL)
    assert form.said.text() == "Choose somebody first."
    assert form.who.line.hasFocus()
    for name in ("Chiara", "Kwame"):
        QTest.keyClicks(form.who.line, name)
        QTest.keyClick(form.who.line, Qt.Key.Key_Return)
    assert len(form.who.ids) == 2
    QTest.keyClick(form.who.line, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: [len(each.contacts) for each in timelines.timeline(book, contact)] == [2])
    qtbot.waitUntil(form.isHidden)


def shown_at_the_foot(form: EntryForm, window: MainWindow) -> bool:
    """Whether Save lies within everything that it stands in, and so in the window."""
    save = form.save
    box = QRect(save.mapTo(window, QPoint(0, 0)), save.size())
    pane = window.contacts.pane
    return (
        window.rect().contains(box)
        and QRect(pane.mapTo(window, QPoint(0, 0)), pane.size()).contains(box)
        and save.visibleRegion().boundingRect().size() == save.size()
    )


@pytest.mark.parametrize("size", [(1280, 800), (1300, 850), (1000, 560), (1280, 420)])
def test_save_is_in_sight_however_low_the_window_is(
    sample_window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    sample_window.resize(*size)
    page = opened(sample_window, qtbot)
    qtbot.waitUntil(lambda: shown_at_the_foot(page.form, sample_window), timeout=2000)
    page.form.left.emit()
    page.start_entry()
    qtbot.waitUntil(lambda: shown_at_the_foot(page.form, sample_window), timeout=2000)


def test_somebody_in_the_trash_stays_with_the_entry(sample_window: MainWindow, qtbot: QtBot) -> None:
    book, page = sample_window.session.book, opened(sample_window, qtbot).form
    contact = sample_window.contacts.pane.contact_id
    assert contact is not None
    QTest.keyClicks(page.who.line, "Kwame")
    QTest.keyClick(page.who.line, Qt.Key.Key_Return, CTRL)
    QTest.keyClick(page.who.line, Qt.Key.Key_Return)
    QTest.keyClick(page.text, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(page.isHidden)
    (entry,) = timelines.timeline(book, contact)
    other = next(each for each in entry.contacts if each != contact)
    editing.trash(book, [other])
    timeline = sample_window.timeline.page
    timeline.refresh()
    timeline.go_to(entry.id)
    QTest.keyClick(timeline.list, Qt.Key.Key_E)
    said = [chip.text() for chip in page.who.findChildren(Chip) if not chip.isHidden()]
    assert any(words.startswith("Kwame") and words.endswith("(in the trash)") for words in said)
    QTest.keyClick(page.text, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(page.isHidden)
    (entry,) = timelines.timeline(book, contact)
    assert set(entry.contacts) == {contact, other}


def test_a_new_entry_is_about_others_too(sample_window: MainWindow, qtbot: QtBot) -> None:
    page, book = opened(sample_window, qtbot), sample_window.session.book
    contact = sample_window.contacts.pane.contact_id
    assert contact is not None
    page.form.left.emit()
    page.start_entry()
    QTest.keyClicks(page.form.text, "Lunch")
    assert page.form.who.ids == [contact]
    QTest.keyClicks(page.form.who.line, "Kwame")
    QTest.keyClick(page.form.who.line, Qt.Key.Key_Return)
    QTest.keyClick(page.form.who.line, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(page.form.isHidden)
    lunch = next(each for each in timelines.timeline(book, contact) if each.subject == "Lunch")
    assert len(lunch.contacts) == 2
    assert contact in lunch.contacts


def test_an_entry_and_its_follow_up_lead_to_each_other(sample_window: MainWindow, qtbot: QtBot) -> None:
    page, book = opened(sample_window, qtbot), sample_window.session.book
    today, form = sample_window.timeline.today, page.form
    contact = sample_window.contacts.pane.contact_id
    assert contact is not None
    entry = Interaction(kind="call", subject="Offer", contacts=[contact], occurred_at=1)
    logging.log(book, entry, follow_up=FollowUp(title="Call again", interaction_id=entry.id))
    (task,) = timelines.next_steps(book, entry.id)
    form.left.emit()
    page.refresh()
    page.go_to(entry.id)
    held = page.model.entry(page.list.currentIndex().row())
    assert held is not None
    assert "follow-up: some day" in entry_words.facts(held)
    QTest.keyClick(page.list, Qt.Key.Key_E)
    (step,) = form.fields.next_steps.buttons
    form.fields.when.setFocus()
    QTest.keyClick(form.fields.when, Qt.Key.Key_Tab)
    assert sample_window.focusWidget() is step
    QTest.keyClick(step, Qt.Key.Key_Space)
    assert today.isVisible()
    line = today.model.line(today.list.currentIndex().row())
    assert line is not None
    assert line.task is not None
    assert line.task.id == task.id
    assert entry_words.came_from(line) == "from: Call “Offer”"
    QTest.keyClick(today.list, Qt.Key.Key_O)
    qtbot.waitUntil(page.list.hasFocus)
    assert page.list.currentIndex().data(IdRole) == entry.id
    following_up.finish(book, [task.id])
    page.refresh()
    QTest.keyClick(page.list, Qt.Key.Key_E)
    (step,) = form.fields.next_steps.buttons
    assert "done" in step.toolTip()
    QTest.mouseClick(step, Qt.MouseButton.LeftButton)
    done = page.model.entry(page.list.currentIndex().row())
    assert done is not None
    assert done.what.details["follow_up"] == task.id


def test_a_file_comes_to_an_entry_that_is_then_changed(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page, book = opened(sample_window, qtbot), sample_window.session.book
    contact = sample_window.contacts.pane.contact_id
    assert contact is not None
    page.form.left.emit()
    file = tmp_path / "offer.txt"
    file.write_text("offer")
    (entry,) = timelines.timeline(book, contact)
    page.entries.attach(entry.id, [file])
    QTest.keyClick(page.list, Qt.Key.Key_E)
    QTest.keyClicks(page.form.text, "Now: ")
    QTest.keyClick(page.form.text, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(page.form.isHidden)
    (entry,) = timelines.timeline(book, contact)
    assert entry.subject.startswith("Now: ")
    assert [each.name for each in entry.attachments] == ["offer.txt"]
