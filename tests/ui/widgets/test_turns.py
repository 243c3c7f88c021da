"""Pieces of work come in order, one a turn, and none after the stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from contactbook.ui.widgets.turns import Turns

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_each_piece_has_a_turn_of_its_own(qtbot: QtBot) -> None:
    owner, done = QObject(), list[str]()
    beat = QTimer(owner, interval=0)
    beat.timeout.connect(lambda: done.append("beat"))
    turns = Turns(owner)
    beat.start()
    turns.then(
        lambda: done.append("a"), lambda: turns.then(lambda: done.append("c")), lambda: done.append("b")
    )
    assert not done
    qtbot.waitUntil(lambda: "c" in done)
    beat.stop()
    assert [one for one in done if one != "beat"] == ["a", "b", "c"]
    assert "beat" in done[done.index("a") : done.index("b")]


def test_nothing_is_called_after_the_stop(qtbot: QtBot) -> None:
    owner, done = QObject(), list[str]()
    turns = Turns(owner)
    turns.then(lambda: done.append("a"), turns.stop, lambda: done.append("b"))
    qtbot.waitUntil(lambda: bool(done))
    qtbot.wait(20)
    assert done == ["a"]
