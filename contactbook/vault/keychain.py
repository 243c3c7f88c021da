"""Keeping the key of a book in the keychain of the system, if the person wants that.

What is kept is the derived key, never the password, under the book's salt: the name of the file is not told,
moving the book does not matter, and a changed password makes the old entry worthless.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from contactbook.domain.problems import Problem
from contactbook.vault import recovery
from contactbook.vault.credentials import Credential
from contactbook.vault.failures import explained
from contactbook.vault.raw_pages import read_head

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from keyring.backend import KeyringBackend

    from contactbook.vault.key_derivation import BookKey

SERVICE = "Contactbook"
_TRUSTED = ("keyring.backends.macOS", "keyring.backends.Windows", "keyring.backends.SecretService",
            "keyring.backends.libsecret", "keyring.backends.kwallet")  # fmt: skip
"""Only these encrypt what they keep; others (files in the clear) are not used."""


def available() -> bool:
    """Whether this system has a keychain that can be trusted; asking may take a moment."""
    try:
        _backend()
    except Problem:
        return False
    return True


def remember(key: BookKey) -> None:
    """Keep the key of a book.

    Raises:
        Problem: `vault.keychain_missing`, `vault.keychain_refused`.
    """
    backend = _backend()
    kept = recovery.code(key.key, key.salt)
    keep = cast("Callable[[str, str, str], None]", backend.set_password)  # pyright: ignore[reportUnknownMemberType]
    _asked(lambda: keep(SERVICE, key.salt.hex(), kept))


def recall(path: Path) -> Credential | None:
    """What opens this book, if it was remembered and nobody changed the password since.

    Raises:
        Problem: `vault.keychain_missing`, `vault.keychain_refused`, and those of reading the file.
    """
    with explained(path):
        salt, _ = read_head(path)
    backend = _backend()
    kept = _asked(lambda: backend.get_password(SERVICE, salt.hex()))
    return Credential(raw_key=recovery.parse(kept)) if kept else None


def forget(salt: bytes) -> None:
    """Remove what was kept for a book; nothing happens where nothing was.

    Raises:
        Problem: `vault.keychain_missing`, `vault.keychain_refused`.
    """
    backend = _backend()
    if _asked(lambda: backend.get_password(SERVICE, salt.hex())) is not None:
        _asked(lambda: backend.delete_password(SERVICE, salt.hex()))


def _backend() -> KeyringBackend:
    """The first trusted keychain of this system."""
    try:
        import keyring

        chosen = keyring.get_keyring()
    except Exception as error:  # each backend fails in its own way
        raise Problem("vault.keychain_missing") from error
    for backend in [chosen, *getattr(chosen, "backends", [])]:
        if type(backend).__module__ in _TRUSTED:
            return backend
    raise Problem("vault.keychain_missing")


def _asked(question: Callable[[], str | None]) -> str | None:
    try:
        return question()
    except Exception as error:  # D-Bus, Windows and macOS each raise their own
        raise Problem("vault.keychain_refused") from error
