from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from contactbook.domain.problems import Problem
from contactbook.ui.messages import message_bar
from contactbook.ui.messages.message_bar import MessageBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.move(300, 300)  # away from the mouse, which would keep a message there, as the focus would
    return made


@pytest.fixture
def bar(window: QWidget) -> MessageBar:
    layout = QVBoxLayout(window)
    field = QLineEdit()
    made = MessageBar(window)
    layout.addWidget(field)
    layout.addWidget(made)
    window.show()
    field.setFocus()
    return made


def test_it_is_not_there_until_it_says_something(bar: MessageBar) -> None:
    assert bar.isHidden()
    assert bar.text == ""
    bar.say("Imported 3 contacts.")
    assert not bar.isHidden()
    assert bar.text == "Imported 3 contacts."
    bar.dismiss()
    assert bar.isHidden()


def test_a_button_does_its_step_and_closes(bar: MessageBar) -> None:
    done: list[str] = []
    bar.say(
        "Imported.",
        steps=[("Undo", lambda: done.append("undo")), ("Show report", lambda: done.append("show"))],
    )
    buttons = [button for button in bar.findChildren(QPushButton) if not button.isHidden()]
    assert [button.text() for button in buttons] == ["Undo", "Show report"]
    QTest.keyClick(buttons[0], Qt.Key.Key_Space)
    assert done == ["undo"]
    assert bar.isHidden()


def test_the_newest_wins_with_its_own_buttons(bar: MessageBar) -> None:
    bar.say("First.", steps=[("Undo", lambda: None)])
    bar.say("Second.")
    assert bar.text == "Second."
    assert [button for button in bar.findChildren(QPushButton) if not button.isHidden()] == []


def test_a_problem_says_what_why_and_what_to_do(bar: MessageBar) -> None:
    bar.say_problem(Problem("import.empty_file", path="a.vcf"))
    assert "a.vcf" in bar.text
    assert bar.text.count(".") >= 2


def test_good_news_goes_away_and_problems_stay(
    bar: MessageBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(message_bar, "PATIENCE_MS", 30)
    bar.say("Saved.")
    qtbot.waitUntil(bar.isHidden)
    bar.say("Broken.", tone=message_bar.DANGER)
    qtbot.wait(80)
    assert not bar.isHidden()
