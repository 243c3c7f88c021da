"""A pasted column: the plan says exactly what is written, and one undo brings everything back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contactbook.actions import editing, fields, pasting, undoing
from contactbook.actions.pasting import CHANGES, EMPTY, REFUSED, SAME
from contactbook.domain.field_definition import FieldDefinition, FieldSettings
from contactbook.domain.problems import Problem
from contactbook.store import queries
from contactbook.store.book import Book
from contactbook.vault.credentials import Credential

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with Book.create(tmp_path / "people.contactbook", Credential(raw_key=bytes(range(32)))) as made:
        fields.add_field(
            made, FieldDefinition("Size", "number", "size", settings=FieldSettings(maximum="50"))
        )
        yield made


def people(book: Book, *sizes: str) -> list[int]:
    """A contact for each size."""
    made: list[int] = []
    for number, size in enumerate(sizes):
        values = {"given": f"P{number}", "organization": f"O{number}", "field.size": size}
        made += editing.add_contact(book, values).made
    return made


def sizes(book: Book, ids: list[int]) -> list[str]:
    return [next((value.value for value in queries.load(book.reader, one).fields), "") for one in ids]


def test_each_row_is_told_what_it_gets_and_why_not(book: Book) -> None:
    ids = people(book, "36", "41.5", "7", "8", "")
    found = pasting.plan(
        book, "field.size", ids, ["36", "44,5", "large", "", "", "99", "1"], decimal=",", order="dmy"
    )
    assert [(row.name, row.before, row.after, row.fate, row.warning) for row in found.rows] == [
        ("P0", "36", "36", SAME, ""),
        ("P1", "41.5", "44.5", CHANGES, ""),
        ("P2", "7", "large", REFUSED, "not_a_number"),
        ("P3", "8", "", EMPTY, ""),
        ("P4", "", "", SAME, ""),
    ]
    assert found.spare == 2
    [over] = pasting.plan(book, "field.size", ids[:1], ["99"]).rows
    assert (over.fate, over.warning) == (CHANGES, "too_large")
    assert sizes(book, ids) == ["36", "41.5", "7", "8", ""]


@pytest.mark.parametrize(
    ("clear", "misfits", "after"),
    [
        (False, False, ["36", "44.5", "7", "8"]),
        (True, False, ["36", "44.5", "7", ""]),
        (False, True, ["36", "44.5", "large", "8"]),
        (True, True, ["36", "44.5", "large", ""]),
    ],
)
def test_only_what_is_wanted_is_written_in_one_step(
    book: Book, *, clear: bool, misfits: bool, after: list[str]
) -> None:
    ids = people(book, "36", "41.5", "7", "8")
    steps = len(undoing.history(book))
    found = pasting.plan(book, "field.size", ids, ["36", "44.5", "large", ""])
    changes = pasting.paste(book, found, clear=clear, misfits=misfits)
    assert sizes(book, ids) == after
    assert len(undoing.history(book)) == steps + 1
    assert changes.contacts == {
        one for one, old, new in zip(ids, ["36", "41.5", "7", "8"], after, strict=True) if old != new
    }
    undoing.undo(book)
    assert sizes(book, ids) == ["36", "41.5", "7", "8"]


def test_a_column_of_every_contact(book: Book) -> None:
    ids = people(book, "", "")
    found = pasting.plan(book, "organization", ids, ["Acme", "O1"])
    assert [row.fate for row in found.rows] == [CHANGES, SAME]
    pasting.paste(book, found)
    assert [queries.load(book.reader, one).organization for one in ids] == ["Acme", "O1"]


@pytest.mark.parametrize("key", ["note", "email", "field.nothing"])
def test_other_columns_are_refused(book: Book, key: str) -> None:
    with pytest.raises(Problem):
        pasting.plan(book, key, people(book, ""), ["x"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(
    st.lists(st.text("0123456789.,- ax€", max_size=6), min_size=1, max_size=6), st.booleans(), st.booleans()
)
def test_the_plan_is_what_happens(book: Book, cells: list[str], clear: bool, misfits: bool) -> None:
    ids = people(book, *["5"] * len(cells))
    found = pasting.plan(book, "field.size", ids, cells)
    expected = found.values(clear=clear, misfits=misfits)
    pasting.paste(book, found, clear=clear, misfits=misfits)
    assert sizes(book, ids) == [expected.get(one, "5") for one in ids]
