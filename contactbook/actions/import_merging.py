"""How a card of a file and the contact that is in the book already become one, by the policy that was chosen.

Where the card that the contact once came from is known (`base`), only what changed in the file since then is
taken, so that what the person changed in the book stays.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from contactbook.actions.import_options import ADD, FILL, OVERWRITE, SKIP
from contactbook.domain import fields as fields_of
from contactbook.domain import names
from contactbook.domain.contact import (
    PERSON,
    TEXTS,
    Address,
    Affiliation,
    ContactDate,
    ContactPoint,
    Extra,
    Photo,
    Relation,
)
from contactbook.formats import vcard_property
from contactbook.formats.fidelity import STAMPS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contactbook.domain.contact import Contact

PARTS = ("points", "addresses", "dates", "relations", "affiliations", "photos", "fields", "extras")
LINKS = ("related_id", "company_id")
"""What a part knows of other contacts of the book; no file says it."""

_HOW = frozenset({"ENCODING", "CHARSET", "VALUE", "MEDIATYPE"})
_DATA_START = re.compile(r"\A(?:geo:|data:[^,]{0,100};base64,)", re.IGNORECASE)
_NOT_CONTENT = frozenset({"origin", "key", *LINKS})


def policy_of(name: str, part: str, policy: str, policies: Mapping[str, str] | None) -> str:
    """The policy for one thing: its own, that of its kind, or the general one.

    Args:
        name: an attribute of a contact ("note", "points", "dates", "fields" ...).
        part: what a part is one of ("phone", "birthday", "shoe_size"); "" for a single text.
        policy: the general policy.
        policies: others by name: "note", "phone", "address", "date", "birthday", "field", "field.shoe_size";
            "full_name" holds for every part of the name.
    """
    if not policies:
        return policy
    if name in _NAMES:
        return policies.get(name, policies.get("full_name", policy))
    kind = _KINDS.get(name, name)
    own = f"field.{part}" if name == "fields" else part
    return policies.get(own, policies.get(kind, policy)) if own else policies.get(kind, policy)


_NAMES = frozenset({"prefix", "given", "middle", "family", "suffix", "full_name"})
_KINDS = {
    "addresses": "address", "dates": "date", "relations": "relation", "affiliations": "affiliation",
    "photos": "photo", "fields": "field", "extras": "extra",
}  # fmt: skip


def merged(
    existing: Contact,
    incoming: Contact,
    base: Contact | None,
    policy: str,
    policies: Mapping[str, str] | None = None,
) -> Contact:
    """The contact that results; `existing` itself where nothing changes. Its origins are the new card's.

    `policies` hold where something else than `policy` counts (see `policy_of`).
    """
    if policy == SKIP and not policies:
        return existing
    result = replace(existing, deleted_at=None)
    if not result.uid:
        result.uid = incoming.uid
    for name in ("kind", *TEXTS):
        old, new = getattr(existing, name), getattr(incoming, name)
        if name == "full_name" and not old and new == (names.compose(incoming) or incoming.organization):
            continue  # formats that demand a whole name put it together from the parts
        if name == "kind" and new == PERSON and not (incoming.given or incoming.family or incoming.full_name):
            continue  # a row without a name does not know
        before = getattr(base, name) if base else None
        chosen = policy_of(name, "", policy, policies)
        if name == "note" and base is None and chosen == OVERWRITE and "note" not in (policies or ()):
            chosen = ADD  # words of a person and of another file are both kept, unless told otherwise
        setattr(result, name, _text(name, old, new, before, chosen))
    if result.organization != existing.organization:
        result.company_id = None
    for name in PARTS:
        setattr(result, name, _parts(name, existing, incoming, base, policy, policies))
    if (chosen := policy_of("tags", "", policy, policies)) != SKIP:
        gone = base.tags if base and chosen == OVERWRITE else None
        result.tags = _tags(existing.tags, incoming.tags, gone)
    if result.deleted_at == existing.deleted_at and same_content(result, existing):
        return existing
    return result


def same_content(one: Contact, other: Contact) -> bool:
    """Whether two contacts say the same, whatever card or row each came from."""
    return _content(one) == _content(other)


def identity(part: Any) -> tuple[object, ...]:  # noqa: ANN401 - any kind of part
    """What a part says, without where it came from; a kept property however a version of vCard spells it."""
    if isinstance(part, Extra):
        value = part.value.replace(";", ",") if part.name.upper() == "GEO" else part.value
        return part.name.upper(), _DATA_START.sub("", value), _params(part.params), part.group
    return tuple(getattr(part, item.name) for item in fields(part) if item.name not in _NOT_CONTENT)


@lru_cache(maxsize=1024)
def _params(text: str) -> frozenset[tuple[str, str]]:
    """The parameters that say more than how a value is written."""
    head = vcard_property.parse_head(f"X;{text}") if text else None
    pairs = head.params if head is not None else ()
    return frozenset((key, value.casefold()) for key, value in pairs if key not in _HOW)


def _content(contact: Contact) -> tuple[object, ...]:
    texts = [getattr(contact, name) for name in ("kind", *TEXTS)]
    parts: list[tuple[str, list[tuple[object, ...]]]] = []
    for name in PARTS:
        slots: dict[str, list[tuple[object, ...]]] = {}
        for part in getattr(contact, name):
            slots.setdefault(_slot(name, part), []).append(identity(part))
        parts += [(name + slot, slots[slot]) for slot in sorted(slots) if slot not in STAMPS]
    return (contact.uid, texts, parts, sorted(contact.tags))


def _text(name: str, old: str, new: str, before: str | None, policy: str) -> str:
    if not new or old == new or policy == SKIP:
        return old
    if policy == ADD and name == "note" and old:
        return old if new in old else new if old in new else f"{old}\n\n{new}"
    if policy == OVERWRITE:
        return old if before == new else new
    return old or new


def _parts(
    name: str,
    existing: Contact,
    incoming: Contact,
    base: Contact | None,
    policy: str,
    policies: Mapping[str, str] | None,
) -> list[Any]:
    """Decide slot by slot (phones, e-mails, birthdays ...), as a blank in the file never erases a slot."""
    old: list[Any] = getattr(existing, name)
    new: list[Any] = getattr(incoming, name)
    before: list[Any] | None = getattr(base, name) if base else None
    result: list[Any] = []
    for slot in dict.fromkeys(_slot(name, part) for part in (*old, *new)):
        result += _merge_slot(
            [part for part in old if _slot(name, part) == slot],
            [part for part in new if _slot(name, part) == slot],
            None if before is None else [part for part in before if _slot(name, part) == slot],
            policy_of(name, _named_slot(name, slot), policy, policies),
        )
    return result


def _slot(name: str, part: Any) -> str:  # noqa: ANN401 - any kind of part
    """What a part is one of; the order of parts counts only within a slot."""
    if name == "points":
        return part.kind
    if name in ("dates", "fields"):
        return part.label
    return part.name.upper() if name == "extras" else ""


def _named_slot(name: str, slot: str) -> str:
    return fields_of.key_of(slot) if name == "fields" else slot


def _merge_slot(existing: list[Any], incoming: list[Any], base: list[Any] | None, policy: str) -> list[Any]:
    origins = {identity(part): getattr(part, "origin", -1) for part in incoming}
    kept = [replace(part, origin=origins.get(identity(part), -1)) for part in existing]
    if not incoming or policy == SKIP or (policy == FILL and existing):
        return kept
    held = {identity(part) for part in existing}
    if policy in (FILL, ADD):
        values = {value_of(part) for part in existing}
        return kept + [
            part for part in incoming if identity(part) not in held and value_of(part) not in values
        ]
    if base is None:
        return _without_base(incoming, existing, kept)
    before = {identity(part) for part in base}
    if before == set(origins):
        return kept
    mine = [part for part in kept if identity(part) not in before and identity(part) not in origins]
    news = [part for part in incoming if identity(part) in held or identity(part) not in before]
    if not mine and _same_order_as_before(news, kept, base):
        return kept
    return _linked(news, existing) + mine


def _without_base(incoming: list[Any], existing: list[Any], kept: list[Any]) -> list[Any]:
    """What a file says, and what the book has beyond it.

    Nobody knows which file the values of the book came from: a value takes the place of one with the same
    label, and what is left over was typed by a person, or stands in a cell that is blank this time.
    """
    if not isinstance(incoming[0], _LABELLED):
        return _linked(incoming, existing) + _pictures_that_no_row_holds(incoming, kept)
    held = {_said(part) for part in existing}
    said = {_said(part) for part in incoming}
    displaced = Counter(_label(part) for part in incoming if _said(part) not in held)
    beyond: list[Any] = []
    for part in kept:
        if _said(part) in said:
            continue
        if displaced[_label(part)]:
            displaced[_label(part)] -= 1
            continue
        beyond.append(part)
    if any(getattr(part, "preferred", False) for part in incoming):
        beyond = [replace(part, preferred=False) if hasattr(part, "preferred") else part for part in beyond]
    return _linked(incoming, existing) + beyond


_LABELLED = (ContactPoint, Address, ContactDate, Relation, Affiliation)


def _label(part: Any) -> str:  # noqa: ANN401 - any kind of part
    return part.organization.casefold() if isinstance(part, Affiliation) else part.label.casefold()


def _said(part: Any) -> object:  # noqa: ANN401 - any kind of part
    """What a value says, without its label: a file that gives it another label, or none, means the same."""
    if isinstance(part, Address):
        return identity(replace(part, label="", preferred=False))
    return (part.text, part.uid) if isinstance(part, Relation) else value_of(part)


def _pictures_that_no_row_holds(incoming: list[Any], existing: list[Any]) -> list[Any]:
    """The pictures of the book where a file only gives addresses of pictures, as tables do."""
    if any(not isinstance(part, Photo) or part.data for part in incoming):
        return []
    return [part for part in existing if part.data]


def _same_order_as_before(incoming: list[Any], existing: list[Any], base: list[Any]) -> bool:
    """Whether a file says all that the book says, and has not moved anything: the order of the book stays.

    What was added to a contact after its card stands at the end of that card when it is written again,
    wherever the book has it.
    """
    if Counter(map(identity, incoming)) != Counter(map(identity, existing)):
        return False
    before, now = dict.fromkeys(map(identity, base)), dict.fromkeys(map(identity, incoming))
    return [each for each in before if each in now] == [each for each in now if each in before]


def _linked(incoming: list[Any], existing: list[Any]) -> list[Any]:
    """What comes from a file, with what the same entries of the book have and no file, or not this one, says.

    These are the links to other contacts, and the label of a value that the file gives without one.
    """
    known = {identity(part): part for part in existing}
    labelled = {value_of(part): part for part in existing if isinstance(part, ContactPoint) and part.label}
    for part in incoming:
        if isinstance(part, ContactPoint) and not part.label and (same := labelled.get(value_of(part))):
            part.label = same.label
        for link in LINKS:
            if hasattr(part, link) and (same := known.get(identity(part))) is not None:
                setattr(part, link, getattr(same, link))
    return incoming


def value_of(part: object) -> object:
    """What makes two parts the same when values are added: a number written otherwise is no new one."""
    if isinstance(part, ContactPoint):
        return (part.kind, part.key or part.value.casefold())
    return identity(part)


def _tags(existing: list[str], incoming: list[str], base: list[str] | None) -> list[str]:
    gone = {tag.casefold() for tag in base or ()} - {tag.casefold() for tag in incoming}
    result: dict[str, str] = {}
    for tag in (*existing, *incoming):
        if tag.casefold() not in gone:
            result.setdefault(tag.casefold(), tag)
    return list(result.values())
