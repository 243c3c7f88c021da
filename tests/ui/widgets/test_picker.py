from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from contactbook.ui.widgets.picker import Choice, Picker

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

LABELS = ("Import files", "Export", "Lock", "Go to: Companies", "Łódź trip")


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def opened(qtbot: QtBot, done: list[str]) -> Callable[..., Picker]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()

    def open_it(*, create: bool = False) -> Picker:
        choices = [Choice(label, lambda label=label: done.append(label)) for label in LABELS]
        fresh = (lambda text: Choice(f"New {text}", lambda: done.append(f"new {text}"))) if create else None
        picker = Picker(window, choices, prompt="What?", create=fresh)
        picker.show_over(window)
        return picker

    return open_it


def shown(picker: Picker) -> list[str]:
    model = picker.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_words_narrow_in_any_order_and_without_accents(opened: Callable[..., Picker]) -> None:
    picker = opened()
    assert shown(picker) == list(LABELS)
    QTest.keyClicks(picker.line, "comp go")
    assert shown(picker) == ["Go to: Companies"]
    picker.line.setText("lodz")
    assert shown(picker) == ["Łódź trip"]
    picker.line.setText("port")
    assert shown(picker) == ["Import files", "Export"]
    picker.close()


def test_enter_does_it_and_closes(opened: Callable[..., Picker], done: list[str], qtbot: QtBot) -> None:
    picker = opened()
    with qtbot.waitSignal(picker.destroyed):
        QTest.keyClick(picker.line, Qt.Key.Key_Down)
        QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert done == ["Export"]


def test_nothing_found_does_nothing(opened: Callable[..., Picker], done: list[str], qtbot: QtBot) -> None:
    picker = opened()
    QTest.keyClicks(picker.line, "zzz")
    with qtbot.waitSignal(picker.destroyed):
        QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert done == []


def test_nothing_found_is_said(opened: Callable[..., Picker]) -> None:
    picker = opened()
    assert picker.list.isVisible()
    QTest.keyClicks(picker.line, "zzz")
    assert picker.nothing.isVisible()
    assert not picker.list.isVisible()
    picker.line.clear()
    assert picker.list.isVisible()
    assert not picker.nothing.isVisible()
    picker.close()


def test_escape_closes(opened: Callable[..., Picker], done: list[str], qtbot: QtBot) -> None:
    picker = opened()
    with qtbot.waitSignal(picker.destroyed):
        QTest.keyClick(picker.line, Qt.Key.Key_Escape)
    assert done == []


def test_a_new_word_can_be_made_and_an_old_one_not(opened: Callable[..., Picker]) -> None:
    picker = opened(create=True)
    picker.line.setText("lock")
    assert shown(picker) == ["Lock"]
    picker.line.setText("lo")
    assert shown(picker)[-1] == "New lo"
    picker.close()
