"""Every value of a contact in its JSON shape can be set, changed and removed by `edit`, as text.

What there is to edit is made from the shape and the classes of the domain, so a value that is added to them
fails here until `edit` knows it.
"""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

import pytest

from contactbook.actions import books, browsing, editing
from contactbook.domain import contact_parts_json
from contactbook.domain.contact_json import to_json
from contactbook.domain.problems import Problem
from contactbook.vault.credentials import Credential
from tests.actions.contact_shape import Path, full, leaves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path as FilePath

    from contactbook.domain.contact import Contact
    from contactbook.store.book import Book

SINGULAR = {
    "emails": "email", "phones": "phone", "urls": "url", "chats": "chat", "socials": "social",
    "addresses": "address", "dates": "date", "relations": "relation", "affiliations": "affiliation",
    "photos": "photo", "extras": "extra",
}  # fmt: skip
"""How one part of a list is written."""
MAINS = {"addresses": "street", "relations": "text", "affiliations": "organization", "photos": "data"}
"""What makes a part, where it is not its `value`."""
LINKS = {("company_id",), ("parent_id",)}
ALWAYS = {("uid",), ("kind",), ("extras", "name")}
"""Never empty."""
TEXTS: dict[str, tuple[str, str]] = {
    "kind": ("company", "person"), "starred": ("yes", "no"), "preferred": ("yes", "no"),
    "decision_maker": ("yes", "no"), "checked_at": ("1000", "2000"), "data": ("YWJj", "ZGVm"),
    "since": ("2019", "2020"), "until": ("2020", "2021"), "tags": ("VIP", "Choir"),
}  # fmt: skip
"""What two values are typed as; every other one is free text."""
READ = {"yes": True, "no": False, "1000": 1000, "2000": 2000, "VIP": ["VIP"], "Choir": ["Choir"]}


@pytest.fixture
def book(tmp_path: FilePath) -> Iterator[Book]:
    with books.create_book(tmp_path / "a.contactbook", Credential(raw_key=bytes(range(32)))) as made:
        yield made


def new(book: Book, **more: str) -> int:
    return editing.add_contact(book, {"family": "Anker", "file_as": "A", **more}).made[0]


def edited(book: Book, contact_id: int, field: str, value: str) -> Contact:
    editing.edit_contact(book, contact_id, {field: value})
    return browsing.show(book, contact_id)


def missing(book: Book, shape: Iterable[Path]) -> list[str]:
    """What cannot be set, changed and removed by `FIELD=VALUE`, as "phones.loudness"."""
    return [".".join(path) for path in shape if not _is_editable(book, path)]


def _is_editable(book: Book, path: Path) -> bool:
    key, name = path[0], path[-1]
    contact_id, field = new(book), ".".join(path)
    if key in SINGULAR:
        main = MAINS.get(key, "value")
        field = f"{SINGULAR[key]}[1].{name}"
        if name != main:
            edited(book, contact_id, f"{SINGULAR[key]}[+].{main}", "YWJj" if key == "photos" else "first")
    elif key == "fields":
        field = f"field.{name}"
    typed = TEXTS.get(name, ("one", "two"))
    try:
        held = [leaves(edited(book, contact_id, field, value)).get(path) for value in typed]
        if path not in ALWAYS:
            edited(book, contact_id, field, typed[0])
            held.append(leaves(edited(book, contact_id, field, "")).get(path) or "")
    except Problem:
        return False
    return held == [READ.get(value, value) for value in typed] + ([""] if path not in ALWAYS else [])


def test_every_value_of_the_shape_is_set_changed_and_removed(book: Book) -> None:
    shape = [path for path in leaves(full()) if path not in LINKS]
    assert len(shape) > 70
    assert missing(book, shape) == []


def test_what_edit_does_not_know_is_missed(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = contact_parts_json.point_to_json
    monkeypatch.setattr(contact_parts_json, "point_to_json", lambda point: {**usual(point), "loudness": "x"})
    shape = leaves(full())
    assert missing(book, [("loudness",), ("phones", "loudness"), ("phones", "label")]) == [
        "loudness",
        "phones.loudness",
    ]
    assert ("phones", "loudness") in shape


def test_every_list_is_set_changed_and_removed_as_json(book: Book) -> None:
    shape = leaves(full())
    contact_id = new(book)
    for key in sorted({path[0] for path in shape} & {*SINGULAR}):
        given = {path[1]: value for path, value in shape.items() if path[0] == key}
        for change in ({}, {MAINS.get(key, "value"): "bmV3"}):
            held = leaves(edited(book, contact_id, key, json.dumps([{**given, **change}])))
            assert {path[1]: value for path, value in held.items() if path[0] == key} == {**given, **change}
        assert not [path for path in leaves(edited(book, contact_id, key, "[]")) if path[0] == key]


def test_pictures_are_given_as_bytes_and_an_address_stays_without_its_street(book: Book) -> None:
    contact_id = new(book)
    editing.edit_contact(book, contact_id, {"photo": b"\x89PNG"})
    (photo,) = to_json(browsing.show(book, contact_id))["photos"]
    assert base64.b64decode(photo["data"]) == b"\x89PNG"
    assert edited(book, contact_id, "photo", "").photos == []
    editing.edit_contact(book, contact_id, {"address.street": "Long street 1", "address.locality": "Oslo"})
    editing.edit_contact(book, contact_id, {"address.formatted": ""})
    (address,) = edited(book, contact_id, "address[1].street", "").addresses
    assert (address.street, address.locality) == ("", "Oslo")
    assert edited(book, contact_id, "address.locality", "").addresses == []


def test_links_are_ids_of_contacts(book: Book) -> None:
    company = editing.add_contact(book, {"kind": "company", "organization": "Orion"}).made[0]
    person = new(book, organization="Orion")
    for path in LINKS:
        assert leaves(edited(book, person, path[0], str(company)))[path] == company
        if path == ("parent_id",):
            assert leaves(edited(book, person, path[0], ""))[path] is None
