"""What a batch of an import knows of its cards beside UID and bytes, worked out only when it is asked for.

A card that brings a UID, or comes into an empty book, is recognised without it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from contactbook.domain import company_names, names
from contactbook.domain.contact import COMPANY
from contactbook.domain.name_matching import Called
from contactbook.domain.names import USUAL
from contactbook.store import bulk, identity_queries

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from contactbook.domain.contact import Contact
    from contactbook.domain.names import NameStyle

Origin = tuple[str, str, str, int]


class Kin:
    """The names, addresses and numbers of a batch, by ordinal of the card.

    Args:
        prepared: the batch.
        fields: keys of the custom fields whose values are wanted.
        origin: gives format, program, name and size of the file that a card comes from.
        contacts: gives the contacts of some cards.
        style: how the book orders names.
    """

    def __init__(
        self,
        prepared: bulk.Prepared,
        fields: Sequence[str],
        origin: Callable[[int], Origin],
        contacts: Callable[[Sequence[int]], Sequence[Contact]],
        style: NameStyle = USUAL,
    ) -> None:
        self._prepared = prepared
        self._fields = fields
        self._style = style
        self.origin = origin
        self.contacts = contacts
        self.lines: Sequence[int] = prepared["lines"]

    @cached_property
    def names(self) -> Sequence[str]:
        """The folded names, as the list of the book has them."""
        usual = [identity_queries.bare_name(row[bulk.NAME_KEY]) for row in self._prepared["derived"][0]]
        if self._style == USUAL:
            return usual
        found = [names.sort_key(bulk.named(row), self._style) for row in self._prepared["rows"]["contact"]]
        return [identity_queries.bare_name(own) or name for own, name in zip(found, usual, strict=True)]

    @cached_property
    def points(self) -> Mapping[int, Sequence[tuple[str, str]]]:
        """Kind and key of every e-mail address and phone."""
        found: dict[int, list[tuple[str, str]]] = {}
        for row in self._prepared["rows"].get("contact_point", ()):
            if row[bulk.POINT_KEY]:
                found.setdefault(row[1], []).append((row[bulk.POINT_KIND], row[bulk.POINT_KEY]))
        return found

    @cached_property
    def values(self) -> Mapping[str, Mapping[int, Sequence[str]]]:
        """The values of the custom fields, by key of the field."""
        fields: list[Any] = self._prepared["fields"]
        result: dict[str, dict[int, list[str]]] = {}
        for key, _, _, rows in fields:
            if key in self._fields:
                found = result.setdefault(key, {})
                for row in rows:
                    found.setdefault(row[1], []).append(row[3])
        return result

    @cached_property
    def companies(self) -> Mapping[int, str]:
        """The certain names of the cards that are companies (see `company_names.key`)."""
        rows: list[Any] = self._prepared["rows"]["contact"]
        found = ((row[0], self.called(row[0])) for row in rows if row[1] == COMPANY)
        named = ((at, company_names.key(one.organization or one.full_name)) for at, one in found)
        return {at: key for at, key in named if key}

    def called(self, ordinal: int) -> Called:
        """What a card calls its contact."""
        return Called(*bulk.CALLED(self._prepared["rows"]["contact"][ordinal]))

    def points_of(self, kind: str) -> Mapping[int, Sequence[str]]:
        """The keys of the e-mail addresses or phones."""
        return {at: [key for of, key in found if of == kind] for at, found in self.points.items()}
