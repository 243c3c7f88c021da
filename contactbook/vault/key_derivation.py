"""From a password to the 32 bytes that encrypt a book, and the salt that stands in the clear at its head.

The salt is the file's first 16 bytes: one byte that names the parameter profile, 13 random bytes, and a CRC
(16 bits) of those 14. The check is what lets a damaged head or a foreign file be told from a wrong password.
"""

from __future__ import annotations

import binascii
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contactbook.domain.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.vault.credentials import Credential

KEY_SIZE = 32
SALT_SIZE = 16
_CHECK_SIZE = 2


@dataclass(frozen=True, slots=True)
class Profile:
    """Argon2id parameters (RFC 9106): memory in KiB, number of passes, number of lanes."""

    memory: int
    passes: int
    lanes: int


PROFILES: dict[int, Profile] = {1: Profile(memory=65_536, passes=3, lanes=4)}
"""Every profile that was ever released; the number is the salt's first byte."""

WRITING_PROFILE = 1
"""The profile of new books and new passwords."""


@dataclass(frozen=True, slots=True)
class BookKey:
    """The key and salt of one book, 32 and 16 bytes."""

    key: bytes = field(repr=False)
    salt: bytes

    def pragma(self) -> str:
        """The form in which SQLCipher takes a raw key with its salt."""
        return f"x'{self.key.hex()}{self.salt.hex()}'"


def new_salt() -> bytes:
    """A fresh salt of the profile for new books."""
    body = bytes([WRITING_PROFILE]) + secrets.token_bytes(SALT_SIZE - 1 - _CHECK_SIZE)
    return body + _check(body)


def salt_is_whole(salt: bytes) -> bool:
    """Whether these 16 bytes were made by `new_salt` and came through undamaged."""
    body = salt[:-_CHECK_SIZE]
    return len(salt) == SALT_SIZE and salt[0] != 0 and _check(body) == salt[-_CHECK_SIZE:]


def profile_of(salt: bytes, book: Path | None = None) -> Profile:
    """The parameters that a salt names.

    Raises:
        Problem: `vault.newer_version` for a profile that this version does not know; it names the book.
    """
    profile = PROFILES.get(salt[0])
    if profile is None:
        raise Problem("vault.newer_version", path=str(book or ""), profile=salt[0], known=max(PROFILES))
    return profile


def derive(credential: Credential, salt: bytes) -> BookKey:
    """The key of the book with this salt; about 0.4 s and 64 MiB, unless the credential holds the key itself.

    Raises:
        Problem: `vault.password_missing`, `vault.newer_version`, `vault.no_memory`, those of the key file.
    """
    if credential.raw_key is not None:
        return _raw(credential.raw_key, salt)
    digest = credential.key_file_digest()
    password = credential.password_bytes()
    if not password and digest is None:
        raise Problem("vault.password_missing")
    profile = profile_of(salt)
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # half of the start-up time of a command

    kdf = Argon2id(
        salt=salt,
        length=KEY_SIZE,
        iterations=profile.passes,
        lanes=profile.lanes,
        memory_cost=profile.memory,
        secret=digest,
    )
    try:
        return BookKey(kdf.derive(password), salt)
    except MemoryError as error:
        raise Problem("vault.no_memory", mebibytes=profile.memory // 1024) from error


def _raw(raw: bytes, salt: bytes) -> BookKey:
    if len(raw) == KEY_SIZE:
        return BookKey(raw, salt)
    if len(raw) == KEY_SIZE + SALT_SIZE:
        return BookKey(raw[:KEY_SIZE], raw[KEY_SIZE:])
    raise ValueError(f"a raw key has 32 or 48 bytes, not {len(raw)}")


def _check(body: bytes) -> bytes:
    return binascii.crc_hqx(body, 0xFFFF).to_bytes(_CHECK_SIZE, "big")
