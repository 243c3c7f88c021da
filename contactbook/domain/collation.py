"""The order of letters by language: where Swedish puts Å, Spanish Ñ, Polish Ł.

By itself a list is ordered by the folded words, so that accents do not matter; that is right for English,
German, French, Italian, Dutch and Portuguese. Other languages have letters of their own, which stand behind a
plain one (Unicode CLDR, the `standard` tailorings; digraphs only where they are never two letters of two
syllables). A key is text that compares as the list is ordered, as `folding.sort_key` gives it.
"""

# ruff: noqa: RUF001 - letters of many scripts, on purpose
from __future__ import annotations

import re
import unicodedata
from functools import cache

from contactbook.domain import folding

_RULES = {
    "sv": "z å æä øö", "fi": "z å æä øö",
    "da": "z æä øö å", "nb": "z æä øö å", "nn": "z æä øö å",
    "es": "n ñ",
    "pl": "a ą|c ć|e ę|l ł|n ń|o ó|s ś|z ź ż",
    "cs": "c č|h ch|r ř|s š|z ž",
    "sk": "a ä|c č|h ch|o ô|s š|z ž",
    "hu": "o öő|u üű|c cs|g gy|l ly|n ny|s sz|t ty|z zs",
    "hr": "c č ć|d dž đ|l lj|n nj|s š|z ž", "bs": "c č ć|d dž đ|l lj|n nj|s š|z ž",
    "sl": "c č ć|d đ|s š|z ž",
    "et": "w õ ä ö ü",
    "lt": "c č|s š|z ž", "lv": "c č|g ģ|k ķ|l ļ|n ņ|s š|z ž",
    "tr": "c ç|g ğ|h ı|o ö|s ş|u ü", "az": "c ç|e ə|g ğ|h ı|o ö|s ş|u ü",
    "ro": "a ă â|i î|s șş|t țţ",
    "is": "a á|d ð|e é|i í|o ó|u ú|y ý|z þ æä öø",
    "uk": "г ґ|е є|и і ї",
}  # fmt: skip
"""By language: a letter and those that stand behind it, in order; letters written together are equal."""

LANGUAGES = tuple(_RULES)
"""Languages whose order differs from the usual one."""

_DOTTED = ("tr", "az")
"""Languages whose I has no dot."""

_RANKS = "ꀀꀁꀂꀃꀄ"
"""Make another letter of a plain one: letters that stand in no other word, and sort behind all Latin ones."""


def sort_key(text: str, language: str = "") -> str:
    """The key by which a text is ordered in a language ("sv"); the usual order without one that we know."""
    rules = _rules(language)
    if rules is None:
        return folding.sort_key(text)
    pattern, places = rules
    lower = unicodedata.normalize("NFC", text)
    lower = (lower.replace("I", "ı").replace("İ", "i") if language in _DOTTED else lower).lower()
    placed = pattern.sub(lambda found: places[found[0]], lower)
    key = folding.sort_key(placed)
    return key[: len(key) - len(placed.strip())] + text.strip() if key else ""


@cache
def _rules(language: str) -> tuple[re.Pattern[str], dict[str, str]] | None:
    if language not in _RULES:
        return None
    places: dict[str, str] = {}
    for rule in _RULES[language].split("|"):
        plain, *groups = rule.split()
        for rank, group in zip(_RANKS, groups, strict=False):
            letters = [group] if group in _DIGRAPHS else list(group)
            places.update(dict.fromkeys(letters, plain + rank))
    spelled = sorted(places, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, spelled))), places


_DIGRAPHS = frozenset("ch cs gy ly ny sz ty zs dž lj nj".split())
