"""What was pasted, as files that an import can read: owner-only, and in memory if possible."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from contactbook.actions.attachment_copies import MEMORY, PREFIX, wipe_folder
from contactbook.domain.problems import Problem


class PastedFiles:
    """Holds the files until `wipe`; those of a killed program go at the next start (`attachment_copies`)."""

    def __init__(self) -> None:
        self._folders: list[Path] = []

    def add(self, text: str, name: str) -> Path:
        """A file with this text; its ending says whether it holds cards or a table.

        Raises:
            Problem: import.paste_not_kept.
        """
        place = MEMORY if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) else None
        try:
            folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=place))
            self._folders.append(folder)
            path = folder / f"{name}.{'vcf' if 'BEGIN:VCARD' in text.upper() else 'csv'}"
            path.write_text(text, "utf-8", errors="replace", newline="")
        except OSError as error:
            raise Problem("import.paste_not_kept", reason=error.strerror or "") from error
        return path

    def wipe(self) -> None:
        """Leave nothing behind."""
        self._folders = [folder for folder in self._folders if not wipe_folder(folder)]
