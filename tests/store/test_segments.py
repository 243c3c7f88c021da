"""Segments in the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.domain.contact import Contact
from contactbook.domain.problems import Problem
from contactbook.store import contacts, journal, queries, segments
from contactbook.store.queries import View

if TYPE_CHECKING:
    from contactbook.store.book import Book


@pytest.fixture
def people(book: Book) -> list[int]:
    with book.step("add") as step:
        return [contacts.insert(step, Contact(given=name, tags=["VIP"])) for name in ("Cy", "Ada", "Bob")]


def saved(book: Book, name: str, query: str) -> int:
    with book.step("save_segment") as step:
        return segments.save(step, name, query)


def test_a_segment_lists_whoever_its_query_finds_now(book: Book, people: list[int]) -> None:
    view = View("segment", segment_id=saved(book, "Stars", "tag:vip is:starred"))
    assert list(queries.ids_of(book.reader, view)) == []
    with book.step("star") as step:
        contacts.set_starred(step, people[:2], True)
    assert list(queries.ids_of(book.reader, view)) == [people[1], people[0]]
    assert list(queries.ids_of(book.reader, view, descending=True)) == people[:2]
    assert queries.search(book.reader, "cy", view) == {people[0]}
    with book.step("trash") as step:
        contacts.trash(step, people[:1])
    assert segments.count(book.reader, view.segment_id) == 1


def test_saving_under_a_name_that_is_there_replaces_the_query(book: Book) -> None:
    first = saved(book, " Very  important ", "tag:vip")
    assert saved(book, "very important", "tag:club") == first
    assert segments.every(book.reader) == [segments.Segment(first, "very important", "tag:club")]
    assert segments.named(book.reader, "VERY important").id == first


def test_segments_keep_their_order_and_stand_in_the_counts(book: Book) -> None:
    made = [saved(book, name, "tag:vip") for name in ("Z", "A")]
    assert [segment.id for segment in queries.counts(book.reader).segments] == made


def test_changes_are_undone(book: Book) -> None:
    segment_id = saved(book, "VIP", "tag:vip")
    with book.step("change_segment") as step:
        segments.change(step, segment_id, name="Friends")
    with book.step("remove_segment") as step:
        segments.remove(step, segment_id)
    assert segments.every(book.reader) == []
    assert queries.ids_of(book.reader, View("segment", segment_id=segment_id)).tolist() == []
    journal.undo(book)
    assert segments.every(book.reader) == [segments.Segment(segment_id, "Friends", "tag:vip")]
    journal.undo(book)
    assert segments.every(book.reader)[0].name == "VIP"


def test_a_query_for_nothing_is_everybody(book: Book, people: list[int]) -> None:
    assert segments.count(book.reader, saved(book, "All", '""')) == 3


def test_problems(book: Book) -> None:
    a, b = saved(book, "A", "tag:a"), saved(book, "B", "tag:b")
    cases = (
        ("segment.exists", lambda step: segments.change(step, b, name="a")),
        ("segment.not_there", lambda step: segments.change(step, 5, name="c")),
        ("segment.not_there", lambda step: segments.remove(step, 5)),
        ("segment.without_name", lambda step: segments.save(step, "  ", "tag:a")),
    )
    for code, act in cases:
        with pytest.raises(Problem) as raised, book.step("x") as step:
            act(step)
        assert raised.value.code == code
    with pytest.raises(Problem) as raised:
        segments.named(book.reader, "C")
    assert raised.value.data["choices"] == ["A", "B"]
    assert [segment.id for segment in segments.every(book.reader)] == [a, b]
