"""Tells which cards of a file were refused or read with a doubt, and what a file cannot hold."""

from __future__ import annotations

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
    for noticed, count in report.kinds_of_remarks():
        told = reports.remark(noticed.code, noticed.detail)
        more = f" (and {count - 1:,} more)" if count > 1 else ""
        print_aside(f"{noticed.file}:{noticed.line}: {told}{more}")


def tell_doubtful(report: ImportReport) -> None:
    """On standard error one line for each new contact that looks like somebody, and what can be done."""
    from contactbook.wording import reports

    for one in report.doubtful[:SHOWN]:
        like = ", ".join(map(str, one.contacts))
        told = reports.likeness(one.reason)
        print_aside(f"{one.file}:{one.line}: {one.name}: {told}{f' ({like})' if like else ''}")
    if report.possible_duplicates:
        further = report.possible_duplicates - SHOWN
        more = f"... and {further:,} more. " if further > 0 else ""
        print_aside(
            f"{more}--lookalikes skip leaves such rows out, --lookalikes update brings them together."
        )


def tell_warnings(warnings: list[ExportWarning]) -> None:
    """On standard error one line for each thing that the file cannot hold."""
    from contactbook.wording import reports

    for warning in warnings:
        print_aside(reports.export_warning(warning.code, warning.contacts))
