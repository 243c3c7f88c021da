"""Entries of the timeline: written, edited, deleted, each as one step that undo takes back whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import checking, editing, following_up, logging, timelines, undoing
from contactbook.domain.follow_ups import FollowUp
from contactbook.domain.interactions import EntryFilter, Interaction
from contactbook.domain.problems import Problem
from contactbook.domain.rhythm import DAY
from contactbook.store import interactions, queries, timeline_queries
from tests.actions.conftest import tables

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book


def person(book: Book, name: str, **values: object) -> int:
    """A new contact."""
    (contact_id,) = editing.add_contact(book, {"given": name, **values}).contacts
    return contact_id


def said(book: Book, contact_id: int, chosen: EntryFilter | None = None) -> list[str]:
    return [entry.subject for entry in timelines.timeline(book, contact_id, chosen or EntryFilter())]


def row(book: Book, contact_id: int) -> queries.ListRow:
    return queries.rows(book.reader, [contact_id])[0]


def entry(subject: str, *people: int, at: int = 0, kind: str = "call", **values: object) -> Interaction:
    return Interaction(kind=kind, occurred_at=at * DAY, subject=subject, contacts=list(people), **values)  # type: ignore[arg-type]


def test_one_entry_stands_in_the_timeline_of_everybody_who_was_there(book: Book) -> None:
    ada, ben = person(book, "Ada"), person(book, "Ben")
    changes = logging.log(book, entry("Lunch", ada, ben, kind="meeting"), follow_up=FollowUp(title="Offer"))
    assert changes.contacts == {ada, ben}
    assert changes.timeline
    assert said(book, ada) == said(book, ben) == ["Lunch"]
    (task,) = timelines.open_follow_ups(book, ben)
    assert task.title == "Offer"
    assert task.interaction_id == next(timelines.timeline(book, ada)).id


def test_logging_editing_and_deleting_are_undone_and_done_again_whole(book: Book) -> None:
    ada, ben = person(book, "Ada"), person(book, "Ben")
    states = [tables(book)]
    logging.log(book, entry("Call", ada, at=100, amount=None), follow_up=FollowUp(title="x", due_at=9 * DAY))
    states.append(tables(book))
    found = next(timelines.timeline(book, ada))
    found.subject, found.contacts, found.kind, found.amount = "Tent", [ben], "purchase", 1250
    found.currency = "EUR"
    assert logging.edit_entry(book, found).contacts == {ada, ben}
    assert (said(book, ada), said(book, ben)) == ([], ["Tent"])
    assert (row(book, ben).purchases, row(book, ben).purchase_total) == (1, 1250)
    states.append(tables(book))
    logging.delete_entries(book, [found.id])
    assert said(book, ben) == []
    for state in reversed(states):
        undoing.undo(book)
        assert tables(book) == state
        assert checking.check(book).ok
    for state in states[1:]:
        undoing.redo(book)
        assert tables(book) == state
    assert timelines.search_entries(book, "tent")
    assert checking.check(book).ok


def test_words_are_found_in_any_spelling_and_no_longer_when_they_are_gone(book: Book) -> None:
    ada = person(book, "Ada")
    logging.log(book, entry("Łódź Straße", ada, body="brown fox"))
    assert said(book, ada, EntryFilter(text="lodz FOX")) == ["Łódź Straße"]
    assert said(book, ada, EntryFilter(text="cat")) == []
    found = next(timelines.timeline(book, ada))
    found.body = "grey cat"
    logging.edit_entry(book, found)
    assert said(book, ada, EntryFilter(text="cat")) == ["Łódź Straße"]
    assert timelines.search_entries(book, "fox") == []
    undoing.undo(book)
    assert len(timelines.search_entries(book, "fox")) == 1


def test_a_timeline_is_filtered_by_kind_and_period_and_ordered_by_time(book: Book) -> None:
    ada = person(book, "Ada")
    for number, kind in enumerate(["call", "note", "call", "email"]):
        logging.log(book, entry(f"{number}", ada, at=50 - number, kind=kind))
    assert said(book, ada) == ["0", "1", "2", "3"]
    assert said(book, ada, EntryFilter(kinds=("call",))) == ["0", "2"]
    assert said(book, ada, EntryFilter(since=48 * DAY, until=50 * DAY)) == ["1", "2"]
    assert timeline_queries.kinds_of(book.reader, ada) == {"call": 2, "email": 1, "note": 1}


def test_a_company_shows_the_entries_of_its_people(book: Book) -> None:
    acme = person(book, "", organization="Acme", kind="company")
    ada, ben = person(book, "Ada"), person(book, "Ben")
    with book.step("edit") as step:
        step.connection.execute("UPDATE contact SET company_id = ? WHERE id = ?", (acme, ada))
    logging.log(book, entry("with Ada", ada, acme, at=2))
    logging.log(book, entry("with Ben", ben, at=3))
    logging.log(book, entry("with Acme", acme, at=1))
    assert said(book, acme) == ["with Ada", "with Acme"]
    assert said(book, acme, EntryFilter(contact_id=ada)) == ["with Ada"]
    assert said(book, acme, EntryFilter(contact_id=ben)) == []
    assert timeline_queries.kinds_of(book.reader, acme) == {"call": 2}  # that of both counts once
    assert timeline_queries.kinds_of(book.reader, ada) == {"call": 1}


def test_attached_files_come_back_as_they_were(book: Book, tmp_path: Path) -> None:
    ada = person(book, "Ada")
    file = tmp_path / "offer.pdf"
    file.write_bytes(b"%PDF" + bytes(range(256)) * 40)
    logging.log(book, entry("Offer", ada), files=[file])
    found = next(timelines.timeline(book, ada))
    (attached,) = found.attachments
    assert (attached.name, attached.size) == ("offer.pdf", file.stat().st_size)
    assert interactions.attachment_data(book.reader, attached.id) == ("offer.pdf", file.read_bytes())
    assert logging.detach_file(book, attached.id).contacts == {ada}
    assert next(timelines.timeline(book, ada)).attachments == []
    undoing.undo(book)
    assert interactions.attachment_data(book.reader, attached.id)[1] == file.read_bytes()


def test_nothing_is_kept_of_an_entry_whose_file_cannot_be_read(book: Book, tmp_path: Path) -> None:
    ada = person(book, "Ada")
    with pytest.raises(Problem, match=r"attach\.not_readable"):
        logging.log(book, entry("Offer", ada), files=[tmp_path / "missing.pdf"])
    assert said(book, ada) == []


@pytest.mark.parametrize(
    ("values", "field"),
    [({"score": 11}, "score"), ({"direction": "up"}, "direction"), ({"duration": -1}, "duration")],
)
def test_what_cannot_be_is_refused(book: Book, values: dict[str, object], field: str) -> None:
    ada = person(book, "Ada")
    with pytest.raises(Problem) as caught:
        logging.log(book, entry("x", ada, **values))  # type: ignore[arg-type]
    assert caught.value.data["field"] == field
    with pytest.raises(Problem, match=r"store\.no_such_contact"):
        logging.log(book, entry("x", 12345))


def test_kinds_of_ones_own(book: Book) -> None:
    logging.add_kind(book, "Site visit", "map")
    logging.add_kind(book, "site  VISIT", "heart")
    (kind,) = logging.own_kinds(book)
    assert (kind.key, kind.icon) == ("own:site_visit", "heart")
    assert logging.find_kind(book, "Site Visit") == kind
    ada = person(book, "Ada")
    logging.log(book, entry("Roof", ada, kind=kind.key))
    logging.remove_kind(book, kind.key)
    assert logging.own_kinds(book) == ()
    assert said(book, ada, EntryFilter(kinds=(kind.key,))) == ["Roof"]
    with pytest.raises(Problem, match=r"log\.no_such_kind"):
        logging.find_kind(book, "Site Visit")


def test_lists_know_and_sort_by_last_contact_and_purchases(book: Book) -> None:
    ada, ben, cid = person(book, "Ada"), person(book, "Ben"), person(book, "Cid")
    for at, amount in ((10, 500), (20, 700)):
        logging.log(book, entry("Tent", cid, at=at, kind="purchase", amount=amount, currency="EUR"))
    logging.log(book, entry("Gift", ben, at=30, kind="donation", amount=900, currency="USD"))
    assert (row(book, cid).purchases, row(book, cid).purchase_total, row(book, cid).last_at) == (
        2,
        1200,
        20 * DAY,
    )

    def order(sort: str, *, descending: bool) -> list[int]:
        return list(queries.ids_of(book.reader, queries.View(), sort=sort, descending=descending))

    assert order("last_at", descending=True) == [ben, cid, ada]
    assert order("last_at", descending=False) == [cid, ben, ada]
    assert order("purchases", descending=True) == [cid, ada, ben]
    assert order("donation_total", descending=True) == [ben, ada, cid]
    (total,) = timelines.giving(book, cid, since=15 * DAY)
    assert (total.entries, total.amount, total.currency) == (1, 700, "EUR")
    editing.edit_contact(book, cid, {"note": "changed"})
    assert row(book, cid).purchases == 2


def test_logging_resets_the_rhythm(book: Book) -> None:
    ada = person(book, "Ada")
    for at in (0, 30, 60, 90):
        logging.log(book, entry("x", ada, at=at + 1))
    assert (row(book, ada).usual_days, row(book, ada).rhythm_due_at) == (30, 121 * DAY)
    following_up.set_rhythm(book, [ada], 14)
    assert row(book, ada).rhythm_due_at == 105 * DAY
    assert [each.contact_id for each in timelines.late(book)] == [ada]
    logging.log(book, entry("now", ada))
    assert timelines.late(book) == []
    assert timelines.rhythm(book, ada).wanted == 14
    editing.tag(book, [ada], "VIP")
    tag_id = queries.tag_counts(book.reader)[0].id
    following_up.set_rhythm(book, [ada], None)
    following_up.set_tag_rhythm(book, tag_id, 7)
    assert row(book, ada).wanted_days == 7
    undoing.undo(book)
    assert row(book, ada).wanted_days is None
    assert checking.check(book).ok
