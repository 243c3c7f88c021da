"""Countries: from a name or code as people write it to the ISO 3166 code, and back to an English name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from contactbook.domain import folding
from contactbook.domain.country_names import COUNTRIES

if TYPE_CHECKING:
    from collections.abc import Sequence

_SILENT = frozenset({"the", "and", "und", "et", "y", "e", "i", "og", "och", "en"})


def code(text: str) -> str:
    """The two-letter ISO code of a country ("PL"), "" when the text names none.

    Args:
        text: a name in one of the main European languages ("Polska", "Deutschland"), or a two- or
            three-letter code.
    """
    bare = text.strip()
    if len(bare) == 2 and bare.isascii() and bare.upper() in _names():
        return bare.upper()
    return _codes().get(_key(bare), "")


def name(country_code: str) -> str:
    """The English name of a country by its two-letter code; "" when there is none."""
    return _names().get(country_code.upper(), "")


def every_code() -> list[str]:
    """All two-letter codes, in alphabetical order."""
    return list(_names())


def _key(text: str) -> str:
    words = folding.tokens(text)
    return " ".join([word for word in words if word not in _SILENT] or words)


def _entries() -> list[tuple[str, str, Sequence[str]]]:
    """Two-letter code, three-letter code and names of every country."""
    found: list[tuple[str, str, Sequence[str]]] = []
    for line in COUNTRIES.replace("\n  ", " ").strip().split("\n"):
        head, _, listed = line.partition(":")
        short, _, long = head.partition(" ")
        found.append((short, long, listed.split(" | ")))
    return found


@cache
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for short, long, listed in _entries():
        found.update((_key(spelling), short) for spelling in listed)
        found[long.lower()] = short
    found.pop("", None)
    return found


@cache
def _names() -> dict[str, str]:
    return {short: listed[0] for short, _, listed in _entries()}
