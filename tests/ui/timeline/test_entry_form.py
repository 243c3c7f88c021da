"""The form of an entry that is there, by key presses (contactbook.ui.timeline.entry_form)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from contactbook.actions import logging, timelines
from contactbook.domain import interactions
from contactbook.domain.interactions import Interaction
from contactbook.ui.timeline import entry_words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow
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
    assert form.beside.text() == f"Remark: {LONG}\nVoucher: SPRING"
    assert form.beside.isVisible()
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
    assert form.beside.isHidden()


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
