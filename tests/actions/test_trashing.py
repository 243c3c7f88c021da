"""The trash empties itself, erasing leaves nothing behind, and tags go without their contacts.

The history is rewritten by contactbook.store.erasure; contactbook.store.trash_queries knows what lies there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import browsing, checking, editing, merging, tagging, trashing, undoing
from contactbook.domain.problems import Problem
from contactbook.store import changesets
from tests.actions.conftest import tables
from tests.store.snapshots import computed, stored

if TYPE_CHECKING:
    from contactbook.store.book import Book


def add(book: Book, **values: object) -> int:
    [contact_id] = editing.add_contact(book, values).made
    return contact_id


def test_only_what_is_old_goes_and_comes_back_on_undo(book: Book) -> None:
    old, young = add(book, given="Ada"), add(book, given="Bea")
    editing.trash(book, [old])
    assert not trashing.empty_old(book)
    now = (browsing.show(book, old).deleted_at or 0) + 30 * trashing.DAY_MS + 1
    editing.trash(book, [young])
    with book.step("edit") as step:
        step.connection.execute("UPDATE contact SET deleted_at = ? WHERE id = ?", (now, young))
    before = tables(book)
    changes = trashing.empty_old(book, now=now)
    assert changes
    [row] = undoing.history(book, limit=1)
    assert (row.action, row.data) == ("empty_trash", {"days": 30, "contacts": 1})
    with pytest.raises(Problem):
        browsing.show(book, old)
    assert browsing.show(book, young).given == "Bea"
    undoing.undo(book)
    assert tables(book) == before


def test_the_days_are_a_setting(book: Book) -> None:
    editing.trash(book, [add(book, given="Ada")])
    trashing.keep_days(book, 0)
    assert not trashing.empty_old(book, now=1 << 60)
    with pytest.raises(ValueError, match=r"^$"):
        trashing.keep_days(book, -1)
    assert trashing.empty(book)
    assert browsing.counts(book).trash == 0


def everything(book: Book) -> bytes:
    """All that the tables and the whole history hold."""
    told = [repr(tables(book)), repr(book.reader.query("SELECT action, data FROM history"))]
    for (step_id,) in book.reader.query("SELECT id FROM history"):
        read = changesets.source(book.reader.connection, step_id)
        while piece := read(1 << 16):
            told.append(repr(piece))
    return "".join(told).encode()


def test_erasing_leaves_nothing_in_tables_and_history(book: Book) -> None:
    other = add(book, given="Bea", **{"relation.friend": "Zenobia Secret"})
    one = add(book, given="Zenobia", family="Secret", phone="+48 777 888 999", note="classified")
    editing.edit_contact(book, one, {"phone.label": "hidden", "note": "classified twice"})
    editing.edit_contact(book, other, {"relation.friend": ""})
    editing.tag(book, [one, other], "vip")
    assert b"classified" in everything(book)
    trashing.erase(book, [one])
    left = everything(book)
    for trace in (b"Zenobia'", b"777 888", b"classified", b"hidden"):
        assert trace not in left, trace
    assert browsing.show(book, other).tags == ["vip"]
    assert checking.check(book).ok
    assert computed(book) == stored(book)
    assert [row.display_name for row in browsing.list_contacts(book)] == ["Bea"]
    undoing.undo(book)  # of the tag: what is gone is not in its way
    assert browsing.show(book, other).tags == []
    with pytest.raises(Problem):
        browsing.show(book, one)


def test_erasing_cannot_be_undone_and_says_so(book: Book) -> None:
    one = add(book, given="Ada")
    step = trashing.erase(book, [one]).step
    with pytest.raises(Problem) as caught:
        undoing.undo(book, step)
    assert caught.value.code == "store.history_thinned"
    assert not trashing.erase(book, [one])


def test_restoring_brings_links_back(book: Book) -> None:
    company = add(book, organization="Acme", kind="company")
    ada = add(book, given="Ada", organization="Acme", tags="vip", **{"relation.friend": "Bea"})
    bea = add(book, given="Bea")
    before = [browsing.show(book, one) for one in (company, ada, bea)]
    editing.trash(book, [ada, bea])
    editing.restore(book, [ada, bea])
    for was in before:
        now = browsing.show(book, was.id)
        now.updated_at = was.updated_at
        assert now == was


def test_people_stay_when_their_company_is_deleted(book: Book) -> None:
    company = add(book, organization="Acme", kind="company")
    ada = add(book, given="Ada", organization="Acme", title="CEO")
    assert browsing.show(book, ada).company_id == company
    editing.trash(book, [company])
    step = trashing.empty(book).step
    alone = browsing.show(book, ada)
    assert (alone.organization, alone.job_title, alone.company_id) == ("Acme", "CEO", None)
    undoing.undo(book, step)
    assert browsing.show(book, ada).company_id == company
    trashing.erase(book, [company])
    assert browsing.show(book, ada).organization == "Acme"
    assert [row.display_name for row in browsing.list_contacts(book)] == ["Ada"]


def test_tags_change_and_contacts_stay(book: Book) -> None:
    ada, bea = add(book, given="Ada", tags="vip"), add(book, given="Bea", tags="VIPs")
    vip, vips = tagging.tag_id(book, "VIP"), tagging.tag_id(book, "vips")
    tagging.color_tag(book, vip, "#1A7F37")
    before = tables(book)
    tagging.merge_tags(book, vips, vip)
    assert [browsing.show(book, one).tags for one in (ada, bea)] == [["vip"], ["vip"]]
    tagging.rename_tag(book, vip, "Very important")
    assert browsing.show(book, bea).tags == ["Very important"]
    tagging.delete_tag(book, vip)
    assert browsing.counts(book).all == 2
    assert browsing.show(book, ada).tags == []
    for _ in range(3):
        undoing.undo(book)
    assert tables(book) == before


def test_tags_that_cannot_be(book: Book) -> None:
    add(book, given="Ada", tags="vip, tea")
    vip = tagging.tag_id(book, "vip")
    for code, refused in (
        ("tag.color_unknown", lambda: tagging.color_tag(book, vip, "red")),
        ("store.tag_exists", lambda: tagging.rename_tag(book, vip, "Tea")),
        ("edit.no_such_tag", lambda: tagging.tag_id(book, "coffee")),
        ("store.no_such_tag", lambda: tagging.delete_tag(book, 1)),
    ):
        with pytest.raises(Problem) as caught:
            refused()
        assert caught.value.code == code


def test_a_merged_contact_can_be_erased(book: Book) -> None:
    one, two = add(book, given="Ada", note="classified"), add(book, given="Ada", phone="777")
    merging.merge(book, [one, two])
    trashing.erase(book, [one])
    assert b"classified" not in everything(book)
    assert checking.check(book).ok
