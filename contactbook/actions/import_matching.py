"""Which cards of a batch are in the book already: the same bytes, or the same UID with other content."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contactbook.store import bulk

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from contactbook.store.step import Step


@dataclass(slots=True)
class Matched:
    """What was found for the cards of a batch, by their ordinals in it.

    `same`: cards that are there byte for byte; `differing`: cards whose UID is there; `known`: both together.
    `contacts`: the contact in the book; `twins`: the earlier card of this very batch instead.
    """

    same: list[int] = field(default_factory=list[int])
    differing: list[int] = field(default_factory=list[int])
    contacts: dict[int, int] = field(default_factory=dict[int, int])
    twins: dict[int, int] = field(default_factory=dict[int, int])

    @property
    def known(self) -> frozenset[int]:
        """Every card that makes no new contact by itself."""
        return frozenset((*self.same, *self.differing))


class Matching:
    """Looks cards up in the book as it is within the step, so that cards of this run are found as well."""

    def __init__(self, step: Step) -> None:
        self._step = step

    def match(self, uids: Sequence[str], hashes: Sequence[bytes]) -> Matched:
        """Find the cards with these UIDs ("" for none) and hashes of their bytes."""
        by_hash = bulk.existing_by_hash(self._step.reader, hashes)
        by_uid = bulk.existing_by_uid(self._step.reader, uids)
        first_hash: dict[bytes, int] = {}
        first_uid: dict[str, int] = {}
        matched = Matched()
        for ordinal, (uid, digest) in enumerate(zip(uids, hashes, strict=True)):
            if digest in by_hash:
                matched.same.append(ordinal)
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
                if uid:
                    first_uid[uid] = ordinal
        return matched

    def settle(self, matched: Matched, new: array[int]) -> dict[int, int]:
        """The contact of every known card, once the batch is written. `new`: contact by ordinal."""
        return matched.contacts | {ordinal: new[twin] for ordinal, twin in matched.twins.items()}
