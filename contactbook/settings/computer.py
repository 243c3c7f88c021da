"""The settings of this computer: one small JSON file; the only personal thing in it are recent paths."""

from __future__ import annotations

import json
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from contactbook.domain.problems import Problem
from contactbook.settings.declarations import RECENT_BOOKS, Scope

if TYPE_CHECKING:
    from contactbook.settings.declarations import Setting

T = TypeVar("T")

MOST_RECENT = 8
_ASIDE = ".damaged"
_LARGEST = 1 << 20


def usual_file() -> Path:
    """Where the settings belong on this system."""
    import platformdirs  # costs a few milliseconds that the command line seldom needs

    return platformdirs.user_config_path("Contactbook", appauthor=False) / "settings.json"


class ComputerSettings:
    """The values of the settings of this computer, read once and written when asked.

    A file that cannot be understood is kept aside under another name and everything starts from its default.
    A value that cannot be understood gives its default; keys of other versions are left alone.

    Args:
        file: see `usual_file`; None keeps everything in memory only.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._values: dict[str, object] = _read(file) if file is not None else {}
        self._changed: set[str] = set()

    def get(self, setting: Setting[T]) -> T:
        """The value of a setting."""
        _on_this_computer(setting.key, setting.scope)
        if setting.key not in self._values:
            return setting.default
        return setting.read(self._values[setting.key])

    def put(self, setting: Setting[T], value: T) -> None:
        """Change a setting; `save` writes it. Raises ValueError for a value that it cannot have."""
        _on_this_computer(setting.key, setting.scope)
        if not setting.accepts(value):
            raise ValueError(f"{setting.key} cannot be {value!r}")
        self._values[setting.key] = value
        self._changed.add(setting.key)

    def reset(self, setting: Setting[T]) -> None:
        """Go back to the default."""
        _on_this_computer(setting.key, setting.scope)
        self._values.pop(setting.key, None)
        self._changed.add(setting.key)

    def recent_books(self) -> list[Path]:
        """The books that were open last, the latest first."""
        return [Path(text) for text in self.get(RECENT_BOOKS)]

    def add_recent(self, book: Path) -> None:
        """Put a book at the head of the recent ones."""
        text = str(book.absolute())
        others = [other for other in self.get(RECENT_BOOKS) if other != text]
        self.put(RECENT_BOOKS, (text, *others)[:MOST_RECENT])

    def forget_recent(self, book: Path) -> None:
        """Take a book off the list of recent ones."""
        text = str(book.absolute())
        self.put(RECENT_BOOKS, tuple(other for other in self.get(RECENT_BOOKS) if other != text))

    def save(self) -> None:
        """Write what was changed here, whole or not at all; what another window changed meanwhile is kept.

        Raises:
            Problem: `settings.not_saved`.
        """
        if self._file is None or not self._changed:
            return
        current = _read(self._file)
        for key in self._changed:
            if key in self._values:
                current[key] = self._values[key]
            else:
                current.pop(key, None)
        try:
            _write(self._file, current)
        except OSError as error:
            raise Problem("settings.not_saved", path=str(self._file), reason=error.strerror or "") from error
        self._values = current
        self._changed.clear()


def _on_this_computer(key: str, scope: Scope) -> None:
    if scope is not Scope.COMPUTER:
        raise ValueError(f"{key} is kept in the book")


def _read(file: Path) -> dict[str, object]:
    try:
        with file.open("rb") as stream:
            values = json.loads(stream.read(_LARGEST + 1)[:_LARGEST])
    except OSError:
        return {}
    except (ValueError, RecursionError):
        values = None
    if isinstance(values, dict):
        return cast("dict[str, object]", values)
    with suppress(OSError):
        file.replace(file.with_name(file.name + _ASIDE))
    return {}


def _write(file: Path, values: dict[str, object]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.{secrets.token_hex(4)}.new")
    try:
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(values, stream, ensure_ascii=False, indent=1, sort_keys=True)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(file)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise
