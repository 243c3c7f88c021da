"""What a step changed, read back field by field, forwards and backwards (contactbook.store.step_details).

Steps are found by contactbook.store.history_search.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import browsing, editing, importing, merging, tagging, trashing, undoing
from contactbook.actions.undoing import StepFilter
from contactbook.domain.problems import Cancelled
from contactbook.wording import field_changes
from tests.actions.conftest import card, write

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book


def add(book: Book, **values: object) -> int:
    [contact_id] = editing.add_contact(book, values).made
    return contact_id


def told(book: Book, step: int, contact: int = 0) -> set[str]:
    return {field_changes.phrase(one) for one in undoing.details(book, step, contact=contact).changes}


def test_an_edit_and_its_undo(book: Book) -> None:
    ada = add(book, given="Ada", **{"phone.work": "+48 1", "tags": "vip", "field.size": "39"})
    step = editing.edit_contact(
        book, ada, {"given": "Adele", "phone.work": "+48 2", "tags": "tea", "field.size": "40", "note": "x"}
    ).step
    assert told(book, step) == {
        "Given name: Ada → Adele", "Phone (work): +48 1 → +48 2", "Tag: vip removed", "Tag: tea added",
        "size: 39 → 40", "Note: x added", "Full name: Adele added",
    }  # fmt: skip
    assert undoing.details(book, step).names == {ada: "Adele"}
    assert {"Given name: Adele → Ada", "Phone (work): +48 2 → +48 1"} <= told(book, undoing.undo(book).step)


def test_a_label_alone(book: Book) -> None:
    ada = add(book, given="Ada", **{"phone.work": "+48 1"})
    assert told(book, editing.edit_contact(book, ada, {"phone.label": "home"}).step) == {
        "Phone: +48 1 (work) → +48 1 (home)"
    }


def test_trash_star_and_addresses(book: Book) -> None:
    ada = add(book, given="Ada", **{"address.street": "Long 1", "address.locality": "Gdansk"})
    assert told(book, editing.trash(book, [ada]).step) == {"In the trash: yes"}
    assert told(book, editing.set_starred(book, [ada]).step) == {"Star: yes"}
    moved = editing.edit_contact(book, ada, {"address.street": "Long 2"}).step
    assert told(book, moved) == {"Address: Long 1, Gdansk → Long 2, Gdansk"}


def test_links_are_told_by_name(book: Book) -> None:
    ada = add(book, given="Ada", organization="Acme")
    acme = add(book, organization="Acme", kind="company")
    [step] = [row.id for row in undoing.history(book, contact=acme)]
    assert "Linked company: Acme added" in told(book, step, ada)


def test_a_row_that_is_gone_since_still_tells(book: Book) -> None:
    ada = add(book, given="Ada", **{"phone.work": "+48 1"})
    step = editing.edit_contact(book, ada, {"phone.work": "+48 2"}).step
    editing.edit_contact(book, ada, {"phone.work": ""})
    [change] = undoing.details(book, step).changes
    assert (change.contact_id, change.before, change.after) == (ada, "+48 1", "+48 2")


def test_a_merge_tells_what_went_over(book: Book) -> None:
    ada, two = add(book, given="Ada"), add(book, given="Ada", phone="+48 7")
    step = merging.merge(book, [ada, two]).step
    assert "Phone: +48 7 added" in told(book, step, ada)


def test_large_steps_are_summarised(book: Book) -> None:
    ada = add(book, given="Ada", note="x")
    [row] = undoing.history(book)
    assert undoing.details(book, row.id, most=1).summarised
    trashing.erase(book, [ada])
    [row] = undoing.history(book, limit=1)
    assert undoing.details(book, row.id).summarised


def test_steps_are_found(book: Book, tmp_path: Path) -> None:
    ada = add(book, given="Ada")
    editing.tag(book, [ada], "vip_100%")
    tagging.rename_tag(book, tagging.tag_id(book, "vip_100%"), "friends")
    importing.import_files(book, [write(tmp_path / "phone.vcf", card(1))])
    found = {
        text: [row.action for row in undoing.find(book, StepFilter(text=text))]
        for text in ("vip_100%", "phone.vcf", "v%p", "Ada")
    }
    assert found["vip_100%"] == ["rename_tag", "tag"]
    assert found["phone.vcf"] == ["import"]
    assert not found["v%p"]
    assert found["Ada"][-1] == "add"
    [jo] = [row.id for row in browsing.list_contacts(book) if row.id != ada]
    assert [row.action for row in undoing.find(book, StepFilter(contact=jo))] == ["import"]
    assert [row.action for row in undoing.find(book, StepFilter(actions=("tag", "add")))] == ["tag", "add"]
    first = undoing.history(book)[-1]
    assert undoing.find(book, StepFilter(until=first.at)) == []
    assert len(undoing.find(book, StepFilter(since=first.at), limit=2)) == 2
    page = undoing.find(book, StepFilter(since=first.at), limit=2)
    assert page[-1].id > undoing.find(book, StepFilter(), before=page[-1].id)[0].id


def test_a_preview_says_what_would_stay_and_changes_nothing(book: Book) -> None:
    ada, bea = add(book, given="Ada", note="one"), add(book, given="Bea", note="two")
    step = editing.tag(book, [ada, bea], "vip").step
    assert undoing.preview(book, step).kept == ()
    both = editing.edit_contact(book, ada, {"note": "three"}).step
    editing.edit_contact(book, ada, {"note": "four"})
    count = len(undoing.history(book))
    seen = undoing.preview(book, both)
    assert (seen.kept, seen.step.id) == ((ada,), both)
    assert undoing.preview(book, step).kept == ()
    assert len(undoing.history(book)) == count
    assert browsing.show(book, ada).note == "four"


def test_who_decides_is_told_by_itself(book: Book) -> None:
    ada = add(book, given="Ada", affiliations=[{"organization": "Acme", "since": "2019"}])
    changed = editing.edit_contact(
        book, ada, {"affiliations": [{"organization": "Acme", "since": "2019", "decision_maker": True}]}
    )
    assert told(book, changed.step) == {"Decision maker (Acme): yes"}


def test_one_contact_of_a_large_step_is_told_whole(book: Book, tmp_path: Path) -> None:
    cards = [card(number) for number in range(30)]
    step = importing.import_files(book, [write(tmp_path / "many.vcf", *cards)]).report.step
    found = list(browsing.list_contacts(book))
    assert len(found) == 30
    for one in found:
        assert {change.contact_id for change in undoing.details(book, step, contact=one.id).changes} == {
            one.id
        }
        assert f"Full name: {one.display_name} added" in told(book, step, one.id)
    with pytest.raises(Cancelled):
        undoing.details(book, step, contact=found[0].id, cancelled=lambda: True)
