"""Remembering the key in the keychain of the system: offered, used, taken out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from contactbook.vault import keychain
from tests.fakes import Chain, use_keychain

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def chain(monkeypatch: pytest.MonkeyPatch) -> Chain:
    return use_keychain(monkeypatch, Chain())


@pytest.fixture
def path(sample_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "Book.contactbook"
    path.write_bytes(sample_file.read_bytes())
    return path


def test_without_a_keychain_nothing_is_offered(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.open_book(path)
    qtbot.waitUntil(lambda: not window.session.tasks.busy)
    assert window.door.unlocking.remember.isHidden()
    assert window.door.unlocking.kept_button.isHidden()


def test_remember_unlock_and_forget_by_keys(
    window: MainWindow, path: Path, qtbot: QtBot, chain: Chain
) -> None:
    page = window.door.unlocking
    window.open_book(path)
    qtbot.waitUntil(page.remember.isVisible)
    assert not page.remember.isChecked()
    QTest.keyClick(page.remember, Qt.Key.Key_Space)
    QTest.keyClicks(page.password, "sample")
    QTest.keyClick(page.password, Qt.Key.Key_Return)
    qtbot.waitUntil(window.contacts.isVisible, timeout=10_000)
    qtbot.waitUntil(lambda: len(chain.kept) == 1)

    window.session.lock()
    qtbot.waitUntil(page.kept_button.isVisible)
    assert page.remember.isChecked()
    QTest.keyClick(page.password, Qt.Key.Key_Return)
    qtbot.waitUntil(window.contacts.isVisible, timeout=10_000)

    window.session.lock()
    qtbot.waitUntil(page.kept_button.isVisible)
    QTest.keyClick(page.remember, Qt.Key.Key_Space)
    QTest.keyClick(page.kept_button, Qt.Key.Key_Space)
    qtbot.waitUntil(window.contacts.isVisible, timeout=10_000)
    qtbot.waitUntil(lambda: chain.kept == {})


def test_a_new_book_is_remembered_at_once(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, chain: Chain
) -> None:
    page = window.door.creating
    window.commands["file.new"].trigger()
    qtbot.waitUntil(page.remember.isVisible)
    page.place.setText(str(tmp_path / "new.contactbook"))
    QTest.keyClick(page.remember, Qt.Key.Key_Space)
    QTest.keyClicks(page.password, "some words")
    QTest.keyClicks(page.again, "some words")
    QTest.keyClick(page.again, Qt.Key.Key_Return)
    qtbot.waitUntil(window.door.recovery.isVisible, timeout=10_000)
    qtbot.waitUntil(lambda: len(chain.kept) == 1)
    assert next(iter(chain.kept))[0] == keychain.SERVICE


def test_a_keychain_whose_owner_says_no_leaves_the_password(
    window: MainWindow, path: Path, qtbot: QtBot, chain: Chain
) -> None:
    chain.refuses = True
    page = window.door.unlocking
    window.open_book(path)
    qtbot.waitUntil(page.remember.isVisible)
    QTest.keyClick(page.remember, Qt.Key.Key_Space)
    QTest.keyClicks(page.password, "sample")
    QTest.keyClick(page.password, Qt.Key.Key_Return)
    qtbot.waitUntil(window.contacts.isVisible, timeout=10_000)
    qtbot.waitUntil(window.messages.isVisible)
    assert "keychain" in window.messages.text
