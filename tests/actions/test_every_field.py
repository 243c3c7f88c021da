"""Every field of a contact in its JSON shape can be set, changed and removed: by the form, and by `edit`.

The lists are made from the shape itself, so a field that is added to it fails here until both can do it.
"""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

import pytest

from contactbook.actions import books, browsing, editing
from contactbook.domain.contact import (
    CHAT,
    SOCIAL,
    Address,
    Affiliation,
    Contact,
    ContactDate,
    ContactPoint,
    Extra,
    FieldValue,
    Photo,
    Relation,
)
from contactbook.domain.contact_json import POINT_LISTS, to_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from contactbook.store.book import Book

AUTOMATIC = {
    "id", "display_name", "created_at", "updated_at", "deleted_at", "field_details", "name", "company_id",
    "parent_id",
}  # fmt: skip
"""Given by the program: ids, links and times; the name shown; the trash has a command; `name` is walked."""
IN_PARTS = {"origin", "key", "position", "kind", "data", "media_type", "uid", "related_id", "company_id"}
"""Of a part: where it came from, what follows from the value, and links that are found by name."""

FULL = Contact(
    points=[
        ContactPoint(kind, "v", "work", True, "signal" if kind in (CHAT, SOCIAL) else "")
        for kind in POINT_LISTS
    ],
    addresses=[Address("1", "2", "3", "4", "5", "6", "Poland", "PL", "8", "home", True)],
    dates=[ContactDate("1980-05-09")],
    relations=[Relation("Jan", "spouse")],
    affiliations=[Affiliation("Club", "d", "t", "r", "2019", "2020", decision_maker=True)],
    photos=[Photo(b"\x89PNG", "image/png", "", "me")],
    fields=[FieldValue("Shoe size", "44", "shoe_size")],
    tags=["VIP"],
    extras=[Extra("X-ODD", "odd", "p=1", "g")],
    starred=True,
    checked_at=5,
)


def shape() -> dict[str, Any]:
    return to_json(FULL)


SINGLE = [
    key for key, value in shape().items() if not isinstance(value, dict | list) and key not in AUTOMATIC
]
NAMES = list(shape()["name"])
LISTS = [key for key, value in shape().items() if isinstance(value, list) and key not in AUTOMATIC | {"tags"}]
VALUES: dict[str, tuple[Any, Any, Any]] = {
    "kind": ("company", "person", "person"),
    "starred": ("yes", "no", ""),
    "checked_at": ("1000", "2000", ""),
}
READ: dict[str, tuple[Any, Any, Any]] = {
    "kind": ("company", "person", "person"),
    "starred": (True, False, False),
    "checked_at": (1000, 2000, None),
}


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with books.create_book(tmp_path / "a.contactbook", books.credential("x")) as made:
        editing.add_contact(made, {"family": "Anker", "uid": "u1"})
        yield made


def only(book: Book) -> dict[str, Any]:
    (row,) = browsing.list_contacts(book)
    return to_json(browsing.show(book, row.id))


def edit(book: Book, field: str, value: object) -> dict[str, Any]:
    (row,) = browsing.list_contacts(book)
    editing.edit_contact(book, row.id, {field: value})
    return only(book)


@pytest.mark.parametrize("key", [*SINGLE, *NAMES])
def test_a_single_field_is_set_changed_and_removed_by_edit(book: Book, key: str) -> None:
    keep_a_name = "family" if key != "family" else "given"
    edit(book, keep_a_name, "Anker")
    for value, read in zip(
        VALUES.get(key, ("one", "two", "")), READ.get(key, ("one", "two", "")), strict=True
    ):
        if key == "uid" and value == "":
            continue  # a contact always has one
        shown = edit(book, key, value)
        assert (shown["name"] if key in NAMES else shown)[key] == read


@pytest.mark.parametrize("key", LISTS)
def test_a_list_is_set_changed_and_removed_by_edit(book: Book, key: str) -> None:
    (part,) = shape()[key]
    given = {name: value for name, value in part.items() if name not in {"origin", "key", "position"}}
    (held,) = edit(book, key, json.dumps([given]))[key]
    assert {name: held.get(name) for name in given} == given
    for name, value in given.items():
        if isinstance(value, str) and name not in IN_PARTS:
            changed = {**given, name: f"{value}x" if name not in ("since", "until") else "2021"}
            (held,) = edit(book, key, json.dumps([changed]))[key]
            assert held[name] == changed[name]
    assert edit(book, key, "[]")[key] == []


def test_tags_custom_fields_and_pictures_by_edit(book: Book) -> None:
    assert edit(book, "tags", "VIP, Choir")["tags"] == ["VIP", "Choir"]
    assert edit(book, "tags", "")["tags"] == []
    assert edit(book, "field.shoe_size", "44")["fields"] == {"shoe_size": "44"}
    assert edit(book, "field.shoe_size", "45")["fields"] == {"shoe_size": "45"}
    assert edit(book, "field.shoe_size", "")["fields"] == {}
    (photo,) = edit(book, "photo", b"\x89PNG")["photos"]
    assert base64.b64decode(photo["data"]) == b"\x89PNG"
    assert edit(book, "photo", "")["photos"] == []
