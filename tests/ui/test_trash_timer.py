"""The trash empties itself of what has lain there too long, says so, and can be asked to bring it back."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from contactbook.actions import books, browsing, editing
from contactbook.ui import trash_timer
from contactbook.ui.trash_timer import TrashTimer
from tests.ui.conftest import PASSWORD

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.store.book import Book
    from contactbook.ui.main_window import MainWindow


def throw_away(book: Book, days_ago: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a contact into the trash, so long ago."""
    [one] = editing.add_contact(book, {"given": "Ada"}).made
    then = trash_timer.DAY_MS * days_ago
    with monkeypatch.context() as moved:
        now = time.time_ns()
        moved.setattr("time.time_ns", lambda: now - then * 1_000_000)
        editing.trash(book, [one])


def in_trash(book: Book) -> int:
    return len(list(browsing.list_contacts(book, view="trash")))


def timer_of(window: MainWindow) -> TrashTimer:
    found = window.session.findChild(TrashTimer)
    assert found is not None
    return found


@pytest.mark.parametrize(("days_ago", "left"), [(31, 0), (29, 1)])
def test_what_is_due_goes_and_comes_back(
    window: MainWindow,
    open_book: Callable[[Path | None], None],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    days_ago: int,
    left: int,
) -> None:
    open_book(None)
    book = window.session.book
    throw_away(book, days_ago, monkeypatch)
    assert in_trash(book) == 1
    timer_of(window).look()
    qtbot.waitUntil(lambda: not window.session.tasks.busy)
    assert in_trash(book) == left
    undo = [each for each in window.messages.findChildren(QPushButton) if each.text() == "Undo"]
    assert bool(undo) == (left == 0)
    if undo:
        undo[0].click()
        qtbot.waitUntil(lambda: in_trash(book) == 1)


def test_it_looks_soon_after_a_book_was_opened(
    window: MainWindow,
    open_book: Callable[[Path | None], None],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    open_book(None)
    path = window.session.book.path
    throw_away(window.session.book, 31, monkeypatch)
    window.session.close()
    qtbot.waitUntil(lambda: not window.session.tasks.busy)
    monkeypatch.setattr(trash_timer, "SOON_MS", 50)
    window.session.take(books.open_book(path, books.credential(PASSWORD)))
    qtbot.waitUntil(lambda: in_trash(window.session.book) == 0)


def test_it_rests_without_a_book(
    window: MainWindow, open_book: Callable[[Path | None], None], qtbot: QtBot
) -> None:
    timer = timer_of(window)
    timer.look()
    open_book(None)
    window.session.lock()
    timer.look()
    qtbot.waitUntil(lambda: not window.session.tasks.busy)
    assert not window.session.is_open
