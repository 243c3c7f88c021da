"""The JSON of a contact's parts; see `contact_json`."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from contactbook.domain import fields
from contactbook.domain.contact import (
    Address,
    Affiliation,
    ContactDate,
    ContactPoint,
    Extra,
    FieldValue,
    Relation,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contactbook.domain.json_shape import Shape

_ADDRESS_KEYS = (
    "label",
    "po_box",
    "extended",
    "street",
    "locality",
    "region",
    "postal_code",
    "country",
    "country_code",
)
_AFFILIATION_KEYS = ("organization", "department", "title", "role", "since", "until")


def with_rest(item: dict[str, Any], part: object, keys: Iterable[str]) -> dict[str, Any]:
    """The item, with those attributes of the part that say something, and its origin."""
    for key in keys:
        value = getattr(part, key)
        if value:
            item[key] = value
    if (origin := getattr(part, "origin", -1)) != -1:
        item["origin"] = origin
    return item


def plain_to_json(part: object, keys: Iterable[str]) -> dict[str, Any]:
    """A part of which every attribute is always told, and its origin."""
    return with_rest({key: getattr(part, key) for key in keys}, part, ())


def point_to_json(point: ContactPoint) -> dict[str, Any]:
    """An e-mail address, phone number or other point; its kind is the list it stands in."""
    item: dict[str, Any] = {"value": point.value, "label": point.label, "preferred": point.preferred}
    return with_rest(item, point, ("service", "key"))


def point_from_json(kind: str, item: Shape) -> ContactPoint:
    """The way back from `point_to_json`."""
    return ContactPoint(
        kind,
        item.text("value"),
        item.text("label"),
        item.flag("preferred"),
        item.text("service"),
        item.text("key"),
        item.number("origin", -1),
    )


def address_to_json(address: Address) -> dict[str, Any]:
    """A postal address, every component told."""
    item: dict[str, Any] = {key: getattr(address, key) for key in _ADDRESS_KEYS}
    item["preferred"] = address.preferred
    return with_rest(item, address, ("formatted",))


def address_from_json(item: Shape) -> Address:
    """The way back from `address_to_json`."""
    address = Address(preferred=item.flag("preferred"), formatted=item.text("formatted"))
    for key in _ADDRESS_KEYS:
        setattr(address, key, item.text(key))
    address.origin = item.number("origin", -1)
    return address


def date_from_json(item: Shape) -> ContactDate:
    """A date with its label."""
    return ContactDate(item.text("value"), item.text("label"), item.number("origin", -1))


def relation_to_json(relation: Relation) -> dict[str, Any]:
    """Somebody connected with the contact; `related_id` is a contact of the same book."""
    item = plain_to_json(relation, ("text", "label", "uid"))
    return with_rest(item, relation, ("related_id",))


def relation_from_json(item: Shape) -> Relation:
    """The way back from `relation_to_json`."""
    texts = (item.text("text"), item.text("label"), item.text("uid"))
    return Relation(*texts, item.number("origin", -1), item.optional_number("related_id"))


def extra_from_json(item: Shape) -> Extra:
    """A property that is kept without being understood."""
    return Extra(
        item.text("name"),
        item.text("value"),
        item.text("params"),
        item.text("group"),
        item.number("origin", -1),
    )


def affiliation_to_json(affiliation: Affiliation) -> dict[str, Any]:
    """A further organisation; `title` is the job title, as in the contact itself."""
    item: dict[str, Any] = {
        key: getattr(affiliation, "job_title" if key == "title" else key) for key in _AFFILIATION_KEYS
    }
    item["decision_maker"] = affiliation.decision_maker
    return with_rest(item, affiliation, ("company_id",))


def affiliation_from_json(item: Shape) -> Affiliation:
    """The way back from `affiliation_to_json`."""
    texts = [item.text(key) for key in _AFFILIATION_KEYS]
    return Affiliation(
        *texts,
        decision_maker=item.flag("decision_maker"),
        origin=item.number("origin", -1),
        company_id=item.optional_number("company_id"),
    )


def fields_to_json(values: list[FieldValue]) -> dict[str, Any]:
    """`fields`: each key with its value or values; `field_details`: label and type of each, in order."""
    plain: dict[str, Any] = {}
    details: list[dict[str, Any]] = []
    for value in values:
        key = value.key or fields.key_of(value.label)
        if key not in plain:
            plain[key] = value.value
        elif isinstance(plain[key], list):
            plain[key].append(value.value)
        else:
            plain[key] = [plain[key], value.value]
        detail: dict[str, Any] = {"key": key, "label": value.label, "type": value.type}
        if not value.key:
            detail["unnamed"] = True
        details.append(with_rest(detail, value, ()))
    return {"fields": plain, "field_details": details}


def fields_from_json(shape: Shape) -> list[FieldValue]:
    """The way back from `fields_to_json`; values without details get their key as label."""
    inside = shape.inside("fields")
    waiting: dict[str, list[str]] = {}
    for key in inside.data:
        waiting[key] = inside.texts(key) if isinstance(inside.data[key], list) else [inside.text(key)]
    taken: dict[str, int] = defaultdict(int)
    result: list[FieldValue] = []
    for item in shape.items("field_details"):
        key = item.text("key")
        if taken[key] >= len(waiting.get(key, ())):
            continue
        value = waiting[key][taken[key]]
        taken[key] += 1
        name = "" if item.flag("unnamed") else key
        result.append(
            FieldValue(
                item.text("label"), value, name, item.text("type") or "text", item.number("origin", -1)
            )
        )
    for key, values in waiting.items():
        result.extend(FieldValue(key, value, key) for value in values[taken[key] :])
    return result
