"""From files to a file without a book: read A, write B, keep nothing."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from contactbook.actions import original_cards
from contactbook.actions.export_formats import export_format, format_of, writer
from contactbook.actions.export_tables import TableOptions, TableShape, checked
from contactbook.actions.exporting import ExportWarning, warnings_of
from contactbook.actions.import_opening import open_source, records_of
from contactbook.actions.import_report import FileReport, ImportReport, Noticed, Rejected
from contactbook.actions.import_sources import CHANGED, sources_of
from contactbook.actions.target_file import is_one_of, replacing
from contactbook.domain import consent
from contactbook.domain.changes import Changes
from contactbook.domain.problems import Cancelled, Problem
from contactbook.formats.records import ReadCard, ReadGroup, ReadOptions, RefusedCard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from contactbook.actions.export_formats import ContactWriter
    from contactbook.actions.import_sources import Source
    from contactbook.domain.contact import Contact
    from contactbook.formats.reading import Reading
    from contactbook.formats.records import Record

_ASK_EVERY = 200
_GROUP_MARK = re.compile(rb"(?:X-ADDRESSBOOKSERVER-)?KIND[^:\r\n]*:group", re.IGNORECASE)
_BLOCK = 1 << 20


@dataclass(slots=True)
class ConvertReport:
    """What was read (its `created` counts the contacts written) and where it went.

    The properties in `reading` count what came from a file and is in `file`; `warnings` name what the target
    has no place for.
    """

    file: str
    format: str
    size: int = 0
    reading: ImportReport = field(default_factory=ImportReport)
    warnings: list[ExportWarning] = field(default_factory=list[ExportWarning])
    changes: Changes = field(default_factory=Changes)

    def to_json(self) -> dict[str, object]:
        """The document of `convert --json`."""
        return {
            "file": self.file,
            "format": self.format,
            "size": self.size,
            "warnings": [warning.to_json() for warning in self.warnings],
            **self.reading.to_json(),
        }


def convert(
    ins: Iterable[Path],
    out: Path,
    *,
    to: str = "",
    options: ReadOptions | None = None,
    files: Mapping[str, ReadOptions] | None = None,
    tables: TableOptions | None = None,
    progress: Callable[[int, int, int], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ConvertReport:
    """Write the contacts of some files to another one, whole or not at all.

    Args:
        ins: files, folders and zip archives.
        out: the file, which is replaced when it is there.
        to: one of `export_formats.FORMATS`; "" to go by the name of `out`.
        options: how to read, where it is not to be found out.
        files: how single files are read, by `Source.key`; counts instead of `options`.
        tables: how a table is written.
        progress: called with bytes read, bytes there are, contacts written.
        cancelled: asked between contacts; true leaves `out` as it was.

    Raises:
        Problem: as `importing.import_files` and `exporting.export`.
        Cancelled: as asked.
    """
    out, sources = Path(out), sources_of(ins)
    if is_one_of(out, (Path(source.path) for source in sources)):
        raise Problem("export.same_file", path=str(out))
    ways = _ways(sources, options, files)
    report = ConvertReport(str(out), to or format_of(out.name))
    report.reading.files = [FileReport(source.name, source.size) for source in sources]
    pace = _Pace(sum(source.size for source in sources), progress, cancelled)
    shape = TableShape(checked(report.format, tables or TableOptions()))
    if export_format(report.format).table is not None:
        for contact in _contacts(ways, pace):
            shape.widths.measure(contact)
    with replacing(out) as stream:
        conversion = _Conversion(report, writer(report.format, stream, shape), ways, pace)
        for number, (source, way) in enumerate(ways.items()):
            try:
                with open_source(source, replace(way, proved=True)) as reading:
                    conversion.begin(number, reading)
                    for record in records_of(reading, source):
                        if not report.reading.read % _ASK_EVERY:
                            pace.tick(reading.position, report.reading.created)
                        conversion.take(record)
            except Problem as problem:
                conversion.fail(number, problem)
            pace.before += source.size
        if conversion.problem is not None and not report.reading.created:
            raise conversion.problem
        conversion.target.finish()
        report.warnings = warnings_of(conversion.unheld)
        report.size = stream.tell()
        pace.tick(0, report.reading.created)
    return report


class _Conversion:
    """Takes records and writes contacts, keeping the report."""

    def __init__(
        self,
        report: ConvertReport,
        target: ContactWriter,
        ways: Mapping[Source, ReadOptions],
        pace: _Pace,
    ) -> None:
        self.target = target
        self.unheld: Counter[str] = Counter()
        self.problem: Problem | None = None
        self._silent = _silent(ways, pace) if export_format(report.format).mailing else None
        self._report = report.reading
        self._tags = _tags_by_member(ways)
        self._file = FileReport("")
        self._cards = False

    def begin(self, number: int, reading: Reading) -> None:
        """The next file, and what it was recognised as."""
        file = self._file = self._report.files[number]
        for name in ("format", "program", "encoding", "delimiter", "guessed"):
            setattr(file, name, getattr(reading.detected, name))
        file.headings = {table.name: table.shape.headings for table in reading.tables}
        self._cards = file.format in original_cards.VCARDS

    def fail(self, number: int, problem: Problem) -> None:
        """A file could not be read, or not to its end. Raises the problem of one that has changed."""
        if problem.code == CHANGED:
            raise problem
        file = self._report.files[number]
        file.problem = problem.code
        self.problem = self.problem or problem
        self._report.reject(Rejected(file.file, 0, problem.code, detail=file.file.rpartition("/")[2]))

    def take(self, record: Record) -> None:
        """Write a contact, or note what is none."""
        report, file = self._report, self._file
        report.read += 1
        if isinstance(record, ReadCard):
            contact = record.contact
            if self._silent is not None and consent.has_withdrawn(contact, self._silent):
                self.unheld[consent.LEFT_OUT] += 1
                report.skipped += 1
                file.skipped += 1
                return
            tags = self._tags.get(contact.uid, ())
            contact.tags = list(dict.fromkeys((*contact.tags, *tags)))
            fidelity = self.target.write(contact, record.raw if self._cards else None)
            self.unheld.update(set(fidelity.names))
            report.created += 1
            file.cards += 1
            kept = min(record.kept_raw, fidelity.kept_raw)
            mapped = record.mapped - fidelity.lost + record.kept_raw - kept
            for properties in (report.properties, file.properties):
                properties.add(record.properties, mapped, kept)
            report.remarks += [Noticed(file.file, one.line, one.code, one.detail) for one in record.remarks]
        elif isinstance(record, ReadGroup):
            report.groups += 1
            file.groups += 1
        elif isinstance(record, RefusedCard):
            file.rejected += 1
            told = (record.line, record.reason, record.raw, record.column, record.detail)
            report.reject(Rejected(file.file, *told, sheet=record.sheet, cells=tuple(record.cells)))


def losses(
    ins: Iterable[Path],
    *,
    to: str,
    options: ReadOptions | None = None,
    files: Mapping[str, ReadOptions] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[ExportWarning]:
    """What the target has no place for, and for how many contacts, most first: before anything is written.

    Arguments, and what it raises, are those of `convert`. A file that cannot be read has no say.
    """
    kind = export_format(to)
    unheld = kind.unheld
    counts: Counter[str] = Counter()
    if unheld is not None:
        ways = _ways(sources_of(ins), options, files)
        tags = _tags_by_member(ways)
        pace = _Pace(0, None, cancelled)
        silent = _silent(ways, pace) if kind.mailing else frozenset[str]()
        for contact in _contacts(ways, pace):
            if kind.mailing and consent.has_withdrawn(contact, silent):
                counts[consent.LEFT_OUT] += 1
                continue
            contact.tags += tags.get(contact.uid, ())
            counts.update(set(unheld(contact)))
    return warnings_of(counts)


def _ways(
    sources: Iterable[Source], options: ReadOptions | None, files: Mapping[str, ReadOptions] | None
) -> dict[Source, ReadOptions]:
    """How each file is read."""
    return {source: (files or {}).get(source.key, options or ReadOptions()) for source in sources}


def _contacts(ways: Mapping[Source, ReadOptions], pace: _Pace) -> Iterator[Contact]:
    """The contacts, read once more beforehand so that nothing is kept; what is wrong is said later."""
    number = 0
    for source, way in ways.items():
        try:
            with open_source(source, replace(way, proved=False)) as reading:
                for record in records_of(reading, source):
                    number += 1
                    if not number % _ASK_EVERY:
                        pace.ask()
                    if isinstance(record, ReadCard):
                        yield record.contact
        except Problem:
            continue  # said when the file is read for its contacts


def _silent(ways: Mapping[Source, ReadOptions], pace: _Pace) -> frozenset[str]:
    """The addresses of all in these files who want no mailings any more."""
    silent = (one for one in _contacts(ways, pace) if consent.has_withdrawn(one))
    return frozenset(address for contact in silent for address in consent.addresses_of(contact))


def _tags_by_member(ways: Mapping[Source, ReadOptions]) -> dict[str, list[str]]:
    """The names of the groups that each contact is in.

    Group cards may stand behind their members, so they are looked for first, in files that seem to have any.
    """
    tags: dict[str, list[str]] = {}
    for source, way in ways.items():
        if source.member or _has_group(source.path):
            try:
                with open_source(source, way) as reading:
                    for record in records_of(reading, source):
                        if isinstance(record, ReadGroup) and record.name.strip():
                            for member in record.members:
                                tags.setdefault(member, []).append(record.name)
            except Problem:
                continue  # said when the file is read for its contacts
    return tags


def _has_group(path: str) -> bool:
    rest = b""
    with suppress(OSError), Path(path).open("rb") as stream:  # said when the file is read for its contacts
        while block := stream.read(_BLOCK):
            if _GROUP_MARK.search(rest + block):
                return True
            rest = block[-100:]
    return False


@dataclass(slots=True)
class _Pace:
    """Tells how far the conversion is, and stops it when the person has had enough. Sizes in bytes."""

    total: int
    progress: Callable[[int, int, int], object] | None
    cancelled: Callable[[], bool] | None
    before: int = 0

    def ask(self) -> None:
        """Raises Cancelled."""
        if self.cancelled is not None and self.cancelled():
            raise Cancelled

    def tick(self, position: int, contacts: int) -> None:
        """So far in the file that is read, so many contacts. Raises Cancelled."""
        self.ask()
        if self.progress is not None:
            self.progress(min(self.before + position, self.total), self.total, contacts)
