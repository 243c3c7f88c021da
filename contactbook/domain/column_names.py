"""What the heading of a column means, in the main European languages: by its words, else by likeness.

The answer is the short text of a target ("phone:home", "address.locality:work") that mappings of tables use,
and how sure it is (0..100).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from contactbook.domain import column_words, folding, name_order

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_DIGITS = re.compile(r"(?<=[^\W\d_])(?=\d)")
_SURE, _COMPOSED, _LIKE = 95, 85, 88
_SHORTEST_LIKE = 5


class NameMatch(NamedTuple):
    """A guess: the short text of the target, and 0..100 how sure it is."""

    spec: str
    confidence: int


NOTHING = NameMatch("", 0)


def words_of(heading: str) -> list[str]:
    """The folded words of a heading: "workPhone2" gives work, phone, 2."""
    return folding.tokens(_DIGITS.sub(" ", _CAMEL.sub(" ", heading.replace("_", " "))))


@lru_cache(maxsize=4096)
def match(heading: str) -> NameMatch:
    """What a column of this heading holds; NOTHING when its name does not tell."""
    words = words_of(heading)
    if not words:
        return NOTHING
    number = words.pop() if len(words) > 1 and words[-1].isdigit() else ""
    text = " ".join(words)
    found = column_words.WHOLE.get(text)
    if found:
        return NameMatch(_numbered(found, number), _SURE)
    if len(words) > 1 and words[0] in column_words.RECORDS:
        inner = match(" ".join([*words[1:], number]))
        if inner.spec:
            return NameMatch(inner.spec, min(inner.confidence, _COMPOSED))
    if name_order.order_in_heading(words):
        return NameMatch("full_name", _COMPOSED)
    composed = _compose(words)
    if composed:
        return NameMatch(_numbered(composed, number), _COMPOSED)
    if len(words) > 1 and words[0] in column_words.ADDRESSES:
        inner = match(" ".join([*words[1:], number]))
        if inner.spec.startswith("address.") or (inner.spec and words[0] == "address"):
            return NameMatch(inner.spec, min(inner.confidence, _COMPOSED))
    return _like(text, number)


def _compose(words: list[str]) -> str:
    """A place ("home", "work", "billing") and a thing ("phone", "city") said together, in any order."""
    place = device = ""
    rest: list[str] = []
    for word in words:
        if word in column_words.PLACES:
            place = place or column_words.PLACES[word]
        elif word in column_words.DEVICES:
            device = device or column_words.DEVICES[word]
        elif not word.isdigit() and word not in column_words.FILLERS:
            rest.append(word)
    thing = column_words.THINGS.get(" ".join(rest)) if rest else ("phone" if device else "")
    if not thing:
        return ""
    if thing == "phone":
        label = f"{place} {device}".strip() if device in column_words.PLACED_DEVICES else device or place
        return f"phone:{label}" if label else "phone"
    if device not in ("", "main"):
        return ""
    return f"{thing}:{place}" if place else thing


def _numbered(spec: str, number: str) -> str:
    """Street 2 and 3 are lines of one street; any other number only tells columns of one kind apart."""
    if number in ("1", "2", "3") and spec == "address.formatted":
        return "address.street" if number == "1" else f"address.street{number}"
    if number in ("2", "3") and spec.startswith("address.street"):
        return spec.replace("address.street", f"address.street{number}", 1)
    return spec


def _like(text: str, number: str) -> NameMatch:
    if len(text) < _SHORTEST_LIKE:
        return NOTHING
    found = process.extract(text, column_words.WHOLE.keys(), scorer=fuzz.ratio, score_cutoff=_LIKE, limit=5)
    best = next((one for one in found if _alike(text.split(), one[0].split())), None)
    if best is None:
        return NOTHING
    return NameMatch(_numbered(column_words.WHOLE[best[0]], number), int(best[1]) - 15)


def _alike(words: list[str], others: list[str]) -> bool:
    """Whether one heading may be the other one misspelt: "IP address" and "company ID" are none of that."""
    pairs = zip(sorted(words), sorted(others), strict=False)
    return len(words) == len(others) and all(
        one == other for one, other in pairs if min(len(one), len(other)) < _SHORTEST_LIKE
    )


def label_of(heading: str) -> str:
    """What kind of phone a heading speaks of: "work" of "Work", "emergency" of "Emergency tel"."""
    words = words_of(heading)
    place = next((column_words.PLACES[word] for word in words if word in column_words.PLACES), "")
    device = next((column_words.DEVICES[word] for word in words if word in column_words.DEVICES), "")
    if device and (not place or device in column_words.PLACED_DEVICES):
        return f"{place} {device}".strip()
    if place or not any(column_words.THINGS.get(word) == "phone" for word in words):
        return place
    rest = [
        word for word in words
        if word not in column_words.FILLERS and word not in column_words.THINGS and not word.isdigit()
    ]  # fmt: skip
    return " ".join(rest)
