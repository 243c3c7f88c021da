"""The first thing that a person should look at in the columns of a table of entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from contactbook.domain import entry_columns, money

if TYPE_CHECKING:
    from contactbook.actions.import_inspection import InspectedTable


def hint(table: InspectedTable) -> str:
    """In a sentence; "" when there is nothing."""
    targets = {column.column.target for column in table.columns}
    say = QCoreApplication.translate
    if not targets & set(entry_columns.WHO):
        return say("EntryHints", "No column says whose the rows are. Choose the one with the e-mail or name.")
    if "currency" not in targets and not table.mapping.currency and _bare(table):
        return say("EntryHints", "The amounts name no currency. Please say above which one it is.")
    return ""


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
