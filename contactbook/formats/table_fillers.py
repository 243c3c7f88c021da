"""Cells that only say that nothing is known: "n/a", "-", "NULL"; nobody works for a company of that name."""

from __future__ import annotations

from contactbook.domain.contact import EMAIL, PHONE

_SIGNS = ("-", "--", "---", "----", "–", "—", "./.", "#n/a", "#nv")  # noqa: RUF001 - dashes people type
_SAYINGS = (
    "n/a",
    "n.a.",
    "n. a.",
    "k.a.",
    "k. a.",
    "(null)",
    "<null>",
    "[null]",
    "(none)",
    "(blank)",
    "(leer)",
)
_WORDS = ("null", "none", "nan", "nil", "unknown", "unbekannt", "keine", "kein", "?", "0", "x")
_SPELLINGS = (str, str.lower, str.upper, str.title)


def _spelt(*words: str) -> frozenset[str]:
    return frozenset(spell(word) for word in words for spell in _SPELLINGS)


ANYWHERE = _spelt(*_SIGNS, *_SAYINGS)
IN_POINTS = ANYWHERE | _spelt(*_WORDS)
"""What no e-mail address, phone number or day is, though it may be a name: Mr Null, Ms Nan."""

_OWN = ("field", "skip", "uid", "extra", "kind", "starred", "gender")
"""Targets whose cells may mean just what they say: the "-" of a blood group."""


def of_target(target: str) -> frozenset[str]:
    """The cells of a column with this target that say nothing."""
    first = target.partition(".")[0]
    if first in _OWN:
        return frozenset()
    return IN_POINTS if first in (EMAIL, PHONE, "url", "date", "photo") else ANYWHERE
