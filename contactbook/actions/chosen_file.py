"""A file that somebody chose: its name as text, and its bytes, never more than a limit of them."""

from __future__ import annotations

import errno
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class TooLarge(OSError):
    """The file holds more than it may."""


def text_of_name(name: str) -> str:
    """A file's name as text that can be kept: bytes that no encoding could read become a mark."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def bytes_of(path: Path, most: int) -> bytes:
    """What the file holds. A device may be endless and a pipe silent, so both are refused.

    Args:
        path: the file.
        most: bytes it may hold.

    Raises:
        OSError: it cannot be read, or is no file.
        TooLarge: it holds more than `most` bytes.
    """
    try:
        found = path.stat()
    except ValueError as error:  # a name with a zero byte
        raise FileNotFoundError(errno.ENOENT, "") from error
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "It is a folder.")
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "It is no file, but a device or a pipe.")
    if found.st_size <= most:
        with path.open("rb") as stream:
            data = stream.read(most + 1)
        if len(data) <= most:
            return data
    raise TooLarge(errno.EFBIG, "It is too large.")


def picture_of(path: Path, most: int) -> bytes:
    """The bytes of a picture, as they are; raises as `bytes_of`, and OSError for a file of another kind."""
    from contactbook.formats.vcard_parts import sniff

    data = bytes_of(path, most)
    if not sniff(data):
        raise OSError(errno.EINVAL, "It is no picture (JPEG, PNG, GIF, BMP, TIFF or WebP)")
    return data
