from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from contactbook.domain.changes import Changes
from contactbook.domain.field_definition import FieldDefinition
from contactbook.qtmodels.contact_columns import FIXED
from contactbook.qtmodels.contact_table import ContactTable, IdRole, RowRole, SortRole, show_fields
from contactbook.qtmodels.row_cache import PAGE, PAGES
from contactbook.qtmodels.row_source import ALL, View

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

from tests.qtmodels.list_source import ListSource, row

NAMES = ("Ada", "Bob", "Cleo", "Dora", "Eve")


@pytest.fixture
def source() -> ListSource:
    return ListSource(row(10 + at, name, email=f"{name}@x.example") for at, name in enumerate(NAMES))


@pytest.fixture
def table(source: ListSource, qtbot: QtBot) -> ContactTable:
    made = ContactTable()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.open(source)
    made.show(ALL)
    return made


def names(table: ContactTable) -> list[str]:
    return [table.index(at, 0).data() for at in range(table.rowCount())]


def test_lists_in_order_of_the_sort_name(table: ContactTable) -> None:
    assert names(table) == list(NAMES)
    assert table.index(1, table.columns.index_of("email")).data() == "Bob@x.example"
    assert table.index(1, 0).data(IdRole) == 11
    assert table.index(1, 3).data(RowRole).display_name == "Bob"
    assert table.index(1, 0).data(SortRole) == "Bob"


def test_every_column_has_a_heading(table: ContactTable) -> None:
    headings = [table.headerData(at, Qt.Orientation.Horizontal) for at in range(table.columnCount())]
    assert headings[0] == "Name"
    assert all(headings)
    assert len(set(headings)) == len(FIXED)


def test_sorting_backwards_by_the_header(table: ContactTable) -> None:
    table.sort(0, Qt.SortOrder.DescendingOrder)
    assert names(table) == list(reversed(NAMES))
    assert table.sorting == ("name", True)


def test_a_search_narrows_and_an_empty_one_widens(table: ContactTable) -> None:
    table.search("e")
    assert names(table) == list(NAMES)  # every address has an e
    table.search("dor")
    assert names(table) == ["Dora"]
    table.search("")
    assert names(table) == list(NAMES)


def test_another_part_of_the_book(table: ContactTable, source: ListSource) -> None:
    source.put(row(12, "Cleo", starred=True))
    table.show(View(kind="starred"))
    assert names(table) == ["Cleo"]
    assert table.total == 1


def test_one_more_contact_is_an_inserted_row(table: ContactTable, source: ListSource, qtbot: QtBot) -> None:
    source.put(row(99, "Bea"))
    with qtbot.waitSignal(table.rowsInserted) as inserted, qtbot.assertNotEmitted(table.modelReset):
        table.refresh(Changes(step=1, contacts=frozenset({99})))
    assert (inserted.args or [])[1:] == [1, 1]
    assert names(table) == ["Ada", "Bea", "Bob", "Cleo", "Dora", "Eve"]


def test_contacts_gone_side_by_side_are_removed_rows(
    table: ContactTable, source: ListSource, qtbot: QtBot
) -> None:
    source.drop(11, 12)
    with qtbot.waitSignal(table.rowsRemoved) as removed, qtbot.assertNotEmitted(table.modelReset):
        table.refresh(Changes(step=1, contacts=frozenset({11, 12})))
    assert (removed.args or [])[1:] == [1, 2]
    assert names(table) == ["Ada", "Dora", "Eve"]


def test_a_changed_row_is_read_again_and_nothing_moves(
    table: ContactTable, source: ListSource, qtbot: QtBot
) -> None:
    assert names(table) == list(NAMES)
    source.put(row(11, "Bob", organization="Acme"))
    with qtbot.waitSignal(table.dataChanged), qtbot.assertNotEmitted(table.modelReset):
        table.refresh(Changes(step=1, contacts=frozenset({11})))
    assert table.index(1, table.columns.index_of("organization")).data() == "Acme"


def test_a_new_name_moves_the_row(table: ContactTable, source: ListSource) -> None:
    source.put(row(11, "Zoe"))
    table.refresh(Changes(step=1, contacts=frozenset({11})))
    assert names(table) == ["Ada", "Cleo", "Dora", "Eve", "Zoe"]
    assert table.row_of(11) == 4


def test_locking_leaves_nothing(table: ContactTable) -> None:
    table.search("a")
    table.open(None)
    assert table.rowCount() == 0
    assert table.text == ""
    assert table.id_at(0) == 0
    assert table.row(0) is None
    table.refresh(Changes(step=1, everything=True))
    assert table.rowCount() == 0


def test_what_was_read_elsewhere_is_taken_by_the_smallest_step(
    table: ContactTable, source: ListSource, qtbot: QtBot
) -> None:
    assert names(table) == list(NAMES)
    read = table.listing.reading()
    other = ListSource([*source.held.values(), row(99, "Bea")])
    source.put(row(99, "Bea"), row(11, "Bob", organization="Acme"))
    with qtbot.waitSignal(table.rowsInserted) as inserted, qtbot.assertNotEmitted(table.modelReset):
        assert table.refresh(Changes(step=1, everything=True), read(other))
    assert (inserted.args or [])[1:] == [1, 1]
    assert names(table) == ["Ada", "Bea", "Bob", "Cleo", "Dora", "Eve"]
    assert table.total == 6
    assert table.index(2, table.columns.index_of("organization")).data() == "Acme"  # every row is read anew


def test_what_was_read_for_another_search_is_not_taken(table: ContactTable, source: ListSource) -> None:
    table.search("o")
    read = table.listing.reading()
    found = read(source)
    assert list(found.order.ids) == [11, 12, 13]
    table.search("")
    assert not table.refresh(Changes(step=1, everything=True), found)
    assert names(table) == list(NAMES)


def test_a_hundred_thousand_rows_read_only_what_is_looked_at(qtbot: QtBot) -> None:
    big = ListSource(row(number, f"n{number:06}") for number in range(1, 100_001))
    table = ContactTable()
    table.open(big)
    table.show(ALL)
    assert table.rowCount() == 100_000
    assert big.rows_read == 0
    assert [table.row(at).display_name for at in (0, 1, 99_999)] == ["n000001", "n000002", "n100000"]
    assert big.rows_read <= 2 * PAGE
    for at in range(0, 100_000, 25):
        table.row(at)
    assert len(table.listing.held()) <= PAGE * PAGES


def test_a_broad_search_shows_its_first_page_before_the_rest_is_sorted(qtbot: QtBot) -> None:
    big = ListSource(row(number, f"n{number:06}") for number in range(1, 10_001))
    table = ContactTable()
    table.open(big)
    table.show(ALL)
    resets: list[int] = []
    table.modelReset.connect(lambda: resets.append(table.rowCount()))
    table.search("n00")
    assert table.rowCount() == 9_999
    assert table.row(5).display_name == "n000006"
    assert table.row_of(9_999) == 9_998  # beyond the first page: sorted out on the spot
    qtbot.wait(20)
    assert resets == [9_999]


def test_a_match_that_left_the_view_meanwhile_is_not_counted(qtbot: QtBot) -> None:
    class Late(ListSource):
        def search(self, text: str, view: View) -> set[int]:
            return super().search(text, view) | {1_000_000}

    table = ContactTable()
    table.open(Late(row(number, f"n{number:06}") for number in range(1, 1_001)))
    table.show(ALL)
    table.search("n")
    assert table.rowCount() == 1_001
    qtbot.waitUntil(lambda: table.rowCount() == 1_000)


def test_nothing_hangs_below_a_row(table: ContactTable) -> None:
    assert table.rowCount(table.index(0, 0)) == 0
    assert table.columnCount(table.index(0, 0)) == 0
    assert not table.index(0, 0).parent().isValid()
    assert table.data(QModelIndex()) is None


def test_the_models_need_no_windows() -> None:
    for module in (
        "contact_table",
        "row_source",
        "row_cache",
        "row_order",
        "contact_columns",
        "sidebar_model",
    ):
        found = importlib.util.find_spec(f"contactbook.qtmodels.{module}")
        assert found is not None
        assert found.origin is not None
        assert "QtWidgets" not in Path(found.origin).read_text("utf-8")


def test_each_list_has_the_columns_of_its_own_book(table: ContactTable) -> None:
    other = ContactTable()
    size = FieldDefinition("Size", "number", key="size", id=7)
    assert show_fields(table, [size])
    assert not show_fields(table, [size])
    at = table.columns.index_of("field.size")
    assert table.headerData(at, Qt.Orientation.Horizontal) == "Size"
    assert (other.columns.index_of("field.size"), other.columnCount()) == (-1, len(FIXED))
