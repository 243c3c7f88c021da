"""Opens one source of an import, on disk or within a zip archive, and reads its records."""

from __future__ import annotations

import errno
import gzip
import lzma
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from contactbook.actions.import_sources import GZIP_MAGIC, check_archive
from contactbook.domain.problems import Problem
from contactbook.formats.reading import Reading, read_file

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from contactbook.actions.import_sources import Source
    from contactbook.formats.records import ReadOptions, Record

_NO_PLACE = (None, errno.EINVAL)
"""bz2 has no error of its own for what it cannot unpack, and a place before the file is no argument."""
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError)


def open_source(source: Source, options: ReadOptions) -> Reading:
    """The file, recognised and ready to be read. Nothing of an archive is unpacked to disk.

    Raises:
        Problem: those of `formats.reading.read_file`, `Source.check_unchanged` and
            `import_sources.check_archive`, import.not_readable.
    """
    source.check_unchanged()
    if not source.member:
        check_archive(source)
        return read_file(source.path, options)
    with _explained(source):
        stream = _unpacked(source)
        try:
            return Reading(stream, source.name, source.size, options)
        except BaseException:
            stream.close()  # the archive stays open as long as one of its members is
            raise


def records_of(reading: Reading, source: Source) -> Iterator[Record]:
    """Every record.

    Raises:
        Problem: import.zip_damaged, import.not_readable (the disk failed midway), import.file_changed
            (somebody wrote to the file meanwhile; told after the last record).
    """
    records = iter(reading)
    while True:
        with _explained(source):
            record = next(records, None)
        if record is None:
            source.check_unchanged(may_be_gone=True)
            return
        yield record


def _unpacked(source: Source) -> BinaryIO:
    with Path(source.path).open("rb") as file:
        packed = file.read(len(GZIP_MAGIC)) == GZIP_MAGIC
    if packed:
        return cast("BinaryIO", gzip.open(source.path))
    with zipfile.ZipFile(source.path) as archive:
        return cast("BinaryIO", archive.open(source.member))


@contextmanager
def _explained(source: Source) -> Generator[None]:
    """Turns what goes wrong while bytes are fetched into a problem."""
    try:
        yield
    except _ZIP_ERRORS as error:
        raise Problem("import.zip_damaged", path=source.path, member=source.member) from error
    except OSError as error:
        if source.member and error.errno in _NO_PLACE:
            raise Problem("import.zip_damaged", path=source.path, member=source.member) from error
        raise Problem("import.not_readable", path=source.path, reason=error.strerror or "") from error
