"""Nothing in a table is lost: every cell of every file is looked for in what was made of its row.

This does not ask the reader what it did. It splits the files with Python's csv module, takes every cell that
is not empty, and looks for its letters and digits among all the values of the contact.
"""

from __future__ import annotations

import calendar
import csv
import html
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from contactbook.domain import contact_json, folding
from contactbook.domain.column_names import words_of
from contactbook.domain.column_words import COMPANY_KINDS, COMPANY_TITLES, KIND_HEADINGS, PERSON_KINDS
from contactbook.domain.contact import COMPANY, PERSON
from contactbook.domain.problems import Problem
from contactbook.formats.reading import read_file
from contactbook.formats.records import ReadCard, Record, RefusedCard

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = sorted((Path(__file__).parents[1] / "samples" / "tables").glob("*.csv"))
MARKS = re.compile(r"\W|_")
NO_INFORMATION = {
    "0000",
    "000",
    "unspecified",
    "normal",
    "false",
    "smtp",
    "falsch",
    "keineangabe",
    "指定なし",
    "標準",
}
"""Cells (letters and digits only) by which Outlook and Salesforce say that nothing was entered."""

LABELS = re.compile(
    r" - (Label|Type|Service)$|^Primary$|^E-?mail (\d )?Type$|Typ$|の種類$|^Initials$|^Initialen$"
)
"""Columns that say of which kind another one is; what became of them is tested with the dialects."""

ID = re.compile(r"I[dD]$")
_LONG_ID, _SHORT_ID = 18, 15

NO_TABLES = {"contacts-blank": r"import\.empty_file", "contacts-garbled": r"import\.not_recognised"}

EXCEL = re.compile(r"^'(?=\+)|(?<=\d)\.0+$")


def letters(text: str) -> str:
    return MARKS.sub("", text).casefold()


MONTHS = [name.lower() for name in calendar.month_abbr[1:]]
MONTH = re.compile("|".join(MONTHS), re.IGNORECASE)


class Known:
    """The values of a contact, by their letters and digits: each whole, and its words."""

    def __init__(self, record: ReadCard) -> None:
        self.texts = list(texts_of(contact_json.to_json(record.contact)))
        self.values = {letters(text) for text in self.texts}
        self.words = {letters(word) for text in self.texts for word in text.split()}
        self.words |= {letters(part) for text in self.texts for part in re.split(r"\W", text)}

    def holds(self, piece: str) -> bool:
        """Whether a text is within one value, or all its words are whole words of values, as in addresses."""
        wanted = letters(piece)
        return any(wanted in value for value in self.values) or all(
            letters(word) in self.words for word in piece.split()
        )

    def holds_day(self, cell: str) -> bool:
        """Whether a day in figures is there as year, month and day, or without its year."""
        told = MONTH.sub(lambda found: str(MONTHS.index(found[0].lower()) + 1), cell.partition("T")[0])
        parts = re.findall(r"\d+", told.partition(":")[0])[:3]
        if len(parts) not in (2, 3):
            return False
        orders = (parts[::-1], parts, [*parts[2:], *parts[:2]])  # day first, year first, month first
        for order in orders:
            *year, month, day = (part.zfill(2) for part in order)
            ends = f"{month}-{day}"
            if any(
                text.endswith(ends) and (not year or year[0] in text.split("-")[0]) for text in self.texts
            ):
                return True
        return False


def texts_of(data: object) -> Iterator[str]:
    """Every text in a document, without the names of its parts."""
    if isinstance(data, dict):
        for value in cast("dict[str, object]", data).values():
            yield from texts_of(value)
    elif isinstance(data, list):
        for value in cast("list[object]", data):
            yield from texts_of(value)
    elif isinstance(data, str):
        yield data


def cells_by_line(path: Path, encoding: str, delimiter: str) -> dict[int, dict[str, str]]:
    """Cells by heading of each row, by the line on which the row begins."""
    text = path.read_bytes().decode(encoding).removeprefix("\ufeff")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: dict[int, list[str]] = {}
    line = 1
    for row in reader:
        rows[line] = row
        line = reader.line_num + 1
    heading = next((row for row in rows.values() if sum(map(bool, row)) > 1), rows[1])
    first = next(number for number, row in rows.items() if row == heading)
    names = [f"{index} {name}" for index, name in enumerate(heading)]
    names += [f"{index} beyond" for index in range(len(heading), len(heading) + 9)]
    return {
        number: dict(zip(names, row, strict=False))
        for number, row in rows.items()
        if number > first and any(map(str.strip, row)) and row != heading
    }


def assert_nothing_lost(path: Path) -> int:
    with read_file(path) as reading:
        records: list[Record] = list(reading)
        encoding, delimiter = reading.detected.encoding, reading.detected.delimiter
    rows = cells_by_line(path, encoding, delimiter)
    assert [record.line for record in records] == sorted(rows)
    lost: list[str] = []
    for record in records:
        if isinstance(record, RefusedCard):
            assert all(cell in record.cells for cell in rows[record.line].values())
            continue
        assert isinstance(record, ReadCard)
        known = Known(record)
        for name, cell in rows[record.line].items():
            heading = name.partition(" ")[2].strip()
            wanted = letters(html.unescape(EXCEL.sub("", cell.strip())))
            if not wanted or {wanted, letters(cell)} & NO_INFORMATION or LABELS.search(heading):
                continue
            if known.holds_day(cell) or known.holds(wanted):
                continue
            if ID.search(heading) and len(cell) == _LONG_ID and known.holds(cell[:_SHORT_ID]):
                continue  # Salesforce writes an ID with three letters more that check the others
            if record.contact.kind == COMPANY and folding.fold(cell) in COMPANY_TITLES:
                continue
            told = not KIND_HEADINGS.isdisjoint(words_of(heading))
            if told and folding.fold(cell) in (
                PERSON_KINDS if record.contact.kind == PERSON else COMPANY_KINDS
            ):
                continue
            pieces = [
                piece
                for piece in re.split(r"[;,\n]| ::: ", html.unescape(cell))
                if not piece.strip().startswith("*")
            ]
            if not all(known.holds(EXCEL.sub("", piece.strip())) for piece in pieces):
                lost.append(f"line {record.line}, {heading}: {cell!r}")
    assert lost == []
    return len(records)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_nothing_of_a_sample_is_lost(path: Path) -> None:
    assert assert_nothing_lost(path)


def test_nothing_of_the_corpus_is_lost_and_every_row_is_accounted_for(corpus: Path) -> None:
    read: dict[str, int] = {}
    for path in sorted((corpus / "csv").glob("*/*.csv")):
        name = path.stem.rpartition("__")[2]
        if name in NO_TABLES:
            with pytest.raises(Problem, match=NO_TABLES[name]):
                read_file(path)
        else:
            read[name] = assert_nothing_lost(path)
    assert len(read) == 28
    assert sum(read.values()) == 2054
    assert read["zimbra-2000contact_-_copy"] == 2000
