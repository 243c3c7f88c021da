"""What a dialect is: the header of one program's export, as data, and how a header is told to be of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from contactbook.domain import folding
from contactbook.formats.table_mapping import Column, from_spec

Pattern = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]


@dataclass(frozen=True, slots=True)
class Dialect:
    """The layout of one program's table.

    `columns` goes from the folded heading to the short text of its meaning; `patterns` do the same for
    numbered headings. `signature` lists headings of which all must be there. `ignore` are cell texts (folded)
    by which the program says "nothing", for the columns named in `ignored_in`, or for all. `separators`
    splits cells of a target.
    """

    name: str
    columns: Mapping[str, str]
    signature: tuple[str, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    separators: Mapping[str, str] = field(default_factory=dict[str, str])
    ignore: tuple[str, ...] = ()
    kind: str = ""
    uid_prefix: str = ""
    least: float = 0.6

    def score(self, keys: list[str]) -> float:
        """Share (0..1) of the headings (see `key_of`) that this program writes; 0 without its signature."""
        present = set(keys)
        if not keys or not present.issuperset(self.signature):
            return 0.0
        known = sum(key in self.columns or self._by_pattern(key) is not None for key in keys if key)
        share = known / sum(map(bool, keys))
        return share if share >= self.least else 0.0

    def column(self, heading: str) -> Column | None:
        """What the column of this heading means, None when the program does not know it."""
        key = key_of(heading)
        spec = self.columns.get(key) or self._by_pattern(key)
        if spec is None:
            return None
        column = from_spec(heading, spec)
        column.separator = self.separators.get(column.target, "")
        column.ignore = self.ignore
        return column

    def _by_pattern(self, key: str) -> str | None:
        for pattern, spec_of in self.patterns:
            found = pattern.fullmatch(key)
            if found:
                return spec_of(found) or None
        return None


def key_of(heading: str) -> str:
    """A heading as dialects compare it: folded, one blank between words, punctuation kept."""
    return " ".join(folding.fold(heading).split())


def table(text: str) -> dict[str, str]:
    """Lines "Heading | spec" of a dialect's data as the mapping `Dialect` wants."""
    columns: dict[str, str] = {}
    for line in text.strip().splitlines():
        heading, _, spec = line.rpartition("|")
        columns[key_of(heading)] = spec.strip()
    return columns
