"""Nothing in a table is lost: every cell of every file is looked for in what was made of its row.

This does not ask the reader what it did. It splits the files with Python's csv module, takes every cell that
is not empty, and looks for its letters and digits among all the values of the contact.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from itertools import permutations
from pathlib import Path

import pytest

from contactbook.domain import contact_json, folding
from contactbook.domain.column_names import words_of
from contactbook.domain.column_words import COMPANY_KINDS, KIND_HEADINGS, PERSON_KINDS
from contactbook.domain.contact import PERSON
from contactbook.domain.problems import Problem
from contactbook.formats.reading import read_file
from contactbook.formats.records import ReadCard, Record, RefusedCard

SAMPLES = sorted((Path(__file__).parents[1] / "samples" / "tables").glob("*.csv"))
MARKS = re.compile(r"\W|_")
NO_INFORMATION = {
    "0000",
    "000",
    "unspecified",
    "normal",
    "false",
    "firma",
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

DATES = re.compile(
    r"birth|geburt|anniversar|jahrestag|connected|event|誕生日|記念日|^(birthday|doğum)", re.IGNORECASE
)
REPEATED = re.compile(r"(Display Name|表示名|Angezeigter Name)$|^Id$|ID$|Id$")
"""Columns that repeat another one (the name of an e-mail address) or count in part (15 of 18 characters)."""

NO_TABLES = {"contacts-blank": r"import\.empty_file", "contacts-garbled": r"import\.not_recognised"}

EXCEL = re.compile(r"^'(?=\+)|(?<=\d)\.0+$")


def letters(text: str) -> str:
    return MARKS.sub("", text).casefold()


def values_of(record: ReadCard) -> str:
    return letters(json.dumps(contact_json.to_json(record.contact), ensure_ascii=False).replace("\\n", " "))


def is_in(piece: str, known: str) -> bool:
    """Whether a text is there, whole or word by word, as addresses are taken apart."""
    return letters(piece) in known or all(letters(word) in known for word in piece.split())


def is_day_in(cell: str, known: str) -> bool:
    """Whether a cell is a day that is there as year, month, day."""
    if not re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-](\d\d){1,2}", cell.strip()):
        return False
    parts = [part.zfill(2) for part in re.findall(r"\d+", cell)]
    return any("".join(order) in known for order in permutations(parts))


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
        known = values_of(record)
        for name, cell in rows[record.line].items():
            heading = name.partition(" ")[2].strip()
            wanted = letters(html.unescape(EXCEL.sub("", cell.strip())))
            if not wanted or wanted in known or wanted in NO_INFORMATION or LABELS.search(heading):
                continue
            if is_day_in(cell, known) or DATES.search(heading) or REPEATED.search(heading):
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
            if not all(is_in(piece, known) for piece in pieces):
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
