"""Attachments opened in other programs: protected copies, wiped as soon as they are no longer needed.

The bytes lie encrypted in the book. To show them, another program needs a file: it is written where only
this person can read it, read-only, and overwritten and deleted at the next one, at lock, and at the next
start if the program was killed in between.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from contactbook.actions.target_file import replacing
from contactbook.domain.problems import Problem
from contactbook.store import interactions

if TYPE_CHECKING:
    from contactbook.store.book import Book

PREFIX = "contactbook-open-"
"""Begins the name of every such folder; the number of its process follows."""
MEMORY = Path("/dev/shm")
"""A folder that never reaches a disk, where the system has one."""
_BLOCK = 1 << 20
_LONGEST_NAME = 120


class AttachmentCopies:
    """The copies that one window has made; call `wipe` when they must be gone."""

    def __init__(self, folder: Path | None = None) -> None:
        self._parent = folder or Path(tempfile.gettempdir())
        self._folders: list[Path] = []

    def open_copy(self, book: Book, attachment_id: int) -> Path:
        """Write a copy that only this person can read; those before it are wiped.

        Raises:
            Problem: store.no_such_attachment, attach.not_opened.
        """
        name, data = interactions.attachment_data(book.reader, attachment_id)
        self.wipe()
        try:
            folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=self._parent))
            self._folders.append(folder)
            path = folder / safe_name(name)
            with open(path, "xb", opener=_owner_only) as file:
                file.write(data)
            path.chmod(stat.S_IRUSR)
        except OSError as error:
            self.wipe()
            raise Problem("attach.not_opened", file=name, reason=error.strerror or "") from error
        return path

    def wipe(self) -> None:
        """Overwrite and delete every copy; what another program still holds goes at the next time."""
        self._folders = [folder for folder in self._folders if not wipe_folder(folder)]


def save_copy(book: Book, attachment_id: int, path: Path) -> None:
    """Write the file outside of the book, where it stays.

    Raises:
        Problem: store.no_such_attachment; those of `target_file.replacing`.
    """
    _name, data = interactions.attachment_data(book.reader, attachment_id)
    with replacing(path) as stream:
        stream.write(data)


def save_into(book: Book, interaction_id: int, folder: Path) -> list[Path]:
    """Write every file of an entry into a folder, none over another; gives where. Raises as `save_copy`."""
    made: list[Path] = []
    for attached in interactions.load(book.reader, interaction_id).attachments:
        name = PurePath(safe_name(attached.name))
        path, number = folder / name, 1
        while path.exists():
            number += 1
            path = folder / f"{name.stem} ({number}){name.suffix}"
        save_copy(book, attached.id, path)
        made.append(path)
    return made


def wipe_left_behind(*folders: Path) -> None:
    """Wipe what programs left that were killed, in these folders or the usual ones; called at the start."""
    places = folders or (Path(tempfile.gettempdir()), MEMORY)
    for left in (found for place in places for found in place.glob(f"{PREFIX}*")):
        number = left.name.removeprefix(PREFIX).partition("-")[0]
        if left.is_dir() and not left.is_symlink() and not (number.isdecimal() and _runs(int(number))):
            wipe_folder(left)


def _owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, stat.S_IRUSR | stat.S_IWUSR)


def safe_name(name: str) -> str:
    """A name that stays within its folder on every system."""
    bare = PurePath(name.replace("\\", "/")).name
    kept = "".join("_" if each in '<>:"/|?*' or ord(each) < 32 else each for each in bare).strip(". ")
    return kept[-_LONGEST_NAME:] or "attachment"


def wipe_folder(folder: Path) -> bool:
    """Overwrite and delete the files of a folder, and itself; whether it is gone."""
    for path in folder.glob("*"):
        with suppress(OSError):
            path.chmod(stat.S_IRUSR | stat.S_IWUSR)
            with path.open("r+b") as file:
                left = path.stat().st_size
                while left > 0:
                    left -= file.write(bytes(min(left, _BLOCK)))
                file.flush()
                os.fsync(file.fileno())
    shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()


def _runs(process: int) -> bool:
    if os.name == "nt":
        return process == os.getpid()  # signal 0 would end the process there
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
