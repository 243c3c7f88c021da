"""Finding contacts by what is typed: every word must match, in any order and any field.

A word matches where one of the contact's words begins with it; from three characters on also anywhere inside
an e-mail address. Digits with blanks, brackets, dots and dashes between them are also taken as one phone
number, without a leading 0, 00 or +, that may stand anywhere inside a number of the contact.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from contactbook.domain.folding import digits, tokens
from contactbook.store.list_queries import View, members

if TYPE_CHECKING:
    from collections.abc import Collection

    from contactbook.store.reader import Reader

PART_LENGTH = 3
"""Characters from which on a word is looked for inside e-mail addresses, and digits inside phone numbers."""

ENOUGH = 30_000
"""So many contacts found by the beginnings of words make a list to narrow down, not to read: the insides of
e-mail addresses and numbers are not searched then."""

_NUMBER = re.compile(r"(?<!\w)[+(]*\d(?:[\d\s()/.\-\u2010-\u2015]*\d)?(?!\w)")
_NATIONAL_ZERO = re.compile(r"\(0\)")


@dataclass(frozen=True, slots=True)
class Term:
    """Something that a contact must match: all of `words` by their beginnings, or `part` inside a value."""

    words: tuple[str, ...]
    part: str = ""

    @property
    def match(self) -> str:
        """The query for `search_row`."""
        return " AND ".join(f'"{word}" *' for word in self.words)


def search(reader: Reader, text: str, view: View) -> set[int]:
    """The ids of every contact of the view that matches, in no order; the whole view for no words."""
    wanted = terms(text)
    if not wanted:
        return members(reader, view)
    found = matching(reader, wanted)
    return members(reader, view).intersection(found)


def matching(reader: Reader, wanted: list[Term]) -> Collection[int]:
    """The ids of every contact that matches all terms, those in the trash included, in no order."""
    found = reader.ids(_BEGINNINGS, (" AND ".join(term.match for term in wanted),))
    if len(found) > ENOUGH:
        return found
    inside = {term: reader.ids(_INSIDE, (term.part,)) for term in wanted if term.part}
    if not any(inside.values()):
        return found
    result = set(found)
    for term, ids in inside.items():
        more = set(ids) - result
        for other in wanted:
            if more and other is not term:
                more = _those_of(reader, more, other, inside.get(other))
        result |= more
    return result


def terms(text: str) -> list[Term]:
    """What a text asks for: a term for each word, and one for digits that may be a phone number."""
    found: list[Term] = []
    at = 0
    for number in _NUMBER.finditer(text):
        found += _words(text[at : number.start()])
        words = tuple(tokens(number[0]))
        part = dialled(number[0])
        if len(part) >= PART_LENGTH:
            found.append(Term(words, f'digits : "{part}"'))
        else:
            found += (Term((word,)) for word in words)
        at = number.end()
    found += _words(text[at:])
    return list(dict.fromkeys(found))


def dialled(text: str) -> str:
    """The digits of a number as far as all ways of writing it agree: without +, 00, 0 or (0)."""
    return digits(_NATIONAL_ZERO.sub("", text)).lstrip("0")


def _words(text: str) -> list[Term]:
    return [Term((word,), f'email : "{word}"' if len(word) >= PART_LENGTH else "") for word in tokens(text)]


def _those_of(reader: Reader, ids: set[int], term: Term, inside: Collection[int] | None) -> set[int]:
    """Those of the ids that match the term."""
    left = ids.intersection(reader.ids(_BEGINNINGS, (term.match,)))
    return left if inside is None else left | ids.intersection(inside)


_BEGINNINGS = "SELECT rowid FROM search_row WHERE search_row MATCH ?"
_INSIDE = "SELECT rowid FROM search_part WHERE search_part MATCH ?"
