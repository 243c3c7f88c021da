"""How long a password would stand against somebody who has the file: an estimate to show while it is typed.

Counted in bits: what is left after repeats, runs ("abcd", "4321"), keyboard rows and the commonest words are
taken for one guess each. Argon2id makes each guess cost about 0.4 s: 40 bits are millennia of one core.
"""

from __future__ import annotations

import math

FAIR_BITS, GOOD_BITS, STRONG_BITS = 28, 45, 65
LEVELS = ("empty", "weak", "fair", "good", "strong")

_COMMON = (
    "password", "passwort", "qwerty", "qwertz", "azerty", "letmein", "welcome", "iloveyou", "admin", "monkey",
    "dragon", "football", "baseball", "sunshine", "princess", "master", "contact", "contactbook", "secret",
    "hallo", "hello", "login", "abc", "test", "haslo", "geheim", "sommer", "winter", "summer",
)  # fmt: skip
_ROWS = ("qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm", "1234567890")
_WORD_BITS = 5.0
_STEP_BITS = 1.0


def bits(password: str) -> float:
    """The estimate in bits; 0 for nothing."""
    text = password.lower()
    taken = 0.0
    for word in sorted(_COMMON, key=len, reverse=True):
        while word in text:
            text = text.replace(word, "\0", 1)
            taken += _WORD_BITS
    per_letter = math.log2(max(2, _alphabet(password)))
    previous = ""
    for letter in text:
        if letter != "\0":
            taken += _STEP_BITS if _follows(previous, letter) else per_letter
        previous = letter
    return taken


def level(password: str) -> str:
    """One of LEVELS."""
    if not password:
        return LEVELS[0]
    found = bits(password)
    return LEVELS[1 + sum(found >= limit for limit in (FAIR_BITS, GOOD_BITS, STRONG_BITS))]


def _follows(previous: str, letter: str) -> bool:
    """Whether a guesser tries this letter first after the one before."""
    if not previous or previous == "\0":
        return False
    if previous == letter or abs(ord(previous) - ord(letter)) == 1:
        return True
    pair = previous + letter
    return any(pair in row or pair in row[::-1] for row in _ROWS)


def _alphabet(password: str) -> int:
    """How many characters a guesser must reckon with at each place."""
    kinds = (
        (any("a" <= letter <= "z" for letter in password), 26),
        (any("A" <= letter <= "Z" for letter in password), 26),
        (any(letter.isdigit() for letter in password), 10),
        (any(letter.isascii() and not letter.isalnum() for letter in password), 20),
        (any(not letter.isascii() for letter in password), 60),
    )
    return sum(size for there, size in kinds if there)
