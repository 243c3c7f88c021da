from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contactbook.actions import editing, fields, undoing
from contactbook.domain.contact import Contact, FieldValue
from contactbook.domain.field_definition import Choice, FieldDefinition, FieldSettings
from contactbook.domain.problems import Problem
from contactbook.store import queries

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.store.book import Book


def add(book: Book, name: str, *values: str, key: str = "size") -> int:
    contact = Contact(given=name, fields=[FieldValue(key.title(), value, key) for value in values])
    (contact_id,) = editing.add_contact(book, contact).contacts
    return contact_id


def values(book: Book, contact_id: int) -> list[str]:
    return [value.value for value in queries.load(book.reader, contact_id).fields]


def order(book: Book, sort: str, *, descending: bool = False) -> list[str]:
    ids = queries.ids_of(book.reader, queries.View(), sort=sort, descending=descending)
    return [row.display_name for row in queries.rows(book.reader, ids)]


def test_a_key_follows_the_first_name_until_there_is_a_value(book: Book) -> None:
    fields.add_field(book, FieldDefinition("Number", "number"))
    fields.add_field(book, FieldDefinition("Shoe size"))
    fields.name_field(book, "number", "Shoe size")
    assert [(one.key, one.label) for one in fields.list_fields(book)] == [
        ("shoe_size_2", "Shoe size"), ("shoe_size", "Shoe size"),
    ]  # fmt: skip
    editing.add_contact(book, {"given": "Ada", "field.shoe_size_2": "44"})
    fields.name_field(book, "shoe_size_2", "Size of the shoe")
    fields.rename_key(book, "shoe_size", "own")
    fields.name_field(book, "own", "Another")
    assert [one.key for one in fields.list_fields(book)] == ["shoe_size_2", "own"]


def test_a_field_is_added_changed_and_renamed_in_single_steps(book: Book) -> None:
    changes = fields.add_field(book, FieldDefinition("Shoe  size", "number", help="EU"))
    assert changes.fields
    (made,) = fields.list_fields(book)
    assert (made.key, made.label, made.type, made.help) == ("shoe_size", "Shoe size", "number", "EU")
    fields.change_field(book, "shoe_size", FieldDefinition("Size", settings=FieldSettings(required=True)))
    fields.rename_key(book, "shoe_size", "size")
    (made,) = fields.list_fields(book)
    assert (made.key, made.label, made.type, made.settings.required) == ("size", "Size", "number", True)
    for expected in ("shoe_size", "shoe_size"):
        undoing.undo(book)
        assert fields.list_fields(book)[0].key == expected
    undoing.undo(book)
    assert fields.list_fields(book) == []


@pytest.mark.parametrize(
    ("definition", "code"),
    [
        (FieldDefinition(" "), "fields.without_label"),
        (FieldDefinition("A", "colour"), "fields.unknown_type"),
        (FieldDefinition("A", key="a b"), "fields.bad_key"),
        (FieldDefinition("Taken", key="taken"), "fields.key_taken"),
        (FieldDefinition("A", "choice", settings=FieldSettings(choices=(Choice("x"), Choice("X")))),
         "fields.choice_twice"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_field(book: Book, definition: FieldDefinition, code: str) -> None:
    fields.add_field(book, FieldDefinition("Taken"))
    with pytest.raises(Problem) as caught:
        fields.add_field(book, definition)
    assert caught.value.code == code
    assert fields.free_key(book, "Taken") == "taken_2"


def test_another_type_tells_first_what_would_not_convert_and_keeps_it(book: Book) -> None:
    ada, bob, cyd = add(book, "Ada", "10"), add(book, "Bob", "9,5"), add(book, "Cyd", "large")
    assert order(book, "field.size") == ["Ada", "Bob", "Cyd"]
    preview = fields.preview_type(book, "size", "number")
    assert (preview.values, preview.converting, preview.failing, preview.fails) == (3, 2, 1, (("large", 1),))
    changes = fields.change_type(book, "size", "number")
    assert changes.contacts >= {bob}
    assert [values(book, one) for one in (ada, bob, cyd)] == [["10"], ["9.5"], ["large"]]
    assert order(book, "field.size") == ["Bob", "Ada", "Cyd"]
    assert order(book, "field.size", descending=True)[-2:] == ["Ada", "Bob"]
    undoing.undo(book)
    assert values(book, bob) == ["9,5"]
    assert fields.list_fields(book)[0].type == "text"


def test_text_becomes_choices_made_from_what_is_there(book: Book) -> None:
    add(book, "Ada", "gold")
    bob = add(book, "Bob", "Silver")
    add(book, "Cyd", "GOLD")
    fields.change_type(book, "size", "choice")
    (field,) = fields.list_fields(book)
    assert [choice.label for choice in field.settings.choices] == ["GOLD", "Silver"]
    renamed = FieldSettings(choices=(Choice("Gold", "yellow"), Choice("Second")))
    fields.change_field(book, "size", FieldDefinition("Medal", settings=renamed))
    assert values(book, bob) == ["Second"]
    turned = FieldSettings(choices=(Choice("Second"), Choice("Gold", "yellow")))
    fields.change_field(book, "size", FieldDefinition("Medal", settings=turned))
    assert values(book, bob) == ["Second"]
    assert order(book, "field.size")[0] == "Bob"


def test_removing_a_field_says_what_goes_keeps_people_and_comes_back(book: Book) -> None:
    ada = add(book, "Ada", "10", "11")
    add(book, "Bob")
    preview = fields.preview_removal(book, "size")
    assert (preview.values, preview.contacts) == (2, 1)
    fields.remove_field(book, "size")
    assert values(book, ada) == []
    assert order(book, "field.size") == ["Ada", "Bob"]
    assert queries.rows(book.reader, [ada])[0].fields == {}
    undoing.undo(book)
    assert values(book, ada) == ["10", "11"]
    (field,) = fields.list_fields(book)
    assert queries.rows(book.reader, [ada])[0].fields == {field.id: "10; 11"}


def test_order_of_fields(book: Book) -> None:
    for label in "ABC":
        fields.add_field(book, FieldDefinition(label))
    fields.move_field(book, "c", 0)
    assert [field.key for field in fields.list_fields(book)] == ["c", "a", "b"]
    assert [field.key for field in fields.in_form_order(book)] == ["c", "a", "b"]


@pytest.mark.parametrize("call", [fields.remove_field, fields.preview_removal])
def test_a_field_that_is_not_there(book: Book, call: Callable[[Book, str], object]) -> None:
    with pytest.raises(Problem, match=r"fields\.no_such_field"):
        call(book, "nothing")
