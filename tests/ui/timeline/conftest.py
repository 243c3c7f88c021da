"""What the tests of the timeline in the window begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow


@pytest.fixture
def shown(sample_window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The sample, with its fourth contact in hand."""
    page = sample_window.contacts.page
    page.focus_list()
    page.view.go_to_row(3)
    qtbot.waitUntil(lambda: sample_window.contacts.pane.contact_id == page.view.current_id())
    return sample_window
