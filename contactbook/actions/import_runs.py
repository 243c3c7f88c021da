"""Imports that were made: the report that is kept with each, and the step that brings it back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from contactbook.actions.import_report import report_from_json
from contactbook.domain.problems import Problem
from contactbook.store import imports

if TYPE_CHECKING:
    from contactbook.actions.import_report import ImportReport
    from contactbook.store.book import Book


def report_of(book: Book, run: int) -> ImportReport:
    """The report of an import as it was shown then; of very many refused cards the first thousand.

    Raises:
        Problem: import.no_such_run.
    """
    found = imports.find_run(book.reader, run)
    if found is None:
        raise Problem("import.no_such_run", run=run)
    report = report_from_json(json.loads(found.report))
    report.run, report.step = run, found.step
    return report


def step_of(book: Book, run: int) -> int:
    """The step of the history that an import was, for `undoing`.

    Raises:
        Problem: import.no_such_run; store.no_such_step when the history no longer holds it.
    """
    found = imports.find_run(book.reader, run)
    if found is None:
        raise Problem("import.no_such_run", run=run)
    if not found.step:
        raise Problem("store.no_such_step", step=0)
    return found.step
