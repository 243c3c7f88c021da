"""What the cleaning rules would do to a table, before and after, so that a person can switch them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contactbook.actions.import_opening import open_source, records_of
from contactbook.actions.import_options import ImportOptions
from contactbook.actions.import_sources import sources_of
from contactbook.domain.problems import Cancelled
from contactbook.formats.table_cleaning import NUMBERS, PHONES, RULES, Change, Cleaner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from contactbook.actions.import_sources import Source
    from contactbook.formats.sheet_table import Sheet
    from contactbook.formats.table_reader import Table

__all__ = ["NUMBERS", "PHONES", "RULES", "CleaningExample", "CleaningPreview", "preview_cleaning"]

EXAMPLES_SHOWN = 50
ROWS_READ = 20_000
_ASK_EVERY = 200


@dataclass(frozen=True, slots=True)
class CleaningExample:
    """One cell: where it stands, and its text before and after. For `PHONES` the number as it is compared."""

    file: str
    line: int
    heading: str
    before: str
    after: str


@dataclass(slots=True)
class CleaningPreview:
    """What one rule does: in how many cells of the rows looked at, the first of them, and whether it is on.

    `rule` is the name of its switch in a `Mapping`; `NUMBERS` and `PHONES` have none and are always on.
    """

    rule: str
    on: bool
    count: int = 0
    examples: list[CleaningExample] = field(default_factory=list[CleaningExample])


def preview_cleaning(
    paths: Iterable[Path],
    options: ImportOptions | None = None,
    *,
    rows: int = ROWS_READ,
    cancelled: Callable[[], bool] | None = None,
) -> list[CleaningPreview]:
    """What every rule does to the tables among some files; a rule is on when it is for one of the tables.

    Args:
        paths: files, folders and zip archives; those that are no tables are passed over.
        options: how they are read, with the mappings that were chosen.
        rows: how many rows of each file are looked at.
        cancelled: asked now and then; true ends it.

    Raises:
        Problem: those of `import_sources.sources_of` and of the first file that cannot be read.
        Cancelled: as asked.
    """
    options = options or ImportOptions()
    found = {rule: CleaningPreview(rule, rule in (NUMBERS, PHONES)) for rule in (*RULES, NUMBERS, PHONES)}
    for source in sources_of(paths):
        with open_source(source, options.reading(source)) as reading:
            tables = {table.name: table for table in reading.tables}
            for table in tables.values():
                for rule in RULES:
                    found[rule].on = found[rule].on or bool(getattr(table.mapping, rule))
            cleaners = {name: _cleaner(table) for name, table in tables.items()}
            if not tables:
                continue
            for number, record in enumerate(records_of(reading, source)):
                if number >= rows:
                    break
                if cancelled is not None and not number % _ASK_EVERY and cancelled():
                    raise Cancelled
                sheet = getattr(record, "sheet", "")
                cells = tables[sheet].cells_of(record.raw)
                for change in cleaners[sheet].changes(cells):
                    _note(found[change.rule], change, source, record.line, tables[sheet])
    return list(found.values())


def _cleaner(table: Table | Sheet) -> Cleaner:
    return Cleaner(table.mapping, table.mapping.columns, lambda code, heading: None)


def _note(preview: CleaningPreview, change: Change, source: Source, line: int, table: Table | Sheet) -> None:
    preview.count += 1
    if len(preview.examples) < EXAMPLES_SHOWN:
        heading = table.mapping.columns[change.column].heading
        preview.examples.append(CleaningExample(source.name, line, heading, change.before, change.after))
