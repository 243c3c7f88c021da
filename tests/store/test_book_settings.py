"""Settings that travel with a book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.store import book_settings, journal

if TYPE_CHECKING:
    from contactbook.store.book import Book


def test_values_come_back_as_they_were_put_and_can_be_undone(book: Book) -> None:
    with book.step("setting") as step:
        book_settings.put(step, "country", "PL")
        book_settings.put(step, "columns", ["name", "Größe"])
    with book.step("setting") as step:
        book_settings.put(step, "country", "DE")
    assert book_settings.values(book.reader) == {"country": "DE", "columns": ["name", "Größe"]}
    journal.undo(book)
    assert book_settings.values(book.reader)["country"] == "PL"


def test_a_setting_that_is_reset_is_not_there(book: Book) -> None:
    with book.step("setting") as step:
        book_settings.put(step, "country", "PL")
        book_settings.reset(step, "country")
    assert book_settings.values(book.reader) == {}
    assert not step.changes
