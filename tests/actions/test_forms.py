"""Sections, and forms that travel."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from contactbook.actions import fields, forms, undoing
from contactbook.domain.field_definition import Choice, FieldDefinition, FieldSettings
from contactbook.domain.form_file import Form
from contactbook.domain.form_sections import FormSection
from contactbook.domain.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.book import Book


def test_sections_are_arranged_in_single_steps(book: Book) -> None:
    for label in "ABC":
        fields.add_field(book, FieldDefinition(label))
    forms.arrange(book, [FormSection("One", ("b", "a"), 2)], what=forms.ADD, label="One")
    (one,) = forms.sections(book)
    assert (one.title, one.fields, one.columns) == ("One", ("b", "a"), 2)
    fields.add_field(book, FieldDefinition("D"), section=0, at=1)
    assert forms.sections(book)[0].fields == ("b", "d", "a")
    fields.rename_key(book, "d", "delta")
    assert forms.sections(book)[0].fields == ("b", "delta", "a")
    assert [field.key for field in fields.in_form_order(book)] == ["b", "delta", "a", "c"]
    fields.remove_field(book, "b")
    assert forms.sections(book)[0].fields == ("delta", "a")
    undoing.undo(book)
    assert forms.sections(book)[0].fields == ("b", "delta", "a")
    assert not forms.arrange(book, forms.sections(book))
    forms.arrange(book, [], what=forms.REMOVE, label="One")
    assert forms.sections(book) == []
    undoing.undo(book)
    assert forms.sections(book)[0].id == one.id


@pytest.mark.parametrize("name", forms.TEMPLATES)
def test_every_template_loads_once_and_goes_in_one_step(book: Book, name: str) -> None:
    form = forms.template(name)
    placed = [key for section in form.sections for key in section.fields]
    assert sorted(placed) == sorted(field.key for field in form.fields)
    assert all(fields.types.key_of(field.key) == field.key for field in form.fields)
    forms.load_form(book, form)
    loaded = forms.form_of(book)
    assert [field.label for field in loaded.fields] == [field.label for field in form.fields]
    assert not forms.load_form(book, form)
    undoing.undo(book)
    assert fields.list_fields(book) == []


def test_a_form_in_another_language(book: Book) -> None:
    form = forms.template("shop", lambda text: text.upper())
    assert {field.label for field in form.fields} >= {"SIZE", "NEWSLETTER"}
    assert form.fields[0].key == "customer_number"


def test_loading_merges_without_loss(book: Book, tmp_path: Path) -> None:
    mine = FieldSettings(choices=(Choice("S"),), required=True)
    fields.add_field(book, FieldDefinition("My size", "choice", "size", settings=mine))
    fields.add_field(book, FieldDefinition("Plan", "text", "plan"))
    forms.arrange(book, [FormSection("Clothes", ("size",))])
    theirs = Form(
        "Shop",
        (
            FieldDefinition(
                "Size", "choice", "size", settings=FieldSettings(choices=(Choice("s"), Choice("M")))
            ),
            FieldDefinition("Plan", "number", "plan"),
        ),
        (FormSection("Clothes", ("size", "plan"), 2), FormSection("Empty", ())),
    )
    file = tmp_path / "shop.form.json"
    file.write_text(theirs.to_text(), "utf-8")
    forms.load_form(book, forms.read_form(file))
    size, plan, other = fields.list_fields(book)
    assert (size.label, size.settings.required) == ("My size", True)
    assert [choice.label for choice in size.settings.choices] == ["S", "M"]
    assert (plan.type, other.key, other.type) == ("text", "plan_2", "number")
    (section,) = forms.sections(book)
    assert section.fields == ("size", "plan_2")
    assert not forms.load_form(book, forms.read_form(file))


def test_a_saved_form_is_read_as_it_was(book: Book, tmp_path: Path) -> None:
    forms.load_form(book, forms.template("club"))
    forms.save_form(book, tmp_path / "a.form.json")
    read = forms.read_form(tmp_path / "a.form.json")
    here = forms.form_of(book)
    assert [replace(field, id=0, position=0) for field in here.fields] == list(read.fields)
    assert [replace(section, id=0) for section in here.sections] == list(read.sections)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("no json", "fields.not_a_form"),
        ("[1]", "fields.not_a_form"),
        ('{"a": 1}', "fields.not_a_form"),
        ('{"contactbook_form": 99}', "fields.newer_form"),
        ('{"contactbook_form": 1, "fields": [{"label": "A", "type": "x"}]}', "fields.unknown_type"),
        ('{"contactbook_form": 1, "fields": 5}', "fields.form_damaged"),
    ],
)
def test_what_is_no_form(tmp_path: Path, text: str, code: str) -> None:
    file = tmp_path / "a.json"
    file.write_text(text, "utf-8")
    with pytest.raises(Problem) as caught:
        forms.read_form(file)
    assert caught.value.code == code
    with pytest.raises(Problem, match=r"import\.file_missing"):
        forms.read_form(tmp_path / "none.json")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'{"contactbook_form": ' + b"[" * 100_000, "fields.not_a_form"),
        (b"\xff\xfe\x00", "fields.not_a_form"),
        (b" " * (forms.LARGEST_FILE + 1), "fields.not_a_form"),
        (b'{"contactbook_form": "x"}', "fields.form_damaged"),
    ],
    ids=["deep", "no text", "large", "no number"],
)
def test_a_file_that_is_no_form_is_named(tmp_path: Path, data: bytes, code: str) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(data)
    with pytest.raises(Problem) as caught:
        forms.read_form(file)
    assert caught.value.code == code
    assert caught.value.data["path"] == str(file)


def test_half_a_character_in_a_form_becomes_a_mark(book: Book, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(rb'{"contactbook_form": 1, "fields": [{"label": "A\ud800", "type": "text"}]}')
    forms.load_form(book, forms.read_form(file))
    assert [field.label for field in forms.form_of(book).fields] == ["A\ufffd"]
