"""What came after a step, and what taking it back would therefore leave alone, told beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain.contact import Contact, Relation
from contactbook.store import contacts, journal, later_steps, tags
from tests.store.snapshots import journaled
from tests.store.test_journal import add, edit, import_people, set_note

if TYPE_CHECKING:
    from contactbook.store.book import Book


def foreseen(book: Book, step: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Whom a preview names; the undo that follows must name the same."""
    before = journaled(book)
    seen = journal.preview(book, step)
    assert journaled(book) == before
    changes = journal.undo(book, step)
    assert (changes.kept, changes.needed) == (seen.kept, seen.needed)
    return seen.kept, seen.needed


def test_nothing_came_since_when_what_came_was_taken_back_to_the_letter(book: Book) -> None:
    step, _ = import_people(book)
    assert later_steps.nothing_since(book.reader.connection, step)
    journal.undo(book, step)
    assert not later_steps.nothing_since(book.reader.connection, step)
    journal.redo(book)
    add(book, "Ada")
    journal.undo(book)
    assert later_steps.nothing_since(book.reader.connection, step)
    assert foreseen(book, step) == ((), ())


def test_whoever_was_edited_tagged_or_is_pointed_to_is_told_beforehand(book: Book) -> None:
    step, (one, two, three) = import_people(book)
    outside = add(book, "Ada", relations=[Relation("Boss")])
    with book.step("relate") as relating:
        relating.connection.execute("UPDATE relation SET related_id = ? WHERE contact_id = ?", (two, outside))
    edit(book, one, set_note("mine"))
    with book.step("link") as link:
        link.connection.execute("UPDATE contact SET parent_id = ? WHERE id = ?", (three, one))
    assert later_steps.reached_since(book.reader.connection, step) == {one, two, three, outside}
    assert foreseen(book, step) == ((one,), (two, three))


def test_the_deletions_left_out_do_not_make_others_needed(book: Book) -> None:
    step, (one, *_) = import_people(book, 5)
    with book.step("tag") as tagging:
        tags.add(tagging, tags.ensure(tagging, "mine"), [one])
    with book.step("erase") as erasing:
        contacts.erase(erasing, [one])
    assert foreseen(book, step) == ((), ()), "who is gone already is not in the way"


def test_a_link_to_somebody_erased_since_is_told_beforehand(book: Book) -> None:
    above, below = add(book, "Acme"), add(book, "Ada")
    with book.step("link") as step:
        step.connection.execute("UPDATE contact SET parent_id = ? WHERE id = ?", (above, below))
    with book.step("unlink") as unlinked:
        unlinked.connection.execute("UPDATE contact SET parent_id = NULL WHERE id = ?", (below,))
    with book.step("erase") as erasing:
        contacts.erase(erasing, [above])
    assert foreseen(book, unlinked.changes.step) == ((below,), ())


def test_only_what_was_changed_is_looked_at(book: Book) -> None:
    step, (one, *_) = import_people(book, 3)
    with book.step("add") as adding:
        contacts.insert(adding, Contact(full_name="Somebody else"))
    edit(book, one, set_note("mine"))
    reached = later_steps.reached_since(book.reader.connection, step)
    assert reached == {one, *adding.made}
    assert foreseen(book, step) == ((one,), ())
