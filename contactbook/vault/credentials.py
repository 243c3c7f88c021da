"""What a person brings to open a book: a password, a key file, or the key itself from the recovery code."""

from __future__ import annotations

import hashlib
import os
import secrets
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contactbook.domain.problems import Problem
from contactbook.vault.failures import explained

if TYPE_CHECKING:
    from pathlib import Path

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Credential:
    """A way into a book; its text form never shows a secret.

    `raw_key` is 32 bytes (the key) or 48 (the key and the book's salt, as the recovery code holds them). It
    stands for itself: password and key file are not looked at when it is given.
    """

    password: str = field(default="", repr=False)
    key_file: Path | None = None
    raw_key: bytes | None = field(default=None, repr=False)

    def password_bytes(self) -> bytes:
        """The password as it enters the key derivation: NFC, so that each keyboard's accents are the same."""
        return unicodedata.normalize("NFC", self.password).encode("utf-8", "surrogatepass")

    def key_file_digest(self) -> bytes | None:
        """SHA-256 of the key file, None where none is used.

        Raises:
            Problem: `vault.key_file_missing`, `vault.key_file_empty`, `vault.not_readable`.
        """
        if self.key_file is None:
            return None
        if not self.key_file.is_file():
            raise Problem("vault.key_file_missing", path=str(self.key_file))
        digest = hashlib.sha256()
        with explained(self.key_file), self.key_file.open("rb") as stream:
            size = 0
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
        if not size:
            raise Problem("vault.key_file_empty", path=str(self.key_file))
        return digest.digest()


def create_key_file(path: Path) -> None:
    """Write a new key file: 64 random bytes as text, readable by the owner only.

    Raises:
        Problem: `vault.file_exists`, `vault.folder_missing`, `vault.read_only`, `vault.disk_full`.
    """
    if not path.parent.is_dir():
        raise Problem("vault.folder_missing", path=str(path), folder=str(path.parent))
    with explained(path):
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            stream.write(secrets.token_hex(64) + "\n")
