"""New contacts of an import that look like somebody who is there, or who came before them in the same run.

They are told in the check and in the report, and never brought together unasked (R4).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from contactbook.actions.import_options import ALSO_NEW, LEAVE_OUT, UPDATE
from contactbook.domain.contact import EMAIL
from contactbook.domain.ids import ids
from contactbook.store import identity_queries

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from contactbook.actions.import_kin import Kin
    from contactbook.actions.import_matched import Matched
    from contactbook.store.reader import Reader

SAME_NAME, SAME_EMAIL = "same_name", "same_email"


class Likeness(NamedTuple):
    """Why a card looks like somebody (`SAME_NAME`, `SAME_EMAIL`, or as in `import_matched`), and like whom.

    Without contacts it looks like an earlier card of the same run.
    """

    reason: str
    contacts: tuple[int, ...] = ()


@dataclass(slots=True)
class Settled:
    """What became of the cards that would be new: who looks like whom, and which of them are left out."""

    alike: dict[int, Likeness] = field(default_factory=dict[int, Likeness])
    left_out: frozenset[int] = frozenset()


class Lookalikes:
    """Looks for those who were there before the run, and remembers the names of the run so far.

    Args:
        reader: reads within the step, before anything is written.
        wanted: what becomes of such a card (`ImportOptions.lookalikes`).
    """

    def __init__(self, reader: Reader, wanted: str = ALSO_NEW) -> None:
        self._reader = reader
        self._wanted = wanted
        self._was_empty = identity_queries.is_empty(reader)
        self._seen: set[int] = set()
        self._first_new = ids.one()

    def settle(self, kin: Kin, size: int, matched: Matched, decided: Collection[int] = ()) -> Settled:
        """Find those of a batch of so many cards, and do with them what is wanted: `matched` is changed.

        Of the `decided` the person said what they are.
        """
        fresh = [at for at in range(size) if at not in matched.known and at not in decided]
        alike = self._find(fresh, kin, matched)
        self._seen.update(hash(name) for name in kin.names if name)
        if self._wanted == UPDATE:
            for ordinal in [at for at, like in alike.items() if len(like.contacts) == 1]:
                matched.is_contact(ordinal, alike.pop(ordinal).contacts[0])
        if self._wanted != LEAVE_OUT:
            return Settled({at: self._told(like) for at, like in alike.items()})
        left_out = alike.keys() | {at for at in matched.twins if matched.first_of(at) in alike}
        matched.leave_out(left_out)
        return Settled({}, frozenset(left_out))

    def _told(self, likeness: Likeness) -> Likeness:
        """Without contacts of this run, which a check takes back."""
        return likeness._replace(contacts=tuple(one for one in likeness.contacts if one < self._first_new))

    def _find(self, ordinals: Sequence[int], kin: Kin, matched: Matched) -> dict[int, Likeness]:
        emails = kin.points_of(EMAIL)
        asked = {key for ordinal in ordinals for key in emails.get(ordinal, ())}
        owners = identity_queries.by_point(self._reader, EMAIL, asked)
        called = {kin.names[ordinal] for ordinal in ordinals} if not self._was_empty else ()
        there = identity_queries.namesake(self._reader, called, before=self._first_new)
        found: dict[int, Likeness] = {}
        addresses: set[str] = set()
        names: set[str] = set()
        for ordinal in ordinals:
            name, mine = kin.names[ordinal], emails.get(ordinal, ())
            sharing = tuple(sorted({other for key in mine for other in owners.get(key, ())}))
            if ordinal in matched.doubts:
                found[ordinal] = Likeness(*matched.doubts[ordinal])
            elif sharing or not addresses.isdisjoint(mine):
                found[ordinal] = Likeness(SAME_EMAIL, sharing)
            elif name in there:
                found[ordinal] = Likeness(SAME_NAME, (there[name],))
            elif name and (name in names or hash(name) in self._seen):
                found[ordinal] = Likeness(SAME_NAME)
            addresses.update(mine)
            names.add(name)
        return found
