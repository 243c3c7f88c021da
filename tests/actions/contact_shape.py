"""The JSON shape of a contact taken apart, made from the classes of the domain themselves.

`full` fills every attribute of every part, so that whoever adds one finds it among the `leaves`, and with it
among what has to be set, changed and removed by the window and by the command line.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, cast, get_args, get_origin, get_type_hints

from contactbook.domain.contact import CHAT, PERSON, PHONE, POINT_KINDS, SOCIAL, Contact, ContactPoint
from contactbook.domain.contact_json import to_json

if TYPE_CHECKING:
    from collections.abc import Mapping

PNG = b"\x89PNG"

AUTOMATIC = {
    "id": "given by the book",
    "display_name": "follows from the name",
    "created_at": "given by the book",
    "updated_at": "given by the book",
    "deleted_at": "the trash has commands of its own",
    "field_details": "belong to the definition of a field",
    "origin": "where in its card a part came from",
    "key": "follows from the value",
    "position": "follows from the order",
}
"""What nobody edits, and why; a path of which one step is named here is left out."""

Path = tuple[str, ...]

SAID = {
    "date.value": "1980-05-09", "affiliation.since": "2019", "affiliation.until": "2020",
    "address.country": "Poland", "address.country_code": "PL", "photo.media_type": "image/png",
    "fieldvalue.type": "text", "fieldvalue.key": "shoe_size", "fieldvalue.label": "Shoe size",
    "contactpoint.kind": PHONE, "extra.params": "P=1", "extra.group": "g", "extra.name": "X-ODD",
    "contact.kind": PERSON,
    "contactdate.value": "1980-05-09",
}  # fmt: skip
"""Texts that mean something; every other attribute is filled with its own name."""


def full() -> Contact:
    """A contact of which every attribute says something, with one part of every kind."""
    contact = cast("Contact", filled(Contact))
    contact.points = [_point(kind) for kind in POINT_KINDS]
    contact.id = 0
    contact.unlink()
    return contact


def _point(kind: str) -> ContactPoint:
    """Only chats and profiles have a service, as the class says."""
    point = replace(cast("ContactPoint", filled(ContactPoint)), kind=kind)
    return point if kind in (CHAT, SOCIAL) else replace(point, service="")


def filled(kind: type[Any]) -> object:
    """One of a class of the domain, every attribute filled by its type.

    Raises:
        TypeError: an attribute of a type that nothing here knows how to fill.
    """
    hints = get_type_hints(kind)
    return kind(**{one.name: _sample(kind, one.name, hints[one.name]) for one in fields(kind)})


def leaves(contact: Contact) -> dict[Path, Any]:
    """Every value of the shape by its path: `("name", "given")`, `("phones", "label")`, `("tags",)`.

    Of a list of parts, its first is looked at; one that has none has no paths.
    """
    found: dict[Path, Any] = {}
    for key, value in to_json(contact).items():
        _gather((key,), value, found)
    return {path: value for path, value in found.items() if not AUTOMATIC.keys() & set(path)}


def _gather(path: Path, value: object, found: dict[Path, Any]) -> None:
    if isinstance(value, dict):
        for key, inner in cast("Mapping[str, object]", value).items():
            _gather((*path, key), inner, found)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        _gather(path, value[0], found)
    elif value != []:
        found[path] = value


def _sample(kind: type[Any], name: str, hint: object) -> object:
    at = f"{kind.__name__.lower()}.{name}"
    if at in SAID:
        return SAID[at]
    options = [one for one in get_args(hint) if one is not type(None)]
    if hint is str:
        return f"my {name} of {kind.__name__.lower()}"
    if hint is bool:
        return True
    if hint is bytes:
        return PNG
    if hint is int:
        return -1 if name == "origin" else 5
    if options == [int]:
        return 5
    if get_origin(hint) is list:
        (inner,) = options
        return [filled(inner)] if isinstance(inner, type) and is_dataclass(inner) else ["VIP"]
    raise TypeError(f"{kind.__name__}.{name}: {hint}")
