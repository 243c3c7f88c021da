"""Proof that nothing was lost: what writing a card again would give is compared with what was read.

Nothing is taken on trust. The card is written as an export would write it, the result is read again, and
each property of the original has to be found there: as the same line, or as a line that says the same.
For a clean card that the contact still says word for word there is a short proof: the export gives back
the very bytes that came in, and reading them made this very contact.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from contactbook.domain.contact import Extra
from contactbook.formats import (
    vcard_carry,
    vcard_lines,
    vcard_mapping,
    vcard_matching,
    vcard_property,
    vcard_restore,
    vcard_tolerant,
)
from contactbook.formats.fidelity import Fidelity
from contactbook.formats.vcard_compose_fields import PHONETIC, SLOTS
from contactbook.formats.vcard_guess import CharsetGuess
from contactbook.formats.vcard_target import target

if TYPE_CHECKING:
    from contactbook.domain.contact import Contact
    from contactbook.formats.vcard_target import Target
    from contactbook.formats.vcard_tolerant import Examined, ExaminedLine

_ENCODING = frozenset({"ENCODING", "CHARSET", "VALUE", "MEDIATYPE"})
_TRANSLATED = _ENCODING | {"TYPE", "PREF", "LABEL", "X-ABLABEL", "CC", "SERVICE-TYPE", "X-SERVICE-TYPE"}
"""Parameters that the parts of a contact know, and every version spells in its own way."""


def compare(contact: Contact, original: bytes, version: str = "", dialect: str = "") -> Fidelity:
    """What of a card would be lost when the contact that was made of it is written again.

    Args:
        contact: as it came out of reading (and out of the book, when that is to be proved too).
        original: the card as the reader gave it.
        version: in which it is to be written; "" for the one it came in.
        dialect: for which program.
    """
    record = None if dialect else vcard_restore.untouched(contact, version, original)
    if record is not None:
        return Fidelity(record.properties, record.mapped, record.kept_raw)
    found = vcard_tolerant.examine(original, CharsetGuess())
    names = _lost(contact, found, target(version or found.draft.version, dialect))
    count = sum(1 for each in found.lines if each.head.name not in vcard_mapping.STRUCTURE)
    kept = len(found.draft.contact.extras)
    return Fidelity(count, count - kept - len(names), kept, len(names), tuple(names))


def lost(found: Examined) -> list[str]:
    """The names of the properties of a card just read that its own version, written again, would not have."""
    return _lost(found.draft.contact, found, target(found.draft.version))


def _lost(contact: Contact, found: Examined, aim: Target) -> list[str]:
    written = vcard_restore.rewritten(contact, aim, found)
    if written == found.raw:
        return []
    again = vcard_tolerant.examine(written, CharsetGuess())
    present = Counter(line.data for line in vcard_lines.logical_lines(written))
    beside = _beside(again.lines)
    return [
        each.head.spelt or "?"
        for each in found.lines
        if each.head.name not in vcard_mapping.STRUCTURE
        and not (_comes_back(each, found, again, present, aim) and _beside([each]) <= beside)
    ]


def _beside(lines: list[ExaminedLine]) -> set[tuple[str, str]]:
    """What lines say besides their property: groups, and parameters that are no other way of spelling."""
    found = {("", each.head.group.lower()) for each in lines} | {("", "")}
    for each in lines:
        for key, value in each.head.params:
            if key not in _TRANSLATED and not key.startswith("X-APPLE-OMI"):
                found.add(("USERNAME" if key == "X-USER" else key, value.casefold()))
    return found


def _comes_back(
    each: ExaminedLine, found: Examined, again: Examined, present: Counter[bytes], aim: Target
) -> bool:
    """Whether a property of the original is in the card that was written, as it stood or in other words."""
    if present[each.line.data]:
        present[each.line.data] -= 1
        return True
    old, new = found.draft.contact, again.draft.contact
    if isinstance(each.part, Extra):
        return any(same_kept(each.part, part, aim) for part in new.extras)
    if each.part is not None:
        return any(vcard_matching.same_content(each.part, part) for part in vcard_matching.all_parts(new))
    slot = "organization" if each.head.slot == "department" else each.head.slot
    if slot == "tags":
        return {tag.casefold() for tag in old.tags} <= {tag.casefold() for tag in new.tags}
    fields = PHONETIC if slot == "phonetic" else SLOTS.get(slot, ())
    if not fields:
        text = each.value.strip()
        return not text or any(
            other.head.name == each.head.name and other.value.strip() == text for other in again.lines
        )
    return all(_same_moment(getattr(old, field), getattr(new, field)) for field in fields)


def same_kept(one: Extra, other: Extra, aim: Target) -> bool:
    """Whether a kept property came through: name, parameters, and its value as the target spells it."""
    if one.name.upper() != other.name.upper():
        return False
    if other.value not in (one.value, vcard_carry.extra(one, aim)[2]):
        return False
    return _params(one) <= _params(other)


def _params(part: Extra) -> set[tuple[str, str]]:
    """The parameters that say more than how the value is encoded."""
    head = vcard_property.parse_head(f"X;{part.params}")
    return {pair for pair in head.params if pair[0] not in _ENCODING} if head is not None else set()


def _same_moment(one: object, other: object) -> bool:
    """Whether two values are the same; times to the second, which is what a vCard can say."""
    if isinstance(one, int) and isinstance(other, int):
        return one // 1000 == other // 1000
    return one == other
