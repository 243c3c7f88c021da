"""FIELD=VALUE reaches everything a contact can hold, and nothing else."""

from __future__ import annotations

import pytest

from contactbook.actions.contact_fields import TEXTS, assign, field_names
from contactbook.domain.contact import COMPANY, EMAIL, PHONE, Address, Contact, ContactPoint
from contactbook.domain.problems import Problem


def with_phones(*values: tuple[str, str]) -> Contact:
    return Contact(points=[ContactPoint(PHONE, value, label=label) for label, value in values])


def phones(contact: Contact) -> list[tuple[str, str]]:
    return [(point.label, point.value) for point in contact.points_of(PHONE)]


@pytest.mark.parametrize("name", TEXTS)
def test_every_text(name: str) -> None:
    contact = Contact()
    assign(contact, name, "x")
    assert getattr(contact, name) == "x"
    assign(contact, name, "")
    assert getattr(contact, name) == ""


def test_names_of_the_json_shape() -> None:
    contact = Contact()
    for field, value in {"name.given": "Ada", "title": "Countess", "starred": "yes", "kind": COMPANY}.items():
        assign(contact, field, value)
    assert (contact.given, contact.job_title, contact.starred, contact.kind) == (
        "Ada",
        "Countess",
        True,
        COMPANY,
    )


def test_the_first_phone_changes_and_the_others_stay() -> None:
    contact = with_phones(("home", "1"), ("work", "2"))
    assign(contact, "phone", "9")
    assert phones(contact) == [("home", "9"), ("work", "2")]


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("phone[2]", "9", [("home", "1"), ("work", "9")]),
        ("phone[3]", "9", [("home", "1"), ("work", "2"), ("", "9")]),
        ("phone[+]", "9", [("home", "1"), ("work", "2"), ("", "9")]),
        ("phone.work", "9", [("home", "1"), ("work", "9")]),
        ("phone.work fax", "9", [("home", "1"), ("work", "2"), ("work fax", "9")]),
        ("phone.work.label", "office", [("home", "1"), ("office", "2")]),
        ("phone[1]", "", [("work", "2")]),
        ("phone.pager", "", [("home", "1"), ("work", "2")]),
        ("phones", '[{"value": "7", "label": "car"}, "8"]', [("car", "7"), ("", "8")]),
        ("phones", [], []),
    ],
)
def test_phones(field: str, value: object, expected: list[tuple[str, str]]) -> None:
    contact = with_phones(("home", "1"), ("work", "2"))
    contact.points.insert(1, ContactPoint(EMAIL, "a@b.example"))
    assign(contact, field, value)
    assert phones(contact) == expected
    assert [point.value for point in contact.points_of(EMAIL)] == ["a@b.example"]


def test_address_dates_fields_and_tags() -> None:
    contact = Contact(addresses=[Address(label="work", locality="Wien")])
    for field, value in {
        "address.home.street": "Hauptstraße 1",
        "address.home.country_code": "AT",
        "address.work.locality": "Graz",
        "birthday": "--05-09",
        "date.name day": "1 May",
        "field.shoe_size": "44",
        "fields": '{"team": "blue"}',
        "tags": "friends, book club",
        "tag[+]": "sailing",
        "email.preferred": "yes",
        "email": "ada@acme.example",
        "relation.sister": "Bea",
    }.items():
        assign(contact, field, value)
    assert [(a.label, a.street, a.locality, a.country_code) for a in contact.addresses] == [
        ("work", "", "Graz", ""),
        ("home", "Hauptstraße 1", "", "AT"),
    ]
    assert [(d.label, d.value) for d in contact.dates] == [("birthday", "--05-09"), ("name day", "1 May")]
    assert [(f.key, f.value) for f in contact.fields] == [("shoe_size", "44"), ("team", "blue")]
    assign(contact, "fields", '{"team": ["red", "green"], "shoe_size": []}')
    assert [(f.key, f.value) for f in contact.fields] == [("team", "red"), ("team", "green")]
    assert contact.tags == ["friends", "book club", "sailing"]
    assert [(p.value, p.preferred) for p in contact.points] == [("ada@acme.example", True)]
    assert [(r.label, r.text) for r in contact.relations] == [("sister", "Bea")]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("shoe", "44", "edit.unknown_field"),
        ("given[2]", "x", "edit.unknown_field"),
        ("id", "5", "edit.unknown_field"),
        ("Phone!", "5", "edit.unknown_field"),
        ("phone[4]", "5", "edit.no_such_part"),
        ("phone[0]", "5", "edit.no_such_part"),
        ("phones", "5", "edit.value_not_understood"),
        ("phones", "{", "edit.value_not_understood"),
        ("phones", '[{"color": "red"}]', "edit.unknown_field"),
        ("starred", "perhaps", "edit.value_not_understood"),
        ("kind", "dog", "edit.value_not_understood"),
        ("note", ["a"], "edit.value_not_understood"),
    ],
)
def test_what_makes_no_sense_is_refused(field: str, value: object, code: str) -> None:
    with pytest.raises(Problem) as caught:
        assign(with_phones(("", "1")), field, value)
    assert caught.value.code == code


def test_every_listed_name_is_known() -> None:
    for name in field_names():
        try:
            assign(Contact(), name, "[]")
        except Problem as problem:
            assert problem.code == "edit.value_not_understood", name  # noqa: PT017 - unknown would be the failure
