"""Stand-ins for what a test must not touch (the keychain of the system) or not wait for (Argon2id)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import keyring
import keyring.backend

from contactbook.vault import key_derivation

if TYPE_CHECKING:
    import pytest


class Chain(keyring.backend.KeyringBackend):
    """A keychain in memory that passes for one of the system's; `refuses` when its owner says no."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.refuses = False

    def get_password(self, service: str, username: str) -> str | None:
        self._ask()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._ask()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._ask()
        del self.kept[service, username]

    def _ask(self) -> None:
        if self.refuses:
            raise RuntimeError("dismissed")


def use_keychain(
    monkeypatch: pytest.MonkeyPatch, backend: Chain, module: str = "keyring.backends.SecretService"
) -> Chain:
    """Make it the keychain of the system, as if it came from a module of keyring."""
    monkeypatch.setattr(type(backend), "__module__", module)
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
    return backend


def use_quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make new books with a key derivation that takes no time; no released version opens those."""
    monkeypatch.setitem(key_derivation.PROFILES, 255, key_derivation.Profile(memory=32, passes=1, lanes=1))
    monkeypatch.setattr(key_derivation, "WRITING_PROFILE", 255)
