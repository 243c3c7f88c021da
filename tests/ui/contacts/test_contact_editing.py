"""Editing in the pane, by key presses: save, take back, leave, lock and come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from contactbook.actions import books, browsing, drafting, editing, undoing
from contactbook.domain.contact import Contact, ContactPoint
from contactbook.ui.contacts.text_dialog import TextDialog
from contactbook.wording import steps

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CTRL = Qt.KeyboardModifier.ControlModifier
PASSWORD = "sample"


def show(window: MainWindow, qtbot: QtBot) -> int:
    contact = Contact(
        full_name="Ada Kowalska",
        given="Ada",
        family="Kowalska",
        points=[ContactPoint("phone", "+48 58 555 01 23"), ContactPoint("email", "ada@acme.example")],
    )
    changes = editing.add_contact(window.session.book, contact)
    (made,) = changes.contacts
    window.session.announce(changes)
    window.contacts.show_contacts([made])
    qtbot.waitUntil(lambda: "Ada" in window.contacts.pane.head.name.text())
    return made


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    window.activateWindow()
    QTest.qWaitForWindowActive(window, 2_000)
    QTest.keyClick(window.focusWidget(), key, modifier or Qt.KeyboardModifier.NoModifier)


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.session.tasks.busy, timeout=10_000)
    qtbot.wait(40)


def test_e_edits_the_value_in_hand_and_ctrl_s_saves_one_step(sample_window: MainWindow, qtbot: QtBot) -> None:
    made = show(sample_window, qtbot)
    details = sample_window.contacts.pane.details
    details.setFocus(Qt.FocusReason.TabFocusReason)
    press(sample_window, Qt.Key.Key_E)
    assert sample_window.editing.active
    line = sample_window.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == "+48 58 555 01 23"
    press(sample_window, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(sample_window.focusWidget(), "+48 58 555 99 99")
    press(sample_window, Qt.Key.Key_S, CTRL)
    assert not sample_window.editing.active
    assert "555 99 99" in sample_window.contacts.pane.details.lines()[0].text  # at once
    settle(sample_window, qtbot)
    assert browsing.show(sample_window.session.book, made).points[0].value == "+48 58 555 99 99"
    last = undoing.history(sample_window.session.book, limit=1)[0]
    assert steps.label(last.action, last.data) == "Changed 1 phone of Ada Kowalska"
    assert "Changed 1 phone" in sample_window.messages.text
    assert drafting.kept_drafts(sample_window.session.book) == []


def test_escape_takes_back_and_the_changes_can_be_brought_back(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    made = show(sample_window, qtbot)
    sample_window.editing.edit("job_title")
    QTest.keyClicks(sample_window.focusWidget(), "Captain")
    press(sample_window, Qt.Key.Key_Escape)
    assert not sample_window.editing.active
    assert browsing.show(sample_window.session.book, made).job_title == ""
    assert "taken back" in sample_window.messages.text
    for button in sample_window.messages.findChildren(type(sample_window.editing.editor.save_button)):
        if "Bring" in button.text():
            button.click()
    assert sample_window.editing.active
    assert sample_window.editing.editor.contact().job_title == "Captain"


def test_leaving_the_pane_saves(sample_window: MainWindow, qtbot: QtBot) -> None:
    made = show(sample_window, qtbot)
    sample_window.editing.edit("job_title")
    QTest.keyClicks(sample_window.focusWidget(), "Captain")
    sample_window.contacts.page.focus_list()
    assert not sample_window.editing.active
    settle(sample_window, qtbot)
    assert browsing.show(sample_window.session.book, made).job_title == "Captain"
    sample_window.editing.edit("department")
    QTest.keyClicks(sample_window.focusWidget(), "Ships")
    sample_window.contacts.page.view.go_to_row(0)
    settle(sample_window, qtbot)
    assert browsing.show(sample_window.session.book, made).department == "Ships"
    assert sample_window.contacts.pane.contact_id != made


def test_what_others_changed_meanwhile_stays(sample_window: MainWindow, qtbot: QtBot) -> None:
    made = show(sample_window, qtbot)
    sample_window.editing.edit("job_title")
    QTest.keyClicks(sample_window.focusWidget(), "Captain")
    changes = editing.edit_contact(sample_window.session.book, made, {"note": "from elsewhere"})
    sample_window.session.announce(changes)
    sample_window.editing.save()
    settle(sample_window, qtbot)
    saved = browsing.show(sample_window.session.book, made)
    assert (saved.note, saved.job_title) == ("from elsewhere", "Captain")


def test_a_blank_new_contact_leaves_nothing(sample_window: MainWindow, qtbot: QtBot) -> None:
    before = browsing.counts(sample_window.session.book)
    press(sample_window, Qt.Key.Key_N, CTRL)
    assert sample_window.editing.active
    press(sample_window, Qt.Key.Key_S, CTRL)
    settle(sample_window, qtbot)
    assert not sample_window.editing.active
    assert browsing.counts(sample_window.session.book) == before


def test_a_contact_without_a_name_comes_back_with_the_reason(sample_window: MainWindow, qtbot: QtBot) -> None:
    sample_window.editing.add()
    sample_window.editing.editor.focus_on("note")
    QTest.keyClicks(sample_window.focusWidget(), "somebody")
    press(sample_window, Qt.Key.Key_S, CTRL)
    settle(sample_window, qtbot)
    assert sample_window.editing.active
    assert sample_window.editing.editor.contact().note == "somebody"
    assert sample_window.messages.text


def test_a_duplicate_begins_with_everything(sample_window: MainWindow, qtbot: QtBot) -> None:
    made = show(sample_window, qtbot)
    sample_window.commands["contact.duplicate"].trigger()
    assert sample_window.editing.editor.contact().points[0].value == "+48 58 555 01 23"
    sample_window.editing.save()
    settle(sample_window, qtbot)
    assert sample_window.contacts.pane.contact_id not in (made, None)


def test_a_half_edited_form_comes_back_after_locking(sample_window: MainWindow, qtbot: QtBot) -> None:
    made = show(sample_window, qtbot)
    window = sample_window
    path = window.session.book.path
    window.editing.edit("job_title")
    QTest.keyClicks(window.focusWidget(), "Captain")
    press(window, Qt.Key.Key_L, CTRL)
    assert not window.session.is_open
    assert window.editing.editor.contact() == Contact()
    settle(window, qtbot)
    assert b"Captain" not in path.read_bytes()
    window.session.take(books.open_book(path, books.credential(PASSWORD)))
    window.door.entered.emit()
    qtbot.waitUntil(lambda: window.editing.active)
    assert window.editing.editor.contact().job_title == "Captain"
    assert "Ada Kowalska" in window.messages.text
    assert window.contacts.pane.contact_id == made
    press(window, Qt.Key.Key_S, CTRL)
    settle(window, qtbot)
    assert browsing.show(window.session.book, made).job_title == "Captain"
    assert drafting.kept_drafts(window.session.book) == []


def test_a_draft_is_written_while_somebody_types(sample_window: MainWindow, qtbot: QtBot) -> None:
    show(sample_window, qtbot)
    sample_window.editing.edit("job_title")
    QTest.keyClicks(sample_window.focusWidget(), "Captain")
    qtbot.waitUntil(lambda: bool(drafting.kept_drafts(sample_window.session.book)), timeout=3_000)
    (draft,) = drafting.kept_drafts(sample_window.session.book)
    assert draft.contact.job_title == "Captain"
    assert undoing.history(sample_window.session.book, limit=1)[0].action == "add"
    press(sample_window, Qt.Key.Key_Escape)
    settle(sample_window, qtbot)
    assert drafting.kept_drafts(sample_window.session.book) == []


def test_a_signature_is_taken_apart_into_the_form(sample_window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()  # what another test copied would be offered
    sample_window.commands["contact.from_text"].trigger()
    dialog = sample_window.findChildren(TextDialog)[-1]
    assert not dialog.take.isEnabled()
    dialog.text.setPlainText("Grace Hopper\nRear Admiral\ngrace@navy.example\n")
    dialog.take.click()
    qtbot.waitUntil(lambda: sample_window.editing.active)
    contact = sample_window.editing.editor.contact()
    assert (contact.given, contact.family) == ("Grace", "Hopper")
    assert contact.points[0].value == "grace@navy.example"
    sample_window.editing.save()
    settle(sample_window, qtbot)
    assert "Grace Hopper" in sample_window.contacts.pane.head.name.text()


def test_somebody_like_that_is_named_while_typing(sample_window: MainWindow, qtbot: QtBot) -> None:
    made = show(sample_window, qtbot)
    press(sample_window, Qt.Key.Key_N, CTRL)
    strip = sample_window.editing.editor.lookalikes
    QTest.keyClicks(sample_window.focusWidget(), "Ada Kowalsk")
    qtbot.waitUntil(strip.isVisible)
    assert "Ada Kowalska" in strip.words.text()
    strip.show_button.click()
    assert not sample_window.editing.active
    qtbot.waitUntil(lambda: sample_window.contacts.pane.contact_id == made)


def test_enter_goes_to_the_values_so_that_e_edits(sample_window: MainWindow, qtbot: QtBot) -> None:
    made = show(sample_window, qtbot)
    screen = sample_window.contacts
    screen.page.focus_list()
    press(sample_window, Qt.Key.Key_Return)
    qtbot.waitUntil(screen.pane.details.hasFocus)
    press(sample_window, Qt.Key.Key_E)
    assert sample_window.editing.active
    assert screen.pane.contact_id == made


def test_a_new_contact_has_the_keyboard_in_the_list(sample_window: MainWindow, qtbot: QtBot) -> None:
    sample_window.commands["contact.new"].trigger()
    QTest.keyClicks(sample_window.focusWidget(), "Zoltan Zabo")
    press(sample_window, Qt.Key.Key_S, CTRL)
    settle(sample_window, qtbot)
    page = sample_window.contacts.page
    assert sample_window.focusWidget() is page.view
    row = page.table.row(page.view.currentIndex().row())
    assert row is not None
    assert row.display_name == "Zoltan Zabo"


def test_a_card_is_pasted_into_the_name_of_a_new_contact(sample_window: MainWindow, qtbot: QtBot) -> None:
    window = sample_window
    window.commands["contact.new"].trigger()
    line = window.focusWidget()
    assert line is not None
    QGuiApplication.clipboard().setText("Ada Kowalska\nAcme sp. z o.o.\ntel. 601 234 567")
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    made = window.editing.editor.contact()
    assert (made.family, made.organization) == ("Kowalska", "Acme sp. z o.o.")
    assert [point.value for point in made.points] == ["601 234 567"]
    QGuiApplication.clipboard().setText("one line")
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().clear()
    assert "one line" in window.editing.editor.contact().full_name
    window.editing.cancel()
