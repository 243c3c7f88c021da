"""The full archive of a book: a zip of JSON lines, one file a table, with pictures and attachments as files.

    contactbook.json        what this is: format, version, schema, numbers, hash
    contacts.json           every contact in the shape of `domain.contact_json`, for other programs
    tables/NAME.jsonl       first the names of the columns, then a row a line; bytes as {"base64": ...}
    payload.jsonl           what tables point to: original cards, packed as in the book
    files/ID                the bytes of photos and attachments

Nothing in it is encrypted.
"""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from contactbook.domain.problems import Problem
from contactbook.formats.unpacking import DAMAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

FORMAT = "contactbook-archive"
VERSION = 1
MANIFEST, CONTACTS = "contactbook.json", "contacts.json"
_LONGEST_MANIFEST = 1 << 20
_LONGEST_LINE = 160 << 20
"""Bytes; the longest kept card has 64 MiB, and a third more as base64."""
_LARGEST_FILE = 128 << 20
"""Bytes; attachments are smaller."""
_BLOCK = 1 << 20
_PLAIN = (str, int, float, type(None))
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_DAMAGES = (*DAMAGES, ValueError, TypeError, LookupError)
"""What reading raises: JSON and UTF-8 that are none, parts that are missing, values of another kind."""


def encoded(row: Iterable[object]) -> str:
    """A row as one line of JSON, always the same for the same values."""
    values = [
        {"base64": base64.b64encode(value).decode("ascii")} if isinstance(value, bytes) else value
        for value in row
    ]
    return json.dumps(values, ensure_ascii=True, separators=(",", ":"))


def decoded(line: str) -> list[Any]:
    """The row of a line. Raises ValueError."""
    values = json.loads(line)
    if not isinstance(values, list):
        raise ValueError("no row")
    if _HALF.search(line):
        json.dumps(values, ensure_ascii=False).encode()  # half a character cannot be stored
    return [value if isinstance(value, _PLAIN) else _bytes(value) for value in cast("list[object]", values)]


def _bytes(value: object) -> bytes:
    if not isinstance(value, dict):
        raise ValueError("no value")
    return base64.b64decode(cast("dict[str, str]", value)["base64"], validate=True)


class ArchiveWriter:
    """Writes an archive into a stream, part by part; the manifest last."""

    def __init__(self, stream: BinaryIO) -> None:
        self._zip = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6)

    def lines(self, name: str, lines: Iterable[str]) -> None:
        """A file of lines, written while they come."""
        with self._zip.open(name, "w", force_zip64=True) as file:
            block: list[str] = []
            size = 0
            for line in lines:
                block.append(line)
                size += len(line)
                if size > _BLOCK:
                    file.write(("\n".join(block) + "\n").encode("utf-8"))
                    block, size = [], 0
            file.write("".join(f"{line}\n" for line in block).encode("utf-8"))

    def stream(self, name: str) -> BinaryIO:
        """A file to write into; to be closed before the next part."""
        return cast("BinaryIO", self._zip.open(name, "w", force_zip64=True))

    def file(self, name: str, data: bytes) -> None:
        """A file of bytes."""
        self._zip.writestr(name, data)

    def finish(self, manifest: dict[str, object]) -> None:
        """The manifest, and the end of the file."""
        about = {"format": FORMAT, "version": VERSION, **manifest}
        self._zip.writestr(MANIFEST, json.dumps(about, indent=2) + "\n")
        self._zip.close()

    def abandon(self) -> None:
        """End without a manifest; to be called while the stream is still open."""
        with suppress(OSError):
            self._zip.close()


class ArchiveReader:
    """Reads an archive.

    Raises:
        Problem: archive.damaged when it is none or not whole; archive.newer for one of a later program.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._reading: io.BufferedIOBase | None = None
        try:
            self._zip = zipfile.ZipFile(path)
        except _DAMAGES as error:
            raise self.damaged() from error
        try:
            self.manifest = _manifest_of(self._zip)
            newer = int(self.manifest["version"]) > VERSION
        except _DAMAGES as error:
            self.close()
            raise self.damaged() from error
        if newer:
            self.close()
            raise Problem("archive.newer", path=str(path))

    def names(self) -> list[str]:
        """Every part."""
        return self._zip.namelist()

    def lines(self, name: str) -> Iterator[str]:
        """The lines of a part, read while they are asked for."""
        try:
            with io.BufferedReader(cast("io.RawIOBase", self._zip.open(name)), _BLOCK) as stream:
                self._reading = stream
                while line := stream.readline(_LONGEST_LINE):
                    if len(line) == _LONGEST_LINE:
                        raise self.damaged()
                    yield line.rstrip(b"\n").decode()
        except _DAMAGES as error:
            raise self.damaged() from error

    def rows(self, name: str) -> Iterator[list[Any]]:
        """The rows of a part."""
        for line in self.lines(name):
            try:
                row = decoded(line)
            except _DAMAGES as error:
                raise self.damaged() from error
            yield row

    def file(self, name: str) -> bytes:
        """The bytes of a part."""
        try:
            if self._zip.getinfo(name).file_size > _LARGEST_FILE:
                raise self.damaged()
            return self._zip.read(name)
        except _DAMAGES as error:
            raise self.damaged() from error

    def close(self) -> None:
        """Let the file go, also when a part was not read to its end."""
        if self._reading is not None:
            self._reading.close()
        self._zip.close()

    def damaged(self) -> Problem:
        """That the archive is not whole."""
        return Problem("archive.damaged", path=str(self.path))


def recognised(path: Path) -> bool:
    """Whether a file is an archive of a book."""
    try:
        if not path.is_file():
            return False  # a pipe would be waited for
        with path.open("rb") as stream:
            if stream.read(4) != b"PK\x03\x04":
                return False
        with zipfile.ZipFile(path) as archive:
            return _manifest_of(archive).get("format") == FORMAT
    except _DAMAGES:
        return False


def _manifest_of(archive: zipfile.ZipFile) -> dict[str, Any]:
    if archive.getinfo(MANIFEST).file_size > _LONGEST_MANIFEST:
        raise ValueError("no manifest")
    about = json.loads(archive.read(MANIFEST))
    if not isinstance(about, dict):
        raise TypeError("no manifest")
    return cast("dict[str, Any]", about)
