"""What a dialect is: the header of one program's export, as data, and how a header is told to be of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from contactbook.domain import folding
from contactbook.formats.table_mapping import Column, from_spec

Pattern = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]
DEFAULTS = "?"
"""At the end of a spec: cells that hold nothing but the program's default say nothing."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """The layout of one program's table.

    `columns` goes from the heading (see `key_of`) to what it means: several meanings are used up in the order
    in which the heading is repeated. `patterns` do the same for numbered headings. `signature` lists headings
    of which all must be there, `absent` some of which none may be, `least` the share of headings that must be
    known. `ignore` are cells (folded) by which the program says "nothing". `separators` splits the cells of a
    target. `date_order` is what it writes where a table does not tell.
    """

    name: str
    columns: Mapping[str, tuple[str, ...]]
    signature: tuple[str, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    separators: Mapping[str, str] = field(default_factory=dict[str, str])
    ignore: tuple[str, ...] = ()
    kind: str = ""
    uid_prefix: str = ""
    least: float = 0.7
    absent: tuple[str, ...] = ()
    date_order: str = ""

    def score(self, headings: Sequence[str]) -> float:
        """Share (0..1) of the headings that this program writes; 0 without its signature or below `least`."""
        keys = [key for heading in headings if (key := key_of(heading))]
        present = set(keys)
        if not keys or not present.issuperset(self.signature) or not present.isdisjoint(self.absent):
            return 0.0
        share = sum(key in self.columns or self._by_pattern(key) is not None for key in keys) / len(keys)
        return share if share >= self.least else 0.0

    def columns_of(self, headings: Iterable[str]) -> list[Column | None]:
        """What each column means; None where the program does not know the heading."""
        used: dict[str, int] = {}
        found: list[Column | None] = []
        for heading in headings:
            key = key_of(heading)
            specs = self.columns.get(key)
            if specs:
                spec = specs[min(used.get(key, 0), len(specs) - 1)]
                used[key] = used.get(key, 0) + 1
            else:
                spec = self._by_pattern(key)
            found.append(None if spec is None else self._column(heading, spec))
        return found

    def _column(self, heading: str, spec: str) -> Column:
        column = from_spec(heading, spec.removesuffix(DEFAULTS))
        column.separator = self.separators.get(column.target, "")
        if spec.endswith(DEFAULTS):
            column.ignore = self.ignore
        return column

    def _by_pattern(self, key: str) -> str | None:
        for pattern, spec_of in self.patterns:
            found = pattern.fullmatch(key)
            if found:
                return spec_of(found) or None
        return None


@lru_cache(maxsize=8192)
def key_of(heading: str) -> str:
    """A heading as dialects compare it: folded, one blank between words, punctuation kept."""
    return " ".join(folding.fold(heading).split())


def pairs(headings: Iterable[str], specs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """What `Dialect.columns` wants, from headings and specs in the same order; a heading may be repeated."""
    columns: dict[str, tuple[str, ...]] = {}
    for heading, spec in zip(headings, specs, strict=True):
        key = key_of(heading)
        if key:
            columns[key] = (*columns.get(key, ()), spec)
    return columns


def table(text: str) -> dict[str, tuple[str, ...]]:
    """What `Dialect.columns` wants, from lines "Heading | spec"."""
    lines = [line.rpartition("|") for line in text.strip().splitlines()]
    return pairs((heading for heading, _, _ in lines), (spec.strip() for _, _, spec in lines))
