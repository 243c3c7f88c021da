"""Tags themselves: another name, a colour, several made one, removed. No contact ever goes with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from contactbook.domain.problems import Problem
from contactbook.store import queries, tags

if TYPE_CHECKING:
    from contactbook.domain.changes import Changes
    from contactbook.store.book import Book

COLORS = (
    "#B42318", "#C4570A", "#9A6700", "#1A7F37", "#0B7A75", "#0B63CE", "#6F42C1", "#B0287B", "#57606A",
)  # fmt: skip
"""The colours that are offered; readable as a dot on light and dark."""

_COLOR = re.compile(r"#[0-9A-Fa-f]{6}|")


def tag_id(book: Book, name: str) -> int:
    """The id of a tag by its name, however spelt. Raises Problem("edit.no_such_tag")."""
    found = tags.find(book.reader.connection, name)
    if found is None:
        raise Problem("edit.no_such_tag", tag=name.strip())
    return found


def rename_tag(book: Book, tag: int, name: str) -> Changes:
    """Give a tag another name.

    Raises:
        Problem: store.no_such_tag, store.tag_exists, store.tag_without_name.
    """
    with book.step("rename_tag", tag=_name(book, tag), name=" ".join(name.split())) as step:
        tags.rename(step, tag, name)
    return step.changes


def color_tag(book: Book, tag: int, color: str) -> Changes:
    """Give a tag a colour ("#1A7F37"), or none (""). Raises Problem(store.no_such_tag, tag.color_unknown)."""
    if not _COLOR.fullmatch(color):
        raise Problem("tag.color_unknown")
    with book.step("color_tag", tag=_name(book, tag)) as step:
        tags.set_color(step, tag, color)
    return step.changes


def delete_tag(book: Book, tag: int) -> Changes:
    """Remove a tag; everybody who carried it stays. Raises Problem("store.no_such_tag")."""
    with book.step("delete_tag", tag=_name(book, tag)) as step:
        tags.delete(step, tag)
    return step.changes


def merge_tags(book: Book, tag: int, into: int) -> Changes:
    """Give everybody with one tag the other one, and remove it. Raises Problem("store.no_such_tag")."""
    with book.step("merge_tags", tag=_name(book, tag), name=_name(book, into)) as step:
        if tag != into:
            tags.add(step, into, tags.carriers(step, tag))
            tags.delete(step, tag)
    return step.changes


def _name(book: Book, tag: int) -> str:
    found = next((one.name for one in queries.tag_counts(book.reader) if one.id == tag), None)
    if found is None:
        raise Problem("store.no_such_tag", tag=tag)
    return found
