"""Bringing contacts from files into a book: everything or nothing, as one step that can be undone.

The dry run is the same code in a step that is rolled back, so its report is what will happen (R5).
"""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from contactbook.actions import archiving, entry_import
from contactbook.actions.import_feed import feed_for
from contactbook.actions.import_options import ImportOptions
from contactbook.actions.import_pace import Pace
from contactbook.actions.import_reading import ReadingJob
from contactbook.actions.import_rejects import Rejects
from contactbook.actions.import_report import ImportResult
from contactbook.actions.import_run import ImportRun
from contactbook.actions.import_sources import sources_of
from contactbook.domain.problems import Problem
from contactbook.store.garbage import no_garbage_collection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from contactbook.actions.import_observing import Observer
    from contactbook.actions.import_report import ImportReport
    from contactbook.actions.import_sources import Source
    from contactbook.store.book import Book


def import_files(
    book: Book,
    paths: Iterable[Path],
    *,
    options: ImportOptions | None = None,
    progress: Callable[[int, int, int], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
    say: Callable[[str], str] | None = None,
) -> ImportResult:
    """Read files, folders and zip archives and bring what is in them into the book, as one step.

    The full archive of a book is restored whole, into an empty book only (see `archiving`). Rows of tables
    that the options say are entries come onto the contacts that are there (see `entry_import`).

    Args:
        book: open for writing.
        paths: what the person chose.
        options: see `ImportOptions`.
        progress: called up to 20 times a second with bytes read, bytes there are, and cards so far.
        cancelled: asked 10 times a second at least; true ends the import with nothing kept.
        say: makes a sentence of the code of a reason, for the file of refused rows.

    Raises:
        Problem: those of `sources_of`; the problem of the first file when none could be read
            (import.empty_file, import.not_recognised ...); import.file_changed; import.option_unknown;
            import.reader_failed; those of `Rejects`; what the store raises when the disk is full.
        Cancelled: as asked.
    """
    paths = list(paths)
    if archive := archiving.archive_among(paths):
        return archiving.restore_archive(book, archive, progress=progress, cancelled=cancelled)
    run = entry_import.import_entries if options is not None and options.of_entries else run_import
    return run(book, paths, options=options, progress=progress, cancelled=cancelled, say=say)


def run_import(
    book: Book,
    paths: Iterable[Path],
    *,
    options: ImportOptions | None = None,
    progress: Callable[[int, int, int], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
    say: Callable[[str], str] | None = None,
    observer: Observer | None = None,
) -> ImportResult:
    """Like `import_files`; `observer` is told of every row, for the check."""
    options = options or ImportOptions()
    options.check()
    if book.read_only:
        raise Problem("vault.read_only", path=str(book.path))
    sources = tuple(sources_of(paths, options.checked))
    job = ReadingJob(
        sources,
        options.reading_of_all,
        options.tags,
        {at: options.reading(source) for at, source in enumerate(sources) if source.key in options.files},
        options.decisions,
    )
    pace = Pace(job.size, progress, cancelled)
    step = (book.scratch if options.dry_run else book.step)(
        "import", name=sources[0].name, files=len(sources)
    )
    rejects = Rejects(options.rejects, say, sources) if options.rejects else nullcontext()
    with no_garbage_collection(), step, rejects as refused, feed_for(job, pace.tick) as feed:
        run = ImportRun(step, sources, options, refused, observer)
        for message in feed:
            run.take(message, feed)
            pace.count(run.cards)
        run.finish()
        pace.count(run.cards)  # whoever stops it now still finds nothing changed
        step.data.update(run.report.counts)
    pace.done()
    run.report.step = step.changes.step
    return ImportResult(run.report, step.changes)


def save_rejected(
    report: ImportReport,
    path: Path,
    say: Callable[[str], str] | None = None,
    sources: Iterable[Source] = (),
) -> None:
    """Write the refused cards and rows of a report, ready to be corrected and imported.

    Args:
        report: of an import or a check.
        path: where to; further layouts go to files beside it (see `import_rejects`).
        say: makes a sentence of the code of a reason.
        sources: the files, where they are known.

    Raises as `Rejects` does.
    """
    numbers = {file.file: number for number, file in enumerate(report.files)}
    with Rejects(Path(path), say, sources) as rejects:
        for number, file in enumerate(report.files):
            rejects.begin(
                number, {"format": file.format, "delimiter": file.delimiter, "headings": file.headings}
            )
        for one in report.rejected:
            if one.raw:
                rejects.write(numbers.get(one.file, -1), one.sheet, one.reason, one.raw, one.cells)
