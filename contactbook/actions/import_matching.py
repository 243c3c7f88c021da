"""Which cards of a batch are in the book already: the same bytes, the same UID, or what else was chosen.

Nobody is ever taken for somebody else on a name alone, nor because two share a phone (R4): a key that several
contacts have counts only when exactly one of them has the card's name; a phone alone counts only when the
names do not contradict. What is left in doubt becomes a new contact, and is told in the check.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contactbook.actions.import_again import ImportedAgain
from contactbook.actions.import_options import EMAIL, PHONE, SOURCE, UID
from contactbook.domain.folding import COMMA
from contactbook.store import bulk, identity_queries

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from contactbook.actions.import_kin import Kin
    from contactbook.store.step import Step


@dataclass(slots=True)
class Matched:
    """What was found for the cards of a batch, by their ordinals in it.

    `same`: cards that are there byte for byte; `differing`: cards whose contact is there; `known`: both
    together. `contacts`: the contact in the book; `twins`: the earlier card of this very batch instead;
    `doubtful`: one of the contacts that a card might be, which all the same becomes a new one.
    """

    same: list[int] = field(default_factory=list[int])
    differing: list[int] = field(default_factory=list[int])
    contacts: dict[int, int] = field(default_factory=dict[int, int])
    twins: dict[int, int] = field(default_factory=dict[int, int])
    doubtful: dict[int, int] = field(default_factory=dict[int, int])

    @property
    def known(self) -> frozenset[int]:
        """Every card that makes no new contact by itself."""
        return frozenset((*self.same, *self.differing))


class Matching:
    """Looks cards up in the book as it is within the step, so that cards of this run are found as well.

    Args:
        step: the running step.
        keys: how a contact is recognised (`ImportOptions.match`).
    """

    def __init__(self, step: Step, keys: Sequence[str] = (UID,)) -> None:
        self._step = step
        self._keys = keys
        self._again = ImportedAgain(step.reader)
        self.was_empty = identity_queries.is_empty(step.reader)
        self._fields: dict[str, dict[str, list[int]]] = {}
        self.seen_fields: set[str] = set()

    def match(
        self,
        uids: Sequence[str],
        hashes: Sequence[bytes],
        kin: Kin | None = None,
        decided: Mapping[int, int] | None = None,
        otherwise: Collection[bytes] = (),
    ) -> Matched:
        """Find the cards with these UIDs ("" for none) and hashes of their bytes.

        `decided` says for some ordinals which contact it is, 0 for a new one. `otherwise` are hashes of rows
        that are there, and mean something else now: they are brought up to date.
        """
        by_hash = bulk.existing_by_hash(self._step.reader, hashes)
        by_uid = bulk.existing_by_uid(self._step.reader, uids) if UID in self._keys else {}
        first_hash: dict[bytes, int] = {}
        first_uid: dict[str, int] = {}
        matched = Matched()
        unknown: list[int] = []
        for ordinal, (uid, digest) in enumerate(zip(uids, hashes, strict=True)):
            if decided and ordinal in decided:
                if decided[ordinal]:
                    matched.differing.append(ordinal)
                    matched.contacts[ordinal] = decided[ordinal]
            elif digest in by_hash:
                (matched.differing if digest in otherwise else matched.same).append(ordinal)
                matched.contacts[ordinal] = by_hash[digest]
            elif digest in first_hash:
                matched.same.append(ordinal)
                matched.twins[ordinal] = first_hash[digest]
            elif uid in by_uid:
                matched.differing.append(ordinal)
                matched.contacts[ordinal] = by_uid[uid]
            elif uid in first_uid:
                matched.differing.append(ordinal)
                matched.twins[ordinal] = first_uid[uid]
            else:
                first_hash[digest] = ordinal
                if uid and UID in self._keys:
                    first_uid[uid] = ordinal
                unknown.append(ordinal)
        for key in self._keys:
            if key != UID and unknown and kin is not None:
                unknown = self._by_key(key, unknown, uids, kin, matched)
        matched.differing.sort()
        return matched

    def settle(self, matched: Matched, new: array[int]) -> dict[int, int]:
        """The contact of every known card, once the batch is written. `new`: contact by ordinal."""
        return matched.contacts | {ordinal: new[twin] for ordinal, twin in matched.twins.items()}

    def remember(self, kin: Kin, contact_of: Callable[[int], int]) -> None:
        """Note the custom values of a batch that is written, so that later rows find them."""
        for key, found in self._fields.items():
            for ordinal, value in kin.values.get(key, {}).items():
                owners = found.setdefault(value, [])
                if (contact_id := contact_of(ordinal)) not in owners:
                    owners.append(contact_id)

    def _by_key(
        self, key: str, unknown: list[int], uids: Sequence[str], kin: Kin, matched: Matched
    ) -> list[int]:
        """Match by one key; gives the ordinals that are still unknown."""
        if key == SOURCE:
            if self.was_empty:
                return unknown
            nameless = [ordinal for ordinal in unknown if not uids[ordinal]]
            matched.contacts |= (again := self._again.find(nameless, kin, set(matched.contacts.values())))
            matched.differing += again
            return [ordinal for ordinal in unknown if ordinal not in again]
        if key in (EMAIL, PHONE):
            wanted = {
                ordinal: [value for kind, value in kin.points.get(ordinal, ()) if kind == key]
                for ordinal in unknown
            }
            values = {value for found in wanted.values() for value in found}
            owners = identity_queries.by_point(self._step.reader, key, values)
        else:
            mine = kin.values.get(key, {})
            if mine:
                self.seen_fields.add(key)
            wanted = {ordinal: [mine[ordinal]] if ordinal in mine else [] for ordinal in unknown}
            if key not in self._fields:
                self._fields[key] = identity_queries.by_field(self._step.reader, key)
            owners = self._fields[key]
        return self._choose(key, unknown, wanted, owners, kin, matched)

    def _choose(
        self,
        key: str,
        unknown: list[int],
        wanted: Mapping[int, Sequence[str]],
        owners: Mapping[str, Sequence[int]],
        kin: Kin,
        matched: Matched,
    ) -> list[int]:
        candidates = {
            ordinal: {contact for value in wanted[ordinal] for contact in owners.get(value, ())}
            for ordinal in unknown
        }
        names = self._names_of(candidates.values())
        first: dict[str, int] = {}
        left: list[int] = []
        for ordinal in unknown:
            name = kin.names[ordinal]
            found = [
                contact
                for contact in candidates[ordinal]
                if key != PHONE or agree(name, names.get(contact, ""))
            ]
            if len(found) > 1:
                found = [contact for contact in found if names.get(contact, "") == name]
            twin = next((first[value] for value in wanted[ordinal] if value in first), None)
            if len(found) == 1:
                matched.differing.append(ordinal)
                matched.contacts[ordinal] = found[0]
            elif twin is not None and not candidates[ordinal] and agree(name, kin.names[twin]):
                matched.differing.append(ordinal)
                matched.twins[ordinal] = twin
            else:
                if candidates[ordinal]:
                    matched.doubtful[ordinal] = min(candidates[ordinal])
                left.append(ordinal)
                for value in wanted[ordinal]:
                    first.setdefault(value, ordinal)
        return left

    def _names_of(self, groups: Iterable[Iterable[int]]) -> dict[int, str]:
        wanted = array("q", {contact for group in groups for contact in group})
        return identity_queries.names(self._step.reader, wanted)


def agree(one: str, other: str) -> bool:
    """Whether two folded names can be of one person: one is missing, or they share a word."""
    return not one or not other or not _words(one).isdisjoint(_words(other))


def _words(name: str) -> set[str]:
    return set(name.replace(COMMA, " ").split())
