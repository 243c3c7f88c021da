"""Saved searches as a person makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import editing, segments, undoing
from contactbook.domain.problems import Cancelled, Problem
from contactbook.wording import steps

if TYPE_CHECKING:
    from contactbook.store.book import Book


def test_a_segment_is_saved_renamed_and_removed_each_as_one_step(book: Book) -> None:
    editing.add_contact(book, {"given": "Ada", "tags": ["VIP"]})
    segments.save_segment(book, "Stars ", " tag:vip ")
    segment = segments.named(book, "stars")
    assert (segment.name, segment.query) == ("Stars", "tag:vip")
    assert segments.counts(book) == {segment.id: 1}
    segments.change_segment(book, segment.id, name="VIPs")
    segments.change_segment(book, segment.id, text="tag:nobody")
    assert segments.counts(book) == {segment.id: 0}
    segments.remove_segment(book, segment.id)
    said = [steps.label(step.action, step.data) for step in undoing.history(book)]
    assert said[:3] == ["Segment “VIPs” removed", "Segment “VIPs” changed", "Segment “VIPs” changed"]
    undoing.undo(book)
    assert [segment.name for segment in segments.every(book)] == ["VIPs"]


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "segment.without_query"), ("born:soon", "query.value_not_understood"),
     ("field.size:3", "query.no_such_field")],
)  # fmt: skip
def test_what_cannot_be_answered_is_not_saved(book: Book, text: str, code: str) -> None:
    with pytest.raises(Problem) as raised:
        segments.save_segment(book, "Stars", text)
    assert raised.value.code == code
    assert segments.every(book) == []


def test_counting_can_be_cancelled(book: Book) -> None:
    segments.save_segment(book, "Stars", "is:starred")
    with pytest.raises(Cancelled):
        segments.counts(book, cancelled=lambda: True)


def test_a_segment_that_is_gone_is_a_problem(book: Book) -> None:
    for act in (segments.remove_segment, segments.change_segment):
        with pytest.raises(Problem) as raised:
            act(book, 5)
        assert raised.value.code == "segment.not_there"
