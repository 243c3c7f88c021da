"""Several contacts that are one person: which single texts remain, and where the others are kept.

Nothing is thrown away: a text that does not fit beside the kept one becomes a further organisation, a further
line of the note, or a property kept as it came (R3).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from contactbook.domain import company_names
from contactbook.domain.contact import Affiliation, Contact, Extra
from contactbook.domain.folding import fold
from contactbook.domain.names import display_name

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

ASIDE = "X-MERGED-"
"""Begins the name of a property that keeps what another contact said where only one can be said."""

_NAME = ("prefix", "given", "middle", "family", "suffix", "full_name")
_WORK = ("organization", "department", "job_title", "role")
_SINGLE = ("phonetic_given", "phonetic_middle", "phonetic_family", "file_as", "gender", "language")
TEXTS = (*_NAME, "nickname", *_WORK, *_SINGLE, "note", "uid")
"""The single texts that a person can choose among."""


def united(
    keep: Contact,
    others: list[Contact],
    *,
    prefer: Mapping[str, int] | None = None,
    without: Collection[tuple[str, int]] = (),
) -> Contact:
    """The kept contact with what the others say in single texts; new affiliations and extras are at the ends.

    Args:
        keep: not changed.
        others: not changed either; their parts are not looked at.
        prefer: by name of a text the id of the contact whose text is to stand.
        without: (text, id of the contact) of texts that are not wanted at all.
    """
    kept = _without(keep, without)
    rest = [_without(other, without) for other in others]
    result = replace(kept, affiliations=list(kept.affiliations), extras=list(kept.extras))
    everybody = {one.id: one for one in (kept, *rest)}
    for name, chosen in (prefer or {}).items():
        text = getattr(everybody[chosen], name)
        if text and text != getattr(result, name):
            _put_aside(result, name, getattr(result, name))
            setattr(result, name, text)
    for other in rest:
        _take_name(result, other)
        _take_work(result, other)
        _take_rest(result, other)
    return result


def _without(contact: Contact, unwanted: Collection[tuple[str, int]]) -> Contact:
    gone = {name: "" for name in TEXTS if (name, contact.id) in unwanted}
    return replace(contact, **gone) if gone else contact


def _take_name(result: Contact, other: Contact) -> None:
    named = result.given or result.family or result.full_name
    same = _same(result.given, other.given) and _same(result.family, other.family)
    if not named or same:
        for name in _NAME:
            old, new = getattr(result, name), getattr(other, name)
            if not old:
                setattr(result, name, new)
            elif not _same(old, new):
                _put_aside(result, name, new)
    elif not _same(display_name(result), display_name(other)):
        _put_aside(result, "name", display_name(other))
        for name in ("prefix", "suffix"):
            if not getattr(result, name):
                setattr(result, name, getattr(other, name))


def _take_work(result: Contact, other: Contact) -> None:
    work = [getattr(other, name) for name in _WORK]
    if not any(work):
        return
    mine = [getattr(result, name) for name in _WORK]
    fits = all(not one or not two or _same(one, two) for one, two in zip(mine, work, strict=True))
    there = company_names.key(result.organization)
    if fits and (not there or there == company_names.key(other.organization) or not other.organization):
        for name, one, two in zip(_WORK, mine, work, strict=True):
            setattr(result, name, one or two)
        result.company_id = result.company_id or other.company_id
        return
    further = Affiliation(*work, company_id=other.company_id)
    if not any(_job(further) == _job(part) for part in result.affiliations):
        result.affiliations.append(further)


def _job(part: Affiliation) -> tuple[str, ...]:
    texts = (part.department, part.job_title, part.role)
    return (company_names.key(part.organization), *map(fold, texts))


def _take_rest(result: Contact, other: Contact) -> None:
    for name in _SINGLE:
        old, new = getattr(result, name), getattr(other, name)
        if not old:
            setattr(result, name, new)
        elif not _same(old, new):
            _put_aside(result, name, new)
    if not result.nickname:
        result.nickname = other.nickname
    elif other.nickname and fold(other.nickname) not in fold(result.nickname):
        result.nickname = f"{result.nickname}, {other.nickname}"
    if other.note.strip() and other.note.strip() not in result.note:
        result.note = f"{result.note}\n\n{other.note}" if result.note.strip() else other.note
    result.uid = result.uid or other.uid
    result.starred = result.starred or other.starred
    result.parent_id = result.parent_id or other.parent_id
    result.checked_at = max(result.checked_at or 0, other.checked_at or 0) or None


def _put_aside(result: Contact, name: str, text: str) -> None:
    if not text.strip():
        return
    if name == "note":
        result.note = f"{result.note}\n\n{text}"
        return
    extra = Extra(ASIDE + name.upper().replace("_", "-"), text)
    if extra not in result.extras:
        result.extras.append(extra)


def _same(one: str, other: str) -> bool:
    """Whether the other text adds nothing."""
    return not other.strip() or " ".join(fold(one).split()) == " ".join(fold(other).split())
