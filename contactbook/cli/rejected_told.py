"""Tells which cards of a file were refused, where they stand and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.cli.output import print_aside

if TYPE_CHECKING:
    from contactbook.actions.import_report import ImportReport

SHOWN = 20
"""Refused cards that are listed one by one; all of them are in --json and --rejects."""


def tell_rejected(report: ImportReport) -> None:
    """One line a refused card on standard error, and how many more there are."""
    from contactbook.wording import reports

    for rejected in report.rejected[:SHOWN]:
        where = f"{rejected.file}:{rejected.line}" if rejected.line else rejected.file
        print_aside(f"{where}: {reports.reason(rejected.reason, rejected.detail)}")
    further = len(report.rejected) - SHOWN
    if further > 0:
        print_aside(f"... and {further:,} more; --json tells all of them.")
