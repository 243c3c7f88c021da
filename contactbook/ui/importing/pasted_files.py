"""What was pasted, as files that an import can read: owner-only, and in memory if possible."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

_MEMORY = Path("/dev/shm")
"""A folder that never reaches a disk, where the system has one."""


class PastedFiles:
    """Holds the files until `wipe`, which overwrites and removes them."""

    def __init__(self) -> None:
        self._folders: list[Path] = []

    def add(self, text: str, name: str) -> Path:
        """A file with this text; its ending says whether it holds cards or a table."""
        place = _MEMORY if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) else None
        folder = Path(tempfile.mkdtemp(prefix="contactbook-", dir=place))
        self._folders.append(folder)
        path = folder / f"{name}.{'vcf' if 'BEGIN:VCARD' in text.upper() else 'csv'}"
        path.write_text(text, "utf-8", newline="")
        return path

    def wipe(self) -> None:
        """Leave nothing behind."""
        for folder in self._folders:
            for path in folder.iterdir():
                with suppress(OSError), path.open("r+b") as stream:
                    stream.write(bytes(path.stat().st_size))
            shutil.rmtree(folder, ignore_errors=True)
        self._folders.clear()
