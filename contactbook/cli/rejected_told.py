"""Tells which cards of a file were refused or read with a doubt, and what a file cannot hold."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from contactbook.cli.output import print_aside

if TYPE_CHECKING:
    from contactbook.actions.exporting import ExportWarning
    from contactbook.actions.import_report import ImportReport

SHOWN = 20
"""Refused cards that are listed one by one; --json lists 10,000, and --rejects keeps all of them."""


def tell_rejected(report: ImportReport) -> None:
    """On standard error one line a refused card, and one for each kind of doubt with its first place."""
    from contactbook.wording import reports

    for rejected in report.rejected[:SHOWN]:
        where = f"{rejected.file}:{rejected.line}" if rejected.line else rejected.file
        print_aside(f"{where}: {reports.refusal(rejected.reason, rejected.detail)}")
    further = report.refused - SHOWN
    if further > 0:
        print_aside(f"... and {further:,} more; --rejects keeps all of them.")
    first: dict[str, int] = {}
    for number, noticed in enumerate(report.remarks):
        first.setdefault(noticed.code, number)
    counts = Counter(noticed.code for noticed in report.remarks) + report.further_remarks
    for code, number in first.items():
        noticed = report.remarks[number]
        told = reports.remark(code, noticed.detail)
        more = f" (and {counts[code] - 1:,} more)" if counts[code] > 1 else ""
        print_aside(f"{noticed.file}:{noticed.line}: {told}{more}")


def tell_warnings(warnings: list[ExportWarning]) -> None:
    """On standard error one line for each thing that the file cannot hold."""
    from contactbook.wording import reports

    for warning in warnings:
        print_aside(reports.export_warning(warning.code, warning.contacts))
