from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from contactbook.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_steps_stand_below_each_other_where_there_is_no_room(qtbot: QtBot) -> None:
    empty = EmptyState()
    qtbot.addWidget(empty)
    done: list[str] = []
    empty.say(
        "import",
        "Nobody here",
        "",
        [("Import files", lambda: done.append("import")), ("Try the sample", lambda: done.append("sample"))],
    )
    empty.resize(600, 400)
    empty.show()
    first, second = empty.findChildren(QPushButton)
    assert first.y() == second.y()
    empty.resize(180, 400)
    qtbot.waitUntil(lambda: second.y() >= first.y() + first.height())
    assert second.width() >= second.sizeHint().width()
    assert empty.take_focus()
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    second.click()
    assert done == ["import", "sample"], "Enter does what the button in focus says"
