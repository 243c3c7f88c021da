"""What the policies do when a card meets the contact that it once made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from contactbook.actions.import_merging import merged, same_content
from contactbook.actions.import_options import ADD, FILL, OVERWRITE, SKIP
from contactbook.domain.contact import (
    EMAIL,
    PHONE,
    Address,
    Affiliation,
    Contact,
    ContactDate,
    ContactPoint,
    Extra,
    Photo,
    Relation,
)


def phone(value: str, label: str = "", origin: int = -1) -> ContactPoint:
    return ContactPoint(PHONE, value, label=label, key=value.replace(" ", ""), origin=origin)


def card(*points: ContactPoint, **texts: str) -> Contact:
    return Contact(uid="u1", points=list(points), **texts)  # type: ignore[arg-type]


def values(contact: Contact) -> list[str]:
    return [point.value for point in contact.points]


def test_a_changed_phone_takes_the_place_of_the_old_one() -> None:
    base = card(phone("+1 1", origin=3), given="Ada")
    existing = replace(base, id=7)
    incoming = card(phone("+1 2", origin=3), given="Ada")
    result = merged(existing, incoming, base, OVERWRITE)
    assert values(result) == ["+1 2"]
    assert result.id == 7


def test_what_the_person_changed_since_stays_where_the_file_did_not_change() -> None:
    base = card(phone("+1 1"), given="Ada", note="from the file")
    existing = card(phone("+1 1"), phone("+1 9", "mine"), given="Ada Augusta", note="from the file")
    incoming = card(phone("+1 1"), given="Ada", note="newer")
    result = merged(existing, incoming, base, OVERWRITE)
    assert result.given == "Ada Augusta"
    assert result.note == "newer"
    assert values(result) == ["+1 1", "+1 9"]


def test_a_number_that_the_person_removed_stays_removed() -> None:
    base = card(phone("+1 1"), phone("+1 2"))
    existing = card(phone("+1 2"))
    incoming = card(phone("+1 1"), phone("+1 2"), phone("+1 3"))
    assert values(merged(existing, incoming, base, OVERWRITE)) == ["+1 2", "+1 3"]


def test_both_sides_changed_keeps_both_numbers() -> None:
    base, existing, incoming = card(phone("+1 1")), card(phone("+1 8")), card(phone("+1 2"))
    assert values(merged(existing, incoming, base, OVERWRITE)) == ["+1 2", "+1 8"]


@pytest.mark.parametrize("policy", [FILL, OVERWRITE, ADD])
@pytest.mark.parametrize("with_base", [True, False])
def test_a_blank_never_erases(policy: str, with_base: bool) -> None:
    existing = card(phone("+1 1"), given="Ada", note="keep me")
    existing.dates = [ContactDate("1815-12-10")]
    base = replace(existing) if with_base else None
    assert merged(existing, Contact(uid="u1"), base, policy) is existing


def test_fill_touches_only_what_is_empty() -> None:
    existing = card(phone("+1 1"), given="Ada")
    incoming = card(phone("+1 2"), ContactPoint(EMAIL, "ada@acme.example"), given="Augusta", family="King")
    result = merged(existing, incoming, None, FILL)
    assert (result.given, result.family) == ("Ada", "King")
    assert values(result) == ["+1 1", "ada@acme.example"]


def test_add_keeps_all_and_knows_the_same_number_written_otherwise() -> None:
    existing = card(phone("+1 1"), given="Ada")
    incoming = card(phone("+11"), phone("+1 2"), given="Augusta")
    result = merged(existing, incoming, None, ADD)
    assert values(result) == ["+1 1", "+1 2"]
    assert result.given == "Ada"


def test_skip_changes_nothing() -> None:
    existing = card(given="Ada")
    assert merged(existing, card(given="Bea"), None, SKIP) is existing


def test_tags_are_joined_and_those_that_left_the_file_leave() -> None:
    base = Contact(tags=["a", "b"])
    existing = Contact(tags=["a", "b", "mine"])
    incoming = Contact(tags=["a", "c"])
    assert merged(existing, incoming, base, OVERWRITE).tags == ["a", "mine", "c"]
    assert merged(existing, incoming, None, OVERWRITE).tags == ["a", "b", "mine", "c"]


def test_a_new_stamp_alone_is_no_change() -> None:
    existing = Contact(given="Ada", extras=[Extra("REV", "2020"), Extra("X-A", "1")])
    incoming = Contact(given="Ada", extras=[Extra("REV", "2024"), Extra("X-A", "1")])
    assert same_content(existing, incoming)
    assert merged(existing, incoming, existing, OVERWRITE) is existing


def test_only_the_order_within_a_kind_counts() -> None:
    mail = ContactPoint(EMAIL, "ada@acme.example")
    existing = card(phone("+1 1"), mail, phone("+1 2"))
    assert merged(existing, card(mail, phone("+1 1"), phone("+1 2")), None, OVERWRITE) is existing
    assert values(merged(existing, card(mail, phone("+1 2"), phone("+1 1")), None, OVERWRITE)) != values(
        existing
    )


def test_origins_speak_of_the_new_card() -> None:
    base = card(phone("+1 1", origin=2), phone("+1 2", origin=3))
    existing = replace(base, points=[*base.points, phone("+1 9", origin=-1)])
    incoming = card(phone("+1 1", origin=5), phone("+1 2", origin=6), note="new")
    result = merged(existing, incoming, base, OVERWRITE)
    assert [(point.value, point.origin) for point in result.points] == [
        ("+1 1", 5),
        ("+1 2", 6),
        ("+1 9", -1),
    ]


def test_a_contact_in_the_trash_comes_back() -> None:
    existing = Contact(uid="u1", given="Ada", deleted_at=5)
    assert merged(existing, Contact(uid="u1", given="Ada"), None, OVERWRITE).deleted_at is None


def test_the_order_of_the_book_stays_unless_the_file_moved_something() -> None:
    base, existing = card(phone("+1 2"), phone("+1 3")), card(phone("+1 1"), phone("+1 2"), phone("+1 3"))
    added_last = card(phone("+1 2"), phone("+1 3"), phone("+1 1"))
    assert merged(existing, added_last, base, OVERWRITE) is existing
    moved = card(phone("+1 3"), phone("+1 2"), phone("+1 1"))
    assert values(merged(existing, moved, base, OVERWRITE)) == ["+1 3", "+1 2", "+1 1"]


def test_a_tag_spelt_otherwise_is_the_same_tag() -> None:
    existing = Contact(tags=["Family"])
    assert merged(existing, Contact(tags=["FAMILY"]), Contact(tags=["FAMILY"]), OVERWRITE) is existing


def test_a_table_takes_no_picture_away() -> None:
    existing = Contact(photos=[Photo(b"x", "image/png"), Photo(url="https://example.org/a.png")])
    row = Contact(given="Ada", photos=[Photo(url="https://example.org/b.png")])
    assert [photo.data or photo.url for photo in merged(existing, row, None, OVERWRITE).photos] == [
        "https://example.org/b.png", b"x"
    ]  # fmt: skip
    with_picture = Contact(photos=[Photo(b"y", "image/png")])
    assert merged(existing, with_picture, None, OVERWRITE).photos == with_picture.photos


def test_a_row_takes_the_place_of_the_same_label_and_leaves_what_a_person_added() -> None:
    existing = card(phone("+1 1", "work"), phone("+1 2", "mobile"), phone("+1 3", "home"))
    row = card(phone("+1 9", "work"))
    assert values(merged(existing, row, None, OVERWRITE)) == ["+1 9", "+1 2", "+1 3"]


def test_an_unlabelled_value_takes_the_place_of_one_and_not_of_all() -> None:
    existing = card(ContactPoint(EMAIL, "old@a.example"), ContactPoint(EMAIL, "typed@b.example"))
    row = card(ContactPoint(EMAIL, "new@a.example"))
    assert values(merged(existing, row, None, OVERWRITE)) == ["new@a.example", "typed@b.example"]


def test_only_one_value_stays_preferred() -> None:
    first = replace(phone("+1 1", "home"), preferred=True)
    row = card(replace(phone("+1 2", "work"), preferred=True))
    points = merged(card(first), row, None, OVERWRITE).points
    assert [(point.value, point.preferred) for point in points] == [("+1 2", True), ("+1 1", False)]


def test_the_same_address_without_its_label_is_no_second_one() -> None:
    home = Address(street="Main St 1", locality="Boston", label="home")
    row = Contact(addresses=[Address(street="Main St 1", locality="Boston")])
    assert len(merged(Contact(addresses=[home]), row, None, OVERWRITE).addresses) == 1
    moved = Contact(addresses=[Address(street="Side St 2", locality="Boston", label="home")])
    assert merged(Contact(addresses=[home]), moved, None, OVERWRITE).addresses == moved.addresses


def test_further_organisations_and_relations_that_a_row_does_not_name_stay() -> None:
    existing = Contact(
        affiliations=[Affiliation("Acme")], relations=[Relation("Bo", "child"), Relation("Cy", "spouse")]
    )
    row = Contact(affiliations=[Affiliation("Globex")], relations=[Relation("Di", "spouse")])
    result = merged(existing, row, None, OVERWRITE)
    assert [one.organization for one in result.affiliations] == ["Globex", "Acme"]
    assert [one.text for one in result.relations] == ["Di", "Bo"]


def test_a_policy_for_the_name_holds_for_all_its_parts() -> None:
    existing, row = (
        card(given="Ada", family="Lovelace", job_title="Countess"),
        card(given="A.", family="King"),
    )
    row.job_title = "Programmer"
    result = merged(existing, row, None, OVERWRITE, {"full_name": SKIP})
    assert (result.given, result.family, result.job_title) == ("Ada", "Lovelace", "Programmer")
    assert merged(existing, row, None, OVERWRITE, {"full_name": SKIP, "family": OVERWRITE}).family == "King"


def test_a_note_is_only_replaced_where_somebody_says_so() -> None:
    existing, row = card(note="met at the fair"), card(note="office note")
    assert merged(existing, row, None, OVERWRITE).note == "met at the fair\n\noffice note"
    assert merged(existing, row, None, OVERWRITE, {"note": OVERWRITE}).note == "office note"
    longer = card(note="met at the fair, wants an offer")
    assert merged(existing, longer, None, OVERWRITE).note == longer.note
