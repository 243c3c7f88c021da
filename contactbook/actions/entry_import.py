"""Purchases, donations, tickets and survey answers from tables onto the contacts that are there: one step.

What came before under the same number of order, or as the very same row, is not written again; a row of a
known order that says something else than it did changes its entry. The dry run is the same code in a step
that is rolled back.
"""

from __future__ import annotations

from contextlib import nullcontext
from itertools import islice
from typing import TYPE_CHECKING

from contactbook.actions.entry_run import EntryRun
from contactbook.actions.import_opening import open_source, records_of
from contactbook.actions.import_options import ImportOptions
from contactbook.actions.import_pace import Pace
from contactbook.actions.import_rejects import Rejects
from contactbook.actions.import_report import ImportResult
from contactbook.actions.import_sources import sources_of
from contactbook.domain.entry_columns import ENTRIES
from contactbook.domain.problems import Problem
from contactbook.store.garbage import no_garbage_collection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from contactbook.actions.entry_run import EntryFates
    from contactbook.actions.import_sources import Source
    from contactbook.store.book import Book

BATCH = 5_000


def import_entries(
    book: Book,
    paths: Iterable[Path],
    *,
    options: ImportOptions | None = None,
    progress: Callable[[int, int, int], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
    say: Callable[[str], str] | None = None,
    watched: EntryFates | None = None,
) -> ImportResult:
    """Log each row with the contact that it names by id, e-mail, phone or unique name.

    Arguments are those of `importing.import_files`; `watched` is told of every row, for the check.

    Raises:
        Problem: those of `sources_of`; the problem of the first file when none could be read, among them
            entries.no_columns (it does not say whose the rows are); log.no_such_kind; vault.read_only.
        Cancelled: as asked.
    """
    options = options or ImportOptions(rows_are=ENTRIES)
    options.check()
    if book.read_only:
        raise Problem("vault.read_only", path=str(book.path))
    sources = sources_of(paths, options.checked)
    pace = Pace(sum(source.size for source in sources), progress, cancelled)
    step = (book.scratch if options.dry_run else book.step)("entries", name=sources[0].name)
    rejects = Rejects(options.rejects, say, sources) if options.rejects else nullcontext()
    with no_garbage_collection(), step, rejects as refused:
        run = EntryRun(book, step, sources, options, refused, watched)
        before = 0
        for number, source in enumerate(sources):
            try:
                _read(run, number, source, options, pace, before)
            except Problem as problem:
                run.failed(number, problem)
            before += source.size
        run.finish()
    pace.done()
    run.report.step = step.changes.step
    return ImportResult(run.report, step.changes)


def _read(
    run: EntryRun, number: int, source: Source, options: ImportOptions, pace: Pace, before: int
) -> None:
    with open_source(source, options.reading(source)) as reading:
        run.begin(number, reading)
        records = enumerate(records_of(reading, source))
        pace.tick(before)
        while batch := list(islice(records, BATCH)):
            run.write(number, batch)
            pace.count(run.report.read, before + reading.position)
