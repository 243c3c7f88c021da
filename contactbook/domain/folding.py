"""Folding text so that a search finds what a person means: without case, accents and special letters.

Folding works character by character (no character's fold depends on its neighbours), so folding twice changes
nothing and composed and decomposed spellings fold alike. Every contact of an import passes here: text that is
plain ASCII takes a path of its own, everything else one `str.translate` over a table that fills itself.
"""

# ruff: noqa: RUF001 - letters of many scripts, on purpose
from __future__ import annotations

import unicodedata

_LETTERS = {
    "æ": "ae", "ǣ": "ae", "ǽ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
    "ŋ": "n", "ı": "i", "ȷ": "j", "ŧ": "t", "ĸ": "k", "ə": "e", "ǝ": "e", "ɛ": "e", "ɔ": "o", "ɵ": "o",
    "ƀ": "b", "ɓ": "b", "ƈ": "c", "ȼ": "c", "ɖ": "d", "ɗ": "d", "ɇ": "e", "ƒ": "f", "ɠ": "g", "ǥ": "g",
    "ɣ": "g", "ɨ": "i", "ɩ": "i", "ɉ": "j", "ƙ": "k", "ƚ": "l", "ɫ": "l", "ɱ": "m", "ɲ": "n", "ƞ": "n",
    "ƥ": "p", "ɍ": "r", "ɽ": "r", "ȿ": "s", "ʂ": "s", "ƭ": "t", "ʈ": "t", "ⱦ": "t", "ʉ": "u", "ʋ": "v",
    "ɏ": "y", "ƴ": "y", "ƶ": "z", "ʐ": "z", "ɀ": "z", "ⱥ": "a", "ґ": "г", "ғ": "г", "қ": "к", "ҡ": "к",
    "ң": "н", "ҳ": "х", "ұ": "у", "\u0649": "\u064a", "\u06cc": "\u064a", "\u06a9": "\u0643",
    "\u0629": "\u0647", "\u06c1": "\u0647", "\u0640": "", "’": "'", "‘": "'", "‛": "'", "ʼ": "'", "ʻ": "'",
    "ʹ": "'", "ʾ": "'", "ʿ": "'", "′": "'", "´": "'", "\u1ffd": "'", "“": '"', "”": '"', "„": '"', "‟": '"',
    "″": '"', "\u0345": "ι",
}  # fmt: skip
"""Characters that Unicode does not decompose, or not as people type them; lower case."""

_KEPT_CLASSES = frozenset({0, 8, 9})
"""Canonical combining classes of marks that carry meaning: vowel signs, kana voicing, virama."""

_KATAKANA = range(0x30A1, 0x30F7)
_KATAKANA_TO_HIRAGANA = 0x60
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)


def _fold_step(character: str) -> str:
    letter = _LETTERS.get(character)
    if letter is not None:
        return letter
    code = ord(character)
    if code in _KATAKANA:
        return chr(code - _KATAKANA_TO_HIRAGANA)
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Pd":
        return "-"
    if category in ("Cf", "Me") or code in _VARIATION_SELECTORS:
        return ""
    if category == "Mn" and unicodedata.combining(character) not in _KEPT_CLASSES:
        return ""
    return unicodedata.normalize("NFKD", character).casefold()


def _fold_character(character: str) -> str:
    """The fold of one character: the steps repeated until nothing changes any more."""
    text = character
    while (changed := "".join(map(_fold_step, text))) != text:
        text = changed
    return text


class _FoldTable(dict[int, str]):
    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


class _WordTable(dict[int, str]):
    """Folds and turns whatever does not belong to a word into a space."""

    def __missing__(self, code: int) -> str:
        folded = "".join(
            inner if inner.isalnum() or unicodedata.category(inner)[0] == "M" else " "
            for inner in _FOLDS[code]
        )
        self[code] = folded
        return folded


class _DigitTable(dict[int, str]):
    def __missing__(self, code: int) -> str:
        value = unicodedata.decimal(chr(code), None)
        digit = self[code] = "" if value is None else str(value)
        return digit


_FOLDS = _FoldTable()
_WORDS = _WordTable()
_DIGITS = _DigitTable()
_WORDS[ord(",")] = " "

_ASCII_WORDS = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_ASCII_DIGITS: dict[int, int | None] = {code: code if chr(code).isdigit() else None for code in range(128)}

TIE = "\x01"
"""Stands between the folded and the original text of a sort key; sorts before everything in a word."""

COMMA = "\x02"
"""Stands for a comma in a sort key: "Smith, Zoe" comes before "Smith Jones, Ann"."""


def fold(text: str) -> str:
    """Text as it is compared in searches: no case, no accents, special letters spelt plainly (R23).

    "Łukasz" gives "lukasz", "Straße" "strasse", "Øresund" "oresund", "Ayşe" "ayse". Idempotent.
    """
    if text.isascii():
        return text.lower()
    return text.translate(_FOLDS)


def tokens(text: str) -> list[str]:
    """The folded words of a text, in order: runs of letters, digits and the marks that belong to them."""
    if text.isascii():
        if text.replace(" ", "").isalnum():
            return text.lower().split()
        return text.translate(_ASCII_WORDS).split()
    return text.translate(_WORDS).split()


def digits(text: str) -> str:
    """Only the decimal digits of a text, of any script, as 0-9; a leading plus sign goes too."""
    if text.isascii():
        return text.translate(_ASCII_DIGITS)
    return text.translate(_DIGITS)


def sort_key(text: str) -> str:
    """The key by which lists are ordered: folded words first, the original text to settle ties.

    A comma binds less than a space. Empty text gives an empty key (callers put it last).
    """
    text = text.strip()
    if not text:
        return ""
    if "," not in text:
        return " ".join(tokens(text)) + TIE + text
    return COMMA.join([" ".join(tokens(part)) for part in text.split(",")]) + TIE + text
