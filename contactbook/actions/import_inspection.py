"""What files are, before anything is done with them: format, program, encoding, columns, and a look inside.

Everything that is found out is a guess that the person can overrule: put a changed `ReadOptions` into
`ImportOptions.files` under the file's key and inspect again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from contactbook.actions.import_mappings import near_mappings, saved_mappings
from contactbook.actions.import_opening import open_source, records_of
from contactbook.actions.import_options import ImportOptions
from contactbook.actions.import_sources import sources_of
from contactbook.domain import names
from contactbook.domain.problems import Problem
from contactbook.formats import table_cells, table_mapping
from contactbook.formats.records import ReadCard

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from contactbook.actions.import_mappings import KeptMapping
    from contactbook.actions.import_sources import Source
    from contactbook.formats.reading import Reading
    from contactbook.formats.records import ReadOptions
    from contactbook.formats.sheet_table import Sheet
    from contactbook.formats.table_mapping import Column, Mapping
    from contactbook.formats.table_reader import Table
    from contactbook.store.book import Book

TEXT_SHOWN = 6000
"""Characters of the decoded text that are shown."""

ROWS_SHOWN = 50
SAMPLES_SHOWN = 5
_CARDS_SHOWN = 20


@dataclass(slots=True)
class InspectedColumn:
    """One column: what it is taken for (and how sure that is), and what stands in it.

    `samples` are the first different cells that are filled, `filled` how many of the rows looked at are.
    `ambiguous`: its dates can be read in two ways, so that somebody must say which. `order` is the order of
    day and month that the column itself tells. `double_encoded` counts cells such as "MÃ¼nchen".
    """

    column: Column
    samples: list[str] = field(default_factory=list[str])
    filled: int = 0
    ambiguous: bool = False
    order: str = ""
    double_encoded: int = 0


@dataclass(slots=True)
class InspectedTable:
    """A table: a delimited text, or a sheet of a workbook (`name`).

    `header_row` is the row (from 1) of the headings among the rows looked at, 0 for a table without; what
    stands above is passed over. `rows` are the first ones below. `row_count` is how many there are, about
    that many when not `counted`. `kept` are mappings in the book for these very headings, the last used
    first; `near` those for nearly these.
    """

    name: str
    mapping: Mapping
    fingerprint: str
    header_row: int
    columns: list[InspectedColumn]
    rows: list[list[str]]
    row_count: int
    counted: bool
    kept: list[KeptMapping] = field(default_factory=list)
    near: list[KeptMapping] = field(default_factory=list)

    @property
    def ambiguous_dates(self) -> bool:
        """Whether the person must say in which order day and month stand."""
        return any(one.ambiguous for one in self.columns)

    @property
    def double_encoded(self) -> int:
        """How many cells looked at were encoded twice."""
        return sum(one.double_encoded for one in self.columns)


@dataclass(slots=True)
class InspectedFile:
    """One file and what was recognised; `problem` says why nothing was.

    `confidence` is 0..100; `guessed` says that the person should look, and `encoding_guessed`
    at the letters. `text` is the beginning, decoded;
    `tables` are empty for cards, of which `cards` has the first names instead. `options` are those it was
    inspected with.
    """

    key: str
    path: str
    name: str
    size: int
    options: ReadOptions
    format: str = ""
    program: str = ""
    encoding: str = ""
    delimiter: str = ""
    confidence: int = 0
    guessed: bool = False
    encoding_guessed: bool = False
    text: str = ""
    tables: list[InspectedTable] = field(default_factory=list[InspectedTable])
    cards: list[str] = field(default_factory=list[str])
    problem: Problem | None = None


@dataclass(slots=True)
class Inspection:
    """Every file that was chosen, in the order in which an import reads them."""

    files: list[InspectedFile]

    @property
    def readable(self) -> bool:
        """Whether there is anything to import."""
        return any(file.problem is None for file in self.files)


def inspect(
    paths: Iterable[Path], options: ImportOptions | None = None, book: Book | None = None
) -> Inspection:
    """Look into files and say what they are. Reads the beginning of each, and nothing more.

    Args:
        paths: files, folders and zip archives.
        options: what the person said so far.
        book: where mappings are kept that may be offered again.

    Raises:
        Problem: those of `import_sources.sources_of`. What is wrong with a single file stands in its
            `problem`.
    """
    options = options or ImportOptions()
    return Inspection([_inspected(source, options.reading(source), book) for source in sources_of(paths)])


def _inspected(source: Source, options: ReadOptions, book: Book | None) -> InspectedFile:
    file = InspectedFile(source.key, source.path, source.name, source.size, options)
    try:
        with open_source(source, options) as reading:
            detected = reading.detected
            for name in (
                "format",
                "program",
                "encoding",
                "delimiter",
                "confidence",
                "guessed",
                "encoding_guessed",
            ):
                setattr(file, name, getattr(detected, name))
            file.text = reading.text(TEXT_SHOWN)
            file.tables = [_table(table, reading, book) for table in reading.tables]
            if not file.tables:
                file.cards = _first_names(reading, source)
    except Problem as problem:
        file.problem = problem
    return file


def _first_names(reading: Reading, source: Source) -> list[str]:
    records = islice(records_of(reading, source), _CARDS_SHOWN)
    return [names.display_name(record.contact) for record in records if isinstance(record, ReadCard)]


def _table(table: Table | Sheet, reading: Reading, book: Book | None) -> InspectedTable:
    shape, mapping = table.shape, table.mapping
    samples = [row for row in shape.samples if any(cell.strip() for cell in row)]
    count, counted = len(samples), table.complete
    if not counted:
        count = table.rows_about(reading.size)
    mark = table_mapping.fingerprint(shape.headings)
    return InspectedTable(
        name=table.name,
        mapping=mapping,
        fingerprint=mark,
        header_row=shape.header + 1,
        columns=[_column(column, at, samples, mapping) for at, column in enumerate(mapping.columns)],
        rows=samples[:ROWS_SHOWN],
        row_count=count,
        counted=counted,
        kept=saved_mappings(book, mark) if book is not None else [],
        near=near_mappings(book, shape.headings) if book is not None else [],
    )


def _column(column: Column, at: int, samples: Sequence[Sequence[str]], mapping: Mapping) -> InspectedColumn:
    cells = [cell for row in samples if at < len(row) and (cell := row[at].strip())]
    found = InspectedColumn(column, list(islice(dict.fromkeys(cells), SAMPLES_SHOWN)), len(cells))
    found.double_encoded = sum(table_cells.mended(cell) != cell for cell in cells)
    if table_mapping.holds_dates(column):
        found.order = table_cells.order_of(cells)
        order = column.order or found.order or mapping.date_order
        found.ambiguous = not order and any(map(table_cells.is_ambiguous_date, cells))
    return found
