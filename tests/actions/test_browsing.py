"""What the command line reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import browsing, editing
from contactbook.actions.importing import import_files
from contactbook.domain.problems import Problem
from tests.actions.conftest import card, write

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book


@pytest.fixture
def filled(book: Book, tmp_path: Path) -> Book:
    import_files(book, [write(tmp_path / "a.vcf", *(card(number) for number in range(1, 8)))])
    return book


def names(rows: object) -> list[str]:
    return [row.display_name for row in rows]  # type: ignore[attr-defined]


def test_lists(filled: Book) -> None:
    assert names(browsing.list_contacts(filled, limit=2)) == ["Jo Doe1", "Jo Doe2"]
    assert names(browsing.list_contacts(filled, descending=True, limit=1)) == ["Jo Doe7"]
    assert names(browsing.list_contacts(filled, view="companies")) == []


def test_search_leaves_the_trash_out(filled: Book) -> None:
    assert names(browsing.search(filled, "doe3 jo")) == ["Jo Doe3"]
    assert len(names(browsing.search(filled, "jo"))) == 7
    assert len(names(browsing.search(filled, "jo", limit=3))) == 3
    editing.trash(filled, [browsing.show(filled, "uid-3").id])
    assert names(browsing.search(filled, "doe3")) == []


def test_show(filled: Book) -> None:
    contact = browsing.show(filled, "uid-3")
    assert browsing.show(filled, contact.id) == contact
    assert [source.line for source in browsing.sources(filled, contact.id)] == [17]
    with pytest.raises(Problem) as caught:
        browsing.show(filled, "nobody")
    assert caught.value.code == "store.no_such_contact"
