"""Getting into a book by keys: password, recovery code, key file, and how it answers to mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from contactbook.actions import books
from contactbook.ui.unlock import unlock_page

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow
    from contactbook.ui.unlock.unlock_page import UnlockPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PASSWORD = "sample"


@pytest.fixture
def page(window: MainWindow, sample_file: Path, tmp_path: Path) -> UnlockPage:
    path = tmp_path / "Book.contactbook"
    path.write_bytes(sample_file.read_bytes())
    window.activateWindow()
    window.open_book(path)
    return window.door.unlocking


def said(page: UnlockPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def enter(window: MainWindow, text: str) -> None:
    QTest.keyClicks(window.focusWidget(), text)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)


def test_the_right_password_opens(window: MainWindow, page: UnlockPage, qtbot: QtBot) -> None:
    assert window.focusWidget() is page.password
    enter(window, PASSWORD)
    qtbot.waitUntil(window.contacts.isVisible, timeout=10_000)
    assert page.password.text() == ""


def test_a_wrong_password_waits_longer_each_time(
    window: MainWindow, page: UnlockPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unlock_page, "FIRST_WAIT_MS", 60)
    waits = []
    for _ in range(3):
        enter(window, "wrong")
        qtbot.waitUntil(lambda: not page.unlock_button.isEnabled())
        qtbot.waitUntil(lambda: "does not open" in said(page), timeout=10_000)
        assert window.focusWidget() is page.password
        assert page.password.selectedText()  # the next letter replaces it
        waits.append(page.wait_ms)
        QTest.keyClick(page.password, Qt.Key.Key_Return)
        assert "does not open" in said(page)  # waiting: Return does nothing
        qtbot.waitUntil(page.unlock_button.isEnabled)
    assert waits == [60, 120, 240]
    enter(window, PASSWORD)
    qtbot.waitUntil(window.contacts.isVisible, timeout=10_000)


def test_a_long_wait_is_counted_down(page: UnlockPage, qtbot: QtBot, tmp_path: Path) -> None:
    for _ in range(4):
        page.show_problem("No.", wrong=True)
    assert page.unlock_button.text() == "Wait 4 seconds"
    qtbot.waitUntil(lambda: page.unlock_button.text() == "Wait 3 seconds", timeout=3_000)
    page.ask_for(tmp_path / "Other.contactbook")
    assert page.unlock_button.isEnabled()  # another book: nothing was tried with it yet


def test_nothing_typed_is_said_without_a_wait(window: MainWindow, page: UnlockPage) -> None:
    enter(window, "")
    assert "Type the password" in said(page)
    assert page.unlock_button.isEnabled()


def test_the_recovery_code_opens(
    window: MainWindow, page: UnlockPage, qtbot: QtBot, sample_file: Path
) -> None:
    assert page.path is not None
    book = books.open_book(page.path, books.credential(PASSWORD))
    code = books.recovery_code(book).replace("\n", " ")
    book.close()
    page.code_button.setFocus()
    QTest.keyClick(page.code_button, Qt.Key.Key_Space)
    assert window.focusWidget() is page.code
    assert not page.password.isVisible()
    enter(window, code[:-1])
    qtbot.waitUntil(lambda: page.unlock_button.isEnabled() and len(said(page)) > 150, timeout=10_000)
    assert not window.session.is_open
    page.code.clear()
    enter(window, code)
    qtbot.waitUntil(window.contacts.isVisible, timeout=10_000)
    assert page.code.text() == ""


def test_password_and_key_file_open_together(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path, key_file = tmp_path / "Locked.contactbook", tmp_path / "stick.key"
    key_file.write_bytes(b"half of the key")
    books.create_book(path, books.credential(PASSWORD, key_file=key_file)).close()
    window.activateWindow()
    window.open_book(path)
    page = window.door.unlocking
    page.key_file.set_path(key_file)
    assert "stick.key" in said(page)
    enter(window, PASSWORD)
    qtbot.waitUntil(window.contacts.isVisible, timeout=10_000)


def test_caps_lock_is_noticed(window: MainWindow, page: UnlockPage) -> None:
    QTest.keyClicks(page.password, "A")  # an upper case letter without Shift
    assert "Caps lock is on." in said(page)
    QTest.keyClicks(page.password, "a")
    assert "Caps lock is on." not in said(page)
    QTest.keyClicks(page.password, "B", Qt.KeyboardModifier.ShiftModifier)
    assert "Caps lock is on." not in said(page)


def test_the_eye_shows_the_letters_until_they_are_forgotten(page: UnlockPage) -> None:
    QTest.keyClicks(page.password, "secret")
    assert page.password.displayText() != "secret"
    page.password.set_revealed(True)
    assert page.password.displayText() == "secret"
    page.forget()
    QTest.keyClicks(page.password, "secret")
    assert page.password.displayText() != "secret"


def test_another_book_leads_back_to_the_welcome(window: MainWindow, page: UnlockPage) -> None:
    QTest.keyClicks(page.password, "half a pass")
    page.other_wanted.emit()
    assert window.door.currentWidget() is window.door.welcome
