"""By what a card of an import finds its contact: one way of looking for each key that was chosen.

All of them look for a whole batch at once, and know the earlier cards of the batch, which the book does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain import name_matching

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from contactbook.domain.name_matching import Called

MOST_OWNERS = 50
"""A number or address that more contacts have tells only who of them has the very name."""


class Lookup:
    """Finds the contacts, and the earlier cards of the batch, that share a value with a card.

    Args:
        key: of `ImportOptions.match`.
        wanted: the values of each card, by its ordinal.
        owners: the contacts of the book that have them.
        sure: whether who has the value is meant, whatever the names say, as with a UID or a customer number.
    """

    def __init__(
        self,
        key: str,
        wanted: Mapping[int, Sequence[str]],
        owners: Mapping[str, Sequence[int]],
        *,
        sure: bool = False,
    ) -> None:
        self.key = key
        self.sure = sure
        self._wanted = wanted
        self._owners = owners
        self._earlier: dict[str, list[int]] = {}
        self._by_name: dict[str, dict[Hashable, list[int]]] = {}

    def contacts(
        self, ordinal: int, name: Callable[[], Called], names: Callable[[Sequence[int]], Mapping[int, Called]]
    ) -> set[int]:
        """Who has a value of the card; of very many only those who are called like it.

        `name` gives what the card calls its contact, `names` what some contacts are called.
        """
        found: set[int] = set()
        for value in self._wanted.get(ordinal, ()):
            owners = self._owners.get(value, ())
            if len(owners) <= MOST_OWNERS:
                found.update(owners)
                continue
            if value not in self._by_name:
                by_name = self._by_name[value] = {}
                for contact, called in names(owners).items():
                    by_name.setdefault(name_matching.name_of(called), []).append(contact)
            found.update(self._by_name[value].get(name_matching.name_of(name()), ()))
        return found

    def earlier(self, ordinal: int) -> list[int]:
        """The earlier cards of the batch that have a value of this one."""
        return [at for value in self._wanted.get(ordinal, ()) for at in self._earlier.get(value, ())]

    def note(self, ordinal: int) -> None:
        """This card is one of the earlier ones from now on."""
        for value in self._wanted.get(ordinal, ()):
            self._earlier.setdefault(value, []).append(ordinal)
