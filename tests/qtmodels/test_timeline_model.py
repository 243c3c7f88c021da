"""The models of the timeline and the Today view behave as Qt wants it and read only what is looked at."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from contactbook.domain.interactions import EntryFilter
from contactbook.qtmodels import timeline_model, today_model
from contactbook.qtmodels.timeline_model import IdRole, ItemRole, TimelineModel
from contactbook.qtmodels.today_model import TodayModel
from contactbook.store.book import Book
from contactbook.vault.credentials import Credential

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

MANY = 100_000
ADA = 7
NOW = datetime(2026, 11, 26, 15, 30).astimezone()
HOUR = 3_600_000


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with Book.create(tmp_path / "b.contactbook", Credential(raw_key=bytes(range(32)))) as made:
        with made.step("add") as step:
            step.connection.execute(
                "INSERT INTO contact (id, kind, given) VALUES (?, 'person', 'Ada')", (ADA,)
            )
        yield made


def fill(book: Book, count: int) -> None:
    """So many entries, one an hour, the latest at `NOW`."""
    start = round(NOW.timestamp() * 1000)
    with book.step("import") as step:
        step.connection.executemany(
            "INSERT INTO interaction (id, kind, occurred_at, subject, created_at, updated_at)"
            " VALUES (?, 'call', ?, ?, 0, 0)",
            ((number + 1, start - number * HOUR, f"call {number}") for number in range(count)),
        )
        step.connection.executemany(
            "INSERT INTO interaction_contact VALUES (?, ?, '')",
            ((number + 1, ADA) for number in range(count)),
        )
        step.touch([ADA])


def made(qapp: QApplication) -> TimelineModel:
    model = TimelineModel(lambda entry: entry.what.subject)
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)  # type: ignore[attr-defined]
    return model


def test_days_stand_above_their_entries(book: Book, qapp: QApplication) -> None:
    fill(book, 40)
    model = made(qapp)
    model.show(book.reader, ADA)
    days = [row for row in range(model.rowCount()) if model.is_day(row)]
    assert model.entries == 40
    assert model.rowCount() == 40 + len(days)
    assert days[0] == 0
    assert model.index(0).data(ItemRole) == NOW.date()
    assert model.index(0).flags() == Qt.ItemFlag.NoItemFlags
    for row in range(model.rowCount()):
        if not model.is_day(row):
            entry = model.entry(row)
            assert entry is not None
            heading = max(day for day in days if day < row)
            then = datetime.fromtimestamp(entry.what.occurred_at / 1000).astimezone()
            assert model.index(heading).data(ItemRole) == then.date()
            assert model.row_of(model.index(row).data(IdRole)) == row


def test_a_hundred_thousand_entries_read_a_page_and_leave_none_blank(
    book: Book, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(book, MANY)
    model = made(qapp)
    model.show(book.reader, ADA)
    reads: list[int] = []
    real = timeline_model.timeline_queries.rows
    monkeypatch.setattr(
        timeline_model.timeline_queries,
        "rows",
        lambda reader, ids: reads.append(len(ids)) or real(reader, ids),
    )
    middle = model.rowCount() // 2
    shown = [model.index(row).data() for row in range(middle, middle + 20)]
    assert all(shown)
    assert len(reads) <= 2
    assert max(reads) <= timeline_model.PAGE
    for row in range(0, model.rowCount(), 997):
        assert model.index(row).data()
    assert len(model._held) <= timeline_model.MOST_HELD


def test_a_filter_narrows_and_forgetting_leaves_nothing(book: Book, qapp: QApplication) -> None:
    fill(book, 30)
    model = made(qapp)
    model.show(book.reader, ADA, EntryFilter(text="call 7"))
    assert [model.index(row).data() for row in range(1, model.rowCount())] == ["call 7"]
    model.forget()
    assert model.rowCount() == 0
    assert not model._held
    assert model._reader is None


def test_the_today_view_lists_parts_in_order(book: Book, qapp: QApplication) -> None:
    due = round(NOW.timestamp() * 1000)
    with book.step("add_follow_up") as step:
        for number, days in enumerate((-3, -1, 0, 2, 40)):
            step.connection.execute(
                "INSERT INTO task (id, title, due_at, created_at, updated_at) VALUES (?, ?, ?, 0, 0)",
                (number + 1, f"task {number}", due + HOUR + days * 24 * HOUR),
            )
            step.connection.execute("INSERT INTO task_contact VALUES (?, ?)", (number + 1, ADA))
        step.connection.execute("UPDATE contact SET rhythm_days = 10 WHERE id = ?", (ADA,))
        step.touch([ADA])
    model = TodayModel(lambda line: line.task.title if line.task else line.part)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(book.reader, NOW)
    said = [model.index(row).data() for row in range(model.rowCount())]
    assert said == [
        "overdue", "task 0", "task 1", "today", "task 2", "late", "late", "week", "task 3", "later", "task 4",
    ]  # fmt: skip
    assert [model.line(row).count for row in (0, 3, 5)] == [2, 1, 1]  # type: ignore[union-attr]
    assert model.line(1).names == ("Ada",)  # type: ignore[union-attr]
    assert model.row_of(model.key(4)) == 4
    assert model.index(0).flags() == Qt.ItemFlag.NoItemFlags
    model.forget()
    assert model.rowCount() == 0
    assert model.line(0) is None
    assert today_model.HEADING == "heading"
    del tester
    assert NOW + timedelta(days=1) > NOW
