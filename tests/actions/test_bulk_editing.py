"""Many contacts at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import bulk_editing, editing, fields, undoing
from contactbook.domain.bulk_change import ADD, REMOVE, REPLACE, STARRED, TAG, BulkChange
from contactbook.domain.contact import Contact
from contactbook.domain.field_definition import Choice, FieldDefinition, FieldSettings
from contactbook.domain.problems import Problem
from contactbook.store import derived, queries

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.store.book import Book


@pytest.fixture
def ids(book: Book) -> list[int]:
    choices = FieldSettings(choices=(Choice("Lead"), Choice("Won")))
    fields.add_field(book, FieldDefinition("Stage", "choice", settings=choices))
    fields.add_field(book, FieldDefinition("Area", "text", settings=FieldSettings(repeated=True)))
    return [
        next(iter(editing.add_contact(book, Contact(given=name, organization=work, full_name=name)).contacts))
        for name, work in (("Ada", "Acme"), ("Bob", "Acme Ltd"), ("Cyd", ""))
    ]


def values(book: Book, contact_id: int, key: str) -> list[str]:
    return [value.value for value in queries.load(book.reader, contact_id).fields if value.key == key]


def derived_is_right(book: Book) -> bool:
    ids = book.reader.ids("SELECT id FROM contact ORDER BY id")
    stored = derived.stored_rows(book.reader.connection, ids)
    return {key: found.row for key, found in derived.expected(book.reader.connection, ids).items()} == stored


def test_only_what_differs_is_written_and_comes_back(book: Book, ids: list[int]) -> None:
    before = [queries.load(book.reader, one) for one in ids]
    changes = [
        BulkChange("organization", "Acme"),
        BulkChange("field.stage", "won"),
        BulkChange(TAG, "vip", ADD),
    ]
    preview = bulk_editing.preview(book, ids, changes[:1])
    assert (preview.changed, preview.unchanged) == (2, 1)
    assert [(one.name, one.before, one.after) for one in preview.samples] == [
        ("Bob", "Acme Ltd", "Acme"), ("Cyd", "", "Acme"),
    ]  # fmt: skip
    assert queries.load(book.reader, ids[1]).organization == "Acme Ltd"
    done = bulk_editing.bulk_edit(book, ids, changes)
    assert done.contacts == set(ids)
    assert [queries.load(book.reader, one).organization for one in ids] == ["Acme"] * 3
    assert [values(book, one, "stage") for one in ids] == [["Won"]] * 3
    assert derived_is_right(book)
    assert not bulk_editing.bulk_edit(book, ids, changes)
    undoing.undo(book)
    assert [queries.load(book.reader, one) for one in ids] == before
    assert derived_is_right(book)


def test_common_values_say_where_they_differ(book: Book, ids: list[int]) -> None:
    bulk_editing.bulk_edit(book, ids[:2], [BulkChange("field.stage", "Won"), BulkChange(TAG, "vip", ADD)])
    found = bulk_editing.common_values(book, ids)
    assert found["organization"].different
    assert found["department"] == bulk_editing.CommonValue()
    assert (found["field.stage"].different, found["field.stage"].filled) == (True, 2)
    assert bulk_editing.common_values(book, ids[:2])["field.stage"].text == "Won"
    assert bulk_editing.common_tags(book, ids) == {"vip": 2}


def test_repeated_fields_gain_and_lose_values(book: Book, ids: list[int]) -> None:
    bulk_editing.bulk_edit(book, ids, [BulkChange("field.area", "North")])
    bulk_editing.bulk_edit(book, ids[:2], [BulkChange("field.area", "South", ADD)])
    assert not bulk_editing.bulk_edit(book, ids[:2], [BulkChange("field.area", "South", ADD)])
    assert values(book, ids[0], "area") == ["North", "South"]
    bulk_editing.bulk_edit(book, ids, [BulkChange("field.area", "North", REMOVE)])
    assert [values(book, one, "area") for one in ids] == [["South"], ["South"], []]
    bulk_editing.bulk_edit(book, ids, [BulkChange("field.area", "")])
    assert values(book, ids[0], "area") == []


def test_find_and_replace(book: Book, ids: list[int]) -> None:
    bulk_editing.bulk_edit(book, ids, [BulkChange("field.area", "North-East")])
    bulk_editing.bulk_edit(
        book,
        ids,
        [
            BulkChange("organization", "Apex", REPLACE, find="ACME"),
            BulkChange("field.area", "West", REPLACE, find="East", exact=True),
            BulkChange("given", "Eda", REPLACE, find="ada"),
        ],
    )
    assert queries.load(book.reader, ids[1]).organization == "Apex Ltd"
    assert values(book, ids[2], "area") == ["North-West"]
    assert queries.load(book.reader, ids[0]).full_name == "Eda"
    assert derived_is_right(book)


def test_tags_and_stars(book: Book, ids: list[int]) -> None:
    bulk_editing.bulk_edit(book, ids, [BulkChange(TAG, "vip", ADD), BulkChange(STARRED, "yes")])
    assert all(row.starred and row.tags == "vip" for row in queries.rows(book.reader, ids))
    bulk_editing.bulk_edit(book, ids[:1], [BulkChange(TAG, "VIP", REMOVE), BulkChange(STARRED, "no")])
    assert queries.rows(book.reader, ids[:1])[0].tags == ""
    assert not bulk_editing.bulk_edit(book, ids, [BulkChange(TAG, "nobody", REMOVE)])


def test_a_value_of_its_own_for_each(book: Book, ids: list[int]) -> None:
    changes = bulk_editing.set_values(book, "field.stage", dict(zip(ids, ["lead", "won", ""], strict=True)))
    assert changes.contacts == set(ids[:2])
    assert [values(book, one, "stage") for one in ids] == [["Lead"], ["Won"], []]


def test_any_field_can_be_assigned_in_many(book: Book, ids: list[int]) -> None:
    bulk_editing.edit_many(book, ids, {"email": "a@b.example", "department": "Sales", "field.stage": "Won"})
    for one in ids:
        contact = queries.load(book.reader, one)
        assert (contact.points[0].value, contact.department) == ("a@b.example", "Sales")
        assert values(book, one, "stage") == ["Won"]
    undoing.undo(book)
    assert queries.load(book.reader, ids[0]).points == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (BulkChange("uid", "x"), "edit.unknown_field"),
        (BulkChange("field.none", "x"), "fields.no_such_field"),
        (BulkChange(TAG, " ", ADD), "edit.tag_unnamed"),
    ],
)
@pytest.mark.parametrize("call", [bulk_editing.bulk_edit, bulk_editing.preview])
def test_what_cannot_be_done(
    book: Book, ids: list[int], change: BulkChange, code: str, call: Callable[..., object]
) -> None:
    with pytest.raises(Problem) as caught:
        call(book, ids, [change])
    assert caught.value.code == code
