"""Writes a file that is either the old one or the new one, whole, whatever happens in between.

What is exported is plain text that the person asked for; it is readable by its owner only, as the book is.
"""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO

from contactbook.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def replacing(path: Path) -> Generator[BinaryIO]:
    """A stream beside `path` that takes its place when the block ends well, and vanishes when it does not.

    Raises:
        Problem: export.is_directory, export.folder_missing, export.not_writable, export.disk_full.
    """
    if path.is_dir():
        raise Problem("export.is_directory", path=str(path))
    if not path.parent.is_dir():
        raise Problem("export.folder_missing", path=str(path), folder=str(path.parent))
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb", buffering=1 << 18) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
        _settle(path.parent)
    except OSError as error:
        if error.errno in _FULL:
            raise Problem("export.disk_full", path=str(path)) from error
        raise Problem("export.not_writable", path=str(path), reason=error.strerror or "") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
