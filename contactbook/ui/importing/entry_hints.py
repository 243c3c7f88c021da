"""What a person should look at in the columns of a table of entries, and how their values are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from contactbook.domain import entry_columns, money
from contactbook.wording import reports

if TYPE_CHECKING:
    from contactbook.actions.import_inspection import InspectedTable
    from contactbook.actions.import_mappings import Mapping

_READ = ("date", "amount", "score")
"""Targets whose values are read, not kept as they stand."""


def hint(table: InspectedTable) -> str:
    """In a sentence; "" when there is nothing."""
    targets = {column.column.target for column in table.columns}
    say = QCoreApplication.translate
    if not targets & set(entry_columns.WHO):
        return say("EntryHints", "No column says whose the rows are. Choose the one with the e-mail or name.")
    if "currency" not in targets and not table.mapping.currency and _bare(table):
        return say("EntryHints", "The amounts name no currency. Please say above which one it is.")
    return ""


def told(target: str, sample: str, mapping: Mapping) -> str:
    """A value as it stands there, and what it is taken for where that is not the same."""
    from contactbook.actions.import_preview import entry_of_cell

    said = f"“{' '.join(sample.split())}”"
    if target not in _READ:
        return said
    try:
        entry = entry_of_cell(target, sample.strip(), mapping)
    except ValueError as error:
        return f"{said}\n      {reports.refusal(str(error))}"
    if target == "date":
        read = QLocale().toString(QDateTime.fromMSecsSinceEpoch(entry.occurred_at), "d MMM yyyy HH:mm")
    elif target == "amount":
        read = money.grouped(entry.amount or 0, entry.currency)
    else:
        read = str(entry.score)
    return f"{said}\n      {read}"


def _bare(table: InspectedTable) -> bool:
    """Whether an amount stands there without a currency."""
    for column in table.columns:
        if column.column.target == "amount":
            for sample in column.samples:
                try:
                    if not money.read(sample)[1]:
                        return True
                except ValueError:
                    continue
    return False
