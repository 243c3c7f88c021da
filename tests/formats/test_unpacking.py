"""Spreadsheets with rows that never end are refused before a parser keeps them in memory."""

from __future__ import annotations

import io
import zipfile

import pytest

from contactbook.domain.problems import Problem
from contactbook.formats import unpacking, xlsx_reader
from contactbook.formats.reading import Reading
from contactbook.formats.records import ReadOptions
from contactbook.formats.unpacking import RowStream, RowTooLong
from tests.formats.test_spreadsheets import HEADING, cell, ods, row, table, xlsx


def unpacked(data: bytes, size: int) -> bytes:
    stream = RowStream(io.BytesIO(data))
    return b"".join(iter(lambda: stream.read(size), b""))


@pytest.mark.parametrize("size", [7, 100, 1 << 20])
@pytest.mark.parametrize(
    "mark", [b"<row>", b"</row>", b'<row r="1"/>', b"</table:table-row>", b"<x:si>", b"</si>"]
)
def test_rows_that_end_pass(mark: bytes, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "ROW_LIMIT", 300)
    data = (b"a" * 60 + mark) * 40
    if size > len(mark) * 2:
        assert unpacked(data, size) == data
    with pytest.raises(RowTooLong):
        unpacked(data + b"a" * 301 + mark, 7)


def rezipped(stream: io.BytesIO, part: str, old: bytes, new: bytes) -> io.BytesIO:
    made = io.BytesIO()
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(old, new, 1) if name.endswith(part) else data)
    made.seek(0)
    return made


@pytest.mark.parametrize(
    ("stream", "name"),
    [
        (rezipped(xlsx(HEADING, ["Ada"]), "sheet1.xml", b"Ada", b"a" * 100_000), "a.xlsx"),
        (rezipped(xlsx(HEADING, ["Ada"]), "sheet1.xml", b"</row>", b"<c><v>" + b"1" * 100_000), "a.xlsx"),
        (rezipped(xlsx(HEADING, ["Ada"]), "styles.xml", b"</cellXfs>", b"<xf/>" * 100_000), "a.xlsx"),
        (ods(table(row(cell("a" * 100_000)))), "a.ods"),
        (ods(table(row(cell("a") * 20_000))), "a.ods"),
    ],
    ids=["a text", "a cell", "styles", "a paragraph", "cells"],
)
def test_what_no_spreadsheet_program_writes_is_too_large(
    stream: io.BytesIO, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "ROW_LIMIT", 50_000)
    monkeypatch.setattr(xlsx_reader, "PARTS_LIMIT", 40_000)
    stream.seek(0)
    with pytest.raises(Problem, match=r"import\.spreadsheet_too_big"):
        list(Reading(stream, name, 0, ReadOptions()))


def test_a_spreadsheet_of_libreoffice_packed_by_another_program_is_known_by_its_name() -> None:
    stream = rezipped(
        ods(table(row(cell("Name"), cell("E-mail")), row(cell("Ada"), cell("a@b.org")))), "x", b"", b""
    )
    assert [record.line for record in Reading(stream, "a.ods", 0, ReadOptions())] == [2]
