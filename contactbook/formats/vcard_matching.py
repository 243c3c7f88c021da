"""Which part of a contact is which part of the card it came from."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from contactbook.domain.contact import (
    Address,
    Affiliation,
    Contact,
    ContactDate,
    ContactPoint,
    Extra,
    FieldValue,
    Photo,
    Relation,
)

if TYPE_CHECKING:
    from contactbook.formats.vcard_draft import Part

_LISTS = attrgetter("points", "addresses", "dates", "relations", "affiliations", "photos", "fields", "extras")
_SINGLE = attrgetter(
    "uid", "full_name", "family", "given", "middle", "prefix", "suffix", "nickname", "phonetic_given",
    "phonetic_middle", "phonetic_family", "file_as", "kind", "organization", "department", "job_title",
    "role", "gender", "language", "note", "starred", "checked_at",
)  # fmt: skip
_CONTENT = {
    ContactPoint: attrgetter("kind", "value", "label", "preferred", "service"),
    Address: attrgetter(
        "po_box", "extended", "street", "locality", "region", "postal_code", "country", "country_code",
        "formatted", "label", "preferred",
    ),
    ContactDate: attrgetter("value", "label"),
    Relation: attrgetter("text", "label", "uid"),
    Affiliation: attrgetter(
        "organization", "department", "job_title", "role", "since", "until", "decision_maker"
    ),
    Photo: attrgetter("data", "media_type", "url", "label"),
    FieldValue: attrgetter("label", "value", "key", "type"),
    Extra: attrgetter("name", "value", "params", "group"),
}  # fmt: skip


def all_parts(contact: Contact) -> list[Part]:
    """Every part of a contact, list by list."""
    return [part for parts in _LISTS(contact) for part in parts]


def same_content(one: Part, other: Part) -> bool:
    """Whether two parts say the same; where they came from and derived keys do not count."""
    content = _CONTENT[type(one)]
    return type(one) is type(other) and content(one) == content(other)


def says_the_same(one: Contact, other: Contact) -> bool:
    """Whether a card from which `one` was read can be given back for `other`.

    When a contact came into the book counts only where the card itself has a line for it.
    """
    if _SINGLE(one) != _SINGLE(other):
        return False
    if (one.created_at and one.created_at != other.created_at) or (
        one.updated_at and one.updated_at != other.updated_at
    ):
        return False
    if {tag.casefold() for tag in one.tags} != {tag.casefold() for tag in other.tags}:
        return False
    for parts, others in zip(_LISTS(one), _LISTS(other), strict=True):
        if len(parts) != len(others):
            return False
        for part, same in zip(parts, others, strict=True):
            if part.origin != same.origin or not same_content(part, same):
                return False
    return True


def matches(old: Contact, now: Contact) -> dict[int, Part]:
    """For each part of the contact as its card has it, by its `id`, the part that it is now.

    A part knows the line it came from; after contacts were merged several may claim the same line, and
    where that was forgotten the same content counts.
    """
    result: dict[int, Part] = {}
    taken: set[int] = set()
    present = all_parts(now)
    by_origin: dict[tuple[type, int], list[Part]] = {}
    for part in present:
        by_origin.setdefault((type(part), part.origin), []).append(part)
    parts = all_parts(old)
    for exact in (True, False):
        for part in parts:
            for candidate in by_origin.get((type(part), part.origin), ()) if id(part) not in result else ():
                if id(candidate) not in taken and (not exact or same_content(part, candidate)):
                    result[id(part)] = candidate
                    taken.add(id(candidate))
                    break
    left = [part for part in present if id(part) not in taken]
    for part in parts if left else ():
        if id(part) not in result:
            same = next((each for each in left if same_content(part, each)), None)
            if same is not None:
                result[id(part)] = same
                left.remove(same)
    return result
