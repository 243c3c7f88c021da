"""Taking steps back, in order and out of it, and what happens to what was changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.domain.contact import Contact, ContactPoint, Relation
from contactbook.domain.problems import Problem
from contactbook.store import bulk, contacts, imports, journal, queries, tags
from contactbook.store.book import Book
from contactbook.vault.credentials import Credential
from tests.store.contact_strategies import Card
from tests.store.snapshots import broken_links, computed, journaled, stored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CREDENTIAL = Credential(raw_key=bytes(range(32)))


@pytest.fixture(autouse=True)
def _whole(book: Book) -> Iterator[None]:
    """Whatever a test does: links hold and derived rows fit."""
    yield
    if not book.closed:
        assert broken_links(book) == []
        assert stored(book) == computed(book)


def names(book: Book) -> list[str]:
    return [
        row.display_name for row in queries.rows(book.reader, queries.ids_of(book.reader, queries.View()))
    ]


def add(book: Book, name: str, **parts: list[ContactPoint] | list[Relation]) -> int:
    with book.step("add", name=name) as step:
        return contacts.insert(step, Contact(full_name=name, **parts))  # type: ignore[arg-type]


def edit(book: Book, contact_id: int, change: Callable[[Contact], None]) -> int:
    contact = queries.load(book.reader, contact_id)
    change(contact)
    with book.step("edit") as step:
        contacts.replace(step, contact)
    return step.changes.step


def import_people(book: Book, count: int = 3) -> tuple[int, list[int]]:
    cards = [
        Card(
            Contact(
                full_name=f"P{n}",
                points=[ContactPoint("email", f"p{n}@a.example"), ContactPoint("phone", str(n))],
                tags=["new"],
            ),
            b"%d" % n,
            n,
        )
        for n in range(count)
    ]
    with book.step("import") as step:
        run = imports.start_run(step, "a.vcf")
        files = {0: imports.add_file(step, run, "a.vcf")}
        ids = list(bulk.insert_prepared(step, bulk.prepare([(0, card) for card in cards]), files))
    return step.changes.step, ids


def set_note(text: str) -> Callable[[Contact], None]:
    def change(contact: Contact) -> None:
        contact.note = text

    return change


def test_undo_and_redo_go_through_the_steps_in_order_across_restarts(book: Book, path: Path) -> None:
    for name in ("Ada", "Berta", "Carla"):
        add(book, name)
    book.close()
    with Book.open(path, CREDENTIAL) as again:
        journal.undo(again)
        journal.undo(again)
        assert names(again) == ["Ada"]
    with Book.open(path, CREDENTIAL) as again:
        target = queries.redo_target(again.reader)
        assert target is not None
        assert (target.action, target.data["action"], target.data["data"]) == (
            "undo",
            "add",
            {"name": "Berta"},
        )
        journal.redo(again)
        assert names(again) == ["Ada", "Berta"]
        journal.redo(again)
        assert names(again) == ["Ada", "Berta", "Carla"]
        assert [row.action for row in queries.history(again.reader)] == ["redo", "redo", "undo", "undo"] + [
            "add"
        ] * 3


def test_nothing_to_undo_or_redo_is_a_problem(book: Book) -> None:
    with pytest.raises(Problem, match=r"store\.nothing_to_undo"):
        journal.undo(book)
    add(book, "Ada")
    with pytest.raises(Problem, match=r"store\.nothing_to_redo"):
        journal.redo(book)
    with pytest.raises(Problem, match=r"store\.no_such_step"):
        journal.undo(book, 77)
    assert len(queries.history(book.reader)) == 1


def test_a_new_step_ends_what_could_be_redone(book: Book) -> None:
    add(book, "Ada")
    journal.undo(book)
    add(book, "Berta")
    assert queries.redo_target(book.reader) is None


def test_a_step_is_undone_once_and_naming_its_undo_does_it_again(book: Book) -> None:
    add(book, "Ada")
    (added,) = queries.history(book.reader)
    undone = journal.undo(book, added.id)
    with pytest.raises(Problem, match=r"store\.already_undone"):
        journal.undo(book, added.id)
    again = journal.undo(book, undone.step)
    assert again.action == "redo"
    assert names(book) == ["Ada"]
    assert journal.undo(book, again.step).action == "undo", "undoing a redo undoes the step itself"
    assert names(book) == []
    assert [row.undone for row in queries.history(book.reader)] == [False, True, True, True]


def test_an_undo_that_met_nothing_in_its_way_stores_no_changeset(book: Book) -> None:
    import_people(book)
    parts = book.reader.query("SELECT count(*) FROM history_part")
    journal.undo(book)
    journal.redo(book)
    assert book.reader.query("SELECT count(*) FROM history_part") == parts


def test_an_older_step_is_undone_around_later_ones(book: Book) -> None:
    ada = add(book, "Ada", points=[ContactPoint("phone", "1")])

    def renumber(contact: Contact) -> None:
        contact.points[0].value = "2"

    renumbered = edit(book, ada, renumber)
    edit(book, ada, set_note("later"))
    later = queries.load(book.reader, ada).updated_at
    changes = journal.undo(book, renumbered)
    contact = queries.load(book.reader, ada)
    assert changes.kept == ()
    assert (contact.points[0].value, contact.note, contact.updated_at) == ("1", "later", later)


def test_what_was_changed_since_is_kept_and_listed(book: Book) -> None:
    ada, berta = add(book, "Ada"), add(book, "Berta")
    with book.step("star") as step:
        contacts.set_starred(step, [ada, berta], True)
    with book.step("unstar") as other:
        contacts.set_starred(other, [ada], False)
    changes = journal.undo(book, step.changes.step)
    assert changes.kept == (ada,)
    assert changes.contacts == {berta}
    (row, *_) = queries.history(book.reader)
    assert (row.data["action"], row.data["kept"]) == ("star", 1)
    journal.redo(book)
    assert [queries.load(book.reader, key).starred for key in (ada, berta)] == [False, True]


def test_an_undo_of_which_everything_was_changed_since_writes_nothing(book: Book) -> None:
    ada = add(book, "Ada")
    first = edit(book, ada, set_note("one"))
    edit(book, ada, set_note("two"))
    changes = journal.undo(book, first)
    assert (changes.step, changes.kept) == (0, (ada,))
    assert queries.load(book.reader, ada).note == "two"


def test_imported_contacts_that_were_edited_stay_whole_when_the_import_is_undone(book: Book) -> None:
    step, (one, two, three) = import_people(book)
    edit(book, one, lambda contact: contact.points.pop(1) and None)
    edited = queries.load(book.reader, one)
    with book.step("tag") as tagging:
        tags.add(tagging, tags.ensure(tagging, "mine"), [three])
    before = journaled(book)
    changes = journal.undo(book, step)
    assert set(changes.kept) == {one, three}
    assert names(book) == ["P0", "P2"]
    assert queries.load(book.reader, one) == edited, "the number that was removed does not come back"
    assert queries.load(book.reader, three).tags == ["new", "mine"]
    assert queries.source_cards(book.reader, one)[0].file_name == "a.vcf"
    journal.redo(book)
    assert journaled(book) == before
    assert two in queries.ids_of(book.reader, queries.View())


def test_somebody_whom_another_contact_points_to_stays(book: Book) -> None:
    company = add(book, "Acme")
    (added,) = queries.history(book.reader)
    person = add(book, "Ada")
    with book.step("link") as step:
        step.connection.execute("UPDATE contact SET company_id = ? WHERE id = ?", (company, person))
    changes = journal.undo(book, added.id)
    assert (changes.kept, changes.needed) == ((), (company,)), "nobody was changed: Ada points to Acme"
    assert person not in changes.contacts
    assert set(names(book)) == {"Acme", "Ada"}


def test_a_part_deleted_since_names_its_contact(book: Book) -> None:
    ada = add(book, "Ada", points=[ContactPoint("phone", "1")])

    def renumber(contact: Contact) -> None:
        contact.points[0].value = "2"

    renumbered = edit(book, ada, renumber)
    edit(book, ada, lambda contact: contact.points.clear())
    assert journal.undo(book, renumbered).kept == (ada,)
    assert queries.load(book.reader, ada).points == []


def test_a_tag_made_again_meanwhile_is_the_same_tag(book: Book) -> None:
    ada = add(book, "Ada")

    def tag() -> None:
        with book.step("tag") as step:
            tags.add(step, tags.ensure(step, "VIP"), [ada])

    tag()
    undone = journal.undo(book)
    tag()
    again = journal.undo(book, undone.step)
    assert (again.step, again.kept) == (0, ()), "there is nothing left to do again"
    assert queries.load(book.reader, ada).tags == ["VIP"]
    assert len(queries.tag_counts(book.reader)) == 1


def test_a_restored_contact_needs_no_tag_that_is_gone(book: Book) -> None:
    with book.step("add") as step:
        contacts.insert(step, Contact(full_name="Ada", tags=["VIP"]))
    with book.step("erase") as step:
        contacts.erase(step, book.reader.ids("SELECT id FROM contact"))
    erased = step.changes.step
    with book.step("delete tag") as step:
        tags.delete(step, queries.tag_counts(book.reader)[0].id)
    changes = journal.undo(book, erased)
    assert names(book) == ["Ada"]
    assert changes.kept, "that the tag did not come back is said"
    assert queries.rows(book.reader, queries.ids_of(book.reader, queries.View()))[0].tags == ""


def test_a_thinned_step_cannot_be_undone(book: Book) -> None:
    add(book, "Ada")
    step = queries.history(book.reader)[0].id
    with book.writer.connection:  # type: ignore[attr-defined]
        book.writer.connection.execute("DELETE FROM history_part")
    assert not queries.history(book.reader)[0].kept
    with pytest.raises(Problem, match=r"store\.history_thinned"):
        journal.undo(book, step)
    with pytest.raises(Problem, match=r"store\.nothing_to_undo"):
        journal.undo(book)


def test_undo_is_a_step_of_its_own(book: Book) -> None:
    add(book, "Ada")
    with pytest.raises(RuntimeError), book.step("outer"):
        journal.undo(book)


def test_every_contact_has_its_own_history(book: Book) -> None:
    ada, berta = add(book, "Ada"), add(book, "Berta")
    edit(book, ada, set_note("x"))
    assert [row.action for row in queries.history(book.reader, contact=ada)] == ["edit", "add"]
    assert [row.data for row in queries.history(book.reader, contact=berta)] == [{"name": "Berta"}]
    (last,) = queries.history(book.reader, limit=1)
    assert [row.action for row in queries.history(book.reader, before=last.id)] == ["add", "add"]
