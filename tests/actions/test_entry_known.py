"""Numbers of orders from two shops, and rows that come again (contactbook.actions.entry_known)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import editing, entry_known, entry_mappings, importing, timelines
from contactbook.actions.import_options import ImportOptions

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.actions.import_report import ImportReport
    from contactbook.store.book import Book

HEAD = "Order ID,Email,Item,Amount,Currency,Date\n"
LAMP = "1001,ada@a.example,Lamp,20,EUR,2026-03-02\n"
CHAIR = "1001,ada@a.example,Chair,90,EUR,2026-05-09\n"


@pytest.fixture
def people(book: Book) -> list[int]:
    return [
        editing.add_contact(book, {"given": name, "email": f"{name.lower()}@a.example"}).made[0]
        for name in ("Ada", "Ben")
    ]


def bring(book: Book, folder: Path, name: str, rows: str, source: str = "") -> ImportReport:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEAD + rows, "utf-8")
    options = entry_mappings.overruled([path], ImportOptions(rows_are="purchase"), {}, source=source)
    return importing.import_files(book, [path], options=options).report


def items(book: Book, contact: int) -> list[str]:
    return sorted(entry.subject for entry in timelines.timeline(book, contact))


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("orders.csv", "file:orders"),
        ("/x/Orders_2026-11 (1).csv", "file:orders"),
        ("Copy of orders-3.xlsx", "file:orders"),
        ("shop-a/orders.csv", "file:orders"),
        ("orders shop b.csv", "file:orders shop b"),
        ("2026.csv", "file:"),
    ],
)
def test_a_source_is_what_the_names_of_its_files_have_in_common(file: str, name: str) -> None:
    assert entry_known.source_of("", file) == (name, False)
    assert entry_known.source_of(" My  shop ", file) == ("My shop", True)


def test_the_same_number_from_two_files_is_two_orders(book: Book, people: list[int], tmp_path: Path) -> None:
    assert bring(book, tmp_path, "lights.csv", LAMP).created == 1
    assert bring(book, tmp_path, "seats.csv", CHAIR).created == 1
    assert items(book, people[0]) == ["Chair", "Lamp"]
    for name, row in (("lights.csv", LAMP), ("seats.csv", CHAIR), ("renamed.csv", CHAIR)):
        assert bring(book, tmp_path, name, row).unchanged == 1


def test_files_of_one_name_are_told_by_person_and_day(book: Book, people: list[int], tmp_path: Path) -> None:
    bring(book, tmp_path / "a", "orders.csv", LAMP)
    assert bring(book, tmp_path / "b", "orders.csv", CHAIR).created == 1
    of_ben = LAMP.replace("ada@", "ben@").replace("03-02", "04-04")
    assert bring(book, tmp_path / "c", "orders (2).csv", of_ben).created == 1
    assert (items(book, people[0]), items(book, people[1])) == (["Chair", "Lamp"], ["Lamp"])


@pytest.mark.parametrize(
    "later",
    [LAMP.replace("20", "25", 1), LAMP.replace("Lamp", "Lamp (blue)"), LAMP.replace("03-02", "03-05")],
)
def test_a_changed_order_of_the_next_export_changes_its_entry(
    book: Book, people: list[int], tmp_path: Path, later: str
) -> None:
    bring(book, tmp_path, "orders-2026-03.csv", LAMP)
    assert bring(book, tmp_path, "orders-2026-04 (1).csv", later).updated == 1
    assert len(items(book, people[0])) == 1


def test_without_days_what_it_is_about_tells_orders_apart(
    book: Book, people: list[int], tmp_path: Path
) -> None:
    for name, row in (
        ("lights.csv", "1,ada@a.example,Lamp,20,EUR,\n"),
        ("b.csv", "1,ada@a.example,Sofa,90,EUR,\n"),
    ):
        for count in ("created", "unchanged"):
            assert getattr(bring(book, tmp_path, name, row), count) == 1
    assert items(book, people[0]) == ["Lamp", "Sofa"]


def test_a_shop_that_is_named_decides_alone(book: Book, people: list[int], tmp_path: Path) -> None:
    bring(book, tmp_path, "one.csv", LAMP, "Shop A")
    assert bring(book, tmp_path, "two.csv", CHAIR, "Shop A").updated == 1
    assert bring(book, tmp_path, "two.csv", LAMP, "Shop B").created == 1
    assert items(book, people[0]) == ["Chair", "Lamp"]
    sources = {entry.details["source"] for entry in timelines.timeline(book, people[0])}
    assert sources == {"Shop A", "Shop B"}


def test_the_same_order_in_two_files_of_one_import_comes_once(
    book: Book, people: list[int], tmp_path: Path
) -> None:
    paths = [tmp_path / name for name in ("january.csv", "january and february.csv")]
    paths[0].write_text(HEAD + LAMP, "utf-8")
    paths[1].write_text(HEAD + LAMP + CHAIR.replace("1001", "1002"), "utf-8")
    report = importing.import_files(book, paths, options=ImportOptions(rows_are="purchase")).report
    assert (report.created, report.unchanged) == (2, 1)
    assert items(book, people[0]) == ["Chair", "Lamp"]
