"""Saved searches: save, rename, remove, and how many contacts each finds now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.actions.browsing import understood
from contactbook.domain.problems import Cancelled, Problem
from contactbook.store import segments

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.domain.changes import Changes
    from contactbook.store.book import Book
    from contactbook.store.segments import Segment


def save_segment(book: Book, name: str, text: str) -> Changes:
    """Save a search under a name; one of that name, however spelt, is replaced.

    Raises:
        Problem: segment.without_name, segment.without_query, and those of `browsing.understood`.
    """
    understood(book, text)
    if not text.strip():
        raise Problem("segment.without_query")
    with book.step("save_segment", name=" ".join(name.split())) as step:
        segments.save(step, name, text.strip())
    return step.changes


def change_segment(book: Book, segment_id: int, *, name: str = "", text: str = "") -> Changes:
    """Give a segment another name or search; what is "" stays as it is.

    Raises:
        Problem: segment.not_there, segment.exists, and those of `understood`.
    """
    if text:
        understood(book, text)
    with book.step("change_segment", name=name or _of(book, segment_id).name) as step:
        segments.change(step, segment_id, name=name, query=text.strip())
    return step.changes


def remove_segment(book: Book, segment_id: int) -> Changes:
    """Forget a segment; the contacts that it lists stay. Raises Problem("segment.not_there")."""
    with book.step("remove_segment", name=_of(book, segment_id).name) as step:
        segments.remove(step, segment_id)
    return step.changes


def every(book: Book) -> list[Segment]:
    """All segments, in their order."""
    return segments.every(book.reader)


def named(book: Book, name: str) -> Segment:
    """The segment of this name. Raises Problem("segment.not_there")."""
    return segments.named(book.reader, name)


def counts(book: Book, cancelled: Callable[[], bool] | None = None) -> dict[int, int]:
    """How many contacts each segment finds now, by id; takes a while in a large book."""
    found: dict[int, int] = {}
    for segment in segments.every(book.reader):
        if cancelled is not None and cancelled():
            raise Cancelled
        found[segment.id] = segments.count(book.reader, segment.id)
    return found


def _of(book: Book, segment_id: int) -> Segment:
    for segment in segments.every(book.reader):
        if segment.id == segment_id:
            return segment
    raise Problem("segment.not_there", name="", choices=[])
