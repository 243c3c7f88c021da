"""One undo of an import, long after: what was done since stays and is listed, the rest is as before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import editing, merging, undoing
from contactbook.actions.import_options import ImportOptions
from contactbook.actions.importing import import_files
from contactbook.store import queries
from tests.actions.conftest import tables

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.domain.contact import Contact
    from contactbook.store.book import Book

HEAD = "First Name,Last Name,Email,Phone,Company,Title\n"
BY_EMAIL = ImportOptions(match=("email", "source"))


def bring(book: Book, path: Path, *rows: str) -> int:
    path.write_text(HEAD + "".join(f"{row}\n" for row in rows), "utf-8")
    return import_files(book, [path], options=BY_EMAIL).report.step


def everybody(book: Book) -> dict[str, Contact]:
    ids = queries.ids_of(book.reader, queries.View("all"))
    return {one.given or one.organization: one for one in queries.load_many(book.reader, ids)}


@pytest.fixture
def old(book: Book, tmp_path: Path) -> Book:
    bring(
        book,
        tmp_path / "old.csv",
        "Ada,Roe,ada@x.example,+441234567890,Acme,Clerk",
        "Bob,Roe,bob@x.example,,,",
    )
    return book


def test_an_overwritten_value_is_in_the_history_and_comes_back(old: Book, tmp_path: Path) -> None:
    before = tables(old)
    ada = everybody(old)["Ada"].id
    step = bring(
        old,
        tmp_path / "new.csv",
        "Ada,Roe,ada@x.example,+441234567891,Bolt,Chief",
        "Cy,Dee,c@x.example,,Bolt,",
    )
    changes = undoing.details(old, step, contact=ada).changes
    assert ("job_title", "Clerk", "Chief") in {(one.field, one.before, one.after) for one in changes}
    undoing.undo(old, step)
    assert tables(old) == before


def test_two_imports_are_undone_in_either_order(old: Book, tmp_path: Path) -> None:
    before = tables(old)
    one = bring(old, tmp_path / "one.csv", "Ada,Roe,ada@x.example,,,Chief", "Cy,Dee,c@x.example,,,")
    two = bring(old, tmp_path / "two.csv", "Bob,Roe,bob@x.example,,,Boss", "Di,Dee,d@x.example,,,")
    assert not undoing.undo(old, one).kept
    assert set(everybody(old)) == {"Ada", "Bob", "Di", "Acme"}
    assert not undoing.undo(old, two).kept
    assert tables(old) == before


def test_a_later_import_over_the_same_contact_keeps_it_and_lists_it(old: Book, tmp_path: Path) -> None:
    one = bring(old, tmp_path / "one.csv", "Ada,Roe,ada@x.example,,,Chief", "Cy,Dee,c@x.example,,,")
    two = bring(old, tmp_path / "two.csv", "Ada,Roe,ada@x.example,,,President")
    ada = everybody(old)["Ada"].id
    assert undoing.undo(old, one).kept == (ada,)
    assert everybody(old)["Ada"].job_title == "President"
    assert "Cy" not in everybody(old)
    undoing.undo(old, two)
    assert everybody(old)["Ada"].job_title == "Chief"
    assert set(everybody(old)) == {"Ada", "Bob", "Acme"}


def test_edits_merges_and_the_trash_since_are_kept_and_listed(old: Book, tmp_path: Path) -> None:
    rows = [f"P{at},Q,p{at}@x.example,,," for at in range(9)]
    step = bring(old, tmp_path / "new.csv", *rows)
    people = everybody(old)
    editing.edit_contact(old, people["P1"].id, {"note": "called"})
    merging.merge(old, [people["P2"].id, people["P3"].id])
    editing.trash(old, [people["P4"].id])
    editing.tag(old, [people["P5"].id], "vip")
    seen = undoing.preview(old, step)
    undone = undoing.undo(old, step)
    assert (seen.kept, seen.needed) == (undone.kept, undone.needed)
    assert {people[name].id for name in ("P1", "P2", "P4", "P5")} <= set(undone.kept)
    left = set(everybody(old))
    assert {"P1", "P2", "P5"} <= left
    assert not left & {"P0", "P6", "P7", "P8"}
    undoing.undo(old, undone.step)
    assert {"P0", "P8"} <= set(everybody(old))
