"""Saved mappings of table columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.store import import_mappings

if TYPE_CHECKING:
    from contactbook.store.book import Book


def test_a_mapping_is_found_by_the_header_and_replaced_by_its_name(book: Book) -> None:
    with book.step("mapping") as step:
        first = import_mappings.save(step, "Newsletter", "a|b", {"a": "email"})
        import_mappings.save(step, "Shop", "c|d", {"c": "family"})
        assert import_mappings.save(step, "Newsletter", "a|b", {"a": "email", "b": "given"}) == first
    (found,) = import_mappings.saved(book.reader, "a|b")
    assert found == (first, "Newsletter", "a|b", {"a": "email", "b": "given"}, step.at)
    assert len(import_mappings.saved(book.reader)) == 2


def test_a_deleted_mapping_is_gone(book: Book) -> None:
    with book.step("mapping") as step:
        mapping = import_mappings.save(step, "Shop", "c|d", {})
    with book.step("mapping") as step:
        import_mappings.delete(step, mapping)
    assert import_mappings.saved(book.reader) == []
