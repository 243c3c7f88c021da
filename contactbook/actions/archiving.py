"""The full archive: everything in a book as one file of plain text, and a book out of it again (R29)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import contactbook
from contactbook.actions.export_formats import ARCHIVE
from contactbook.actions.exporting import ExportReport
from contactbook.actions.import_report import FileReport, ImportReport, ImportResult
from contactbook.actions.target_file import is_one_of, replacing
from contactbook.domain.changes import Changes
from contactbook.domain.problems import Cancelled, Problem
from contactbook.formats.archive_file import CONTACTS, ArchiveReader, ArchiveWriter, encoded, recognised
from contactbook.formats.json_book import JsonWriter
from contactbook.store import migrations, queries, whole_book

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from contactbook.store.book import Book
    from contactbook.store.reader import Reader

_ASK_EVERY = 500


def export_archive(
    book: Book,
    out: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ExportReport:
    """Write everything that the book holds to one file, whole or not at all. It is not encrypted.

    Args:
        book: stays open for others meanwhile; what they write does not count.
        out: the file, which is replaced when it is there.
        progress: called with contacts written and contacts there are.
        cancelled: asked now and then; true leaves `out` as it was and raises `Cancelled`.

    Raises:
        Problem: export.same_file and those of `target_file.replacing`.
    """
    out = Path(out)
    if is_one_of(out, [book.path]):
        raise Problem("export.same_file", path=str(out))
    reader = book.reader
    report = ExportReport(str(out), ARCHIVE)
    with whole_book.snapshot(reader), replacing(out) as stream:
        target = ArchiveWriter(stream)
        try:
            _write(reader, target, report, progress, cancelled)
        except BaseException:
            target.abandon()
            raise
        report.size = stream.tell()
    return report


def _write(
    reader: Reader,
    target: ArchiveWriter,
    report: ExportReport,
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> None:
    ids = reader.ids("SELECT id FROM contact ORDER BY id")
    pace = _Pace(len(ids), progress, cancelled)
    found = whole_book.ContentHash()
    for table in whole_book.TABLES:
        target.lines(f"tables/{table}.jsonl", _lines(reader, table, found, pace))
    _payloads(reader, target, found, pace)
    with target.stream(CONTACTS) as file:
        contacts = JsonWriter(file)
        for contact in queries.load_many(reader, ids, pictures=False):
            contacts.write(contact)
            report.contacts += 1
            pace.look(report.contacts)
        contacts.finish()
    target.finish(
        {
            "program": contactbook.__version__,
            "schema": migrations.text(migrations.check_version(reader.connection)),
            "created": datetime.now(UTC).isoformat(timespec="seconds"),
            "contacts": report.contacts,
            "hash": found.text,
        }
    )


def restore_archive(
    book: Book,
    path: Path,
    *,
    progress: Callable[[int, int, int], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportResult:
    """Bring everything of an archive into an empty book, history included; the hash must be the same.

    Args:
        book: a new one, open for writing.
        path: the archive.
        progress: as `importing.import_files`.
        cancelled: asked now and then; true leaves the book empty and raises `Cancelled`.

    Raises:
        Problem: archive.damaged, archive.newer, archive.book_not_empty.
    """
    archive = ArchiveReader(Path(path))
    size = archive.path.stat().st_size
    report = ImportReport(files=[FileReport(archive.path.name, size)])

    def tick(rows: int) -> None:
        if cancelled is not None and cancelled():
            raise Cancelled
        if progress is not None:
            progress(min(rows * 100, size - 1), size, 0)

    try:
        last = whole_book.fill(
            book,
            _tables(archive),
            _bytes_of(archive),
            expected=str(archive.manifest.get("hash", "")),
            tick=tick,
        )
    except Problem as problem:
        raise _named(problem, archive) from problem
    finally:
        archive.close()
    report.read = report.created = report.files[0].cards = len(book.reader.id_list("SELECT id FROM contact"))
    report.files[0].format = ARCHIVE
    changes = Changes(step=last, action="restore_archive", everything=True, tags=True, fields=True)
    return ImportResult(report, changes)


def content_hash(book: Book) -> str:
    """The hash of everything that a book holds; equal for a book and what its archive restores."""
    return whole_book.content_hash(book.reader)


def archive_among(paths: Sequence[Path]) -> Path | None:
    """The archive of a book among files that are to be imported; None when there is none.

    Raises:
        Problem: archive.not_alone when other files are with it.
    """
    found = [path for path in paths if recognised(Path(path))]
    if found and len(paths) > 1:
        raise Problem("archive.not_alone", path=str(found[0]))
    return Path(found[0]) if found else None


@dataclass(slots=True)
class _Pace:
    """Tells how far it is and stops when asked to."""

    total: int
    progress: Callable[[int, int], None] | None
    cancelled: Callable[[], bool] | None
    rows: int = field(default=0)

    def look(self, done: int = 0) -> None:
        """One more row or contact; `done` contacts. Raises Cancelled."""
        self.rows += 1
        if not self.rows % _ASK_EVERY:
            if self.cancelled is not None and self.cancelled():
                raise Cancelled
            if self.progress is not None:
                self.progress(done, self.total)


def _lines(reader: Reader, table: str, found: whole_book.ContentHash, pace: _Pace) -> Iterator[str]:
    names = whole_book.columns(reader.connection, table)
    found.head(table, names)
    yield encoded(names)
    for row in whole_book.rows(reader.connection, table, names):
        found.row(row)
        pace.look()
        yield encoded(row)


def _payloads(reader: Reader, target: ArchiveWriter, found: whole_book.ContentHash, pace: _Pace) -> None:
    """Pictures and attachments as files, the rest as lines; the hash takes them in the order of their ids."""
    shown = whole_book.shown_payloads(reader)

    def lines() -> Iterator[str]:
        for payload_id, data, unused_since in whole_book.payloads(reader.connection):
            found.payload(payload_id, data)
            pace.look()
            inside = None if payload_id in shown else data
            yield encoded((payload_id, inside, unused_since))

    target.lines("payload.jsonl", lines())
    for payload_id, data, _ in whole_book.payloads(reader.connection):
        if payload_id in shown:
            pace.look()
            target.file(f"files/{payload_id}", data)


def _tables(archive: ArchiveReader) -> Iterator[tuple[str, list[str], Iterator[list[Any]]]]:
    names = set(archive.names())
    known = {f"tables/{table}.jsonl": table for table in whole_book.TABLES}
    if any(name.startswith("tables/") and name not in known for name in names):
        raise Problem("archive.newer", path=str(archive.path))
    for name, table in known.items():
        if name in names:
            rows = archive.rows(name)
            columns = next(rows, None)
            if not columns or not all(isinstance(each, str) for each in columns):
                raise archive.damaged()
            yield table, columns, rows


def _bytes_of(archive: ArchiveReader) -> Iterator[tuple[int, bytes, int | None]]:
    for row in archive.rows("payload.jsonl"):
        if len(row) != 3 or not isinstance(row[1], bytes | None):
            raise archive.damaged()
        payload_id, data, unused_since = row
        yield payload_id, archive.file(f"files/{payload_id}") if data is None else data, unused_since


def _named(problem: Problem, archive: ArchiveReader) -> Problem:
    """The same problem, with the archive in it."""
    if problem.code == "archive.hash_differs":
        return archive.damaged()
    if problem.code == "archive.newer":
        return Problem("archive.newer", path=str(archive.path))
    return problem
