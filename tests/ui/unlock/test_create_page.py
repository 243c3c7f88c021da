"""Creating a book by keys: what is refused and said, what is made, and what is forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from contactbook.actions import books
from contactbook.ui.unlock.strength_meter import StrengthMeter

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow
    from contactbook.ui.unlock.create_page import CreatePage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PASSWORD = "correct horse battery"


@pytest.fixture
def page(window: MainWindow) -> CreatePage:
    window.activateWindow()
    window.door.welcome.create_button.setFocus()
    QTest.keyClick(window.door.welcome.create_button, Qt.Key.Key_Return)
    return window.door.creating


def type_it(window: MainWindow, *texts: str) -> None:
    """Types each text where the focus is, Tab between them, Return at the end."""
    for at, text in enumerate(texts):
        if at:
            QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClicks(window.focusWidget(), text)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)


def said(page: CreatePage) -> str:
    """Everything readable on the page."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def place(page: CreatePage, path: Path) -> None:
    page.place.setFocus()
    page.place.selectAll()
    QTest.keyClicks(page.place, str(path))
    page.password.setFocus()


def test_keys_alone_make_a_book(window: MainWindow, page: CreatePage, qtbot: QtBot, tmp_path: Path) -> None:
    place(page, tmp_path / "Mine")
    type_it(window, PASSWORD, PASSWORD)
    qtbot.waitUntil(window.door.recovery.isVisible, timeout=10_000)
    assert (tmp_path / "Mine.contactbook").is_file()
    assert page.password.text() == page.again.text() == ""
    shown = window.door.recovery.code.text()
    assert shown == books.recovery_code(window.session.book)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(window.contacts.isVisible)
    assert window.door.recovery.code.text() == ""
    assert shown not in window.door.recovery.code.accessibleName()


def test_two_different_passwords_are_refused(window: MainWindow, page: CreatePage, tmp_path: Path) -> None:
    place(page, tmp_path / "Mine")
    type_it(window, PASSWORD, PASSWORD + "x")
    assert "not the same" in said(page)
    assert window.focusWidget() is page.again
    assert page.again.selectedText()
    QTest.keyClicks(page.again, "c")
    assert "not the same" not in said(page)
    assert not (tmp_path / "Mine.contactbook").exists()


def test_an_empty_password_is_refused(window: MainWindow, page: CreatePage, tmp_path: Path) -> None:
    place(page, tmp_path / "Mine")
    type_it(window, "")
    assert "Choose a password" in said(page)
    assert window.focusWidget() is page.password


def test_no_file_name_is_refused(window: MainWindow, page: CreatePage) -> None:
    page.place.clear()
    page.password.setFocus()
    type_it(window, PASSWORD, PASSWORD)
    assert "where to keep the book" in said(page)
    assert window.focusWidget() is page.place


def test_an_existing_file_is_never_overwritten(
    window: MainWindow, page: CreatePage, qtbot: QtBot, tmp_path: Path
) -> None:
    there = tmp_path / "Mine.contactbook"
    there.write_bytes(b"somebody else's")
    place(page, there)
    type_it(window, PASSWORD, PASSWORD)
    qtbot.waitUntil(lambda: "Mine.contactbook" in said(page), timeout=10_000)
    assert there.read_bytes() == b"somebody else's"
    assert page.create_button.isEnabled()
    assert page.password.text() == PASSWORD  # only the name needs another try


def test_a_missing_folder_is_said(window: MainWindow, page: CreatePage, qtbot: QtBot, tmp_path: Path) -> None:
    place(page, tmp_path / "nowhere" / "Mine")
    type_it(window, PASSWORD, PASSWORD)
    qtbot.waitUntil(lambda: "nowhere" in said(page), timeout=10_000)
    assert not window.session.is_open


def test_back_forgets_what_was_typed(window: MainWindow, page: CreatePage) -> None:
    QTest.keyClicks(page.password, PASSWORD)
    page.back_wanted.emit()
    assert window.door.currentWidget() is window.door.welcome
    window.door.show_create()
    assert page.password.text() == ""
    assert page.meter.level == "empty"


def test_tab_goes_from_top_to_bottom(window: MainWindow, page: CreatePage) -> None:
    page.place.setFocus()
    stations = []
    for _ in range(7):
        stations.append(window.focusWidget())
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    heights = [station.mapTo(page, station.rect().center()).y() for station in stations]
    assert stations[0] is page.place
    assert stations[2:4] == [page.password, page.again]
    assert stations[-1] is page.create_button
    assert heights == sorted(heights)


@pytest.mark.parametrize(
    ("password", "level"),
    [
        ("", "empty"),
        ("hello", "weak"),
        ("aaaaaaaaaaaaaaaaaaa", "weak"),
        ("garden gn", "good"),
        ("garden gnomes sing at night", "strong"),
    ],
)
def test_the_meter_says_how_strong(qtbot: QtBot, password: str, level: str) -> None:
    meter = StrengthMeter()
    qtbot.addWidget(meter)
    meter.show_password(password)
    assert meter.level == level
    assert meter.words() in meter.accessibleName()


def test_every_level_looks_different(qtbot: QtBot) -> None:
    meter = StrengthMeter()
    qtbot.addWidget(meter)
    meter.resize(300, 20)
    seen = set()
    for password in ("", "hello", "gardens", "garden gn", "garden gnomes sing at night"):
        meter.show_password(password)
        image = meter.grab().toImage()
        seen.add(bytes(image.constBits()))
    assert len(seen) == 5
