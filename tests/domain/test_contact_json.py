"""The JSON shape gives every contact back exactly and says where foreign JSON is wrong."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from contactbook.domain import contact_json
from contactbook.domain.contact import Contact, ContactPoint, FieldValue, Photo
from contactbook.domain.problems import Problem
from tests.domain.generated import contacts

FIRST_LEVEL = (
    "id uid kind display_name name full_name file_as organization department title role gender language "
    "note emails phones urls chats socials addresses dates relations affiliations tags fields field_details "
    "photos extras starred checked_at deleted_at created_at updated_at company_id "
    "parent_id"
).split()


@given(contacts)
def test_the_way_back_gives_the_contact_exactly(contact: Contact) -> None:
    told = json.loads(json.dumps(contact_json.to_json(contact)))
    assert contact_json.from_json(told) == contact


@given(contacts)
def test_the_keys_are_always_the_same(contact: Contact) -> None:
    assert list(contact_json.to_json(contact)) == FIRST_LEVEL


def test_the_shape_is_that_of_the_command_line() -> None:
    contact = Contact(
        id=7,
        given="Ada",
        family="Lovelace",
        points=[
            ContactPoint("email", "ada@acme.example", "work", preferred=True, key="ada@acme.example"),
            ContactPoint("phone", "+48 12", "home"),
        ],
        photos=[Photo(b"\xff\xd8", "image/jpeg")],
        fields=[
            FieldValue("Shoe size", "39", "shoe_size"),
            FieldValue("Pet", "cat"),
            FieldValue("Pet", "dog"),
        ],
        tags=["Friends"],
    )
    told = contact_json.to_json(contact)
    assert told["display_name"] == "Ada Lovelace"
    assert told["emails"] == [
        {"value": "ada@acme.example", "label": "work", "preferred": True, "key": "ada@acme.example"}
    ]
    assert told["phones"] == [{"value": "+48 12", "label": "home", "preferred": False}]
    assert told["fields"] == {"shoe_size": "39", "pet": ["cat", "dog"]}
    assert told["photos"] == [{"media_type": "image/jpeg", "data": "/9g="}]
    assert told["tags"] == ["Friends"]


def test_json_written_by_hand_needs_only_what_it_says() -> None:
    contact = contact_json.from_json(
        {"name": {"given": "Ada"}, "emails": [{"value": "a@b.example"}], "fields": {"pet": "cat"}}
    )
    assert contact == Contact(
        given="Ada", points=[ContactPoint("email", "a@b.example")], fields=[FieldValue("pet", "cat", "pet")]
    )


def test_a_field_added_to_printed_json_is_not_lost() -> None:
    told = contact_json.to_json(Contact(fields=[FieldValue("Pet", "cat", "pet")]))
    told["fields"]["pet"] = ["cat", "dog"]
    assert [value.value for value in contact_json.from_json(told).fields] == ["cat", "dog"]


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ([], "/"),
        ({"name": "Ada"}, "name"),
        ({"emails": [{"value": 3}]}, "emails[0].value"),
        ({"emails": {"value": "a"}}, "emails"),
        ({"starred": "yes"}, "starred"),
        ({"id": True}, "id"),
        ({"kind": "robot"}, "kind"),
        ({"tags": ["a", 1]}, "tags[1]"),
        ({"photos": [{"data": "%%%"}]}, "photos[0].data"),
        ({"fields": {"pet": ["a", 2]}}, "fields.pet[1]"),
    ],
)
def test_wrong_json_is_named(data: dict[str, object], where: str) -> None:
    with pytest.raises(Problem) as caught:
        contact_json.from_json(data)
    assert caught.value.code == "json.wrong_shape"
    assert caught.value.data["where"] == where
