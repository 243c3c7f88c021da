"""The list after a change of very many contacts: it is read beside the window, and ends up right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.actions import editing
from contactbook.domain.changes import Changes
from contactbook.domain.contact import Contact
from contactbook.ui.contacts.sidebar_counts import SidebarCounts

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

EVERYTHING = Changes(step=1, everything=True)


def test_it_stays_until_the_new_one_is_there(sample_window: MainWindow, qtbot: QtBot) -> None:
    session, table = sample_window.session, sample_window.contacts.page.table
    before = table.rowCount()
    gone = [table.id_at(0), table.id_at(3)]
    editing.trash(session.book, gone)
    session.announce(EVERYTHING)
    assert table.rowCount() == before
    qtbot.waitUntil(lambda: table.rowCount() == before - 2)
    assert not table.rows_of(gone)


def test_what_changes_meanwhile_is_read_as_well(
    sample_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[int] = []
    monkeypatch.setattr(SidebarCounts, "renew", lambda _self, listed: counted.append(listed))
    session, table = sample_window.session, sample_window.contacts.page.table
    before = table.rowCount()
    session.announce(EVERYTHING)
    session.announce(editing.trash(session.book, [table.id_at(0)]))
    qtbot.waitUntil(lambda: bool(counted))
    assert counted == [before - 1]  # the first reading was not shown
    assert table.rowCount() == before - 1


def test_a_search_meanwhile_is_the_one_that_counts(sample_window: MainWindow, qtbot: QtBot) -> None:
    session, page = sample_window.session, sample_window.contacts.page
    first = page.table.row(0)
    assert first is not None
    session.announce(editing.add_contact(session.book, Contact(full_name="Xenia Quux")))
    session.announce(EVERYTHING)
    page.search.setText("quux")
    qtbot.waitUntil(lambda: not session.tasks.busy)
    assert page.table.rowCount() == 1
    page.search.setText("")
    assert page.table.rowCount() == page.table.total > 1


def test_locking_meanwhile_leaves_nothing(sample_window: MainWindow, qtbot: QtBot) -> None:
    session, table = sample_window.session, sample_window.contacts.page.table
    session.announce(EVERYTHING)
    session.lock()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    assert table.rowCount() == table.total == 0
