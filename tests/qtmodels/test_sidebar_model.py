from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from contactbook.qtmodels.sidebar_model import SidebarModel, entries_of
from contactbook.store.queries import Counts, ImportCount, TagCount

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def counts(tags: dict[str, int] | None = None, imports: dict[str, int] | None = None) -> Counts:
    tag_counts = [TagCount(len(name), name, count, "") for name, count in (tags or {}).items()]
    import_counts = [
        ImportCount(at, name, 0, count) for at, (name, count) in enumerate((imports or {}).items())
    ]
    return Counts(3, 2, 1, 0, 0, tag_counts, import_counts)


@pytest.fixture
def model(qtbot: QtBot) -> SidebarModel:
    made = SidebarModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.set_entries(entries_of(counts(tags={"vip": 2})))
    return made


def labels(model: SidebarModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_the_parts_of_the_book_stand_in_order(model: SidebarModel) -> None:
    assert [label for label in labels(model) if label] == [
        "All contacts", "People", "Companies", "Starred", "Today", "Tags", "vip", "Trash",
    ]  # fmt: skip


def test_headings_cannot_be_chosen_and_the_rest_can(model: SidebarModel) -> None:
    for row in range(model.rowCount()):
        entry = model.entry(row)
        assert entry is not None
        chosen = bool(model.index(row).flags() & Qt.ItemFlag.ItemIsSelectable)
        assert chosen != entry.is_heading


def test_a_new_count_changes_one_line(model: SidebarModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.dataChanged) as changed, qtbot.assertNotEmitted(model.modelReset):
        model.set_entries(entries_of(counts(tags={"vip": 7})))
    assert (changed.args or [])[0].row() == model.row_of("tag:3")
    assert model.entry(model.row_of("tag:3")).count == 7


def test_tags_come_and_go_in_place(model: SidebarModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_entries(entries_of(counts(tags={"club": 1, "vip": 2}, imports={"a.vcf": 9})))
        assert [label for label in labels(model) if label][5:] == [
            "Tags",
            "club",
            "vip",
            "Imports",
            "a.vcf",
            "Trash",
        ]
        model.set_entries(entries_of(counts()))
    assert "Tags" not in labels(model)


def test_a_screen_reader_hears_the_count(model: SidebarModel) -> None:
    row = model.row_of("people")
    assert model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) == "People, 2"


def test_an_import_of_several_files_says_so() -> None:
    runs = [ImportCount(1, "one.vcf", 0, 3), ImportCount(2, "one.vcf", 0, 40, files=28)]
    labels = [entry.label for entry in entries_of(Counts(0, 0, 0, 0, 0, [], runs))]
    assert "one.vcf" in labels
    assert "one.vcf and 27 more" in labels
