"""What the windows remember on this computer between two starts: layout and recent books, no contacts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

RECENT = 8
"""Books that are offered again."""


class Remembered:
    """A small JSON file of plain values; if it cannot be read or written, only the memory is lost."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._values: dict[str, Any] = {}
        if file is not None:
            try:
                read = json.loads(file.read_text("utf-8"))
            except (OSError, ValueError):
                read = None
            self._values = read if isinstance(read, dict) else {}

    def get(self, key: str, default: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
        """The value of a key, or the default when there is none or it is of another type."""
        value = self._values.get(key, default)
        return value if default is None or isinstance(value, type(default)) else default

    def put(self, key: str, value: Any) -> None:  # noqa: ANN401 - whatever JSON holds
        """Remembers a value; `save` writes it."""
        self._values[key] = value

    def add_recent(self, path: Path) -> None:
        """Puts a book at the head of the recent ones."""
        text = str(path)
        self.put("recent", [text, *(each for each in self.get("recent", []) if each != text)][:RECENT])
        self.save()

    def save(self) -> None:
        """Writes the file whole or not at all."""
        if self._file is None:
            return
        fresh = self._file.with_suffix(".new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), "utf-8")
            fresh.replace(self._file)
        except OSError:
            fresh.unlink(missing_ok=True)
