"""The archive as a file: rows as lines, whatever is in them."""

from __future__ import annotations

import io
import math
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactbook.domain.problems import Problem
from contactbook.formats import archive_file
from contactbook.formats.archive_file import ArchiveReader, ArchiveWriter, decoded, encoded, recognised

if TYPE_CHECKING:
    from pathlib import Path

VALUES = st.none() | st.integers(-(2**63), 2**63 - 1) | st.text() | st.binary() | st.floats(allow_nan=False)


@given(st.lists(VALUES))
def test_a_row_comes_back_from_its_line(row: list[object]) -> None:
    line = encoded(row)
    assert "\n" not in line
    assert line.isascii()
    found = decoded(line)
    assert found == row
    assert [type(value) for value in found] == [type(value) for value in row]


def test_infinity_comes_back() -> None:
    assert decoded(encoded([math.inf])) == [math.inf]


def test_parts_are_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with path.open("wb") as stream:
        archive = ArchiveWriter(stream)
        archive.lines("rows", (encoded((number, b"\0")) for number in range(3)))
        with archive.stream("text") as part:
            part.write(b"hello")
        archive.file("bytes", b"\xff")
        archive.finish({"contacts": 3})
    assert recognised(path)
    reader = ArchiveReader(path)
    assert reader.manifest["contacts"] == 3
    assert list(reader.rows("rows")) == [[0, b"\0"], [1, b"\0"], [2, b"\0"]]
    assert (reader.file("text"), reader.file("bytes")) == (b"hello", b"\xff")
    with pytest.raises(Problem) as raised:
        reader.file("nothing")
    assert raised.value.code == "archive.damaged"
    reader.close()


def test_what_is_abandoned_is_no_archive(tmp_path: Path) -> None:
    stream = io.BytesIO()
    ArchiveWriter(stream).abandon()
    (tmp_path / "a.zip").write_bytes(stream.getvalue())
    assert not recognised(tmp_path / "a.zip")
    assert not recognised(tmp_path / "missing.zip")
    with pytest.raises(Problem) as raised:
        ArchiveReader(tmp_path / "a.zip")
    assert raised.value.code == "archive.damaged"


@pytest.mark.parametrize(
    "about", [b"[1]", b"{", b"{}", b'{"version": "x"}', b"[" * 100_000, b" " * (2 << 20)]
)
def test_a_manifest_that_is_none(tmp_path: Path, about: bytes) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("contactbook.json", about)
    assert not recognised(path)
    with pytest.raises(Problem, match=r"archive\.damaged"):
        ArchiveReader(path)


@pytest.mark.parametrize(
    "line", ['["\\ud800"]', "[[1]]", '[{"base64": 5}]', '[{"x": 1}]', "5", "[" * 9999, "\xff"]
)
def test_a_row_that_no_book_can_hold(line: str) -> None:
    with pytest.raises((ValueError, TypeError, LookupError, RecursionError)):
        decoded(line)


def test_lines_and_files_without_end_do_not_fill_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_file, "_LONGEST_LINE", 1000)
    monkeypatch.setattr(archive_file, "_LARGEST_FILE", 1000)
    path = tmp_path / "a.zip"
    with path.open("wb") as stream:
        archive = ArchiveWriter(stream)
        archive.lines("rows", ["[1]", "9" * 2000])
        archive.file("bytes", b"x" * 2000)
        archive.finish({})
    reader = ArchiveReader(path)
    rows = reader.rows("rows")
    assert next(rows) == [1]
    with pytest.raises(Problem, match=r"archive\.damaged"):
        next(rows)
    with pytest.raises(Problem, match=r"archive\.damaged"):
        reader.file("bytes")
    reader.close()
