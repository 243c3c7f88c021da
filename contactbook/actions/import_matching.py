"""Which cards of a batch are in the book already: the same bytes, the same UID, or what else was chosen.

Nobody is ever taken for somebody else on a name alone, nor because two share an e-mail address or a phone
(R4): those count only when the names do not contradict, and when just one contact is left. The keys are asked
in the order in which they were chosen, and the first that answers counts. What is left in doubt becomes a new
contact, and is told in the check.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from contactbook.actions.import_again import ImportedAgain
from contactbook.actions.import_company_rows import CompanyRows
from contactbook.actions.import_lookup import Lookup
from contactbook.actions.import_matched import OTHER_NAME, SEVERAL, Doubt, Matched
from contactbook.actions.import_options import EMAIL, PHONE, SOURCE, UID
from contactbook.domain import name_matching
from contactbook.store import bulk, identity_queries

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from contactbook.actions.import_kin import Kin
    from contactbook.domain.name_matching import Called
    from contactbook.store.step import Step


class Matching:
    """Looks cards up in the book as it is within the step, so that cards of this run are found as well.

    Args:
        step: the running step.
        keys: how a contact is recognised (`ImportOptions.match`).
        by_company_name: whether companies of one name are one (R9).
    """

    def __init__(self, step: Step, keys: Sequence[str] = (UID,), *, by_company_name: bool = False) -> None:
        self._step = step
        self._keys = keys
        self._again = ImportedAgain(step.reader)
        self._companies = CompanyRows(step, keys) if by_company_name else None
        self.was_empty = identity_queries.is_empty(step.reader)
        self._fields: dict[str, dict[str, list[int]]] = {}
        self.seen_fields: set[str] = set()
        self._names: dict[int, Called] = {}

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
        first_hash: dict[bytes, int] = {}
        matched = Matched()
        unknown: list[int] = []
        for ordinal, digest in enumerate(hashes):
            if decided and ordinal in decided:
                if decided[ordinal]:
                    matched.is_contact(ordinal, decided[ordinal])
            elif digest in by_hash:
                (matched.differing if digest in otherwise else matched.same).append(ordinal)
                matched.contacts[ordinal] = by_hash[digest]
            elif digest in first_hash:
                matched.same.append(ordinal)
                matched.twins[ordinal] = first_hash[digest]
            else:
                first_hash[digest] = ordinal
                unknown.append(ordinal)
        self._names.clear()
        for keys in _stages(self._keys):
            if keys == [SOURCE]:
                unknown = self._by_source(unknown, uids, kin, matched)
            elif unknown:
                unknown = self._by_keys(keys, unknown, uids, kin, matched)
        if self._companies is not None and kin is not None:
            self._companies.match(unknown, kin, matched)
        matched.differing.sort()
        return matched

    def settle(self, matched: Matched, new: array[int]) -> dict[int, int]:
        """The contact of every known card, once the batch is written. `new`: contact by ordinal."""
        first = {at: matched.first_of(at) for at in matched.twins}
        return matched.contacts | {at: new[one] or matched.contacts[one] for at, one in first.items()}

    def remember(self, kin: Kin, contact_of: Sequence[int]) -> None:
        """Note the custom values and companies of a batch that is written, so that later rows find them.

        `contact_of`: the contact of each card, 0 for none.
        """
        for key, found in self._fields.items():
            for ordinal, values in kin.values.get(key, {}).items():
                for value in values:
                    owners = found.setdefault(value, [])
                    if (contact_id := contact_of[ordinal]) and contact_id not in owners:
                        owners.append(contact_id)
        if self._companies is not None:
            self._companies.remember(kin, contact_of)

    def _by_source(
        self, unknown: list[int], uids: Sequence[str], kin: Kin | None, matched: Matched
    ) -> list[int]:
        """Cards that came before, by what they say; gives the ordinals that are still unknown."""
        if self.was_empty or kin is None:
            return unknown
        nameless = [ordinal for ordinal in unknown if not uids[ordinal] and not matched.may_be_any(ordinal)]
        again = self._again.find(nameless, kin, set(matched.contacts.values()))
        for ordinal, contact in again.items():
            matched.is_contact(ordinal, contact)
        return [ordinal for ordinal in unknown if ordinal not in again]

    def _by_keys(
        self, keys: Sequence[str], unknown: list[int], uids: Sequence[str], kin: Kin | None, matched: Matched
    ) -> list[int]:
        """Ask the keys in turn for each card; gives the ordinals that are still unknown."""
        lookups = [made for key in keys if (made := self._lookup(key, unknown, uids, kin)) is not None]
        left: list[int] = []
        for ordinal in unknown:
            if not self._find(ordinal, lookups, kin, matched):
                left.append(ordinal)
            for lookup in lookups:
                lookup.note(ordinal)
        return left

    def _lookup(self, key: str, unknown: list[int], uids: Sequence[str], kin: Kin | None) -> Lookup | None:
        reader = self._step.reader
        if key == UID:
            wanted = {at: (uids[at],) for at in unknown if uids[at]}
            there = bulk.existing_by_uid(reader, [uid for (uid,) in wanted.values()])
            return Lookup(key, wanted, {uid: (contact,) for uid, contact in there.items()}, sure=True)
        if kin is None:
            return None
        if key in (EMAIL, PHONE):
            values = kin.points_of(key)
            asked = {value for at in unknown for value in values.get(at, ())}
            return Lookup(key, values, identity_queries.by_point(reader, key, asked))
        mine = kin.values.get(key, {})
        if mine:
            self.seen_fields.add(key)
        if key not in self._fields:
            self._fields[key] = identity_queries.by_field(reader, key)
        return Lookup(key, mine, self._fields[key], sure=True)

    def _find(self, ordinal: int, lookups: Sequence[Lookup], kin: Kin | None, matched: Matched) -> bool:
        """Whether one of the keys says whose the card is; what stays in doubt is noted."""
        for lookup in lookups:
            contacts = lookup.contacts(ordinal, lambda: _called(kin, ordinal), self._called)
            earlier = lookup.earlier(ordinal)
            first = {matched.first_of(at) for at in earlier}
            contacts |= {matched.contacts[at] for at in first if at in matched.contacts}
            twins = {at for at in first if at not in matched.contacts}
            if not contacts and not twins:
                continue
            among = matched.doubts.get(ordinal)
            if among is not None and matched.may_be_any(ordinal):
                contacts, twins = contacts.intersection(among.contacts), set[int]()
            found = self._chosen(lookup, ordinal, contacts, twins, kin)
            if len(found) == 1:
                one, is_twin = found[0]
                (matched.is_twin if is_twin else matched.is_contact)(ordinal, one)
                return True
            if among is None and contacts:
                reason = SEVERAL if found else OTHER_NAME
                matched.doubts[ordinal] = Doubt(reason, tuple(sorted(contacts)))
            elif found and among is not None and among.reason == OTHER_NAME:
                matched.doubts[ordinal] = Doubt(SEVERAL, tuple(sorted(contacts)))
        return False

    def _chosen(
        self, lookup: Lookup, ordinal: int, contacts: set[int], twins: set[int], kin: Kin | None
    ) -> list[tuple[int, bool]]:
        """Those that the card may be of, and whether each is an earlier card: one of them, if it is clear."""
        candidates = [(one, False) for one in sorted(contacts)] + [(one, True) for one in sorted(twins)]
        if lookup.sure and len(candidates) == 1:
            return candidates
        name = _called(kin, ordinal)
        names = self._called(contacts)
        named = [
            (_called(kin, one) if is_twin else names[one], (one, is_twin)) for one, is_twin in candidates
        ]
        found = [(called, one) for called, one in named if name_matching.agree(name, called)]
        if len(found) > 1:
            found = [each for each in found if name_matching.same(name, each[0])] or found
        return [one for _, one in found]

    def _called(self, contact_ids: Iterable[int]) -> dict[int, Called]:
        """What these contacts are called."""
        unknown = [one for one in contact_ids if one not in self._names]
        if unknown:
            self._names |= identity_queries.called(self._step.reader, array("q", unknown))
        return {one: self._names[one] for one in contact_ids if one in self._names}


def _called(kin: Kin | None, ordinal: int) -> Called:
    return kin.called(ordinal) if kin is not None else name_matching.Called()


def _stages(keys: Sequence[str]) -> list[list[str]]:
    """The keys in their order, those that are asked card by card together; `source` asks for all at once."""
    stages: list[list[str]] = []
    for key in keys:
        if key == SOURCE or not stages or stages[-1] == [SOURCE]:
            stages.append([key])
        else:
            stages[-1].append(key)
    return stages
