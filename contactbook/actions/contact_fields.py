"""Sets one thing of a contact by its written name, so that `FIELD=VALUE` reaches all that a contact holds.

    given=Ada                     names and other single texts (full_name, organization, title, note, ...)
    email=ada@acme.example        the first e-mail; also phone, url, chat, social, address, date, ...
    phone[2]=...  phone[+]=...    the second one; one more
    phone.work=...                the one labelled "work", made where there is none
    phone[1].label=home           a part of one; address.home.street=..., email.preferred=yes
    birthday=1980-05-09           short for date.birthday; also anniversary
    field.shoe_size=44            a custom field by its key
    tags=a,b   tag[+]=a           all tags; one more tag
    emails=[{"value": ...}]       a whole list as JSON, in the shape that `show --json` prints

An empty value takes the thing away.
"""

from __future__ import annotations

import base64
import json
import re
import time
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, cast

from contactbook.domain.contact import (
    COMPANY,
    PERSON,
    POINT_KINDS,
    TEXTS,
    Address,
    Affiliation,
    ContactDate,
    ContactPoint,
    Extra,
    FieldValue,
    Photo,
    Relation,
)
from contactbook.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.domain.contact import Contact

_WRITABLE = ("uid", *TEXTS)
OWN_LINKS = ("company_id", "parent_id")
LINKS = frozenset({*OWN_LINKS, "related_id"})
"""What holds the id of another contact of the book."""

ALIASES = {
    "title": "job_title",
    "company": "organization",
    "org": "organization",
    "name": "full_name",
    "birthday": "date.birthday",
    "anniversary": "date.anniversary",
    "notes": "note",
    "mail": "email",
    "website": "url",
}
_FIELD = re.compile(r"(?P<name>[a-z_]+)(?:\[(?P<index>\d+|\+)\])?(?P<path>(?:\.[^.\[\]]+)*)")
_YES = {"1", "yes", "true", "on", "y"}
_NO = {"", "0", "no", "false", "off", "n"}

_LISTS: dict[str, tuple[str, type[Any], str]] = {
    **{kind: ("points", ContactPoint, "value") for kind in POINT_KINDS},
    "address": ("addresses", Address, "formatted"),
    "date": ("dates", ContactDate, "value"),
    "relation": ("relations", Relation, "text"),
    "affiliation": ("affiliations", Affiliation, "organization"),
    "field": ("fields", FieldValue, "value"),
    "photo": ("photos", Photo, "data"),
    "extra": ("extras", Extra, "value"),
}
"""Singular name: the attribute of the contact, the class of its parts, the part that a plain value means."""

_PLURALS = {
    **{f"{kind}s": kind for kind in POINT_KINDS},
    "addresses": "address",
    "dates": "date",
    "relations": "relation",
    "affiliations": "affiliation",
    "photos": "photo",
    "extras": "extra",
}


def assign(contact: Contact, field: str, value: object) -> None:
    """Set what `field` names. Text may stand for everything; lists, booleans and bytes are taken as they are.

    Raises:
        Problem: edit.unknown_field, edit.no_such_part, edit.value_not_understood.
    """
    written = field.strip()
    head, dot, rest = written.partition(".")
    if head == "name" and dot and rest in _WRITABLE:
        written = rest
    elif head in ALIASES:
        written = ALIASES[head] + dot + rest
    found = _FIELD.fullmatch(written)
    if not found:
        raise _unknown(field)
    name, index, path = (
        found["name"],
        found["index"] or "",
        [part for part in found["path"].split(".") if part],
    )
    if name in _WRITABLE and not index and not path:
        setattr(contact, name, _text(field, value))
    elif name in OWN_LINKS:
        setattr(contact, name, _link(field, value))
    elif name == "checked_at" and not index and not path:
        contact.checked_at = _moment(field, value)
    elif name == "starred":
        contact.starred = _truth(field, value)
    elif name == "kind":
        contact.kind = _choice(field, value, (PERSON, COMPANY))
    elif name in ("tag", "tags"):
        _assign_tags(contact, name, index, value)
    elif name in _PLURALS:
        _assign_list(contact, _PLURALS[name], field, value)
    elif name == "fields":
        _assign_fields(contact, field, value)
    elif name in _LISTS:
        _assign_part(contact, name, index, path, field, value)
    else:
        raise _unknown(field)


def field_names() -> list[str]:
    """Every name that `assign` knows, for help and completion."""
    return sorted(
        {
            *_WRITABLE,
            *OWN_LINKS,
            *ALIASES,
            *_LISTS,
            *_PLURALS,
            "starred",
            "checked_at",
            "kind",
            "tags",
            "fields",
        }
    )


def _assign_tags(contact: Contact, name: str, index: str, value: object) -> None:
    if isinstance(value, str):
        names = [text.strip() for text in value.split(",") if text.strip()]
    else:
        names = [str(text) for text in _sequence(name, value)]
    kept = contact.tags if index == "+" else []
    contact.tags = list(dict.fromkeys([*kept, *names]))


def _assign_fields(contact: Contact, field: str, value: object) -> None:
    shape = _parsed(field, value) if isinstance(value, str) else value
    if not isinstance(shape, dict):
        raise Problem("edit.value_not_understood", field=field)
    for key, one in cast("dict[str, object]", shape).items():
        if not isinstance(one, list):
            _assign_part(contact, "field", "", [key], field, one)
            continue
        held = [part for part in contact.fields if key in (part.key, part.label)]
        rest = [part for part in contact.fields if part not in held]
        made = [FieldValue(key, _text(field, each), key) for each in cast("list[object]", one) if each]
        contact.fields = rest + made


def _assign_list(contact: Contact, name: str, field: str, value: object) -> None:
    attribute, kind, main = _LISTS[name]
    shape = _parsed(field, value) if isinstance(value, str) else value
    parts: list[Any] = []
    for item in _sequence(field, shape):
        given = cast("dict[str, Any]", item) if isinstance(item, dict) else {main: item}
        part = _new_part(name)
        for spelled, one in given.items():
            key = "job_title" if spelled == "title" and name == "affiliation" else spelled
            if key not in _names_of(kind):
                raise _unknown(f"{field}.{key}")
            _set(part, key, one, field)
        parts.append(part)
    kept = [part for part in getattr(contact, attribute) if name in POINT_KINDS and part.kind != name]
    setattr(contact, attribute, kept + parts)


def _assign_part(contact: Contact, name: str, index: str, path: list[str], field: str, value: object) -> None:
    attribute, kind, main = _LISTS[name]
    held: list[Any] = getattr(contact, attribute)
    mine = [part for part in held if name not in POINT_KINDS or part.kind == name]
    if name == "affiliation" and path and path[-1] == "title":
        path[-1] = "job_title"
    named = bool(path) and path[-1] in _names_of(kind)
    part_name = path.pop() if named else main
    selector = ".".join(path)
    part = _chosen(mine, index, selector, field)
    if part is None:
        if value in ("", None):
            return
        part = _new_part(name)
        if selector:
            part.label = selector
            if name == "field":
                part.key = selector
        held.append(part)
    whole = not (named and isinstance(part, Address))
    if whole and part_name == main and value in ("", None, b""):
        held.remove(part)
        return
    _set(part, part_name, value, field)
    if isinstance(part, Address) and replace(part, label="", preferred=False, origin=-1) == Address():
        held.remove(part)


def _chosen(parts: list[Any], index: str, selector: str, field: str) -> Any:  # noqa: ANN401 - any kind of part
    """The part that is meant; None where a new one is to be made."""
    if index == "+":
        return None
    if selector:
        parts = [part for part in parts if selector in (part.label, getattr(part, "key", ""))]
    if not index:
        return parts[0] if parts else None
    place = int(index)
    if place == len(parts) + 1:
        return None
    if not 1 <= place <= len(parts):
        raise Problem("edit.no_such_part", field=field, there=len(parts))
    return parts[place - 1]


def _new_part(name: str) -> Any:  # noqa: ANN401 - any kind of part
    if name in POINT_KINDS:
        return ContactPoint(kind=name, value="")
    if name == "date":
        return ContactDate(value="")
    if name == "affiliation":
        return Affiliation(organization="")
    if name == "field":
        return FieldValue(label="", value="")
    if name == "extra":
        return Extra(name="X-NOTE", value="")
    return _LISTS[name][1]()


def _set(part: Any, name: str, value: object, field: str) -> None:  # noqa: ANN401 - any kind of part
    old = getattr(part, name)
    if name in LINKS:
        setattr(part, name, _link(field, value))
    elif isinstance(old, bool):
        setattr(part, name, _truth(field, value))
    elif isinstance(old, bytes):
        setattr(part, name, _bytes(field, value))
    else:
        setattr(part, name, _text(field, value))
        _drop_stale_link(part, name, old)


def _drop_stale_link(part: object, name: str, old: str) -> None:
    """Another name is somebody else, until it is found to be somebody of the book."""
    link = {"text": "related_id", "organization": "company_id"}.get(name)
    if link and hasattr(part, link) and old != getattr(part, name):
        setattr(part, link, None)


def _link(field: str, value: object) -> int | None:
    """The id of a contact; None for nothing."""
    text = _text(field, value).strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit()) or int(text) >= 2**63:
        raise Problem("edit.value_not_understood", field=field)
    return int(text)


def _names_of(kind: type[Any]) -> set[str]:
    return {item.name for item in fields(kind)} - {"kind", "key", "origin"}


def _parsed(field: str, text: str) -> object:
    try:
        return json.loads(text or "[]")
    except ValueError as error:
        raise Problem("edit.value_not_understood", field=field) from error


def _sequence(field: str, value: object) -> list[Any]:
    if not isinstance(value, (list, tuple)):
        raise Problem("edit.value_not_understood", field=field)
    return list(cast("Sequence[Any]", value))


def _text(field: str, value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, (str, int, float)):
        raise Problem("edit.value_not_understood", field=field)
    return str(value)


def _bytes(field: str, value: object) -> bytes:
    """The bytes of a picture: as they are, or as base64 as in JSON."""
    if isinstance(value, bytes):
        return value
    try:
        return base64.b64decode(_text(field, value), validate=True)
    except ValueError as error:
        raise Problem("edit.value_not_understood", field=field) from error


def _truth(field: str, value: object) -> bool:
    text = str(value).strip().lower()
    if text not in _YES | _NO:
        raise Problem("edit.value_not_understood", field=field)
    return text in _YES


def _moment(field: str, value: object) -> int | None:
    """Milliseconds since 1970 UTC: "now", a number, or None for nothing."""
    text = _text(field, value).strip().lower()
    if text in ("now", "today", "yes"):
        return time.time_ns() // 1_000_000
    if not text:
        return None
    if not text.lstrip("-").isdecimal() or abs(int(text)) >= 2**62:
        raise Problem("edit.value_not_understood", field=field)
    return int(text)


def _choice(field: str, value: object, choices: tuple[str, ...]) -> str:
    if value not in choices:
        raise Problem("edit.value_not_understood", field=field, choices=choices)
    return str(value)


def _unknown(field: str) -> Problem:
    return Problem("edit.unknown_field", field=field)
