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
    "sv": "z å äæ öø", "fi": "z å äæ öø",
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
"""By language: a letter and those that stand behind it, in order; letters written together are equal, the
first of them is the one that the language calls its own."""

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
    placed = _placed(text, language, *rules)
    key = folding.sort_key(placed)
    return key[: len(key) - len(placed.strip())] + text.strip() if key else ""


def alphabet(language: str = "") -> tuple[str, ...]:
    """The letters under which names are filed, in order: A to Z and the language's own, in capitals."""
    return tuple(_filed_under(language).values())


def letter(text: str, language: str = "") -> str:
    """The letter of `alphabet` under which a text is filed.

    "#" for a figure or sign, "…" for whatever stands behind the Latin letters, "" for no text at all.
    """
    begin = text.strip()[:_BEGINNING]
    if not begin:
        return ""
    rules = _rules(language)
    placed = begin if rules is None else _placed(begin, language, *rules)
    folded = folding.sort_key(placed).partition(folding.TIE)[0]
    filed = _filed_under(language)
    known = filed.get(folded[:2]) or filed.get(folded[:1])
    return known or ("…" if folded[:1] > "z" else "#")


@cache
def _filed_under(language: str) -> dict[str, str]:
    """By the beginning of a folded key: the letter under which it is filed."""
    rules = _RULES.get(language, "")
    own = {plain: groups for plain, *groups in (rule.split() for rule in rules.split("|") if rule)}
    found: dict[str, str] = {}
    for plain in "abcdefghijklmnopqrstuvwxyz":
        found[plain] = "İ" if plain == "i" and language in _DOTTED else plain.upper()
        for rank, group in zip(_RANKS, own.get(plain, ()), strict=False):
            shown = group if group in _DIGRAPHS else group[0]
            found[plain + rank] = "I" if shown == "ı" else shown.capitalize()
    return found


def _placed(text: str, language: str, pattern: re.Pattern[str], places: dict[str, str]) -> str:
    """The text with its own letters behind the plain ones, in small letters."""
    lower = unicodedata.normalize("NFC", text)
    lower = (lower.replace("I", "ı").replace("İ", "i") if language in _DOTTED else lower).lower()
    return pattern.sub(lambda found: places[found[0]], lower)


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


_BEGINNING = 24
"""Characters that are looked at for the first letter of a text."""

_DIGRAPHS = frozenset("ch cs gy ly ny sz ty zs dž lj nj".split())
