from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from contactbook.qtmodels.contact_columns import NAME

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from contactbook.ui.contacts.list_header import ListHeader
    from contactbook.ui.main_window import MainWindow


@pytest.fixture
def header(sample_window: MainWindow, qtbot: QtBot) -> ListHeader:
    found = sample_window.contacts.page.view.header
    qtbot.waitUntil(lambda: found.isVisible() and found.cells() != [])
    return found


def filled(header: ListHeader) -> bool:
    """Whether the columns take the whole width."""
    return sum(width for _column, _left, width in header.cells()) == header.viewport().width()


def test_the_columns_fill_the_width(header: ListHeader, sample_window: MainWindow, qtbot: QtBot) -> None:
    assert filled(header)
    sample_window.resize(1500, 800)
    qtbot.waitUntil(lambda: filled(header))
    header.show_column(header.columns.index_of("locality"), shown=True)
    assert filled(header)


def test_dragging_an_edge_takes_from_the_neighbour(header: ListHeader) -> None:
    (name, _left, wide), (_column, _at, next_wide) = header.cells()[:2]
    header.resizeSection(name, wide - 30)
    assert header.sectionSize(name) == wide - 30
    assert header.cells()[1][2] == next_wide + 30
    assert filled(header)


def test_a_click_sorts_and_another_turns_round(header: ListHeader, sample_window: MainWindow) -> None:
    page = sample_window.contacts.page
    column, left, _width = header.cells()[2]
    place = QPoint(left + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.table.sorting == (header.columns[column].sort, False)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.table.sorting == (header.columns[column].sort, True)


def test_the_chooser_switches_columns_but_never_the_name(header: ListHeader) -> None:
    menu = QMenu()
    header.fill_chooser(menu)
    by_text = {action.text(): action for action in menu.actions()}
    assert not by_text["Name"].isEnabled()
    by_text["City"].trigger()
    assert not header.isSectionHidden(header.columns.index_of("locality"))
    by_text["Phone"].trigger()
    assert header.isSectionHidden(header.columns.index_of("phone"))
    by_text["Standard columns"].trigger()
    assert header.isSectionHidden(header.columns.index_of("locality"))
    assert not header.isSectionHidden(header.columns.index_of("phone"))
    menu.deleteLater()


def test_a_layout_comes_back_as_it_was(header: ListHeader) -> None:
    header.show_column(header.columns.index_of("tags"), shown=True)
    header.moveSection(header.visualIndex(header.columns.index_of("tags")), 1)
    kept = header.layout_of()
    header.reset_layout()
    assert header.layout_of() != kept
    header.set_layout_of([*kept, ("of another version", 100, True)])
    assert header.layout_of() == kept
    assert header.logicalIndex(0) == NAME
