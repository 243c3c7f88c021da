"""A card whose contact is in the book already with other content: brings the two together."""

from __future__ import annotations

import enum
import io
from dataclasses import replace
from typing import TYPE_CHECKING

from contactbook.actions import original_cards
from contactbook.actions.import_merging import merged
from contactbook.actions.import_options import ADD, OVERWRITE, SKIP
from contactbook.domain import ids, name_matching
from contactbook.domain.folding import fold
from contactbook.domain.names import display_name
from contactbook.formats import vcard_lines, vcard_reader
from contactbook.formats.records import ReadCard
from contactbook.store import contacts, imports, parent_links, queries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from contactbook.domain.contact import Contact
    from contactbook.store.reader import Reader
    from contactbook.store.step import Step


class Outcome(enum.Enum):
    """What became of a card."""

    CREATED = enum.auto()
    UPDATED = enum.auto()
    UNCHANGED = enum.auto()
    SKIPPED = enum.auto()


class Updating:
    """Updates contacts by one policy. Remembers which contacts this run has met.

    A second card of one run for the same contact never takes anything away: where names agree, what it knows
    more is added; else it is somebody else whom a careless program gave the same UID: a new contact.
    """

    def __init__(self, step: Step, policy: str, policies: Mapping[str, str] | None = None) -> None:
        self._step = step
        self._policy = policy
        self._policies = policies or {}
        self._met: set[int] = set()
        self._made: set[int] = set()

    def meet(self, contact_ids: Iterable[int], *, made: bool = False) -> None:
        """Note that cards of this run stand for these contacts, or were `made` into them."""
        self._met.update(contact_ids)
        if made:
            self._made.update(contact_ids)

    def update(
        self,
        contact_id: int,
        incoming: Contact,
        raw: bytes,
        line: int,
        file_id: Callable[[], int],
        *,
        told: bool = False,
        row: bool = False,
    ) -> Outcome:
        """Bring a card into its contact.

        Args:
            contact_id: the contact that was found for it.
            incoming: what the card says.
            raw: its bytes, and
            line: where they stand in
            file_id: the file, which is asked when there is news.
            told: the person said so: then it is the same one, whatever its name.
            row: it is the row of a table: what is not in it was not taken out of anything.
        """
        if ids.id_of(incoming.uid) == contact_id:
            incoming = replace(incoming, uid="")
        if self._policy == SKIP and not told and self._policies_keep(contact_id):
            return Outcome.SKIPPED
        existing = queries.load(self._step.reader, contact_id)
        parent_links.drop_known(self._step.reader, existing, incoming)
        again = contact_id in self._met
        self.meet((contact_id,))
        if again and not told and not _may_be_one(existing, incoming, row=row):
            new_id = contacts.insert(self._step, replace(incoming, uid=""))
            imports.add_source(self._step, new_id, file_id(), line, raw, uid=incoming.uid)
            return Outcome.CREATED
        base = None if again or row else card_before(self._step.reader, contact_id, raw)
        policy, policies = self._policy_for(contact_id, again=again)
        policy = policy_when_told(policy) if told else policy
        result = merged(existing, incoming, base, policy, policies)
        if result is existing:
            return Outcome.UNCHANGED
        contacts.replace(self._step, result)
        if existing.deleted_at is not None:
            contacts.restore(self._step, (contact_id,))
        uid = incoming.uid if incoming.uid != result.uid else ""
        imports.add_source(self._step, contact_id, file_id(), line, raw, uid=uid)
        return Outcome.UPDATED

    def _policies_keep(self, contact_id: int) -> bool:
        """Whether nothing of a contact that was there may change, nor was it made by this run."""
        return contact_id not in self._made and not set(self._policies.values()) - {SKIP}

    def _policy_for(self, contact_id: int, *, again: bool) -> tuple[str, Mapping[str, str]]:
        """The policies; a further card of a contact takes nothing away that one before it brought."""
        if contact_id in self._made:
            return ADD, {}
        if not again:
            return self._policy, self._policies
        tame = {OVERWRITE: ADD}
        policies = {name: tame.get(policy, policy) for name, policy in self._policies.items()}
        return tame.get(self._policy, self._policy), policies


def policy_when_told(policy: str) -> str:
    """The policy for a card of which the person says whose it is: it is not left alone."""
    return ADD if policy == SKIP else policy


def card_before(reader: Reader, contact_id: int, raw: bytes) -> Contact | None:
    """The contact as the card had it that this one goes back to; None where there was none.

    A row of a table means nothing by itself.
    """
    card = original_cards.original(reader, contact_id, vcard_lines.version_of(raw))
    if card is None:
        return None
    records = vcard_reader.read(io.BytesIO(card))
    return next((record.contact for record in records if isinstance(record, ReadCard)), None)


def _may_be_one(one: Contact, other: Contact, *, row: bool) -> bool:
    """Whether two cards of one run are of one contact: a UID that two cards have can be an error."""
    if not row:
        return fold(display_name(one)) == fold(display_name(other))
    mine, its = (
        name_matching.Called(*(getattr(each, name) for name in name_matching.Called._fields))
        for each in (one, other)
    )
    return name_matching.agree(mine, its)
