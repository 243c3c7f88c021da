"""The check of an import: the real import, run in a step that is rolled back, row by row.

What it says is what happens, because it is what happens: `importing.import_files` with the same options, then
or later, runs the same code over the same decisions (R5).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from contactbook.actions.entry_import import import_entries
from contactbook.actions.entry_matching import EntryMatching
from contactbook.actions.entry_run import EntryFates
from contactbook.actions.import_fates import DUPLICATE, UNCHANGED, UPDATED
from contactbook.actions.import_merging import merged
from contactbook.actions.import_observing import Observer
from contactbook.actions.import_opening import open_source, records_of
from contactbook.actions.import_options import ImportOptions, RowRef
from contactbook.actions.import_sources import sources_of
from contactbook.actions.import_updating import card_before, policy_when_told
from contactbook.actions.importing import run_import
from contactbook.domain import point_keys
from contactbook.domain.problems import Problem
from contactbook.formats.records import ReadCard, ReadEntry, RefusedCard
from contactbook.store import queries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from contactbook.actions.import_fates import CheckedRow, Fates
    from contactbook.actions.import_report import ImportReport
    from contactbook.actions.import_sources import Source
    from contactbook.domain.contact import Contact
    from contactbook.formats.records import Record
    from contactbook.formats.sheet_table import Sheet
    from contactbook.formats.table_reader import Table
    from contactbook.store.book import Book


@dataclass(slots=True)
class OpenedRow:
    """One card or row, opened: its text, what it became, and what it would do to the book.

    `headings` and `cells` are there for rows of tables; `raw` is the text of the card or row. `incoming` is
    None for what is refused and for an entry, whose `candidates` are the contacts that it may be of.
    `existing` is the contact that it updates or equals, `result` what that would be afterwards.
    """

    row: CheckedRow
    raw: bytes
    headings: list[str]
    cells: list[str]
    incoming: Contact | None = None
    existing: Contact | None = None
    result: Contact | None = None
    candidates: list[int] = field(default_factory=list[int])


@dataclass(slots=True)
class CheckResult:
    """What an import would do: the report of the run, and every row with its fate, a page at a time."""

    report: ImportReport
    fates: Fates
    sources: list[Source]
    options: ImportOptions
    same: Mapping[RowRef, Sequence[RowRef]] = field(default_factory=dict[RowRef, list[RowRef]])

    def __post_init__(self) -> None:
        self.fates.settle()

    def of_the_same(self, row: CheckedRow) -> Sequence[RowRef]:
        """The rows of entries that say the same of whose they are: who is chosen for one is for all."""
        return self.same.get(row.ref) or (row.ref,)

    def page(self, fate: str = "", start: int = 0, size: int = 100) -> list[CheckedRow]:
        """Some rows of a fate ("" for all); see `import_fates`."""
        return self.fates.page(fate, start, size)

    def count(self, fate: str) -> int:
        """How many rows have a fate."""
        return self.fates.count(fate)

    def open_row(self, book: Book, row: CheckedRow) -> OpenedRow:
        """Read one row again, and what it would do. Raises the problems of `import_opening`."""
        source = self.sources[row.ref.file]
        options = self.options.reading(source)
        with open_source(source, options) as reading:
            for place, record in enumerate(records_of(reading, source)):
                if place == row.ref.number:
                    tables = {table.name: table for table in reading.tables}
                    return self._opened(book, row, record, tables.get(row.sheet), options.country)
        raise Problem("import.not_readable", path=source.path, reason="")

    def _opened(
        self, book: Book, row: CheckedRow, record: Record, table: Table | Sheet | None, country: str
    ) -> OpenedRow:
        headings = table.shape.headings if table is not None else []
        cells = table.cells_of(record.raw) if table is not None else []
        if isinstance(record, RefusedCard) and record.cells:
            cells = list(record.cells)
        opened = OpenedRow(row, record.raw, headings, cells)
        if isinstance(record, ReadEntry):
            opened.cells = record.cells
            region = country or (table.mapping.country if table is not None else "")
            (opened.candidates,) = EntryMatching(book.reader, region).match([record])
        if isinstance(record, ReadCard):
            opened.incoming = record.contact
            point_keys.fill(record.contact, country or (table.mapping.country if table is not None else ""))
            if row.contact and row.fate in (UPDATED, UNCHANGED, DUPLICATE):
                opened.existing = queries.load(book.reader, row.contact)
                policy, policies = self.options.existing, self.options.policies
                if row.fate == DUPLICATE or row.ref in self.options.decisions:
                    policy = policy_when_told(policy)
                base = None if table is not None else card_before(book.reader, row.contact, record.raw)
                opened.result = merged(opened.existing, record.contact, base, policy, policies)
        return opened


def check_import(
    book: Book,
    paths: Iterable[Path],
    *,
    options: ImportOptions | None = None,
    progress: Callable[[int, int, int], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> CheckResult:
    """Find out what an import would do, to the last row, and leave the book as it is.

    Arguments, and what it raises, are those of `importing.import_files`.
    """
    paths = list(paths)
    sources = sources_of(paths)
    options = replace(options or ImportOptions(), dry_run=True, rejects=None, checked=tuple(sources))
    if options.of_entries:
        return _check_entries(book, paths, options, progress, cancelled)
    observer = Observer()
    result = run_import(
        book, paths, options=options, progress=progress, cancelled=cancelled, observer=observer
    )
    return CheckResult(result.report, observer.fates, sources, options)


def _check_entries(
    book: Book,
    paths: list[Path],
    options: ImportOptions,
    progress: Callable[[int, int, int], object] | None,
    cancelled: Callable[[], bool] | None,
) -> CheckResult:
    watched = EntryFates()
    done = import_entries(
        book, paths, options=options, progress=progress, cancelled=cancelled, watched=watched
    )
    return CheckResult(done.report, watched.fates, list(options.checked), options, watched.same())
