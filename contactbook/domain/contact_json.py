"""The one JSON shape of a contact: what the command line prints, what a JSON book holds, and the way back.

`from_json(to_json(contact))` is the contact again, exactly. Keys are stable; every key of the first level is
always there, further ones of a part only when they say something. `display_name` is for readers and ignored
on the way back.
"""

from __future__ import annotations

import base64
from typing import Any

from contactbook.domain import contact_parts_json, names
from contactbook.domain.contact import (
    CHAT,
    COMPANY,
    EMAIL,
    PERSON,
    PHONE,
    SOCIAL,
    URL,
    Contact,
    ContactPoint,
    Photo,
)
from contactbook.domain.json_shape import Json, Shape

POINT_LISTS = {EMAIL: "emails", PHONE: "phones", URL: "urls", CHAT: "chats", SOCIAL: "socials"}
"""Key of the list in which contact points of each kind stand."""

_NAME_KEYS = (
    "prefix", "given", "middle", "family", "suffix", "nickname", "phonetic_given", "phonetic_middle",
    "phonetic_family",
)  # fmt: skip
_TEXT_KEYS = {
    "full_name": "full_name", "file_as": "file_as", "organization": "organization",
    "department": "department", "title": "job_title", "role": "role", "gender": "gender",
    "language": "language", "note": "note",
}  # fmt: skip
_TIME_KEYS = ("checked_at", "deleted_at", "created_at", "updated_at")
_LINK_KEYS = ("company_id", "parent_id")
"""Contacts of the same book; a reader that fills another one drops them (`unlink`)."""


def to_json(contact: Contact) -> dict[str, Any]:
    """The contact as values that `json.dumps` takes; photos as base64 with their media type."""
    result: dict[str, Any] = {
        "id": contact.id,
        "uid": contact.uid,
        "kind": contact.kind,
        "display_name": names.display_name(contact),
        "name": {key: getattr(contact, key) for key in _NAME_KEYS},
    }
    for key, attribute in _TEXT_KEYS.items():
        result[key] = getattr(contact, attribute)
    result.update(_points_to_json(contact.points))
    result["addresses"] = [contact_parts_json.address_to_json(part) for part in contact.addresses]
    result["dates"] = [contact_parts_json.plain_to_json(part, ("value", "label")) for part in contact.dates]
    result["relations"] = [contact_parts_json.relation_to_json(part) for part in contact.relations]
    result["affiliations"] = [contact_parts_json.affiliation_to_json(part) for part in contact.affiliations]
    result["tags"] = list(contact.tags)
    result.update(contact_parts_json.fields_to_json(contact.fields))
    result["photos"] = [_photo_to_json(photo) for photo in contact.photos]
    result["extras"] = [
        contact_parts_json.plain_to_json(part, ("name", "value", "params", "group"))
        for part in contact.extras
    ]
    result["starred"] = contact.starred
    for key in (*_TIME_KEYS, *_LINK_KEYS):
        result[key] = getattr(contact, key)
    return result


def from_json(data: Json) -> Contact:
    """The contact that this JSON describes; keys that are missing count as empty, unknown ones are ignored.

    Raises:
        Problem: "json.wrong_shape" with `where` ("emails[0].value") and `expected` ("text").
    """
    shape = Shape.of(data)
    kind = shape.text("kind") or PERSON
    if kind not in (PERSON, COMPANY):
        raise shape.problem("kind", f"{PERSON} | {COMPANY}")
    contact = Contact(id=shape.number("id"), uid=shape.text("uid"), kind=kind)
    name = shape.inside("name")
    for key in _NAME_KEYS:
        setattr(contact, key, name.text(key))
    for key, attribute in _TEXT_KEYS.items():
        setattr(contact, attribute, shape.text(key))
    contact.points = _points_from_json(shape)
    contact.addresses = [contact_parts_json.address_from_json(item) for item in shape.items("addresses")]
    contact.dates = [contact_parts_json.date_from_json(item) for item in shape.items("dates")]
    contact.relations = [contact_parts_json.relation_from_json(item) for item in shape.items("relations")]
    contact.affiliations = [
        contact_parts_json.affiliation_from_json(item) for item in shape.items("affiliations")
    ]
    contact.tags = shape.texts("tags")
    contact.fields = contact_parts_json.fields_from_json(shape)
    contact.photos = [_photo_from_json(item) for item in shape.items("photos")]
    contact.extras = [contact_parts_json.extra_from_json(item) for item in shape.items("extras")]
    contact.starred = shape.flag("starred")
    contact.checked_at = shape.optional_number("checked_at")
    contact.deleted_at = shape.optional_number("deleted_at")
    contact.created_at = shape.number("created_at")
    contact.updated_at = shape.number("updated_at")
    contact.company_id, contact.parent_id = (shape.optional_number(key) for key in _LINK_KEYS)
    return contact


def _points_to_json(points: list[ContactPoint]) -> dict[str, Any]:
    """The lists of contact points; a `position` is added only where the lists alone would lose the order."""
    lists: dict[str, Any] = {key: [] for key in POINT_LISTS.values()}
    kinds = list(POINT_LISTS)
    order = [kinds.index(point.kind) for point in points]
    mixed = order != sorted(order)
    for position, point in enumerate(points):
        item = contact_parts_json.point_to_json(point)
        if mixed:
            item["position"] = position
        lists[POINT_LISTS[point.kind]].append(item)
    return lists


def _points_from_json(shape: Shape) -> list[ContactPoint]:
    found: list[tuple[int, ContactPoint]] = []
    for kind, key in POINT_LISTS.items():
        for item in shape.items(key):
            found.append(
                (item.number("position", len(found)), contact_parts_json.point_from_json(kind, item))
            )
    found.sort(key=lambda entry: entry[0])
    return [point for _, point in found]


def _photo_to_json(photo: Photo) -> dict[str, Any]:
    item: dict[str, Any] = {"media_type": photo.media_type}
    if photo.data:
        item["data"] = base64.b64encode(photo.data).decode("ascii")
    return contact_parts_json.with_rest(item, photo, ("url", "label"))


def _photo_from_json(item: Shape) -> Photo:
    try:
        data = base64.b64decode(item.text("data"), validate=True)
    except ValueError:
        raise item.problem("data", "base64") from None
    return Photo(
        data, item.text("media_type"), item.text("url"), item.text("label"), item.number("origin", -1)
    )
