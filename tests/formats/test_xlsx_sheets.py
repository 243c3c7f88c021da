"""Rows of spreadsheets of Excel as they stand in the file."""

from __future__ import annotations

import io
import random
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from contactbook.formats import xlsx_sheets
from contactbook.formats.xlsx_sheets import Package, Texts
from tests.formats.test_spreadsheets import saved

if TYPE_CHECKING:
    from collections.abc import Callable


def rewritten(book: Workbook, part: str, change: Callable[[bytes], bytes]) -> io.BytesIO:
    """The saved file with one of its parts changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(saved(book)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name.endswith(part) else data)
    return stream


def rows(stream: io.BytesIO) -> list[tuple[int, list[object]]]:
    package = Package(stream)
    return [(at, [cell.value for cell in found]) for at, found in package.rows(package.sheets[0][1])]


def filled(*lines: list[str]) -> Workbook:
    book = Workbook()
    for line in lines:
        book.active.append(line)  # type: ignore[union-attr]
    return book


@given(texts=st.lists(st.text(st.characters(exclude_characters="\0"), max_size=5), max_size=400))
def test_packed_texts_are_what_they_were(texts: list[str]) -> None:
    packed = Texts()
    for text in texts:
        packed.append(text)
    order = random.Random(1).sample(range(len(texts)), len(texts))
    assert [packed[at] for at in order] == [texts[at] for at in order]
    for beyond in (len(texts), -1):
        with pytest.raises(IndexError):
            packed[beyond]


def test_no_more_texts_are_unpacked_than_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_sheets, "_UNPACKED", 100_000)
    packed = Texts()
    for number in range(20_000):
        packed.append(f"text {number}")
    assert [packed[at] for at in range(20_000)] == [f"text {number}" for number in range(20_000)]
    assert 0 < sum(size for _, size in packed._unpacked.values()) == packed._held <= 100_000


def test_texts_keep_their_runs_and_lose_how_they_are_pronounced() -> None:
    runs = b"<si><r><t>An</t></r><r><rPr><b/></rPr><t>na</t></r><rPh sb='0' eb='1'><t>ANA</t></rPh></si>"
    stream = rewritten(
        filled(["Name"], ["Anna"]),
        "sharedStrings.xml",
        lambda data: data.replace(b"<si><t>Anna</t></si>", runs),
    )
    assert rows(stream) == [(1, ["Name"]), (2, ["Anna"])]


def test_only_rows_that_are_there_come_and_where_they_stand_is_told() -> None:
    book = filled(["Name"])
    book.active.cell(1_000_000, 16_384, "Zoe")  # type: ignore[union-attr]
    assert rows(saved(book)) == [(1, ["Name"]), (1_000_000, ["Zoe"])]


def test_a_sheet_that_does_not_tell_its_size_is_not_read_before(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    usual = zipfile.ZipFile.open

    def watched(self: zipfile.ZipFile, name: str, *rest: object, **more: object) -> object:
        opened.append(str(getattr(name, "filename", name)))
        return usual(self, name, *rest, **more)  # type: ignore[arg-type]

    stream = rewritten(filled(["Name"]), "sheet1.xml", lambda data: data.replace(b"dimension", b"dimensions"))
    monkeypatch.setattr(zipfile.ZipFile, "open", watched)
    package = Package(stream)
    assert package.sheets == [("Sheet", "xl/worksheets/sheet1.xml")]
    assert "xl/worksheets/sheet1.xml" not in opened
    assert list(package.rows("xl/worksheets/sheet1.xml"))
    assert "xl/worksheets/sheet1.xml" in opened
