"""What a person typed into the search field, taken apart into what each word may match."""

from __future__ import annotations

import re
from typing import NamedTuple

from contactbook.domain.folding import digits, fold, tokens

SHORTEST_PART = 3
"""Characters from which a word also matches in the middle of an e-mail address or phone number."""

_NUMBER_MARKS = frozenset("+-()/.\u00a0\u2010\u2011\u2012\u2013\u2212")
_TRUNK_IN_BRACKETS = "(0)"
_WORD_LENGTH = 64


class Unit(NamedTuple):
    """One thing to be found: every one of `prefixes` begins a word, or one of `parts` stands anywhere.

    `parts` are (column of `search_part`, text).
    """

    prefixes: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]


class Number(NamedTuple):
    """A run of digits as typed in pieces: matches a phone number as a whole, or piece by piece anything."""

    whole: str
    pieces: tuple[Unit, ...]


def parse(text: str) -> tuple[list[Unit], list[Number]]:
    """The words and the numbers of a search, in any order. Both empty when there is nothing to search for."""
    units: list[Unit] = []
    numbers: list[Number] = []
    run: list[str] = []
    for word in [*text.split(), ""]:
        if word and _is_number(word):
            run.append(word)
            continue
        if run:
            _take_run(run, units, numbers)
            run = []
        if word:
            _take_word(word, units)
    return list(dict.fromkeys(units)), numbers


def dialled(text: str) -> str:
    """The digits that every way of writing a phone number shares: without +, 00, (0) or leading 0."""
    return digits(text.replace(_TRUNK_IN_BRACKETS, "")).lstrip("0")


def _is_number(word: str) -> bool:
    return any(mark.isdecimal() for mark in word) and all(
        mark.isdecimal() or mark in _NUMBER_MARKS for mark in word
    )


def _take_run(run: list[str], units: list[Unit], numbers: list[Number]) -> None:
    pieces = [piece for word in run for piece in re.findall(r"[0-9]+", fold(word))]
    found = tuple(Unit((piece,), _digit_parts(piece)) for piece in dict.fromkeys(pieces))
    whole = dialled("".join(run))
    if len(pieces) == 1 or len(whole) < SHORTEST_PART:
        units.extend(found)
    else:
        numbers.append(Number(whole, found))


def _digit_parts(piece: str) -> tuple[tuple[str, str], ...]:
    bare = piece.lstrip("0")
    parts = [("digits", bare)] if len(bare) >= SHORTEST_PART else []
    if len(piece) >= SHORTEST_PART:
        parts.append(("email", piece))
    return tuple(parts)


def _take_word(word: str, units: list[Unit]) -> None:
    """A word matches word by word, or as it stands within an e-mail address ("ada@ac", "l-k@")."""
    words = [part[:_WORD_LENGTH] for part in tokens(word)]
    if not words:
        return
    as_typed = fold(word).strip(",;()<>\"'")
    if len(words) > 1 and len(as_typed) >= SHORTEST_PART:
        units.append(Unit(tuple(words), (("email", as_typed),)))
        return
    units.extend(Unit((part,), (("email", part),) if len(part) >= SHORTEST_PART else ()) for part in words)
