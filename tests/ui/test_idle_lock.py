from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from contactbook.settings import declarations
from contactbook.ui.idle_lock import IdleLock

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow


def clock(window: MainWindow) -> QTimer:
    """The timer of the window's idle lock."""
    (lock,) = window.findChildren(IdleLock)
    (timer,) = lock.findChildren(QTimer)
    return timer


def test_the_book_is_locked_when_the_time_is_over(sample_window: MainWindow, qtbot: QtBot) -> None:
    timer = clock(sample_window)
    minutes = sample_window.settings.get(declarations.IDLE_LOCK_MINUTES)
    assert timer.isActive()
    assert timer.interval() == minutes * 60_000

    def locked() -> bool:
        timer.start(1)  # again and again: work under way puts it off
        return not sample_window.session.is_open

    qtbot.waitUntil(locked)


def test_a_key_begins_the_time_anew(sample_window: MainWindow, qtbot: QtBot) -> None:
    timer = clock(sample_window)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    (lock,) = sample_window.findChildren(IdleLock)
    lock.restart()
    sample_window.activateWindow()
    qtbot.waitUntil(sample_window.isActiveWindow)
    qtbot.wait(40)
    before = timer.remainingTime()
    QTest.keyClick(sample_window.windowHandle(), Qt.Key.Key_Down)
    assert timer.remainingTime() > before


def test_zero_minutes_never_lock(sample_window: MainWindow) -> None:
    sample_window.settings.put(declarations.IDLE_LOCK_MINUTES, 0)
    (lock,) = sample_window.findChildren(IdleLock)
    clock(sample_window).stop()
    lock.restart()
    assert not clock(sample_window).isActive()
