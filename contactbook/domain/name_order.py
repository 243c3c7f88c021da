"""Names that were written family name first without a comma: how to tell, and how they are taken apart."""

from __future__ import annotations

from typing import NamedTuple

from contactbook.domain import column_words, company_names, folding, name_words, names
from contactbook.domain.given_names import GIVEN_NAMES

_EASTERN = "\u2e80"
"""From here on letters are of scripts whose names are taken apart in their own way."""


class Votes(NamedTuple):
    """How many names of a column show that the family name stands first, and how many that it does not."""

    family_first: int
    given_first: int


def count_votes(column: list[tuple[str, str]]) -> Votes:
    """What the names of a column show of their order.

    A name shows it by one word in capitals ("MEIER Anna"), by a common given name at one end only, or by
    the e-mail address of its row ("anna.meier@ ..."). Names with a comma tell it themselves and do not count.

    Args:
        column: each name with the e-mail address beside it, "" for none.
    """
    told = [_vote(name, address) for name, address in column]
    return Votes(told.count(True), told.count(False))


def _vote(name: str, address: str) -> bool | None:
    """Whether the family name is first; None where nothing shows it."""
    words = [] if "," in name else names.without_titles(name)
    if len(words) < 2 or name[0] >= _EASTERN or company_names.is_one(name):
        return None
    first, last = words[0], words[-1]
    shouted = [_is_shouted(first), _is_shouted(last)]
    known = [_is_given(last), _is_given(first)]
    said = _in_address(first, last, address)
    for at_first, at_last in (shouted, known, said):
        if at_first != at_last:
            return at_first
    return None


def _in_address(first: str, last: str, address: str) -> tuple[bool, bool]:
    """Whether the address is made of the last word and the first, and whether of the first and the last."""
    front, back = folding.fold(first), folding.fold(last)
    parts = folding.tokens(address.partition("@")[0])
    if len(parts) < 2:
        return False, False
    return (
        parts[0] in (back, back[:1]) and parts[-1] == front,
        parts[0] in (front, front[:1]) and parts[-1] == back,
    )


def _is_shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper() and "." not in word


def _is_given(word: str) -> bool:
    return folding.fold(word).partition("-")[0] in GIVEN_NAMES


def parse_family_first(text: str) -> names.NameParts:
    """A whole name of which the family name is written first: "van den Berg Jan Willem", "GARCÍA LÓPEZ Ana".

    Particles and words in capitals belong to the family name, and so does what stands before the first
    common given name; else it is one word. With a comma, and in East Asian scripts, it is taken apart as
    `names.parse_full_name` does.
    """
    words = text.split()
    if "," in text or not words or words[0] >= _EASTERN:
        return names.parse_full_name(text)
    before: list[str] = []
    behind: list[str] = []
    while len(words) > 1 and names.is_title(words[0]):
        before.append(words.pop(0))
    while len(words) > 1 and (names.is_title(words[-1]) or names.is_suffix(words[-1])):
        (before if names.is_title(words[-1]) else behind).append(words.pop())
    at = _end_of_family(words)
    given, *middle = words[at:] or [""]
    return names.NameParts(
        " ".join(before), given, " ".join(middle), " ".join(words[:at]), ", ".join(reversed(behind))
    )


def _end_of_family(words: list[str]) -> int:
    at = 0
    while at < len(words) and _is_shouted(words[at]):
        at += 1
    if 0 < at < len(words):
        return at
    at = 0
    while at < len(words) - 1 and words[at].lower() in name_words.PARTICLES:
        at += 1
    first = min(at + 1, len(words))
    return next((end for end in range(first, len(words)) if _is_given(words[end])), first)


def order_in_heading(words: list[str]) -> str:
    """What the folded words of a heading say of the names below: "family", "given", or "" for neither.

    "Nachname, Vorname" and "Name, Vorname" are "family", "First and last name" is "given".
    """
    rest = [word for word in words if word not in _BETWEEN]
    kinds = [_kind(word) for word in rest if word not in _NAME]
    if kinds in (["family", "given"], ["given", "family"]):
        return kinds[0]
    plain = len(rest) == 2 and rest[0] in _NAME and rest[1] in _OWN_GIVEN
    return "family" if plain else ""


def _kind(word: str) -> str:
    return "given" if word in _GIVEN else "family" if word in _FAMILY else ""


def _words(spec: str) -> frozenset[str]:
    return frozenset(text for text, found in column_words.WHOLE.items() if found == spec and " " not in text)


_GIVEN, _FAMILY = _words("given") | {"nome"}, _words("family")
_OWN_GIVEN = _GIVEN - {"first", "given"}
"""Those that are never an adjective: "Name (first)" is the first name alone."""
_NAME = frozenset("name names nom naam navn namn nev".split())
_BETWEEN = frozenset("and und et e y en i og och ve a".split())
