"""Old steps lose what undoes them, and keep their place in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.domain.contact import Contact
from contactbook.domain.problems import Problem
from contactbook.store import contacts, integrity, journal, queries, thinning

if TYPE_CHECKING:
    from contactbook.store.book import Book

DAY = 24 * 60 * 60 * 1000


def _add(book: Book, name: str, note: str = "") -> int:
    with book.step("add", name=name) as step:
        contacts.insert(step, Contact(full_name=name, note=note))
    return step.changes.step


def test_steps_beyond_their_days_keep_label_and_hash_but_cannot_be_undone(book: Book) -> None:
    first, second = _add(book, "Ada"), _add(book, "Ben")
    before = queries.history(book.reader)
    later = before[0].at + 31 * DAY
    assert thinning.thin(book, days=30, size=0, now=before[0].at + 29 * DAY) == 0
    assert thinning.thin(book, days=30, size=0, now=later) == 1
    after = queries.history(book.reader)
    assert [row.kept for row in after] == [True, False]
    assert [row._replace(kept=True) for row in after] == before
    assert integrity.check(book).ok
    with pytest.raises(Problem) as told:
        journal.undo(book, first)
    assert told.value.code == "store.history_thinned"
    journal.undo(book, second)
    assert len(queries.ids_of(book.reader, queries.View())) == 1


def _done_at(book: Book, *days: int) -> None:
    """Say when the steps were done, in days since 1970, the first step first."""
    with book.writer.lock:
        ids = [row[0] for row in book.writer.connection.execute("SELECT id FROM history ORDER BY id")]
        for number, day in zip(ids, days, strict=True):
            book.writer.connection.execute("UPDATE history SET at = ? WHERE id = ?", (day * DAY, number))


@pytest.mark.parametrize(
    ("done", "now"),
    [((100, 101), 9000), ((100, 9000), 9001), ((9000, 7, 9002), 9003), ((100, 9000, 102), 103)],
    ids=["ahead", "ahead and used", "was back", "was ahead"],
)
def test_a_wrong_clock_forgets_nothing(book: Book, done: tuple[int, ...], now: int) -> None:
    for day in done:
        _add(book, f"On day {day}")
    _done_at(book, *done)
    assert thinning.thin(book, days=30, size=0, now=now * DAY) == 0
    journal.undo(book)
    journal.undo(book)


def test_the_oldest_go_when_there_is_no_room(book: Book) -> None:
    steps = [_add(book, f"Person {number}", note=f"{number:09}" * 50) for number in range(4)]
    sizes = dict(book.reader.query("SELECT history_id, sum(length(data)) FROM history_part GROUP BY 1"))
    room = sizes[steps[3]] + sizes[steps[2]]
    assert thinning.thin(book, days=0, size=room) == 2
    assert [row.kept for row in queries.history(book.reader)] == [True, True, False, False]
    assert thinning.thin(book, days=0, size=1) == 1
    assert queries.history(book.reader)[0].kept


def test_what_an_undo_of_today_needs_stays(book: Book) -> None:
    old = _add(book, "Ada")
    _add(book, "Ben")
    journal.undo(book, old)
    with book.writer.lock:
        book.writer.connection.execute("UPDATE history SET at = at - ? WHERE undoes = 0", (31 * DAY,))
    assert thinning.thin(book, days=30, size=0) == 1
    journal.redo(book)
    assert len(queries.ids_of(book.reader, queries.View())) == 2


def test_without_limits_nothing_goes(book: Book) -> None:
    _add(book, "Ada")
    _add(book, "Ben")
    assert thinning.thin(book, days=0, size=0, now=1 << 45) == 0
