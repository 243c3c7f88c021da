"""One way to read any file of contacts: open, recognise, stream records, say how far it is."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from contactbook.domain.entry_columns import CONTACTS
from contactbook.domain.problems import Problem
from contactbook.formats import detection, text_encoding
from contactbook.formats.records import ReadCard, ReadEntry, ReadGroup, ReadOptions, Record, RefusedCard

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from contactbook.formats.detection import Detected
    from contactbook.formats.sheet_table import Sheet
    from contactbook.formats.table_mapping import Mapping
    from contactbook.formats.table_reader import Table

Progress = Callable[[int, int], None]
"""Told the bytes read and the bytes there are."""

_PROGRESS_EVERY = 256
_REFUSED_IN_A_ROW = 1000
"""After this many refused records and not one that was read, the file is no file of contacts."""

_FORCED = {"vcard": detection.VCARD_3, "tsv": detection.CSV}


class Reading:
    """A file being read. Iterate it once for its records; close it, or use it in a `with` statement.

    `detected` says what it is, `size` how many bytes it has, `position` how many have been read, `tables`
    the table or the sheets in it (none for other formats).
    """

    def __init__(
        self, stream: BinaryIO, name: str, size: int, options: ReadOptions, progress: Progress | None = None
    ) -> None:
        self._stream = stream
        self._name = name
        self._options = options
        self._progress = progress
        self.size = size
        self.tables: list[Table | Sheet] = []
        head = stream.read(detection.HEAD)
        stream.seek(0)
        self._head = head
        self.detected = _detect(head, name, options)
        self._records = self._open(head)

    @property
    def position(self) -> int:
        """Bytes read so far."""
        return self._stream.tell() if not self._stream.closed else self.size

    def text(self, characters: int) -> str:
        """The beginning of the file as decoded text, of a workbook as text in even columns."""
        if self.detected.format in (detection.XLSX, detection.ODS):
            from contactbook.formats import sheet_table

            return sheet_table.text_of(
                [table for table in self.tables if isinstance(table, sheet_table.Sheet)], characters
            )
        guess = text_encoding.guess_encoding(self._head)
        encoding = self.detected.encoding or guess.encoding
        piece = self._head[guess.bom : guess.bom + 4 * characters]
        return piece.decode(encoding, "replace")[:characters]

    @property
    def mapping(self) -> Mapping | None:
        """What the columns of the first table were taken for."""
        return self.tables[0].mapping if self.tables else None

    def again(self, record: ReadCard | ReadEntry | RefusedCard, text: Sequence[str] | bytes) -> Record:
        """A record as the person corrected it.

        Args:
            record: as it was read.
            text: the cells of a row of a table; the bytes of a card otherwise.
        """
        if isinstance(text, bytes):
            found = next(iter(Reading(io.BytesIO(text), "", len(text), self._again)), None)
            if found is None or isinstance(found, ReadGroup):
                return RefusedCard(record.line, "empty_card", text)
            found.line = record.line
            return found
        table = next(table for table in self.tables if table.name == record.sheet)
        return table.again(text, record.line)

    @property
    def _again(self) -> ReadOptions:
        return replace(self._options, format=self.detected.format, encoding="utf-8", mapping=None)

    def close(self) -> None:
        """Closes the file; reading further gives nothing more."""
        self._records = iter(())
        self._stream.close()

    def __iter__(self) -> Iterator[Record]:
        refused = 0
        seen = 0
        for seen, record in enumerate(self._records, 1):
            if refused >= 0:
                refused = refused + 1 if isinstance(record, RefusedCard) else -1
                if refused >= _REFUSED_IN_A_ROW:
                    raise Problem("import.not_recognised", name=self._name)
            if self._progress is not None and not seen % _PROGRESS_EVERY:
                self._progress(self.position, self.size)
            yield record
        if self._progress is not None:
            self._progress(self.size, self.size)

    def _open(self, head: bytes) -> Iterator[Record]:
        kind = self.detected.format
        if kind == detection.CSV:
            from contactbook.formats.table_reader import Table

            table, self.detected.table = self.detected.table, None
            if table is None or _overruled(self._options):
                table = Table(head, self._options)
                self.detected = detection.described(table)
            self.tables = [table]
            return table.read(self._stream)
        if kind in (detection.XLSX, detection.ODS):
            return self._open_workbook(kind)
        reader = _reader_of(kind)
        if reader is None:
            raise Problem("import.not_recognised", name=self._name, format=kind)
        return reader(self._stream, self._options)

    def _open_workbook(self, kind: str) -> Iterator[Record]:
        if kind == detection.XLSX:
            from contactbook.formats.xlsx_reader import Workbook
        else:
            from contactbook.formats.ods_reader import Workbook
        workbook = Workbook(self._stream, self._options, self._name)
        self.tables = list(workbook.sheets)
        first = workbook.sheets[0]
        self.detected.program, self.detected.confidence = first.mapping.dialect, first.shape.confidence
        self.detected.guessed = self.detected.confidence < detection.SURE
        return workbook.read()

    def __enter__(self) -> Reading:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _detect(head: bytes, name: str, options: ReadOptions) -> Detected:
    wanted = _FORCED.get(options.format, options.format)
    if wanted:
        return detection.Detected(wanted)
    try:
        return detection.detect(head, name)
    except Problem as problem:
        if problem.code == "import.not_recognised" and (options.delimiter or options.mapping):
            return detection.Detected(detection.CSV)
        raise


def _reader_of(kind: str) -> Callable[[BinaryIO, ReadOptions], Iterator[Record]] | None:
    """The reader of a format; its module is loaded when a file of that format comes."""
    if kind.startswith("vcard"):
        from contactbook.formats.vcard_reader import read
    elif kind == detection.JSON:
        from contactbook.formats.json_book import read
    elif kind == detection.LDIF:
        from contactbook.formats.ldif_reader import read
    else:
        return None
    return read


def _overruled(options: ReadOptions) -> bool:
    """Whether the person said anything that changes how a table is read."""
    said = (options.encoding, options.delimiter, options.country, options.date_order, options.clean)
    return any(said) or options.mapping is not None or options.rows_are != CONTACTS


def read_file(
    path: Path | str, options: ReadOptions | None = None, progress: Progress | None = None
) -> Reading:
    """Opens a file of contacts in any known format.

    Raises:
        Problem: import.is_directory, import.file_missing, import.unreadable, or what `detection.detect`
            raises.
    """
    path = Path(path)
    name = path.name
    try:
        if path.is_dir():
            raise Problem("import.is_directory", path=str(path), name=name)
        if path.exists() and not path.is_file():
            raise Problem("import.unreadable", path=str(path), name=name, reason="")
        stream = path.open("rb")
    except FileNotFoundError:
        raise Problem("import.file_missing", path=str(path), name=name) from None
    except OSError as error:
        raise Problem("import.unreadable", path=str(path), name=name, reason=error.strerror or "") from error
    try:
        return Reading(stream, name, os.fstat(stream.fileno()).st_size, options or ReadOptions(), progress)
    except BaseException:
        stream.close()
        raise
