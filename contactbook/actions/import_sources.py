"""From what a person dropped (files, folders, zip archives) to the list of files to read."""

from __future__ import annotations

import os
import stat
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from contactbook.actions.chosen_file import text_of_name
from contactbook.domain.problems import Problem
from contactbook.formats.archive_file import CONTACTS, MANIFEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SUFFIXES = frozenset({".vcf", ".vcard", ".csv", ".tsv", ".ldif", ".ldi", ".json", ".xlsx", ".xlsm", ".ods"})
"""Files of a folder or archive that may hold contacts; a file named by itself is tried whatever its name."""

_SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".ods"})
ZIP_MAGIC = b"PK\x03\x04"
GZIP_MAGIC = b"\x1f\x8b"
_DOCUMENT_MARKS = frozenset({"[Content_Types].xml", "mimetype"})
"""Members that tell a spreadsheet or text document from an archive."""

CHANGED = "import.file_changed"
"""The problem that ends a whole run: of such a file, some was read as it was and the rest as it is."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read: on disk, or `member` inside the zip archive or gzip file at `path`.

    `size` in bytes, unpacked. `written`: when the file on disk was last written to, nanoseconds since 1970;
    0 when nobody looked.
    """

    path: str
    name: str
    size: int
    member: str = ""
    written: int = 0

    @property
    def key(self) -> str:
        """What tells it from every other file: its path, and its place within an archive."""
        return f"{self.path}!{self.member}" if self.member else self.path

    def check_unchanged(self, *, may_be_gone: bool = False) -> None:
        """Make sure that the file is still the one that was looked at.

        Args:
            may_be_gone: the file is open and read already, so that its name matters no more.

        Raises:
            Problem: import.file_changed, import.file_missing.
        """
        try:
            found = Path(self.path).stat()
        except (OSError, ValueError) as error:
            if may_be_gone:
                return
            raise Problem("import.file_missing", path=self.path) from error
        grown = not self.member and found.st_size != self.size
        if self.written and (grown or found.st_mtime_ns != self.written):
            raise Problem(CHANGED, path=self.path)


def sources_of(paths: Iterable[Path], checked: Sequence[Source] = ()) -> list[Source]:
    """Every file to read, in a stable order.

    Among several paths one that is not there, cannot be read or has nothing to read in it is listed as it
    is, to be refused by itself when it is opened; it shall not keep the others out.

    Args:
        paths: files, folders, zip archives and gzip files.
        checked: the same, as they were when the person was shown what will happen, if that was so.

    Raises:
        Problem: import.nothing_to_import; of a single path import.file_missing, import.not_readable,
            import.no_file and those of `check_archive`; import.file_changed when one of those that were
            checked is another now, or one has come.
    """
    found: list[Source] = []
    places = [Path(path) for path in paths]
    for path in places:
        try:
            found.extend(_sources_at(path))
        except Problem as problem:
            if len(places) == 1 or problem.code not in _BY_ITSELF:
                raise
            found.append(_refused(path))
    if not found:
        raise Problem("import.nothing_to_import")
    if checked and found != list(checked):
        changed = next(iter(set(found).symmetric_difference(checked)), found[0])
        raise Problem(CHANGED, path=changed.path)
    return found


def _refused(path: Path) -> Source:
    """What stands for a path with nothing to read; without `written` when it is not there."""
    try:
        return _source_file(path, path.name)
    except (Problem, ValueError):
        return Source(path=str(path), name=text_of_name(path.name), size=0)


def check_archive(source: Source) -> None:
    """Refuse an archive or folder that stands among the sources because nothing can be read from it.

    Raises:
        Problem: import.folder_empty, import.zip_empty, import.zip_damaged, import.zip_encrypted,
            import.spreadsheet_damaged.
    """
    path = Path(source.path)
    if path.is_dir() or _magic(path) == ZIP_MAGIC:
        _sources_at(path)


_BY_ITSELF = frozenset({
    "import.folder_empty", "import.zip_empty", "import.zip_damaged", "import.zip_encrypted",
    "import.spreadsheet_damaged", "import.file_missing", "import.not_readable",
    "import.no_file",
})  # fmt: skip


def name_of(sources: Sequence[Source]) -> str:
    """What an import of these is called: after the first, and how many more there are."""
    more = len(sources) - 1
    return sources[0].name + (f" + {more}" if more else "")


def _sources_at(path: Path) -> list[Source]:
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Problem("import.file_missing", path=str(path)) from error
    except (OSError, ValueError) as error:
        raise Problem("import.not_readable", path=str(path), reason=_reason(error)) from error
    if stat.S_ISDIR(found.st_mode):
        inside = list(_sources_in_folder(path))
        if not inside:
            raise Problem("import.folder_empty", path=str(path))
        return inside
    magic = _magic(path)
    if magic == ZIP_MAGIC:
        return _sources_in_zip(path) or [_source_file(path, path.name)]
    if magic.startswith(GZIP_MAGIC):
        return [_source_in_gzip(path, found)]
    return [_source_file(path, path.name)]


def _reason(error: Exception) -> str:
    return f"{error.strerror}." if isinstance(error, OSError) and error.strerror else ""


def _source_file(path: Path, name: str) -> Source:
    try:
        found = path.stat()
    except OSError as error:
        raise Problem("import.not_readable", path=str(path), reason=_reason(error)) from error
    if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
        raise Problem("import.no_file", path=str(path))  # to open it might wait for ever
    return Source(path=str(path), name=text_of_name(name), size=found.st_size, written=found.st_mtime_ns)


def _sources_in_folder(folder: Path) -> Iterator[Source]:
    def refuse(error: OSError) -> None:
        raise Problem("import.not_readable", path=error.filename, reason=_reason(error)) from error

    for parent, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if not name.startswith(".") and path.suffix.lower() in SUFFIXES and path.is_file():
                yield _source_file(path, path.relative_to(folder).as_posix())


def _magic(path: Path) -> bytes:
    """The bytes by which an archive is known; none of what is no file."""
    if not path.is_file():
        return b""
    try:
        with path.open("rb") as stream:
            return stream.read(len(ZIP_MAGIC))
    except OSError as error:
        raise Problem("import.not_readable", path=str(path), reason=_reason(error)) from error


def _source_in_gzip(path: Path, found: os.stat_result) -> Source:
    """The one file that is packed; its size stands at the end, in 32 bits (RFC 1952 2.3.1)."""
    name = path.name.removesuffix(path.suffix) if path.suffix.lower() == ".gz" else path.name
    try:
        with path.open("rb") as stream:
            stream.seek(-min(4, found.st_size), os.SEEK_END)
            size = int.from_bytes(stream.read(4), "little")
    except OSError as error:
        raise Problem("import.not_readable", path=str(path), reason=_reason(error)) from error
    return Source(path=str(path), name=text_of_name(name), size=size, member=name, written=found.st_mtime_ns)


def _sources_in_zip(path: Path) -> list[Source]:
    """The contact files of an archive; none when it is a document that merely is packed this way."""
    try:
        written = path.stat().st_mtime_ns
        with zipfile.ZipFile(path) as archive:
            if not _DOCUMENT_MARKS.isdisjoint(archive.namelist()):
                return []
            members = [info for info in archive.infolist() if _is_contact_member(info.filename)]
            if {MANIFEST, CONTACTS} <= set(archive.namelist()):
                # A whole book: its contacts stand in one file, the others are for restoring it.
                members = [info for info in members if info.filename == CONTACTS]
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError) as error:
        code = "import.spreadsheet_damaged" if path.suffix.lower() in _SPREADSHEETS else "import.zip_damaged"
        raise Problem(code, path=str(path)) from error
    if not members:
        raise Problem("import.zip_empty", path=str(path))
    if any(info.flag_bits & 1 for info in members):
        raise Problem("import.zip_encrypted", path=str(path))
    return [
        Source(
            path=str(path),
            name=text_of_name(f"{path.name}/{info.filename}"),
            size=info.file_size,
            member=info.filename,
            written=written,
        )
        for info in members
    ]


def _is_contact_member(name: str) -> bool:
    parts = name.split("/")
    hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
    return not hidden and Path(parts[-1]).suffix.lower() in SUFFIXES
