"""What was found for the cards of a batch: who is there, who came twice, who stays in doubt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection

SEVERAL, OTHER_NAME = "several_matches", "other_name"


class Doubt(NamedTuple):
    """Why a card became a new contact although somebody of the book shares what was asked for, and who.

    `SEVERAL`: it may be any of these; `OTHER_NAME`: they are called otherwise.
    """

    reason: str
    contacts: tuple[int, ...]


@dataclass(slots=True)
class Matched:
    """What was found for the cards of a batch, by their ordinals in it.

    `same`: cards that are there byte for byte; `differing`: cards whose contact is there; `known`: both
    together. `contacts`: the contact in the book; `twins`: the earlier card of this very batch instead;
    `doubts`: who those might be that all the same are new.
    """

    same: list[int] = field(default_factory=list[int])
    differing: list[int] = field(default_factory=list[int])
    contacts: dict[int, int] = field(default_factory=dict[int, int])
    twins: dict[int, int] = field(default_factory=dict[int, int])
    doubts: dict[int, Doubt] = field(default_factory=dict[int, Doubt])

    @property
    def known(self) -> frozenset[int]:
        """Every card that makes no new contact by itself."""
        return frozenset((*self.same, *self.differing))

    def may_be_any(self, ordinal: int) -> bool:
        """Whether a card is left in doubt as it may be of several."""
        return ordinal in self.doubts and self.doubts[ordinal].reason == SEVERAL

    def first_of(self, ordinal: int) -> int:
        """The card with which those of the same contact began in this batch."""
        while ordinal in self.twins:
            ordinal = self.twins[ordinal]
        return ordinal

    def is_contact(self, ordinal: int, contact: int) -> None:
        """A card is of this contact, and says something else."""
        self.differing.append(ordinal)
        self.contacts[ordinal] = contact
        self.doubts.pop(ordinal, None)

    def is_twin(self, ordinal: int, earlier: int) -> None:
        """A card is of the same contact as an earlier one."""
        earlier = self.first_of(earlier)
        if earlier in self.contacts:
            self.is_contact(ordinal, self.contacts[earlier])
        else:
            self.differing.append(ordinal)
            self.twins[ordinal] = earlier
            self.doubts.pop(ordinal, None)

    def leave_out(self, ordinals: Collection[int]) -> None:
        """These cards are of nobody."""
        self.differing = [at for at in self.differing if at not in ordinals]
        self.same = [at for at in self.same if at not in ordinals]
        for ordinal in ordinals:
            self.contacts.pop(ordinal, None)
            self.twins.pop(ordinal, None)
