"""Whether two names can be of one person or company, when an e-mail address says that they are.

Families share an address and a landline, offices a telephone, a company and its owner an e-mail address. So
nothing that can be of two people makes one of them: given and family name must both agree (R4).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from contactbook.domain import company_names, name_words, names
from contactbook.domain.contact import COMPANY
from contactbook.domain.folding import tokens

if TYPE_CHECKING:
    from collections.abc import Hashable


class Called(NamedTuple):
    """What a contact is called, by the attributes of `domain.contact.Contact`."""

    kind: str = ""
    given: str = ""
    middle: str = ""
    family: str = ""
    suffix: str = ""
    nickname: str = ""
    full_name: str = ""
    organization: str = ""


def agree(one: Called, other: Called) -> bool:
    """Whether nothing speaks against the two being one: a part that one of them lacks does not.

    For companies the legal form does not count: they share an address on top of the name.
    """
    mine, its = _parts(one), _parts(other)
    if mine.is_empty or its.is_empty:
        return True
    if mine.company or its.company:
        return mine.company == its.company or (bool(mine.loose) and mine.loose == its.loose)
    if mine.generation != its.generation:
        return False
    if mine.words == its.words:
        return True
    return _share(mine.given | mine.nickname, its.given | its.nickname) and _share(mine.family, its.family)


def name_of(called: Called) -> Hashable:
    """What all who are called just the same have in common, in any order of words; None for no name."""
    parts = _parts(called)
    return None if parts.is_empty else (parts.company, parts.words, parts.generation)


def same(one: Called, other: Called) -> bool:
    """Whether the two are called just the same; nobody is like the nameless."""
    return name_of(one) is not None and name_of(one) == name_of(other)


class _Parts(NamedTuple):
    given: frozenset[str]
    family: frozenset[str]
    generation: str = ""
    nickname: frozenset[str] = frozenset()
    company: str = ""
    loose: str = ""

    @property
    def words(self) -> frozenset[str]:
        return self.given | self.family

    @property
    def is_empty(self) -> bool:
        return not (self.given or self.family or self.company)


@lru_cache(maxsize=4096)
def _parts(called: Called) -> _Parts:
    if called.kind == COMPANY:
        name = called.organization or called.full_name
        loose = company_names.loose_key(name)
        return _Parts(frozenset(), frozenset(), company=company_names.key(name), loose=loose)
    given, middle, family, suffix = called.given, called.middle, called.family, called.suffix
    if not (given or family):
        read = names.parse_full_name(called.full_name or called.nickname)
        given, middle, family, suffix = read.given, read.middle, read.family, suffix or read.suffix
    generation = next((word for word in tokens(suffix) if word in name_words.GENERATIONS), "")
    nickname = frozenset(tokens(called.nickname)) if given else frozenset[str]()
    return _Parts(frozenset(tokens(f"{given} {middle}")), frozenset(tokens(family)), generation, nickname)


def _share(mine: frozenset[str], its: frozenset[str]) -> bool:
    """Whether one name is in both, written out or as its first letter."""
    if not mine or not its or mine & its:
        return True
    return any(one[0] == other[0] and 1 in (len(one), len(other)) for one in mine for other in its)
