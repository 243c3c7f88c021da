"""All values of a field at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain.contact import Contact, FieldValue
from contactbook.store import contacts, field_changes, field_definitions, queries

if TYPE_CHECKING:
    from contactbook.store.book import Book


def test_one_value_may_become_several_and_only_what_differs_is_written(book: Book) -> None:
    with book.step("add") as step:
        one = contacts.insert(step, Contact(given="Ada", fields=[FieldValue("F", "a,b", "f")]))
        contacts.insert(step, Contact(given="Bob", fields=[FieldValue("F", "a", "f")]))
        definition = field_definitions.find(step.connection, "f")
        assert definition is not None
        assert field_changes.rewrite(step, definition, lambda value: value.split(",")) == 2
    assert [value.value for value in queries.load(book.reader, one).fields] == ["a", "b"]
    assert queries.distinct_values(book.reader, definition.id) == [("a", 2), ("b", 1)]
    assert queries.usage(book.reader, definition.id) == (3, 2)
