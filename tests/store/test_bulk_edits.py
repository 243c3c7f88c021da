"""The statements behind editing many contacts at once."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import pytest

from contactbook.domain.contact import Contact, FieldValue
from contactbook.store import bulk_edits, contacts, field_definitions, queries

if TYPE_CHECKING:
    from contactbook.store.book import Book


@pytest.mark.parametrize(
    ("find", "value", "exact", "text", "becomes"),
    [
        ("a.", "x", False, "A.b a.c ab", "xb xc ab"),
        ("a", "$1\\1", True, "Aa", "A$1\\1"),
        ("", "x", False, "ab", "ab"),
    ],
)
def test_replacing_takes_every_sign_as_it_is(
    find: str, value: str, exact: bool, text: str, becomes: str
) -> None:
    assert bulk_edits.replacing(find, value, exact=exact)(text) == becomes


def test_one_value_is_left_of_several_and_the_first_row_stays(book: Book) -> None:
    with book.step("add") as step:
        values = [FieldValue("F", "a", "f"), FieldValue("F", "b", "f")]
        one = contacts.insert(step, Contact(given="Ada", fields=values))
    (first, _), *_ = book.reader.query("SELECT id, value FROM field_value ORDER BY position")
    with book.step("edit") as step:
        field = field_definitions.find(step.connection, "f")
        assert field is not None
        assert bulk_edits.set_field(step, field, "c", array("q", [one])) == {one}
        assert bulk_edits.set_field(step, field, "c", array("q", [one])) == set()
    assert book.reader.query("SELECT id, value FROM field_value") == [(first, "c")]
    assert [value.value for value in queries.load(book.reader, one).fields] == ["c"]
