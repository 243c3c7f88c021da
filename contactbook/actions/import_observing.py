"""Watches an import for the check: notes the fate of every card, and which new ones look like others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contactbook.actions import import_fates
from contactbook.actions.import_fates import Fates
from contactbook.actions.import_options import RowRef
from contactbook.actions.import_updating import Outcome
from contactbook.domain.contact import EMAIL
from contactbook.domain.ids import ids
from contactbook.store import bulk, identity_queries

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contactbook.actions.import_kin import Kin
    from contactbook.actions.import_matching import Matched
    from contactbook.actions.import_reading import Batch
    from contactbook.store.reader import Reader

SAME_NAME, SAME_EMAIL, SEVERAL = "same_name", "same_email", "several_matches"
_FATE_OF = {
    Outcome.CREATED: import_fates.CREATED,
    Outcome.UPDATED: import_fates.UPDATED,
    Outcome.UNCHANGED: import_fates.UNCHANGED,
    Outcome.SKIPPED: import_fates.SKIPPED,
}


class Observer:
    """Takes what an `ImportRun` tells and fills `fates`.

    Args:
        reader: reads within the step, before anything is written.
        decided: cards of which the person said that they are new ones: they are told as such.
    """

    def __init__(self, reader: Reader, decided: Mapping[RowRef, Any]) -> None:
        self.fates = Fates()
        self._reader = reader
        self._decided = decided
        self._first_new = ids.one()
        self._names = identity_queries.all_names(reader)

    def refused(self, file: int, place: int, line: int, reason: str, sheet: str) -> None:
        """A card or row was refused."""
        self.fates.note(RowRef(file, place), line, import_fates.REFUSED, reason=reason, sheet=sheet)

    def skipped(self, file: int, place: int, line: int) -> None:
        """The person left a card out."""
        self.fates.note(RowRef(file, place), line, import_fates.SKIPPED)

    def group(self, file: int, place: int, line: int, name: str) -> None:
        """A card is a group and becomes a tag."""
        self.fates.note(RowRef(file, place), line, import_fates.GROUP, name)

    def cards(
        self,
        batch: Batch,
        kin: Kin,
        matched: Matched,
        contact_of: Sequence[int],
        outcomes: Mapping[int, Outcome],
    ) -> None:
        """The cards of a batch are written: `contact_of` every ordinal, `outcomes` of those that matched."""
        prepared: bulk.Prepared = batch["cards"]
        fresh = [
            ordinal
            for ordinal in range(prepared["size"])
            if outcomes.get(ordinal, Outcome.CREATED) is Outcome.CREATED
        ]
        alike = self._alike(fresh, kin, matched, contact_of)
        for ordinal, row in enumerate(prepared["derived"][0]):
            fate = _FATE_OF[outcomes.get(ordinal, Outcome.CREATED)]
            contact, reason = (0, "") if fate == import_fates.CREATED else (contact_of[ordinal], "")
            ref = RowRef(batch["files"][ordinal], batch["places"][ordinal])
            if ordinal in alike and ref not in self._decided:
                fate = import_fates.DUPLICATE
                contact, reason = alike[ordinal]
            known = contact if contact < self._first_new else 0
            self.fates.note(
                ref,
                prepared["lines"][ordinal],
                fate,
                row[bulk.DISPLAY_NAME],
                known,
                reason,
                batch["sheets"].get(ordinal, ""),
            )

    def _alike(
        self, fresh: Sequence[int], kin: Kin, matched: Matched, contact_of: Sequence[int]
    ) -> dict[int, tuple[int, str]]:
        """New contacts that may be somebody who is there, or who came earlier: the other one, and why."""
        emails = {
            ordinal: [key for kind, key in kin.points.get(ordinal, ()) if kind == EMAIL] for ordinal in fresh
        }
        wanted = {key for found in emails.values() for key in found}
        owners = identity_queries.by_point(self._reader, EMAIL, wanted)
        alike: dict[int, tuple[int, str]] = {}
        for ordinal in fresh:
            name = kin.names[ordinal]
            mine = contact_of[ordinal]
            earlier = [
                other
                for key in emails[ordinal]
                for other in owners.get(key, ())
                if other != mine and other < mine
            ]
            if ordinal in matched.doubtful:
                alike[ordinal] = (matched.doubtful[ordinal], SEVERAL)
            elif earlier:
                alike[ordinal] = (min(earlier), SAME_EMAIL)
            elif name and name in self._names:
                alike[ordinal] = (self._names[name], SAME_NAME)
            if name:
                self._names.setdefault(name, mine)
        return alike
