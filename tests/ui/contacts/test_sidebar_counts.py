"""The numbers of the sidebar: a big book's are counted beside the window's work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import editing
from contactbook.ui.contacts import sidebar_counts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow


def starred(window: MainWindow) -> int | None:
    return next((one.count for one in window.contacts.sidebar.entries if one.key == "starred"), None)


def everybody(window: MainWindow) -> int | None:
    return next((one.count for one in window.contacts.sidebar.entries if one.key == "all"), None)


@pytest.mark.parametrize("big", [1, sidebar_counts.BIG])
def test_the_numbers_follow_every_change(
    window: MainWindow,
    open_book: Callable[[Path | None], None],
    sample_file: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    big: int,
) -> None:
    monkeypatch.setattr(sidebar_counts, "BIG", big)
    open_book(sample_file)
    table = window.contacts.page.table
    qtbot.waitUntil(lambda: everybody(window) == table.total > 0)
    before = starred(window)
    assert before is not None
    unstarred = [
        table.id_at(row)
        for row in range(table.rowCount())
        if (shown := table.row(row)) is not None and not shown.starred
    ]
    for contact_id in unstarred[:3]:
        window.session.write(editing.set_starred, [contact_id], True)
    qtbot.waitUntil(lambda: starred(window) == before + 3)
    window.session.lock()
    assert not window.contacts.sidebar.entries
