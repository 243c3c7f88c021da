"""What an action changed: the one record that every window listens to."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """The result of every action in `actions`.

    `step` is the id of the history row (0: nothing was written). `contacts` names the contacts touched,
    unless `everything` says that too many were touched to list them; `made` are those that were added one
    by one (others were touched because they are linked with them now). `kept` are those that an undo left
    as they are because they were changed since, `needed` those that it only left because one that stays
    points to them. `origin` is whoever asked, so that a
    window can skip a change that it made itself. `timeline`: entries or follow-ups are among what changed.
    """

    step: int = 0
    action: str = ""
    contacts: frozenset[int] = field(default_factory=frozenset)
    everything: bool = False
    tags: bool = False
    fields: bool = False
    timeline: bool = False
    kept: tuple[int, ...] = ()
    needed: tuple[int, ...] = ()
    made: tuple[int, ...] = ()
    origin: object = None

    def __bool__(self) -> bool:
        return bool(self.step)

    def touches(self, contact_id: int) -> bool:
        """Whether a view of this contact must read it again."""
        return self.everything or contact_id in self.contacts
