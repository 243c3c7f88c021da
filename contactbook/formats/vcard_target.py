"""For whom a vCard is written: the version, and the program where it makes a difference."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from contactbook.domain.problems import Problem

APPLE, GOOGLE, OUTLOOK = "apple", "google", "outlook"
_VERSIONS = {
    "2.1": "2.1", "vcard2.1": "2.1", "vcard2": "2.1", "3.0": "3.0", "vcard3": "3.0", "vcard3.0": "3.0",
    "4.0": "4.0",
    "vcard4": "4.0", "vcard4.0": "4.0",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """The version of vCard ("2.1", "3.0", "4.0") and the dialect ("" for what every program reads).

    `old` is vCard 2.1 with its own ways of escaping and encoding, `modern` 4.0. `heads` remembers how the
    heads of contact points are written.
    """

    version: str = "3.0"
    dialect: str = ""
    old: bool = field(init=False, compare=False)
    modern: bool = field(init=False, compare=False)
    heads: dict[Any, Any] = field(init=False, compare=False, repr=False, default_factory=dict[Any, Any])

    def __post_init__(self) -> None:
        object.__setattr__(self, "old", self.version == "2.1")
        object.__setattr__(self, "modern", self.version == "4.0")


@lru_cache(maxsize=32)
def target(version: str, dialect: str = "") -> Target:
    """The target by its name on the command line ("vcard3") or its number ("3.0").

    Raises:
        Problem: "export.format_unknown" when there is no such version or dialect.
    """
    found = _VERSIONS.get(version.lower())
    if found is None or dialect not in ("", APPLE, GOOGLE, OUTLOOK):
        raise Problem("export.format_unknown", format=version, choices=("vcard2.1", "vcard3", "vcard4"))
    return Target(found, dialect)
