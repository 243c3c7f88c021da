"""The parts of a contact as JSON: short where there is nothing to say, exact on the way back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain import contact_parts_json
from contactbook.domain.contact import Address, Affiliation, ContactPoint, FieldValue
from contactbook.domain.json_shape import Shape
from tests.domain import generated


@given(generated.addresses)
def test_addresses(address: Address) -> None:
    told = contact_parts_json.address_to_json(address)
    assert contact_parts_json.address_from_json(Shape.of(told)) == address


@given(generated.affiliations)
def test_affiliations(affiliation: Affiliation) -> None:
    told = contact_parts_json.affiliation_to_json(affiliation)
    assert told["title"] == affiliation.job_title
    assert contact_parts_json.affiliation_from_json(Shape.of(told)) == affiliation


@given(generated.points)
def test_points(point: ContactPoint) -> None:
    told = contact_parts_json.point_to_json(point)
    assert contact_parts_json.point_from_json(point.kind, Shape.of(told)) == point


@given(st.lists(generated.field_values, max_size=6))
def test_fields(values: list[FieldValue]) -> None:
    told = contact_parts_json.fields_to_json(values)
    assert contact_parts_json.fields_from_json(Shape.of(told)) == values


def test_a_plain_point_says_only_what_there_is() -> None:
    told = contact_parts_json.point_to_json(ContactPoint("email", "a@b.example"))
    assert told == {"value": "a@b.example", "label": "", "preferred": False}


def test_details_without_their_value_are_passed_over() -> None:
    told = {
        "fields": {"pet": "cat"},
        "field_details": [{"key": "pet", "label": "Pet"}, {"key": "pet", "label": "Pet"}],
    }
    assert contact_parts_json.fields_from_json(Shape.of(told)) == [FieldValue("Pet", "cat", "pet")]
