"""Rows that are companies themselves: those of one name are one company (R9), unless they differ.

Branches share a name, and so do companies of two towns: another identifier, place or website is another one.
A card stands for a company of its own, and only takes the place of one that was made of an employer's name.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from contactbook.actions.import_options import MATCH_CHOICES
from contactbook.domain.contact import URL
from contactbook.domain.folding import fold
from contactbook.store import companies, identity_queries, queries

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from contactbook.actions.import_kin import Kin
    from contactbook.actions.import_matched import Matched
    from contactbook.domain.contact import Contact
    from contactbook.store.step import Step


class CompanyRows:
    """Finds the company of a name among those of the book and of this run.

    Args:
        step: the running step.
        keys: `ImportOptions.match`: another value in one of those custom fields is another company.
    """

    def __init__(self, step: Step, keys: Sequence[str] = ()) -> None:
        self._step = step
        self._fields = frozenset(keys) - frozenset(MATCH_CHOICES)
        self._known: dict[str, list[int]] | None = None

    def match(self, unknown: Iterable[int], kin: Kin, matched: Matched) -> None:
        """Settle those of these cards that are companies of a name that is there."""
        names = kin.companies
        asking = [ordinal for ordinal in unknown if ordinal in names and not matched.may_be_any(ordinal)]
        if not asking:
            return
        if self._known is None:
            self._known = companies.by_key(self._step.connection)
        alike = {names[ordinal] for ordinal in asking if names[ordinal] in self._known}
        seen: set[str] = set()
        alike |= {name for ordinal in asking if (name := names[ordinal]) in seen or seen.add(name)}
        wanted = [ordinal for ordinal in asking if names[ordinal] in alike]
        cards = dict(zip(wanted, kin.contacts(wanted), strict=True)) if wanted else {}
        ids = sorted({one for name in alike for one in self._known.get(name, ())})
        there = {one.id: [one] for one in queries.load_many(self._step.reader, ids, pictures=False)}
        bare = identity_queries.without_card(self._step.reader, array("q", ids))
        twins: dict[str, dict[int, list[Contact]]] = {}
        for ordinal in wanted:
            name, card = names[ordinal], cards[ordinal]
            known = [one for one in self._known.get(name, ()) if self._may_be(card, there[one])]
            if kin.origin(ordinal)[0].startswith("vcard"):
                if len(known) == 1 and known[0] in bare:
                    matched.is_contact(ordinal, known[0])
                    bare.discard(known[0])
                continue
            new = [at for at, said in twins.get(name, {}).items() if self._may_be(card, said)]
            if len(known) == 1 and not new:
                matched.is_contact(ordinal, known[0])
                there[known[0]].append(card)
            elif len(new) == 1 and not known:
                matched.is_twin(ordinal, new[0])
                twins[name][new[0]].append(card)
            else:
                twins.setdefault(name, {})[ordinal] = [card]

    def remember(self, kin: Kin, contact_of: Sequence[int]) -> None:
        """Note the companies of a batch that is written."""
        if self._known is None:
            return
        for ordinal, name in kin.companies.items():
            owners = self._known.setdefault(name, [])
            if (contact_id := contact_of[ordinal]) and contact_id not in owners:
                owners.append(contact_id)

    def _may_be(self, card: Contact, others: Iterable[Contact]) -> bool:
        """Whether a card says nothing different of what makes companies of one name differ."""
        mine = self._marks(card)
        theirs = map(self._marks, others)
        return all(mine[mark] & its[mark] for its in theirs for mark in mine.keys() & its.keys())

    def _marks(self, company: Contact) -> Mapping[str, set[str]]:
        marks = {
            "uid": {company.uid},
            "place": {fold(address.locality).strip() for address in company.addresses},
            "site": {_host(point.value) for point in company.points_of(URL)},
        }
        for value in company.fields:
            if value.key in self._fields:
                marks.setdefault(f"field.{value.key}", set()).add(value.value)
        return {mark: said for mark, values in marks.items() if (said := values - {""})}


def _host(address: str) -> str:
    host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    return host.removeprefix("www.")
