"""What differs between two states of a contact, counted by topic, for the name of the step."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, cast

from contactbook.domain.contact import POINT_KINDS, Affiliation, Contact
from contactbook.domain.employment import detail_of_first
from contactbook.domain.names import display_name

if TYPE_CHECKING:
    from collections.abc import Sequence

ADDED, REMOVED, CHANGED, MOVED = "added", "removed", "changed", "moved"

_NAME_PARTS = ("prefix", "given", "middle", "family", "suffix", "full_name")
_PHONETIC = ("phonetic_given", "phonetic_middle", "phonetic_family")
_NOT_TOLD = frozenset({"id", "created_at", "updated_at", "deleted_at", "points"})
_TOPICS = {
    "addresses": "address",
    "dates": "date",
    "relations": "relation",
    "affiliations": "affiliation",
    "photos": "photo",
    "fields": "field",
    "tags": "tag",
    "extras": "extra",
    **dict.fromkeys(_NAME_PARTS, "name"),
    **dict.fromkeys(_PHONETIC, "phonetic"),
}

_PARTS = {"name": _NAME_PARTS, "phonetic": _PHONETIC}
"""Topics of which several attributes tell: only what had none of them before was added."""

Summary = dict[str, dict[str, int]]
"""By topic ("phone", "name", "job_title"): how many were added, removed, changed, moved."""


def summary(before: Contact, after: Contact) -> Summary:
    """What was done, in the order of the fields of `Contact`; empty when nothing was."""
    found: Summary = {}
    for kind in POINT_KINDS:
        if counts := _counts(_bare(before.points_of(kind)), _bare(after.points_of(kind))):
            found[kind] = counts
    for field in fields(Contact):
        name = field.name
        old, new = getattr(before, name), getattr(after, name)
        if name in _NOT_TOLD or old == new:
            continue
        topic = _TOPICS.get(name, name)
        if name == "affiliations":
            was, now = detail_of_first(before), detail_of_first(after)
            if way := _way(_told(was), _told(now)):
                found["employment"] = {way: 1}
            old = [part for part in before.affiliations if part is not was]
            new = [part for part in after.affiliations if part is not now]
        if isinstance(old, list):
            if counts := _counts(cast("list[Any]", old), new):
                found[topic] = counts
        else:
            parts = _PARTS.get(topic, (name,))
            had, has = (any(getattr(one, part) for part in parts) for one in (before, after))
            found[topic] = {_way(had, has) or CHANGED: 1}
    return found


def label_data(before: Contact, after: Contact) -> dict[str, Any]:
    """What a step "edit" records: whose contact it is, and the summary."""
    return {"name": display_name(after) or display_name(before), "what": summary(before, after)}


def _told(detail: Affiliation | None) -> tuple[str, str, bool] | None:
    """What is known of the first organisation beside its texts."""
    return (detail.since, detail.until, detail.decision_maker) if detail is not None else None


def _way(old: object, new: object) -> str:
    if old == new:
        return ""
    return CHANGED if old and new else ADDED if new else REMOVED


def _bare(points: Sequence[Any]) -> list[Any]:
    """Without the key, which follows from the value."""
    return [replace(point, key="") for point in points]


def _counts(old: Sequence[Any], new: Sequence[Any]) -> dict[str, int]:
    was, now = Counter(map(repr, old)), Counter(map(repr, new))
    gone, come = (was - now).total(), (now - was).total()
    changed = min(gone, come)
    counts = {CHANGED: changed, ADDED: come - changed, REMOVED: gone - changed}
    if not gone and not come and list(old) != list(new):
        counts[MOVED] = 1
    return {word: count for word, count in counts.items() if count}
