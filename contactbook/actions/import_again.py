"""Cards without UID that came into the book before: told by what they say, and by where they came from.

A name alone is never enough, nor is a name with one phone (R4), unless neither says more. It takes the whole
content; or an e-mail address or phone beside the name, from the same program or file; or the place of the
card in nearly the same file; or most of the content, so that a card of which one thing was changed is brought
up to date.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from contactbook.actions.import_merging import PARTS, identity, value_of
from contactbook.domain.contact import EMAIL, PHONE, TEXTS
from contactbook.domain.ids import ids
from contactbook.formats.fidelity import STAMPS
from contactbook.store import identity_queries, queries

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from contactbook.actions.import_kin import Kin, Origin
    from contactbook.domain.contact import Contact
    from contactbook.store.reader import Reader

MOST_NAMESAKES = 100
"""A name that more contacts have tells nobody."""

_NAMES = frozenset(
    {"prefix", "given", "middle", "family", "suffix", "full_name", "file_as", "phonetic_given",
     "phonetic_middle", "phonetic_family"}
)  # fmt: skip
_PERSONAL = frozenset({"points", "addresses", "dates", "note"})


class ImportedAgain:
    """Looks cards up among the contacts that were there before this run.

    Args:
        reader: the book as it is within the step.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._before = ids.one()
        self._taken: set[int] = set()

    def find(self, ordinals: Sequence[int], kin: Kin, taken: set[int]) -> dict[int, int]:
        """The contacts of those cards of a batch that came before, by ordinal; never two cards for one.

        Args:
            ordinals: cards that have no UID.
            kin: what the batch knows of them.
            taken: contacts for which other cards of the batch stand.
        """
        self._taken |= taken
        found: dict[int, int] = {}
        asking = [ordinal for ordinal in ordinals if kin.names[ordinal]]
        sharing = self._sharing(asking, kin)
        alike = self._namesakes(asking, kin)
        for ordinal, those in sharing.items():
            alike.setdefault(ordinal, set()).update(those)
        said = _Said(self._reader, kin, alike)
        self._claim(found, {ordinal: said.the_same(ordinal) for ordinal in alike}, several=True)
        self._claim(found, {ordinal: self._from_there(ordinal, sharing[ordinal], kin) for ordinal in sharing})
        cards = [ordinal for ordinal in asking if kin.origin(ordinal)[0].startswith("vcard")]
        self._claim(found, self._in_place([each for each in cards if each not in found], kin))
        self._claim(found, {each: said.nearly_the_same(each) for each in cards if each in alike})
        return found

    def _claim(
        self, found: dict[int, int], candidates: Mapping[int, Sequence[int]], *, several: bool = False
    ) -> None:
        """Give each card its contact, where there is just one left, or any one of `several`."""
        for ordinal, those in candidates.items():
            free = [contact for contact in those if contact not in self._taken]
            if ordinal not in found and free and (several or len(free) == 1):
                found[ordinal] = free[0]
                self._taken.add(free[0])

    def _namesakes(self, asking: Sequence[int], kin: Kin) -> dict[int, set[int]]:
        names = {kin.names[ordinal] for ordinal in asking}
        holders = identity_queries.namesakes(self._reader, names, before=self._before, most=MOST_NAMESAKES)
        return {each: set(holders[kin.names[each]]) for each in asking if kin.names[each] in holders}

    def _sharing(self, asking: Sequence[int], kin: Kin) -> dict[int, set[int]]:
        """Contacts of the same name with which a card shares an e-mail address or phone, by ordinal."""
        candidates: dict[int, set[int]] = {}
        for kind in (EMAIL, PHONE):
            wanted = {
                ordinal: [value for of, value in kin.points.get(ordinal, ()) if of == kind]
                for ordinal in asking
            }
            values = {value for found in wanted.values() for value in found}
            owners = identity_queries.by_point(self._reader, kind, values)
            for ordinal in asking if owners else ():
                for value in wanted[ordinal]:
                    earlier = [one for one in owners.get(value, ()) if one < self._before]
                    candidates.setdefault(ordinal, set()).update(earlier)
        names = identity_queries.names(self._reader, array("q", set[int]().union(*candidates.values())))
        named = {
            ordinal: {contact for contact in found if names.get(contact, "") == kin.names[ordinal]}
            for ordinal, found in candidates.items()
        }
        return {ordinal: found for ordinal, found in named.items() if found}

    def _from_there(self, ordinal: int, found: set[int], kin: Kin) -> list[int]:
        """The contact among these, when it is the only one and came from the same program or file."""
        if len(found) != 1:
            return []
        kind, program, name, _ = kin.origin(ordinal)
        return list(identity_queries.came_from(self._reader, array("q", found), kind, program, name))

    def _in_place(self, asking: Sequence[int], kin: Kin) -> dict[int, list[int]]:
        """Contacts with the name of a card that stood there when nearly the same file came before.

        A name alone is not enough; that name in that line of a file of that name, format and size is.
        """
        by_file: dict[Origin, list[int]] = {}
        for ordinal in asking:
            by_file.setdefault(kin.origin(ordinal), []).append(ordinal)
        result: dict[int, list[int]] = {}
        for origin, ordinals in by_file.items():
            lines = {kin.lines[ordinal] for ordinal in ordinals}
            there = identity_queries.in_place(self._reader, origin, lines, before=self._before)
            names = identity_queries.names(self._reader, array("q", set[int]().union(*there.values())))
            for ordinal in ordinals:
                found = there.get(kin.lines[ordinal], set())
                alike = [contact for contact in found if names.get(contact, "") == kin.names[ordinal]]
                if len(alike) == 1:
                    result[ordinal] = alike
        return result


class _Said:
    """What cards say, beside what the contacts say that they may be of."""

    def __init__(self, reader: Reader, kin: Kin, alike: Mapping[int, set[int]]) -> None:
        ordinals = list(alike)
        self._alike = alike
        self._cards = dict(zip(ordinals, map(_said, kin.contacts(ordinals)), strict=True)) if ordinals else {}
        wanted = sorted(set[int]().union(*alike.values()))
        self._contacts = {each.id: _said(each) for each in queries.load_many(reader, wanted, pictures=False)}

    def the_same(self, ordinal: int) -> list[int]:
        """The contacts that say just the same; first those with the name to the letter, then the oldest."""
        name, card = self._cards[ordinal]
        found = [each for each in sorted(self._alike[ordinal]) if self._contacts[each][1] == card]
        return sorted(found, key=lambda each: self._contacts[each][0] != name)

    def nearly_the_same(self, ordinal: int) -> list[int]:
        """The contacts that say most of it: those of which nobody says more of it."""
        card = self._cards[ordinal][1]
        others = {each: self._contacts[each][1] for each in self._alike[ordinal]}
        differing = {each: len(card ^ said) for each, said in others.items() if _nearly(card, said)}
        return [each for each, count in differing.items() if count == min(differing.values())]


def _said(contact: Contact) -> tuple[list[str], set[tuple[str, Hashable]]]:
    """The name, and what a contact says beside it; pictures are counted, tags and stamps are not."""
    names = [getattr(contact, name) for name in _NAMES]
    said: set[tuple[str, Hashable]] = {
        (name, text) for name in TEXTS if name not in _NAMES and (text := getattr(contact, name))
    }
    for name in PARTS:
        if name == "points":
            said |= {(name, value_of(part)) for part in contact.points}
        elif name == "photos":
            said |= {(name, number) for number, _ in enumerate(contact.photos)}
        else:
            said |= {(name, identity(part)) for part in getattr(contact, name) if not _is_stamp(part)}
    return names, said


def _is_stamp(part: object) -> bool:
    return getattr(part, "name", "").upper() in STAMPS


def _nearly(one: set[tuple[str, Hashable]], other: set[tuple[str, Hashable]]) -> bool:
    """Whether half of what two cards of one name say is the same, and of that enough is personal.

    Father and son may share name, address and telephone: other e-mail addresses or dates are of another.
    """
    shared = one & other
    if 2 * len(shared) < max(len(one), len(other)):
        return False
    if any(kind(one) and kind(other) and not kind(shared) for kind in (_emails, _dates)):
        return False
    if _emails(shared):
        return True
    return len(shared) > 1 and any(name in _PERSONAL for name, _ in shared)


def _emails(said: set[tuple[str, Hashable]]) -> list[Hashable]:
    return [value for name, value in said if name == "points" and isinstance(value, tuple) and EMAIL in value]


def _dates(said: set[tuple[str, Hashable]]) -> list[Hashable]:
    return [value for name, value in said if name == "dates"]
