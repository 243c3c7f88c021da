"""The recovery code: a book's key and salt as text to print, keep in a safe, and type back in.

16 groups of 6 characters (Crockford's base 32: no I, L, O, U). The sixth of each checks the other five, so
that a slip of the pen is found in its group; the last 16 bits of the whole are a CRC, which finds swapped
groups.
"""

from __future__ import annotations

import binascii
import re
from typing import TYPE_CHECKING

from contactbook.domain.problems import Problem
from contactbook.vault.key_derivation import KEY_SIZE, SALT_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterable

GROUPS = 16
GROUP_SIZE = 6
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015\u2212._,:]+")
_DATA_SIZE = KEY_SIZE + SALT_SIZE


def code(raw_key: bytes, salt: bytes) -> str:
    """The code of a key (32 bytes) and salt (16 bytes): groups with dashes, four to a line."""
    data = raw_key + salt
    if len(data) != _DATA_SIZE:
        raise ValueError("a recovery code holds 32 bytes of key and 16 of salt")
    number = int.from_bytes(data + _crc(data), "big")
    total = GROUPS * (GROUP_SIZE - 1)
    values = [number >> (5 * (total - 1 - at)) & 31 for at in range(total)]
    groups: list[str] = []
    for at in range(0, total, GROUP_SIZE - 1):
        group = values[at : at + GROUP_SIZE - 1]
        groups.append("".join(_ALPHABET[value] for value in [*group, _group_check(group)]))
    lines = ["-".join(groups[at : at + 4]) for at in range(0, GROUPS, 4)]
    return "\n".join(lines)


def parse(text: str) -> bytes:
    """The 48 bytes (key, then salt) that `Credential.raw_key` takes. Blanks, dashes and case do not matter.

    Raises:
        Problem: `vault.recovery_code_length` (found, expected characters; group from 1, 0 when unknown),
            `vault.recovery_code_typo` (group from 1, 0 when whole groups changed places).
    """
    pieces = [piece for piece in _SEPARATORS.split(text.upper()) if piece]
    letters = "".join(pieces)
    if len(letters) != GROUPS * GROUP_SIZE:
        odd = [at + 1 for at, piece in enumerate(pieces) if len(piece) != GROUP_SIZE]
        group = odd[0] if odd and len(pieces) == GROUPS else 0
        raise Problem(
            "vault.recovery_code_length", found=len(letters), expected=GROUPS * GROUP_SIZE, group=group
        )
    number = 0
    for at in range(GROUPS):
        values = [_VALUES.get(letter, -1) for letter in letters[at * GROUP_SIZE : (at + 1) * GROUP_SIZE]]
        if -1 in values or _group_check(values[:-1]) != values[-1]:
            raise Problem("vault.recovery_code_typo", group=at + 1)
        for value in values[:-1]:
            number = number << 5 | value
    data = number.to_bytes(_DATA_SIZE + 2, "big")
    if _crc(data[:_DATA_SIZE]) != data[_DATA_SIZE:]:
        raise Problem("vault.recovery_code_typo", group=0)
    return data[:_DATA_SIZE]


def _group_check(values: Iterable[int]) -> int:
    """Sum of value times a different power of two in GF(32): no wrong letter and no swapped pair slips by."""
    check = 0
    for value in values:
        check = _double(check ^ value)
    return check


def _double(value: int) -> int:
    value <<= 1
    return value ^ 0b100101 if value & 32 else value


def _crc(data: bytes) -> bytes:
    return binascii.crc_hqx(data, 0xFFFF).to_bytes(2, "big")
