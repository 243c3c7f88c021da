"""The settings that travel with a book: reading and changing them, each change one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from contactbook.settings import declarations
from contactbook.settings.declarations import Scope
from contactbook.store import book_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.domain.changes import Changes
    from contactbook.settings.declarations import Setting
    from contactbook.store.book import Book

T = TypeVar("T")


def options(book: Book) -> dict[str, object]:
    """The value of every setting of the book, by key; what was never set has its default."""
    stored = book_settings.values(book.reader)
    return {
        setting.key: setting.read(stored[setting.key]) if setting.key in stored else setting.default
        for setting in declarations.every()
        if setting.scope is Scope.BOOK
    }


def change_option(
    book: Book, setting: Setting[T], value: T, *, progress: Callable[[int, int], object] | None = None
) -> Changes:
    """Set a setting of the book. Another way to show or order names goes through every contact once.

    Args:
        book: the open book.
        setting: one of the book's.
        value: what it shall be; the default is not stored.
        progress: told how many contacts of how many have their names in the new order.
    """
    with book.step("book_setting", setting=setting.key, label=setting.label) as step:
        step.progress = progress
        if setting.check(value) == setting.default:
            book_settings.reset(step, setting.key)
        else:
            book_settings.put(step, setting.key, value)
    return step.changes
