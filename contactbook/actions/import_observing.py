"""Watches an import for the check: notes the fate of every card, and which new ones look like others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.actions import import_fates
from contactbook.actions.import_fates import Fates
from contactbook.actions.import_options import RowRef
from contactbook.actions.import_updating import Outcome
from contactbook.domain.ids import ids
from contactbook.store import bulk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contactbook.actions.import_lookalikes import Likeness
    from contactbook.actions.import_reading import Batch

_FATE_OF = {
    Outcome.CREATED: import_fates.CREATED,
    Outcome.UPDATED: import_fates.UPDATED,
    Outcome.UNCHANGED: import_fates.UNCHANGED,
    Outcome.SKIPPED: import_fates.SKIPPED,
}


class Observer:
    """Takes what an `ImportRun` tells and fills `fates`.

    It begins before anything is written: contacts that are younger come from the check itself.
    """

    def __init__(self) -> None:
        self.fates = Fates()
        self._first_new = ids.one()

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
        alike: Mapping[int, Likeness],
        contact_of: Sequence[int],
        outcomes: Mapping[int, Outcome],
    ) -> None:
        """The cards of a batch are written: `contact_of` every ordinal, `outcomes` of those that matched.

        `alike`: the new ones that look like somebody.
        """
        prepared: bulk.Prepared = batch["cards"]
        for ordinal, row in enumerate(prepared["derived"][0]):
            fate = _FATE_OF[outcomes.get(ordinal, Outcome.CREATED)]
            contacts, reason = (contact_of[ordinal],), ""
            if fate == import_fates.CREATED:
                reason, contacts = alike.get(ordinal, ("", ()))
                fate = import_fates.DUPLICATE if reason else fate
            known = [one for one in contacts if one < self._first_new]
            self.fates.note(
                RowRef(batch["files"][ordinal], batch["places"][ordinal]),
                prepared["lines"][ordinal],
                fate,
                row[bulk.DISPLAY_NAME],
                known[0] if known else 0,
                reason,
                batch["sheets"].get(ordinal, ""),
            )
