"""Undo and redo by name, and what is said when there is nothing to take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import editing, undoing
from contactbook.domain.problems import Problem
from tests.actions.conftest import tables

if TYPE_CHECKING:
    from contactbook.store.book import Book


def test_nothing_to_take_back(book: Book) -> None:
    for action, code in ((undoing.undo, "undo.nothing"), (undoing.redo, "redo.nothing")):
        with pytest.raises(Problem) as caught:
            action(book)
        assert caught.value.code == code


def test_there_and_back(book: Book) -> None:
    empty = tables(book)
    [contact_id] = editing.add_contact(book, {"given": "Ada"}).contacts
    with_ada = tables(book)
    editing.edit_contact(book, contact_id, {"given": "Bea"})
    with_bea = tables(book)
    target = undoing.undo_target(book)
    assert target is not None
    assert (target.action, target.data["name"]) == ("edit", "Bea")
    undoing.undo(book)
    assert tables(book) == with_ada
    undoing.undo(book)
    assert tables(book) == empty
    undoing.redo(book)
    assert tables(book) == with_ada
    again = undoing.redo_target(book)
    assert again is not None
    undoing.redo(book)
    assert tables(book) == with_bea
    assert undoing.redo_target(book) is None
    assert [row.action for row in undoing.history(book, contact=contact_id)][-2:] == ["edit", "add"]
    assert len(undoing.history(book, limit=2)) == 2
