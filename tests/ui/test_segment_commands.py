"""Searching with terms in the window, and keeping a search as a segment: by keys only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from contactbook.actions import segments
from contactbook.ui.segments.segment_dialog import SegmentDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from contactbook.ui.main_window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(window.focusWidget() or window, key, modifier)


def search_for(window: MainWindow, text: str) -> None:
    press(window, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(window.contacts.page.search, text)


def shown(window: MainWindow) -> list[str]:
    table = window.contacts.page.table
    return [table.index(row, 0).data() for row in range(table.rowCount())]


def chips(window: MainWindow) -> list[str]:
    return [chip.text() for chip in window.contacts.page.query_row.chips]


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.session.tasks.busy)
    qtbot.wait(10)


def open_dialog(window: MainWindow) -> SegmentDialog:
    return next(dialog for dialog in window.findChildren(SegmentDialog) if dialog.isVisible())


def save_as(window: MainWindow, qtbot: QtBot, name: str, text: str) -> None:
    search_for(window, text)
    press(window, Qt.Key.Key_S, CTRL | SHIFT)
    dialog = open_dialog(window)
    QTest.keyClicks(dialog.name, name)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    settle(window, qtbot)
    qtbot.waitUntil(lambda: name in [entry.label for entry in window.contacts.sidebar.entries])
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_terms_narrow_the_list_and_stand_under_the_field(sample_window: MainWindow) -> None:
    search_for(sample_window, "is:company city:helsinki")
    assert shown(sample_window) == ["Helsinki Tool Library"]
    assert chips(sample_window) == ["Companies", "City helsinki"]


def test_a_chip_takes_its_part_away_by_key(sample_window: MainWindow) -> None:
    search_for(sample_window, "is:company city:helsinki")
    first = sample_window.contacts.page.query_row.chips[0]
    QTest.keyClick(first, Qt.Key.Key_Delete)
    assert sample_window.contacts.page.search.text() == "city:helsinki"
    assert chips(sample_window) == ["City helsinki"]
    assert len(shown(sample_window)) > 1


def test_plain_words_show_no_chips(sample_window: MainWindow) -> None:
    search_for(sample_window, "helsinki")
    assert not sample_window.contacts.page.query_row.isVisible()


def test_what_is_not_understood_is_said_under_the_field(sample_window: MainWindow) -> None:
    search_for(sample_window, "citty:helsinki")
    row = sample_window.contacts.page.query_row
    assert "“citty:”" in row.complaint
    assert "city" in row.complaint
    press(sample_window, Qt.Key.Key_Escape)
    assert (row.complaint, row.isVisible()) == ("", False)


def test_a_term_that_is_being_typed_changes_nothing_yet(sample_window: MainWindow) -> None:
    everybody = shown(sample_window)
    search_for(sample_window, "city:")
    assert shown(sample_window) == everybody
    assert sample_window.contacts.page.query_row.complaint == ""


def test_a_search_is_saved_counted_chosen_changed_removed_and_undone(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    sidebar = sample_window.contacts.sidebar
    save_as(sample_window, qtbot, "Firms", "is:company")
    firms = next(entry for entry in sidebar.entries if entry.label == "Firms")
    expected = len(shown(sample_window))
    qtbot.waitUntil(
        lambda: next(entry for entry in sidebar.entries if entry.label == "Firms").count == expected
    )
    press(sample_window, Qt.Key.Key_Escape)
    sidebar.choose(firms.key)
    assert len(shown(sample_window)) == expected
    sidebar.list.setFocus()
    press(sample_window, Qt.Key.Key_F2)
    dialog = open_dialog(sample_window)
    assert (dialog.name.text(), dialog.text.text()) == ("Firms", "is:company")
    dialog.text.selectAll()
    QTest.keyClicks(dialog.text, "is:company city:helsinki")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(sample_window) == ["Helsinki Tool Library"])
    sample_window.activateWindow()
    qtbot.waitUntil(sample_window.isActiveWindow)
    sidebar.list.setFocus()
    press(sample_window, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: all(entry.label != "Firms" for entry in sidebar.entries))
    assert sidebar.entry is not None
    assert sidebar.entry.key == "all"
    settle(sample_window, qtbot)
    press(sample_window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: any(entry.label == "Firms" for entry in sidebar.entries))


def test_a_segment_follows_what_changes(sample_window: MainWindow, qtbot: QtBot) -> None:
    save_as(sample_window, qtbot, "Stars", "is:starred")
    sidebar = sample_window.contacts.sidebar
    stars = next(entry for entry in sidebar.entries if entry.label == "Stars")
    before = shown(sample_window)
    press(sample_window, Qt.Key.Key_Escape)
    other = next(row for row, name in enumerate(shown(sample_window)) if name not in before)
    added = shown(sample_window)[other]
    sample_window.contacts.page.view.go_to_row(other)
    sidebar.choose(stars.key)
    assert added not in shown(sample_window)
    sidebar.choose("all")
    sample_window.contacts.page.view.go_to_row(other)
    sample_window.commands["contact.star"].trigger()
    settle(sample_window, qtbot)
    sidebar.choose(stars.key)
    assert added in shown(sample_window)


def test_a_search_that_is_not_understood_cannot_be_saved(sample_window: MainWindow) -> None:
    dialog = SegmentDialog(sample_window, name="A", text="born:soon")
    assert not dialog.save_button.isEnabled()
    assert "born:soon" in dialog.understood.text()
    dialog.text.setText("born:05")
    assert dialog.save_button.isEnabled()
    assert dialog.understood.text() == "Birthday 05"
    dialog.close()


def test_segments_need_a_search_or_a_choice(sample_window: MainWindow) -> None:
    keys = ("segment.save", "segment.change", "segment.remove")
    assert [sample_window.commands[key].isEnabled() for key in keys] == [False] * 3
    search_for(sample_window, "is:company")
    assert sample_window.commands["segment.save"].isEnabled()


def test_saving_within_a_segment_keeps_both_searches(sample_window: MainWindow, qtbot: QtBot) -> None:
    save_as(sample_window, qtbot, "Firms", "is:company or is:starred")
    press(sample_window, Qt.Key.Key_Escape)
    sidebar = sample_window.contacts.sidebar
    sidebar.choose(next(entry.key for entry in sidebar.entries if entry.label == "Firms"))
    save_as(sample_window, qtbot, "Here", "city:helsinki")
    saved = segments.named(sample_window.session.book, "Here")
    assert saved.query == "(is:company or is:starred) city:helsinki"


def test_locking_while_segments_are_counted_leaves_nothing(
    window: MainWindow, open_book: Callable[[Path | None], None], qtbot: QtBot
) -> None:
    open_book(None)
    segments.save_segment(window.session.book, "All", "has:email")
    window.session.lock()
    settle(window, qtbot)
    assert window.contacts.sidebar.entries == []
