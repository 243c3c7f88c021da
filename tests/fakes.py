"""Stand-ins for what a test must not touch: the keychain of the system."""

from __future__ import annotations

from typing import TYPE_CHECKING

import keyring
import keyring.backend

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
