"""The timeline in the window (contactbook.ui.timeline), by key presses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from contactbook.actions import following_up, logging, timeline_export, timelines
from contactbook.domain.follow_ups import FollowUp
from contactbook.domain.interactions import Interaction
from contactbook.ui.timeline import entry_actions, timeline_commands
from contactbook.ui.widgets.picker import Picker

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
NO_KEY = Qt.KeyboardModifier.NoModifier


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
    """One key into whatever has the keyboard."""
    QTest.keyClick(window.focusWidget() or window, key, modifiers)


def write(window: MainWindow, text: str) -> None:
    widget: QWidget | None = window.focusWidget()
    QTest.keyClicks(widget, text)


def entries(window: MainWindow, contact_id: int) -> list[Any]:
    return list(timelines.timeline(window.session.book, contact_id))


def logged(window: MainWindow, qtbot: QtBot, contact_id: int, count: int = 1) -> list[Any]:
    qtbot.waitUntil(lambda: len(entries(window, contact_id)) == count)
    return entries(window, contact_id)


def test_a_call_is_logged_with_two_keys_beside_the_text(shown: MainWindow, qtbot: QtBot) -> None:
    contact = shown.contacts.page.view.current_id()
    press(shown, Qt.Key.Key_L)
    assert shown.timeline.quick_log.isVisible()
    write(shown, "Asked for the offer")
    press(shown, Qt.Key.Key_Return, CTRL)
    (entry,) = logged(shown, qtbot, contact)
    assert (entry.kind, entry.subject) == ("call", "Asked for the offer")
    qtbot.waitUntil(lambda: "Call logged" in shown.messages.text)
    press(shown, Qt.Key.Key_Escape)
    assert shown.timeline.quick_log.isHidden()
    assert shown.contacts.page.view.hasFocus()
    press(shown, Qt.Key.Key_Z, CTRL)
    logged(shown, qtbot, contact, 0)


def test_several_entries_in_a_row_find_their_people_by_typing(shown: MainWindow, qtbot: QtBot) -> None:
    contact = shown.contacts.page.view.current_id()
    log = shown.timeline.quick_log
    press(shown, Qt.Key.Key_L)
    write(shown, "First")
    press(shown, Qt.Key.Key_Return, CTRL)
    logged(shown, qtbot, contact)
    qtbot.waitUntil(log.who.line.hasFocus)
    write(shown, "yusuf")
    qtbot.waitUntil(lambda: bool(log.who._offered))
    QTest.keyClick(log.who.line, Qt.Key.Key_Return)
    (other,) = log.who.ids
    assert other != contact
    QTest.keyClick(log.who.line, Qt.Key.Key_Return)
    assert log.form.text.hasFocus()
    write(shown, "Second")
    log.form.fields.follow_up.setText("in 2 weeks")
    assert "December" in log.form.said.text() or log.form.said.text()
    press(shown, Qt.Key.Key_Return, CTRL)
    (entry,) = logged(shown, qtbot, other)
    assert entry.subject == "Second"
    (task,) = timelines.open_follow_ups(shown.session.book, other)
    assert (task.title, task.interaction_id) == ("Second", entry.id)


def test_what_is_not_understood_keeps_the_entry_and_gets_the_keyboard(shown: MainWindow) -> None:
    form = shown.timeline.quick_log.form
    press(shown, Qt.Key.Key_L)
    write(shown, "Call")
    form.fields.follow_up.setText("some time")
    press(shown, Qt.Key.Key_Return, CTRL)
    assert form.fields.follow_up.hasFocus()
    assert "some time" in form.said.text()
    assert form.text.toPlainText() == "Call"
    form.choose_kind("purchase")
    form.fields.follow_up.clear()
    form.fields.amount.setText("much")
    form.submit()
    assert form.fields.amount.hasFocus()
    shown.session.lock()
    assert form.is_empty
    assert shown.timeline.quick_log.isHidden()


def test_l_in_a_text_field_is_a_letter(shown: MainWindow) -> None:
    shown.contacts.page.search.take_focus()
    write(shown, "l")
    assert shown.contacts.page.search.text() == "l"
    assert shown.timeline.quick_log.isHidden()


def test_an_entry_is_edited_and_deleted_in_the_timeline(shown: MainWindow, qtbot: QtBot) -> None:
    contact, pane = shown.contacts.page.view.current_id(), shown.contacts.pane
    page = shown.timeline.page
    pane.tabs.setCurrentIndex(1)
    page.start_entry()
    write(shown, "Lunch")
    page.form.choose_kind("meeting")
    page.form.fields.when.setText("yesterday 12:30")
    page.form.fields.minutes.setText("70")
    page.form.submit()
    (entry,) = logged(shown, qtbot, contact)
    assert (entry.kind, entry.duration) == ("meeting", 4200)
    qtbot.waitUntil(lambda: page.model.entries == 1)
    page.list.setFocus()
    page.list.go_to_row(0)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.form.isVisible()
    assert page.form.text.toPlainText() == "Lunch"
    page.form.text.setPlainText("Dinner\nwith wine")
    page.form.submit()
    qtbot.waitUntil(lambda: entries(shown, contact)[0].subject == "Dinner")
    assert entries(shown, contact)[0].occurred_at == entry.occurred_at // 60_000 * 60_000
    qtbot.waitUntil(lambda: page.form.isHidden())
    page.list.setFocus()
    page.list.go_to_row(0)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    logged(shown, qtbot, contact, 0)
    shown.undo.undo()
    logged(shown, qtbot, contact)
    qtbot.waitUntil(lambda: page.model.entries == 1)
    page.filter.words.setText("wine")
    qtbot.waitUntil(lambda: page.filter.chosen.text == "wine" and page.model.entries == 1)
    page.filter.words.setText("beer")
    qtbot.waitUntil(lambda: page.model.entries == 0)
    shown.session.lock()
    assert page.model.rowCount() == 0
    assert page.next.text() == ""


def test_a_file_is_opened_through_a_copy_that_locking_wipes(
    shown: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        entry_actions.QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True
    )
    file = tmp_path / "offer.txt"
    file.write_text("secret")
    page = shown.timeline.page
    shown.contacts.pane.tabs.setCurrentIndex(1)
    page.start_entry()
    write(shown, "Offer")
    page.form.add_files([file])
    page.form.submit()
    (entry,) = logged(shown, qtbot, shown.contacts.page.view.current_id())
    page.entries.open_attachment(entry.attachments[0].id)
    (copy,) = [type(tmp_path)(name) for name in opened]
    assert copy.read_text() == "secret"
    shown.session.lock()
    assert not copy.exists()


def test_files_come_to_an_entry_that_is_there_go_and_are_saved(
    shown: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    contact = shown.contacts.page.view.current_id()
    logging.log(shown.session.book, Interaction(subject="Offer", contacts=[contact]))
    shown.contacts.pane.tabs.setCurrentIndex(1)
    page = shown.timeline.page
    page.list.go_to_row(0)
    file = tmp_path / "offer.txt"
    file.write_text("three tents")
    page.entries.open_menu(page.mapToGlobal(page.rect().center()))
    menu = page.list.findChildren(QMenu)[-1]
    assert "Attach files …" in [each.text() for each in menu.actions()]
    menu.close()
    page.entries.attach(entries(shown, contact)[0].id, [file])
    qtbot.waitUntil(lambda: any(each.what.files for each in page.entries.selected()))
    page.edit(page.entries.selected()[0])
    page.form.add_files([file])
    page.form.submit()
    qtbot.waitUntil(lambda: len(entries(shown, contact)[0].files) == 2)
    first, second = entries(shown, contact)[0].files
    page.entries.save(first.id, tmp_path / "saved.txt")
    assert (tmp_path / "saved.txt").read_text() == "three tents"
    page.entries.detach(first.id)
    qtbot.waitUntil(lambda: [each.id for each in entries(shown, contact)[0].files] == [second.id])


@pytest.mark.parametrize("to", ["text", "csv", "pdf"])
def test_a_timeline_is_exported(shown: MainWindow, qtbot: QtBot, tmp_path: Path, to: str) -> None:
    contact = shown.contacts.page.view.current_id()
    page = shown.timeline.page
    shown.contacts.pane.tabs.setCurrentIndex(1)
    page.start_entry()
    write(shown, "=Offer")
    page.form.submit()
    logged(shown, qtbot, contact)
    qtbot.waitUntil(lambda: page.model.entries == 1)
    path = tmp_path / "out"
    with qtbot.waitSignal(page.export.exported):
        page.export.write(to, path)
    data = path.read_bytes()
    assert data.startswith(
        {
            "text": b"",
            "csv": b"\xef\xbb\xbf" + ",".join(timeline_export.COLUMNS[:2]).encode(),
            "pdf": b"%PDF",
        }[to]
    )
    if to != "pdf":
        assert b"=Offer" in data
    assert (b"'=Offer" in data) == (to == "csv")
    assert "1 entry is in out." in shown.messages.text


def test_the_today_view_by_keys(shown: MainWindow, qtbot: QtBot) -> None:
    contact = shown.contacts.page.view.current_id()
    book = shown.session.book
    for title in ("one", "two", "three"):
        task = FollowUp(title=title, due="2020-01-01", due_at=1_577_836_800_000, contacts=[contact])
        shown.session.write(following_up.add_follow_up, task)
    qtbot.waitUntil(lambda: timelines.today_count(book) == (3, 0))
    qtbot.waitUntil(lambda: shown.windowTitle().startswith("(3)"))
    shown.commands["view.today"].trigger()
    today = shown.timeline.today
    assert today.isVisible()
    assert shown.contacts.sidebar.entry.count == 3  # type: ignore[union-attr]
    assert shown.contacts.pane.contact_id == contact
    QTest.keyClick(today.list, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: timelines.today_count(book) == (2, 0))
    assert logged(shown, qtbot, contact)[0].subject == "one"
    qtbot.waitUntil(lambda: [line.task.title for line in today.selected() if line.task] == ["two"])
    QTest.keyClick(today.list, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: timelines.today_count(book) == (1, 0))
    qtbot.waitUntil(lambda: [line.task.title for line in today.selected() if line.task] == ["three"])
    QTest.keyClick(today.list, Qt.Key.Key_R)
    assert today.day.hasFocus()
    QTest.keyClicks(today.day, "in 3 weeks")
    QTest.keyClick(today.day, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: timelines.today_count(book) == (0, 0))
    qtbot.waitUntil(lambda: shown.windowTitle() == "Book - Contactbook")
    shown.commands["edit.find"].trigger()
    assert today.isHidden()
    assert shown.contacts.page.search.hasFocus()
    shown.session.lock()
    assert today.model.rowCount() == 0


def test_a_call_offers_to_be_logged(shown: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        timeline_commands.QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True
    )
    qtbot.waitUntil(lambda: bool(shown.contacts.pane.head.name.text()))
    shown.commands["contact.call"].trigger()
    assert opened[0].startswith("tel:")
    assert shown.messages.text.startswith("Calling ")
    shown.commands["contact.write"].trigger()
    assert opened[1].startswith("mailto:")
    buttons = shown.messages.findChildren(QPushButton)
    button = [each for each in buttons if each.text() == "Log it"][-1]
    qtbot.waitUntil(button.isVisible)
    button.click()
    assert shown.timeline.quick_log.isVisible()
    assert shown.timeline.quick_log.form.fields.kind.currentData() == "email"
    assert len(shown.timeline.quick_log.who.ids) == 1
    shown.timeline.quick_log.leave()


def test_a_map_and_a_copied_address_offer_to_be_logged_too(
    shown: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        timeline_commands.QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True
    )

    def offered() -> dict[str, QPushButton]:
        return {each.text(): each for each in shown.messages.findChildren(QPushButton) if each.isVisible()}

    qtbot.waitUntil(lambda: bool(shown.contacts.pane.head.name.text()))
    quick_log = shown.timeline.quick_log
    shown.commands["contact.map"].trigger()
    assert [url.partition(":")[0] for url in opened] == ["geo"]  # nothing of the web by itself
    qtbot.waitUntil(lambda: {"Look in the browser", "Log it"} <= offered().keys())
    offered()["Log it"].click()
    assert quick_log.form.fields.kind.currentData() == "meeting"
    quick_log.leave()
    shown.commands["contact.map"].trigger()
    qtbot.waitUntil(lambda: "Look in the browser" in offered())
    offered()["Look in the browser"].click()
    assert opened[-1].startswith("https://www.openstreetmap.org/search?query=")
    shown.commands["contact.copy_address"].trigger()
    assert QGuiApplication.clipboard().text()
    qtbot.waitUntil(lambda: shown.messages.text.endswith("is on the clipboard.") and "Log it" in offered())
    offered()["Log it"].click()
    assert quick_log.form.fields.kind.currentData() == "letter"


def test_reminders_tell_once_and_only_when_allowed(
    shown: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    reminders = shown.timeline.reminders
    monkeypatch.setattr(reminders, "_notify", told.append)
    contact = shown.contacts.page.view.current_id()
    due = reminders._until + 1
    following_up.add_follow_up(shown.session.book, FollowUp(title="Offer", due_at=due, contacts=[contact]))
    reminders._until = due - 1
    reminders.look()
    assert told == []
    reminders._until = due - 1
    reminders.allow(True)
    reminders.look()
    reminders.look()
    assert told == ["Offer"]
    shown.session.lock()
    reminders._until = due - 1
    reminders.look()
    assert told == ["Offer"]


def test_a_rhythm_is_chosen_in_words_and_a_kind_is_added(shown: MainWindow, qtbot: QtBot) -> None:
    contact, book = shown.contacts.page.view.current_id(), shown.session.book
    for typed, days in (("alle 10 Tage", 10), ("2 weeks", 14), ("no rhythm", None)):
        shown.commands["contact.rhythm"].trigger()
        picker = shown.findChildren(Picker)[-1]
        QTest.keyClicks(picker.line, typed)
        QTest.keyClick(picker.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda days=days: timelines.rhythm(book, contact).wanted == days)
    shown.commands["contact.add_kind"].trigger()
    picker = shown.findChildren(Picker)[-1]
    QTest.keyClicks(picker.line, "Site visit")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    icons = shown.findChildren(Picker)[-1]
    QTest.keyClicks(icons.line, "map")
    QTest.keyClick(icons.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(logging.own_kinds(book)) == 1)
    shown.commands["contact.log"].trigger()
    assert shown.timeline.quick_log.form.fields.kind.findText("Site visit") > 0
