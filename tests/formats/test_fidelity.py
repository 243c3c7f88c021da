"""Properties are counted one by one, and every one that does not come through is named."""

from __future__ import annotations

import copy
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from contactbook.domain.contact import Contact, Extra
from contactbook.formats.contact_texts import always_unheld
from contactbook.formats.fidelity import Fidelity, came_through, items, without
from tests.formats.test_vcard_writer import everything

if TYPE_CHECKING:
    from collections.abc import Callable

BESIDE = {"id", "checked_at", "deleted_at", "created_at", "updated_at", "company_id", "parent_id", "extras"}
"""What is no property: the book's own, and kept properties, which have a count of their own."""


def full() -> Contact:
    contact = everything()
    contact.kind = "company"
    contact.extras = [Extra("X-A", "1"), Extra("X-A", "1"), Extra("X-B", "2", "P=q")]
    return contact


def test_all_of_a_contact_came_through() -> None:
    found = came_through(full(), full())
    assert (found.lost, found.kept_raw, found.names) == (0, 3, ())
    assert found.read == found.mapped + 3 == len(items(full())) + 3


@pytest.mark.parametrize("name", sorted({field.name for field in fields(Contact)} - BESIDE))
def test_each_loss_is_named(name: str) -> None:
    again = full()
    empty = getattr(Contact(), name)
    lost = 1
    if isinstance(empty, list):
        lost = len(getattr(again, name))
    setattr(again, name, empty)
    found = came_through(full(), again)
    assert (found.lost, len(found.names)) == (lost, lost)
    assert found.read == found.mapped + found.kept_raw + found.lost


@pytest.mark.parametrize(
    "change",
    [
        lambda contact: setattr(contact.points[0], "value", "0"),
        lambda contact: setattr(contact.points[0], "preferred", False),
        lambda contact: setattr(contact.points[2], "label", "other"),
        lambda contact: setattr(contact.addresses[0], "country_code", ""),
        lambda contact: setattr(contact.photos[0], "data", b"x"),
        lambda contact: setattr(contact.fields[0], "type", "number"),
        lambda contact: setattr(contact.affiliations[0], "until", ""),
        lambda contact: setattr(contact.extras[0], "value", "9"),
    ],
)
def test_a_part_that_changed_is_lost(change: Callable[[Contact], None]) -> None:
    again = full()
    change(again)
    assert came_through(full(), again).lost == 1


def test_the_same_kept_property_twice_must_come_twice() -> None:
    again = full()
    del again.extras[0]
    assert came_through(full(), again).names == ("X-A",)


def test_a_kept_property_may_be_spelt_otherwise() -> None:
    again = full()
    again.extras[2].value = "two"
    assert came_through(full(), again).names == ("X-B",)
    found = came_through(full(), again, lambda one, other: one.name == other.name)
    assert found.names == ()


def test_spaces_and_line_ends_are_no_loss() -> None:
    again = copy.deepcopy(full())
    again.note = f" {again.note} ".replace("\n", "\r\n")
    again.tags = [tag.upper() for tag in again.tags]
    assert came_through(full(), again).lost == 0


def test_nothing_was_read_again() -> None:
    found = came_through(full(), None)
    assert found.lost == found.read


def test_a_format_that_knows_what_it_cannot_hold() -> None:
    count = len(items(full()))
    expected = Fidelity(count + 3, count - 2, 2, 3, ("photo", "photo", "property"))
    assert without(full(), ["photo", "photo", "property"]) == expected


def test_when_and_by_what_a_card_was_written_is_no_loss() -> None:
    contact = Contact(
        given="Ada", extras=[Extra("PRODID", "-//Apple"), Extra("rev", "2024"), Extra("X-A", "1")]
    )
    unheld = always_unheld(contact)
    assert unheld == ["property"]
    assert without(contact, unheld) == Fidelity(2, 1, 0, 1, ("property",))
