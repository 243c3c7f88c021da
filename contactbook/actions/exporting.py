"""Writing contacts to a file that other programs read. What the file cannot hold is said before and after."""

from __future__ import annotations

import io
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from contactbook.actions import original_cards
from contactbook.actions.export_formats import export_format, writer
from contactbook.actions.export_tables import TableOptions, TableShape, checked
from contactbook.actions.import_report import Properties
from contactbook.actions.target_file import is_one_of, replacing
from contactbook.domain import consent, ids
from contactbook.domain.changes import Changes
from contactbook.domain.problems import Cancelled, Problem
from contactbook.store import consent_queries, field_links, field_queries, parent_links, queries, whole_book

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from typing import BinaryIO

    from contactbook.actions.export_formats import ExportFormat
    from contactbook.formats.table_layout import Widths
    from contactbook.store.book import Book
    from contactbook.store.reader import Reader

_WITH_IDS = frozenset({"json", "csv", "xlsx"})
"""Formats of our own besides vCard that say of everybody who it is, so that nobody is imported twice."""
_ASK_EVERY = 200


@dataclass(slots=True)
class ExportWarning:
    """Something that the target cannot hold (code of `formats.fidelity.items`), and how many have it."""

    code: str
    contacts: int

    def to_json(self) -> dict[str, object]:
        """Code and count."""
        return {"code": self.code, "contacts": self.contacts}


@dataclass(slots=True)
class ExportReport:
    """What was written where, and what became of the properties: counted by reading what was written.

    `changes` is always empty: an export changes no book.
    """

    file: str
    format: str
    contacts: int = 0
    size: int = 0
    warnings: list[ExportWarning] = field(default_factory=list[ExportWarning])
    properties: Properties = field(default_factory=Properties)
    changes: Changes = field(default_factory=Changes)

    def to_json(self) -> dict[str, object]:
        """The document of `export --json`."""
        return {
            "file": self.file,
            "format": self.format,
            "contacts": self.contacts,
            "size": self.size,
            "properties": self.properties.to_json(),
            "warnings": [warning.to_json() for warning in self.warnings],
        }


def export(
    book: Book,
    out: Path | BinaryIO,
    *,
    to: str = "vcard3",
    ids: Sequence[int] | None = None,
    options: TableOptions | None = None,
    warn: Callable[[list[ExportWarning]], object] | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ExportReport:
    """Write contacts to `out`, whole or not at all; the trash stays out unless its ids are given.

    Of a format for mailings those who want none are left out, which a warning tells.

    Args:
        book: where they are.
        out: the file, which is replaced when it is there; or an open stream.
        to: one of `export_formats.FORMATS`.
        ids: which contacts in which order; None is everybody by name.
        options: how a table is written.
        warn: told, before anything is written, what the target cannot hold, if there is anything.
        progress: called with contacts written and contacts to write.
        cancelled: asked between contacts; true leaves `out` as it was and raises `Cancelled`.

    Raises:
        Problem: export.format_unknown, export.same_file, those of `export_tables.checked` and of
            `target_file.replacing`.
    """
    if isinstance(out, Path) and is_one_of(out, [book.path]):
        raise Problem("export.same_file", path=str(out))
    kind = export_format(to)
    reader = book.reader
    labels = [each.label for each in field_queries.fields(reader)]
    shape = TableShape(checked(to, options or TableOptions(), labels))
    report = ExportReport(str(out) if isinstance(out, Path) else "-", to)
    target = replacing(out) if isinstance(out, Path) else _passing_on(out)
    with whole_book.snapshot(reader):
        wanted = queries.ids_of(reader, queries.View("all")) if ids is None else ids
        counts = _survey(reader, wanted, kind, shape.widths, cancelled)
        report.warnings = warnings_of(counts)
        if report.warnings and warn is not None:
            warn(report.warnings)
        with target as stream:
            _write(reader, wanted, report, kind, shape, stream, progress, cancelled)
    _pause(report.contacts, len(wanted), progress, None)
    return report


def _write(
    reader: Reader,
    wanted: Sequence[int],
    report: ExportReport,
    kind: ExportFormat,
    shape: TableShape,
    stream: BinaryIO,
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> None:
    target = writer(report.format, stream, shape)
    loaded = field_links.carried(reader, queries.load_many(reader, wanted))
    if kind.version or report.format == "json":
        loaded = parent_links.carried(reader, loaded)
    silent = consent_queries.withdrawn_addresses(reader) if kind.mailing else frozenset[str]()
    for contact in loaded:
        if kind.mailing and consent.has_withdrawn(contact, silent):
            continue
        if not report.contacts % _ASK_EVERY:
            _pause(report.contacts, len(wanted), progress, cancelled)
        original = original_cards.original(reader, contact.id, kind.version) if kind.version else None
        if report.format in _WITH_IDS and not contact.uid:
            contact.uid = ids.uid_of(contact.id)
        report.properties.count(target.write(contact, original))
        report.contacts += 1
    target.finish()
    report.size = stream.tell()


@contextmanager
def _passing_on(stream: BinaryIO) -> Generator[BinaryIO]:
    """Something to write to, handed to a stream at the end: whole or not at all, as with a file."""
    with io.BytesIO() as whole:
        yield whole
        stream.write(whole.getbuffer())


def losses(
    book: Book,
    ids: Sequence[int] | None = None,
    *,
    to: str = "vcard3",
    cancelled: Callable[[], bool] | None = None,
) -> list[ExportWarning]:
    """What the target format cannot hold and for how many of the contacts, most first: before writing.

    vCards carry what their version has no word for as X- properties, and JSON holds everything, so the list
    is empty for them.

    Args:
        book: where the contacts are.
        ids: which; None is everybody outside the trash.
        to: one of `export_formats.FORMATS`.
        cancelled: asked between contacts; true raises `Cancelled`.

    Raises:
        Problem: export.format_unknown.
    """
    kind = export_format(to)
    wanted = queries.ids_of(book.reader, queries.View("all")) if ids is None else ids
    return warnings_of(_survey(book.reader, wanted, kind, None, cancelled))


def _survey(
    reader: Reader,
    wanted: Sequence[int],
    kind: ExportFormat,
    widths: Widths | None,
    cancelled: Callable[[], bool] | None,
) -> Counter[str]:
    """Looks at every contact before the first is written: what cannot be held, and what a table needs."""
    counts: Counter[str] = Counter()
    if kind.unheld is None and (kind.table is None or widths is None):
        return counts
    silent = consent_queries.withdrawn_addresses(reader) if kind.mailing else frozenset[str]()
    for number, contact in enumerate(queries.load_many(reader, wanted, pictures=False)):
        if not number % _ASK_EVERY:
            _pause(0, len(wanted), None, cancelled)
        if kind.mailing and consent.has_withdrawn(contact, silent):
            counts[consent.LEFT_OUT] += 1
            continue
        if kind.unheld is not None:
            counts.update(set(kind.unheld(contact)))
        if kind.table is not None and widths is not None:
            widths.measure(contact)
    return counts


def warnings_of(counts: Counter[str]) -> list[ExportWarning]:
    """The warnings for codes and the numbers of contacts: who is left out, then what most of them have."""
    first = sorted(counts.most_common(), key=lambda pair: pair[0] != consent.LEFT_OUT)
    return [ExportWarning(code, contacts) for code, contacts in first]


def _pause(
    done: int,
    total: int,
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> None:
    if cancelled is not None and cancelled():
        raise Cancelled
    if progress is not None:
        progress(done, total)
