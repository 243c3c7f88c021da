"""What the pane asks of the store: one contact, and what was done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import books, editing
from contactbook.domain.contact import Contact
from contactbook.qtmodels import contact_reads
from contactbook.vault.credentials import Credential

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from contactbook.store.book import Book


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = books.create_book(tmp_path / "Mine.contactbook", Credential(raw_key=bytes(range(32))))
    yield made
    made.close()


def test_a_contact_that_is_not_there_is_none(book: Book) -> None:
    (made,) = editing.add_contact(book, Contact(full_name="Ada")).contacts
    found = contact_reads.contact_of(book, made)
    assert found is not None
    assert found.full_name == "Ada"
    assert contact_reads.contact_of(book, made + 1) is None


def test_the_steps_of_a_contact_come_newest_first_and_are_its_own(book: Book) -> None:
    (ada,) = editing.add_contact(book, Contact(full_name="Ada")).contacts
    editing.add_contact(book, Contact(full_name="Berta"))
    editing.set_starred(book, [ada], True)
    steps = contact_reads.steps_of(book, ada)
    assert len(steps) == 2
    assert steps[0].id > steps[1].id
    assert contact_reads.steps_of(book, ada, limit=1) == steps[:1]
